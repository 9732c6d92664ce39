import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the server says of the call under way, or of the last one. */
export interface Slot {
  is_processing: boolean;
  /** Tokens that it has brought. */
  n_decoded: number;
}

/** A running server with a real model. */
export interface ModelServer {
  /** `http://127.0.0.1:PORT/v1` */
  baseUrl: string;
  slot(): Promise<Slot>;
  close(): Promise<void>;
}

/**
 * Starts server.mjs in a process of its own, and waits until the model is loaded.
 * @param weights path of the GGUF file
 * @param mostTokens of one answer
 * @throws Error when it ends before it serves
 */
export async function startModelServer(weights: string, mostTokens: number): Promise<ModelServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.mjs'), weights, `${mostTokens}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const served = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => [])]);
  const port = Number(served[0]);
  if (!Number.isInteger(port)) throw new Error('The model server ended before it served.');
  const origin = `http://127.0.0.1:${port}`;
  return {
    baseUrl: `${origin}/v1`,
    slot: async () => ((await (await fetch(`${origin}/slots`)).json()) as [Slot])[0],
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
