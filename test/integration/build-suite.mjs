// Bundles the integration suite for the extension host: one CommonJS file per test file.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as esbuild from 'esbuild';

/** Root of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Where the bundled suite lies. */
export const suiteFolder = path.join(root, 'out/integration');

/** Bundles `suite/index.ts`, `suite/host-death.ts` and every `suite/*.test.ts`. Throws when one does not compile. */
export async function buildSuite() {
  const folder = path.join(import.meta.dirname, 'suite');
  const entries = fs.readdirSync(folder).filter((name) => /(\.test|^index|^host-death)\.ts$/.test(name));
  fs.rmSync(suiteFolder, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: entries.map((name) => path.join(folder, name)),
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
