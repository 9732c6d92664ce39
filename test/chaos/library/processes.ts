import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { SkippedFile } from '../../../src/engine/engine';

const root = join(import.meta.dirname, '../../..');

/** Bundles a script of this folder; native packages stay outside, so the bundle must lie inside the project. */
export async function bundleScript(name: string): Promise<string> {
  const outfile = join(root, 'out/chaos', `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

/** How a script ended: its report, its error, or neither when it was killed. */
export interface Outcome {
  report?: {
    documents: number;
    passages: number;
    indexed: number;
    unchanged: number;
    skipped: SkippedFile[];
  };
  failed?: { reason: string; message: string; advice: string };
  signal: NodeJS.Signals | null;
}

/** Runs the indexing script. `onLine` sees each progress line and may kill the process. */
export function runIndexing(
  script: string,
  library: string,
  folder: string,
  onLine: (line: string, child: ChildProcess) => void = () => undefined,
): Promise<Outcome> {
  // LanceDB's own warnings are no part of what the script says.
  const env = { ...process.env, LANCEDB_LOG: 'error' };
  const child = spawn(process.execPath, [script, library, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const outcome: Outcome = { signal: null };
  createInterface(child.stdout).on('line', (line) => {
    const [word = ''] = line.split(' ', 1);
    if (word === 'report' || word === 'failed')
      Object.assign(outcome, { [word]: JSON.parse(line.slice(word.length)) as unknown });
    onLine(line, child);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ ...outcome, signal }));
  });
}
