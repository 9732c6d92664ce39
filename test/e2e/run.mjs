// Drives the packaged extension in real VS Code in a headless browser.
// usage: node test/e2e/run.mjs [--packaged]     (take the VSIX that lies there)
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { ensureBrowser } from '../vscode/browser.mjs';
import { installVsCode } from '../vscode/install.mjs';
import { isolated, rerunIsolated } from './loopback.mjs';
import { output } from './session.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const testLimitMs = 120_000;
const { values } = parseArgs({ options: { packaged: { type: 'boolean' } } });

if (!isolated) {
  if (!values.packaged) {
    execFileSync(process.execPath, [path.join(root, 'scripts/package.mjs')], { cwd: root, stdio: 'inherit' });
  }
  installVsCode();
  ensureBrowser();
  for (const name of fs.existsSync(output) ? fs.readdirSync(output) : []) {
    if (name.endsWith('.png')) fs.rmSync(path.join(output, name));
  }
}
const status = rerunIsolated();
process.exitCode = status ?? (await runSuites());

async function runSuites() {
  const mocha = new Mocha({ ui: 'bdd', timeout: testLimitMs });
  for (const file of suites(import.meta.dirname)) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const total = mocha.suite.total();
  let passed = 0;
  await new Promise((resolve) => mocha.run(resolve).on('pass', () => passed++));
  // What was left out did not pass.
  const counts = { passed, failed: total - passed };
  console.log(`e2e: ${counts.passed} passed, ${counts.failed} failed · screenshots in test/e2e/output`);
  if (process.env.ATTEST_TEST_SUMMARY) {
    fs.writeFileSync(process.env.ATTEST_TEST_SUMMARY, JSON.stringify(counts));
  }
  return counts.failed > 0 || total === 0 ? 1 : 0;
}

/** Every `*.e2e.mjs` under a folder, in order. */
function suites(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.e2e.mjs'))
    .sort()
    .map((name) => path.join(folder, name));
}
