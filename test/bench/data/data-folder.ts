import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The folder with the evaluation data sets: `ATTEST_DATA`, else `../shared/data`. They are not part of the project.
 * @throws Error that says what to do when it is not there
 */
export function dataFolder(): string {
  const folder = resolve(process.env['ATTEST_DATA'] ?? '../shared/data');
  if (!existsSync(folder)) {
    throw new Error(
      `No evaluation data in ${folder}. Set ATTEST_DATA to the folder that holds the data sets.`,
    );
  }
  return folder;
}
