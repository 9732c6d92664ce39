// For the tests' own package folders, which the root package does not install.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** Runs npm in a folder, without install scripts. Throws when it fails. */
export function npm(cwd, ...args) {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm is a script on Windows, which only a shell can start; the callers' arguments are fixed.
  execFileSync('npm', [...args, ...flags], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** One hash of files: what is installed from them is up to date as long as it stays the same. */
export function fingerprint(folder, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(fs.readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}
