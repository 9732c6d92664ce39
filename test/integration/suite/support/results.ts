import * as fs from 'node:fs';

/** One test as the runner prints and counts it. */
export interface TestRow {
  title: string;
  passed: boolean;
  /** Why it failed, with the stack. */
  error?: string;
  /** Milliseconds. */
  duration?: number;
}

/** What the suite leaves behind; `done` only when mocha came to its end. */
export interface TestResults {
  done: boolean;
  rows: TestRow[];
}

/**
 * Writes the results to the file that the runner named. VS Code exits with 0 when the extension host dies under a
 * suite, so the runner believes this file and nothing else.
 * @throws when the runner named no file
 */
export function writeResults(results: TestResults): void {
  const file = process.env.ATTEST_TEST_RESULTS;
  if (!file)
    throw new Error('ATTEST_TEST_RESULTS is not set: start the suite with test/integration/run.mjs.');
  fs.writeFileSync(file, JSON.stringify(results, null, 2));
}
