#!/usr/bin/env node
// Stands in for the desktop `code` binary in @vscode/test-electron's runTests(): same flags, same exit code, but it
// is VS Code's server and web workbench in a headless browser.
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { startBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const verbose = Boolean(process.env.ATTEST_TEST_VERBOSE);
/** Prints nothing of the workbench: for a run that is meant to break. */
const quiet = Boolean(process.env.ATTEST_TEST_QUIET);
const limitMs = Number(process.env.ATTEST_TEST_LIMIT_MS ?? 600_000);
const timedOut = 124;
/** What the workbench logs in every run, whatever the tests do. */
const noise =
  /^(%?c?\s*)?(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Updating additional builtin|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\]|Ignoring fetching|ChatSessionStore|Canceled: Canceled)/;

const flags = {};
const folders = [];
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name) flags[name] = value ?? true;
  else folders.push(argument);
}

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-launcher-'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
process.on('exit', () => fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));

process.exit(await runWorkbench());

async function runWorkbench() {
  const server = await startServer({
    dataDir: flags['user-data-dir'] ?? temporary,
    extensionsDir: flags['extensions-dir'],
    testing: true,
    // A flag of ours: runTests() turns workspace trust off in any case.
    trust: flags['restricted-mode'] === true,
    onLog: verbose ? (text) => process.stderr.write(text) : undefined,
  });
  try {
    const browser = await startBrowser({ permissions: ['clipboard-read', 'clipboard-write'] });
    try {
      return await runSuite(server, browser.page);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function runSuite(server, page) {
  const remote = (file) => `vscode-remote://127.0.0.1:${server.port}${encodeURI(path.resolve(file))}`;
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath']
    .filter((name) => flags[name])
    .map((name) => [name, remote(flags[name])]);
  const finished = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (!quiet && (verbose || !noise.test(String(args[0])))) (console[type] ?? console.log)(...args);
  });
  if (verbose) page.on('console', (message) => console.error('[page]', message.text().slice(0, 300)));
  const crashed = new Promise((resolve) => page.once('crash', () => resolve('the page crashed')));
  const late = new Promise((resolve) => setTimeout(() => resolve(`no end after ${limitMs} ms`), limitMs));
  await page.goto(server.url(path.resolve(folders[0] ?? '.'), payload), { waitUntil: 'commit' });
  const outcome = await Promise.race([finished, crashed, late]);
  if (typeof outcome === 'number') return outcome;
  console.error(`launcher: ${outcome}`);
  return timedOut;
}
