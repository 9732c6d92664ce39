// The folder that the integration suite opens.
import * as fs from 'node:fs';
import * as path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Makes a workspace of its own, so that a test may change it: the fixture's notes and the sample clinic's guidelines.
 * @param parent an existing folder
 * @returns the workspace folder
 */
export function makeWorkspace(parent) {
  const workspace = path.join(parent, 'workspace');
  fs.cpSync(path.join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  const guidelines = path.join(root, 'media/sample-clinic/guidelines');
  fs.cpSync(guidelines, path.join(workspace, 'guidelines'), { recursive: true });
  return workspace;
}
