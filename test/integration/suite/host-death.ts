// Not part of the suite: the runner's own test loads it instead. The extension host dies with a result already on
// disk, which is the case in which VS Code still exits with 0.
import { writeResults } from './support/results';

/** Ends the extension host under the suite; called by VS Code. */
export function run(): Promise<void> {
  writeResults({ done: false, rows: [{ title: 'before the end', passed: true }] });
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}
