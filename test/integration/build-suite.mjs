// Bundles the integration suite for the extension host: one CommonJS file per test file.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as esbuild from 'esbuild';

/** Root of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Where the bundled suite lies. */
export const suiteFolder = path.join(root, 'out/integration');

/**
 * Bundles `suite/index.ts`, `suite/host-death.ts` and every `suite/*.test.ts`, and beside them, in a folder of their own
 * with the same index, the tests of `suite/restricted`. Throws when one does not compile.
 */
export async function buildSuite() {
  const folder = path.join(import.meta.dirname, 'suite');
  const inFolder = (...parts) => ({
    in: path.join(folder, ...parts),
    out: parts.join('/').slice(0, -'.ts'.length),
  });
  const tests = (part) =>
    fs
      .readdirSync(path.join(folder, part))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => inFolder(...[part, name].filter(Boolean)));
  fs.rmSync(suiteFolder, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: [
      inFolder('index.ts'),
      inFolder('host-death.ts'),
      ...tests(''),
      { ...inFolder('index.ts'), out: 'restricted/index' },
      ...tests('restricted'),
    ],
    outdir: suiteFolder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    packages: 'external',
    external: ['vscode'],
    logLevel: 'warning',
  });
}
