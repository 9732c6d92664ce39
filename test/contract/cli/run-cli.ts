import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

export const root = join(import.meta.dirname, '../../..');
/** The command as it was built. */
export const cli = join(root, 'dist/cli.js');

/** What a finished command left behind. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

function newest(folder: string): number {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return Math.max(
    ...files
      .filter((file) => file.isFile())
      .map((file) => statSync(join(file.parentPath, file.name)).mtimeMs),
  );
}

function isFresh(): boolean {
  return existsSync(cli) && statSync(cli).mtimeMs > Math.max(newest('src'), newest('scripts'));
}

function finished(child: ChildProcess, input: string | Buffer | undefined): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (data: string) => (stdout += data));
    child.stderr?.setEncoding('utf8').on('data', (data: string) => (stderr += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    if (input !== undefined) child.stdin?.end(input);
  });
}

/** Builds dist/ when it is older than the sources; one test file does it for all. */
export async function buildCli(): Promise<void> {
  if (isFresh()) return;
  const release = await lock(join(root, 'scripts/build.mjs'), {
    retries: { retries: 100, minTimeout: 500, factor: 1 },
  });
  try {
    if (isFresh()) return;
    const built = await finished(spawn(process.execPath, ['scripts/build.mjs'], { cwd: root }), undefined);
    if (built.code !== 0) throw new Error(`The build failed:\n${built.stderr}`);
  } finally {
    await release();
  }
}

/** A running `attest` command. */
export function startCli(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): ChildProcess {
  return spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...env } });
}

/** Runs `attest` to its end. */
export function attest(
  args: readonly string[],
  cwd: string,
  input: string | Buffer = '',
  env?: Record<string, string>,
): Promise<Outcome> {
  return finished(startCli(args, cwd, env), input);
}

/** A folder of its own for each test, with the files that it needs. */
export class Workplace {
  private constructor(readonly folder: string) {}

  static async create(): Promise<Workplace> {
    return new Workplace(await mkdtemp(join(tmpdir(), "attest o'cli ")));
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    await writeFile(join(this.folder, name), content);
    return name;
  }

  run(args: readonly string[], input?: string | Buffer, env?: Record<string, string>): Promise<Outcome> {
    return attest(args, this.folder, input, env);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** The objects of JSON Lines output. */
export function parseLines<T>(stdout: string): T[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
