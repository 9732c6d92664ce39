import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { afterEach, inject } from 'vitest';
import type { ErrorData } from '../../../src/server/protocol';
import { TestClient } from './client';

/** The bundle of the server that is tested: the real one over a double of the engine. */
export const server = inject('doubleServer');
/** The client of the test that runs. */
export let client: TestClient;

/** Ends each test's client. */
export function serveNotes(): void {
  afterEach(() => client.stop());
}

export const note = '# Plan\n\nContinue lisinopril 20 mg daily. Aspirin 75 mg.\n';
export const source = 'Doctor: hello.\nDoctor: I keep your lisinopril 10 mg.\nDoctor: And Aspirin 75 mg.\n';
export const visit = { 'visit.note.md': note, 'visit.transcript.txt': source };

/** Starts a server and a client in a folder with the files. */
export async function start(
  files: Record<string, string> = visit,
  rest: Omit<Parameters<typeof TestClient.start>[1], 'files'> = {},
): Promise<TestClient> {
  client = await TestClient.start(server, { files, ...rest });
  return client;
}

/** The diagnostics of the opened visit note: the dose that the source contradicts. */
export async function openVisit(): Promise<Diagnostic> {
  await client.open('visit.note.md');
  const [diagnostic] = await client.diagnosticsOf('visit.note.md', 1);
  if (!diagnostic) throw new Error('No diagnostic.');
  return diagnostic;
}

/** How a request failed. */
export async function failure(
  request: Promise<unknown>,
): Promise<{ code: number; message: string; data: ErrorData }> {
  try {
    await request;
  } catch (error) {
    return error as { code: number; message: string; data: ErrorData };
  }
  throw new Error('The request did not fail.');
}
