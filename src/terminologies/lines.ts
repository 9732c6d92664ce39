import { createReadStream } from 'node:fs';
import { AttestError, throwIfCancelled } from '../core/errors';

/** No line of a terminology is longer; a file without line ends must not fill the memory. UTF-16 code units. */
const longestLine = 1_000_000;

/**
 * The lines of a UTF-8 file, one at a time, without their line ends.
 * @throws AttestError `unreadable-file`, `wrong-encoding`, `broken` for a line beyond all measure, `cancelled`
 */
export async function* linesOf(path: string, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new AttestError(
        'wrong-encoding',
        `${path} is no UTF-8 text.`,
        'Import the file as it was released.',
        {
          cause,
        },
      );
    }
  };
  try {
    for await (const chunk of createReadStream(path)) {
      throwIfCancelled(signal);
      const lines = (rest + decode(chunk as Uint8Array)).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) {
        throw new AttestError(
          'broken',
          `${path} holds a line of more than ${longestLine} characters.`,
          'Import the file as it was released.',
        );
      }
      for (const line of lines) yield line.replace(/\r$/, '');
    }
  } catch (error) {
    if (error instanceof AttestError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new AttestError(
      'unreadable-file',
      `${path} cannot be read (${code}).`,
      'Check the path, and that you may read the file.',
      { cause: error },
    );
  }
  rest += decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/** The error for a file that is not what it was taken for. */
export function notThisFormat(path: string, what: string): AttestError {
  return new AttestError(
    'unsupported-format',
    `${path} is no ${what}.`,
    'Name the file of that release, or its folder; docs/terminology.md lists what is read.',
  );
}
