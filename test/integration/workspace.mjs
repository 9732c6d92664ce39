// The folder that the integration suite opens.
import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * Copies the fixture workspace to a folder of its own, so that a test may change it.
 * @param parent an existing folder
 * @returns the workspace folder
 */
export function makeWorkspace(parent) {
  const workspace = path.join(parent, 'workspace');
  fs.cpSync(path.join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  return workspace;
}
