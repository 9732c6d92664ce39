// Runs the integration suite inside real VS Code. usage: node test/integration/run.mjs [--grep TEXT]
//
// VSCODE=npm (default on Linux): VS Code's server from test/vscode, in a headless browser.
// VSCODE=stable, insiders or a version: a desktop VS Code, downloaded by @vscode/test-electron.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { installVsCode } from '../vscode/install.mjs';
import { buildSuite, root, suiteFolder } from './build-suite.mjs';
import { makeHostileWorkspace, makeWorkspace } from './workspace.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' } } });
const version = process.env.VSCODE ?? (process.platform === 'linux' ? 'npm' : 'stable');

execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
await buildSuite();
if (version === 'npm') installVsCode();

const rows = await runSuite('index.js');
// These two have their folders and ports for themselves, and wait for VS Code to start for most of their time.
const others = await Promise.all([restrictedSuite(), values.grep ? [] : hostDeathIsNoticed()]);
rows.push(...others.flat());
if (rows.length === 0) rows.push(died('No test has this name.'));
const failed = rows.filter((row) => !row.passed);
for (const row of failed) console.error(`\nfailed: ${row.title}\n${row.error}`);
console.log(`\nintegration: ${rows.length - failed.length} passed, ${failed.length} failed`);
const summary = process.env.ATTEST_TEST_SUMMARY;
if (summary) {
  fs.writeFileSync(summary, JSON.stringify({ passed: rows.length - failed.length, failed: failed.length }));
}
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * Runs one entry point inside VS Code, on a fresh workspace and fresh user data.
 * @param entry file name in the bundled suite
 * @param options.env variables on top of ours
 * @param options.workspace makes the folder to open, inside of the one it is given
 * @param options.flags for VS Code, on top of ours
 * @returns the rows that the suite left; a last failed row when VS Code or the extension host ended early
 */
async function runSuite(entry, { env = {}, workspace = makeWorkspace, flags = [] } = {}) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-integration-'));
  const resultFile = path.join(temporary, 'results.json');
  try {
    await runTests({
      ...(version === 'npm'
        ? { vscodeExecutablePath: path.join(root, 'test/vscode/launcher.mjs') }
        : { version }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(suiteFolder, entry),
      launchArgs: [
        workspace(temporary),
        `--user-data-dir=${path.join(temporary, 'user-data')}`,
        `--extensions-dir=${path.join(temporary, 'extensions')}`,
        ...flags,
      ],
      extensionTestsEnv: {
        ATTEST_TEST_RESULTS: resultFile,
        ATTEST_TEST_GREP: values.grep,
        ...env,
      },
    }).catch((error) => console.error(`VS Code: ${error.message}`));
    return readRows(resultFile);
  } finally {
    keepLogs(path.join(temporary, 'user-data'), path.join(suiteFolder, path.dirname(entry)));
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The tests in a folder that VS Code does not trust. A desktop VS Code that tests are run in has workspace trust turned off,
 * so there they have no place to run.
 * @returns the rows that they left; none on a desktop VS Code, or where the tests of this name are elsewhere
 */
async function restrictedSuite() {
  if (version !== 'npm') {
    console.log('\nNot run: the tests in a folder that is not trusted need the VS Code of test/vscode.');
    return [];
  }
  const port = await freePort();
  return runSuite('restricted/index.js', {
    workspace: (parent) => makeHostileWorkspace(parent, port),
    flags: ['--restricted-mode'],
    env: { ATTEST_TEST_PORT: String(port) },
  });
}

/** A port of loopback that nobody listens on now. */
async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Keeps the extension's log of the last run beside its suite, for looking into a failure. */
function keepLogs(userData, destination) {
  const folder = path.join(userData, version === 'npm' ? 'data/logs' : 'logs');
  if (!fs.existsSync(folder)) return;
  const logs = fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => /attest[^/\\]*\.log$/i.test(name));
  for (const name of logs)
    fs.copyFileSync(path.join(folder, name), path.join(destination, path.basename(name)));
}

/** The exit code of VS Code says too little: 0 also when the extension host died. The suite's own file decides. */
function readRows(resultFile) {
  if (!fs.existsSync(resultFile)) return [died('No result file: VS Code did not get as far as the suite.')];
  const { done, rows } = JSON.parse(fs.readFileSync(resultFile, 'utf8'));
  if (!done) return [...rows, died(`The extension host died after ${rows.length} tests.`)];
  // A name may be that of tests of another suite.
  if (rows.length === 0 && !values.grep) return [died('The suite ran no test.')];
  return rows;
}

function died(error) {
  return { title: 'the suite runs to its end', passed: false, error };
}

/** The runner's own test: a suite whose extension host is killed must come out as failed. */
async function hostDeathIsNoticed() {
  const title = 'runner › a dead extension host fails the run';
  console.log(`\n${title} (its suite is killed on purpose)`);
  const outcome = await runSuite('host-death.js', { env: { ATTEST_TEST_QUIET: '1' } });
  const noticed = outcome.some(
    (row) => !row.passed && row.error.includes('extension host died after 1 tests'),
  );
  return noticed ? { title, passed: true } : { title, passed: false, error: JSON.stringify(outcome) };
}
