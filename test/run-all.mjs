// `npm test`: runs every level of the tests, one stage after the other, and sums them up; the stages that keep one core
// busy, or only the network, run side by side. A stage that fails does not hide the later ones. The last line is
// `N passed, N failed`. usage: node test/run-all.mjs [STAGE…]
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
const script = (name, ...args) => ({ name, command: process.execPath, args });
/** Vitest projects leave a JSON report. */
const vitest = (name) => ({
  name,
  command: process.execPath,
  args: ['node_modules/vitest/vitest.mjs', 'run', '--project', name, '--reporter=default', '--reporter=json'],
  reportFlag: '--outputFile.json',
  read: (report) => ({
    passed: report.numPassedTests,
    // A skipped test is a failed one: every test runs.
    failed: report.numTotalTests - report.numPassedTests,
    failures: failuresOf(report),
  }),
});
/** Runners of ours write `{passed, failed}` to the file that ATTEST_TEST_SUMMARY names. */
const runner = (name, ...args) => ({
  name,
  command: process.execPath,
  args: [`test/${name}/run.mjs`, ...args],
  read: (summary) => summary,
});

// Those of one group run side by side: each keeps one core busy, waits, or needs the network alone.
const groups = [
  [
    task('lint', 'run', 'lint:code'),
    task('format', 'run', 'lint:format'),
    task('build', 'run', 'build'),
    ...vsCode(),
  ],
  [vitest('unit')],
  [vitest('contract')],
  [vitest('chaos'), vitest('real-model'), task('package', 'run', 'package')],
  [vitest('panel')],
  [runner('integration')],
  [runner('e2e', '--packaged')],
];
const stages = groups.flat();

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
for (const group of groups) {
  const wanted = group.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  outcomes.push(...(await Promise.all(wanted.map((stage) => runStage(stage, wanted.length > 1)))));
}
report(outcomes);

/** VS Code for the two stages that need it, where it comes from npm. */
function vsCode() {
  const fromNpm = process.platform === 'linux' && (process.env.VSCODE ?? 'npm') === 'npm';
  return fromNpm ? [script('vscode', 'test/vscode/install.mjs')] : [];
}

/** Finds the browser once for all stages. Without one the stages that need it say what to do. */
function useBrowser() {
  try {
    process.env.CHROMIUM = ensureBrowser();
  } catch (error) {
    console.error(error.message);
  }
}

/**
 * Runs a stage; gives its counts and time.
 * @param {boolean} beside its output is shown when it has ended, since others run at the same time; else as it comes
 */
async function runStage(stage, beside) {
  // The next stage must not take an older package for this one.
  if (stage.name === 'package') fs.rmSync(vsixPath, { force: true });
  const heading = `\n──── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`;
  if (!beside) console.log(heading);
  const started = performance.now();
  const file = path.join(temporary, `${stage.name}.json`);
  const args = stage.reportFlag ? [...stage.args, `${stage.reportFlag}=${file}`] : stage.args;
  const { code, output } = await run(stage.command, args, { ATTEST_TEST_SUMMARY: file }, beside);
  if (beside) process.stdout.write(`${heading}\n${output}`);
  const { passed, failed, failures = [] } = counts(stage, file);
  return {
    name: stage.name,
    passed,
    // A stage that broke without a failed test to show for it counts as one.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    failures,
    seconds: (performance.now() - started) / 1000,
  };
}

function run(command, args, env, collect) {
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', ...(collect ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
      env: { ...process.env, ...env },
      shell: command === 'npm.cmd',
    });
    const done = (code) => resolve({ code, output: Buffer.concat(output).toString() });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
  });
}

/** The counts that a stage left; a stage of tests that left none, or ran none, has failed. */
function counts(stage, file) {
  if (!stage.read) return { passed: 0, failed: 0 };
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const outcome = stage.read(JSON.parse(fs.readFileSync(file, 'utf8')));
  return outcome.passed + outcome.failed > 0 ? outcome : { passed: 0, failed: 1 };
}

/** What failed, by file and name, with the first line of the reason. A file that could not be loaded has no test. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name);
    const tests = assertionResults.filter((test) => test.status !== 'passed');
    if (status === 'failed' && tests.length === 0) return [`${file}: ${firstLine(message)}`];
    return tests.map(
      (test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? test.status)}`,
    );
  });
}

function firstLine(text) {
  return text.split('\n', 1)[0];
}

function report(rows) {
  // Beside the counts: a log of this length is often cut in the middle.
  for (const { name, failures } of rows)
    for (const failure of failures) console.log(`\n${name} failed: ${failure}`);
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
