// `npm test`: runs every level of the tests, one stage after the other, and sums them up. A stage that fails does not
// hide the later ones. The last line is `N passed, N failed`. usage: node test/run-all.mjs [STAGE…]
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { vsixPath } from './e2e/vsix.mjs';
import { ensureBrowser } from './vscode/browser.mjs';

const root = path.resolve(import.meta.dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Stages that only succeed or fail. */
const task = (name, ...args) => ({ name, command: npm, args });
/** Vitest projects leave a JSON report. */
const vitest = (name) => ({
  name,
  command: process.execPath,
  args: ['node_modules/vitest/vitest.mjs', 'run', '--project', name, '--reporter=default', '--reporter=json'],
  reportFlag: '--outputFile.json',
  // A skipped test is a failed one: every test runs.
  read: (report) => ({ passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests }),
});
/** Runners of ours write `{passed, failed}` to the file that ATTEST_TEST_SUMMARY names. */
const runner = (name, ...args) => ({
  name,
  command: process.execPath,
  args: [`test/${name}/run.mjs`, ...args],
  read: (summary) => summary,
});

const stages = [
  task('lint', 'run', 'lint'),
  task('build', 'run', 'build'),
  vitest('unit'),
  vitest('contract'),
  vitest('chaos'),
  vitest('real-model'),
  vitest('panel'),
  runner('integration'),
  task('package', 'run', 'package'),
  runner('e2e', '--packaged'),
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}

useBrowser();
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-test-'));
process.on('exit', () => fs.rmSync(temporary, { recursive: true, force: true }));

const outcomes = [];
for (const stage of stages) {
  if (chosen.length === 0 || chosen.includes(stage.name)) outcomes.push(await runStage(stage));
}
report(outcomes);

/** Finds the browser once for all stages. Without one the stages that need it say what to do. */
function useBrowser() {
  try {
    process.env.CHROMIUM = ensureBrowser();
  } catch (error) {
    console.error(error.message);
  }
}

/** Runs a stage with its output streamed; gives its counts and time. */
async function runStage(stage) {
  // The next stage must not take an older package for this one.
  if (stage.name === 'package') fs.rmSync(vsixPath, { force: true });
  console.log(`\n──── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`);
  const started = performance.now();
  const file = path.join(temporary, `${stage.name}.json`);
  const args = stage.reportFlag ? [...stage.args, `${stage.reportFlag}=${file}`] : stage.args;
  const code = await run(stage.command, args, { ATTEST_TEST_SUMMARY: file });
  const { passed, failed } = counts(stage, file);
  return {
    name: stage.name,
    passed,
    // A stage that broke without a failed test to show for it counts as one.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    seconds: (performance.now() - started) / 1000,
  };
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: command === 'npm.cmd',
    });
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The counts that a stage left; a stage of tests that left none, or ran none, has failed. */
function counts(stage, file) {
  if (!stage.read) return { passed: 0, failed: 0 };
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed } = stage.read(JSON.parse(fs.readFileSync(file, 'utf8')));
  return passed + failed > 0 ? { passed, failed } : { passed: 0, failed: 1 };
}

function report(rows) {
  console.log(
    `\n${'stage'.padEnd(12)} ${'passed'.padStart(7)} ${'failed'.padStart(7)} ${'seconds'.padStart(8)}`,
  );
  for (const { name, passed, failed, seconds } of rows) {
    const shown = passed + failed === 0 ? 'ok' : String(passed);
    console.log(
      `${name.padEnd(12)} ${shown.padStart(7)} ${String(failed).padStart(7)} ${seconds.toFixed(1).padStart(8)}`,
    );
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
