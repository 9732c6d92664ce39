import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the bundled server over a double of the engine. */
    doubleServer: string;
  }
}

/** Bundles `main.ts` beside it as the build does, once for all files of tests. Gives what removes the bundle. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-server-'));
  const outfile = join(folder, 'server.js');
  await esbuild.build({
    entryPoints: [resolve(import.meta.dirname, 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    external: ['onnxruntime-node', '*.node', '@lancedb/lancedb-*'],
    logLevel: 'error',
  });
  provide('doubleServer', outfile);
  return () => rm(folder, { recursive: true, force: true });
}
