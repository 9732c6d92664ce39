// Entry point that VS Code loads in its extension host: runs every *.test.js beside it with mocha.
import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';
import { writeResults, type TestRow } from './support/results';

const testLimitMs = 60_000;

/** Runs the suite; called by VS Code. Rejects when a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: testLimitMs,
    color: false,
    grep: process.env.ATTEST_TEST_GREP,
  });
  const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const name of files.sort()) mocha.addFile(path.join(__dirname, name));
  const rows: TestRow[] = [];
  // Written after each test, so that a death of the host still tells which tests had run.
  const record = (row: TestRow, done = false) => {
    rows.push(row);
    writeResults({ done, rows });
  };
  writeResults({ done: false, rows });
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => record({ title: test.fullTitle(), passed: true, duration: test.duration }))
      .on('fail', (test, error: Error) =>
        record({ title: test.fullTitle(), passed: false, error: error.stack ?? error.message }),
      )
      .on('pending', (test) =>
        record({ title: test.fullTitle(), passed: false, error: 'The test was skipped: every test runs.' }),
      );
  });
  writeResults({ done: true, rows });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
