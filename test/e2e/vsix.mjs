import * as fs from 'node:fs';
import * as path from 'node:path';

/** Where `npm run package` leaves the packaged extension for this machine. */
export const vsixPath = path.resolve(
  import.meta.dirname,
  `../../attest-${process.platform}-${process.arch}.vsix`,
);

/** The packaged extension. Throws when there is none. */
export function findVsix() {
  if (fs.existsSync(vsixPath)) return vsixPath;
  throw new Error(`${path.basename(vsixPath)} is not there: run npm run package.`);
}
