import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import type { ZodType } from 'zod';
import { AttestError, throwIfCancelled } from '../core/errors';
import { validInput } from '../core/valid-input';

/** A line of a JSON Lines file: its value, or why it is none. `line` counts from 1. */
export type JsonLine<T> = { line: number; value: T } | { line: number; error: AttestError };

// One line holds at most a note with its sources; more would be a file of another kind. Bytes.
const maxLineLength = 64 * 1024 * 1024;
const newline = 0x0a;

async function* chunksOf(path: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const stream = path === '-' ? process.stdin : createReadStream(path);
  // Standard input may never end, so waiting for it must end with the signal.
  if (signal) addAbortSignal(signal, stream);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throwIfCancelled(signal);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new AttestError(
      'unreadable-file',
      code === 'ENOENT' ? 'The file does not exist.' : `The file cannot be read (${code}).`,
      'Check the path and that you may read it.',
      { cause: error },
    );
  }
}

async function* linesOf(path: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(path, signal)) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]);
      rest = [];
      length = 0;
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > maxLineLength) {
      throw new AttestError(
        'too-large',
        `A line is longer than ${maxLineLength / 1024 / 1024} MB.`,
        'Write one JSON object per line, each with one text.',
      );
    }
  }
  if (length > 0) yield Buffer.concat(rest);
}

function parse<T>(bytes: Uint8Array, schema: ZodType<T>): T {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AttestError('wrong-encoding', 'The line is not in UTF-8.', 'Save the file in UTF-8.', {
      cause: error,
    });
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the line, which may be a note.
    throw new AttestError('invalid-input', 'The line is not valid JSON.', 'Write one JSON object per line.', {
      cause: error,
    });
  }
  const advice = 'See the help of the command for the fields that it takes.';
  return validInput(schema, data, 'The line', advice);
}

/**
 * Reads a JSON Lines file line by line, so that its size does not matter. Blank lines are passed over; a line that is
 * not valid is given as an error, and the next one follows.
 * @param path a file, or `-` for standard input
 * @throws AttestError `unreadable-file`, `too-large` (one line), `cancelled`
 */
export async function* readJsonLines<T>(
  path: string,
  schema: ZodType<T>,
  signal?: AbortSignal,
): AsyncGenerator<JsonLine<T>> {
  let line = 0;
  for await (const bytes of linesOf(path, signal)) {
    throwIfCancelled(signal);
    line++;
    if (bytes.every((byte) => byte <= 0x20)) continue;
    try {
      yield { line, value: parse(bytes, schema) };
    } catch (error) {
      if (!(error instanceof AttestError)) throw error;
      yield { line, error };
    }
  }
}
