import * as fs from 'node:fs';
import * as path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The packaged extension for this machine, as `npm run package` leaves it.
 * @throws when there is none, or more than one
 */
export function findVsix() {
  const ending = `-${process.platform}-${process.arch}.vsix`;
  const found = fs
    .readdirSync(root)
    .filter((name) => name.includes(ending.slice(1, -5)) && name.endsWith('.vsix'));
  if (found.length === 1) return path.join(root, found[0]);
  throw new Error(
    found.length === 0
      ? `No ${ending} in the root folder: run npm run package.`
      : `More than one package in the root folder: ${found.join(', ')}. Delete the old ones.`,
  );
}
