// Starts the real VS Code server of this package on a free loopback port, and installs VSIX files into it.
import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { serverNode, vscodeFolder } from './install.mjs';

const startLimitMs = 30_000;
const stopLimitMs = 3_000;

/**
 * Settings that keep VS Code quiet: no welcome page, no experiments, nothing that asks the network. Files are saved by
 * hand, as on the desktop; in a browser VS Code would save after a second.
 */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Every folder is opened in restricted mode, without a question. */
const restrictedSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** The environment for VS Code: ours, less what would change how it starts, and without an extension gallery. */
function serverEnvironment(extra = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(ELECTRON_RUN_AS_NODE|NODE_OPTIONS|VSCODE_)/.test(name),
  );
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...extra };
}

/** The command line of the server: the Node that runs it, then its script. */
function serverCommand() {
  const node = serverNode();
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (node === process.execPath && (major < 22 || (major === 22 && minor < 15))) {
    throw new Error(`VS Code's server needs Node 22.15 or later here; this is ${process.versions.node}.`);
  }
  return [node, path.join(vscodeFolder, 'out/server-main.js')];
}

/** Path of the user settings of a server. */
export function settingsFile(dataDir) {
  return path.join(dataDir, 'data/User/settings.json');
}

/** Installs a VSIX the way `code --install-extension` does. Throws when VS Code refuses it. */
export function installVsix(vsix, { dataDir, extensionsDir }) {
  const [node, script] = serverCommand();
  const args = ['--install-extension', vsix, '--force', '--accept-server-license-terms'];
  args.push('--extensions-dir', extensionsDir, '--server-data-dir', dataDir);
  execFileSync(node, [script, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: serverEnvironment(),
  });
}

/**
 * Starts the server.
 * @param options.dataDir user data; settings are written there unless the file exists
 * @param options.extensionsDir installed extensions
 * @param options.testing allows extension development and test paths in the URL (hides notification toasts)
 * @param options.trust with workspace trust, as on the desktop; VS Code does not ask, so no folder is trusted
 * @param options.settings user settings on top of the quiet ones
 * @param options.env variables on top of ours
 * @param options.onLog gets what the server prints
 * @returns `port`, `pid`, `url(folder, payload)` and `stop()`, which ends the server and all that it
 *   started; without a folder the window is empty
 */
export async function startServer({
  dataDir,
  extensionsDir,
  testing = false,
  trust = false,
  settings = {},
  env,
  onLog,
}) {
  const file = settingsFile(dataDir);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (!fs.existsSync(file)) {
    const all = { ...quietSettings, ...(trust && restrictedSettings), ...settings };
    fs.writeFileSync(file, JSON.stringify(all, null, 2));
  }
  const [node, script] = serverCommand();
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--accept-server-license-terms',
  ];
  args.push('--telemetry-level', 'off', '--server-data-dir', dataDir);
  if (!trust) args.push('--disable-workspace-trust');
  if (extensionsDir) args.push('--extensions-dir', extensionsDir);
  if (testing) args.push('--enable-smoke-test-driver');
  // A process group of its own, so that stopping it also ends extension hosts and the engine.
  const child = spawn(node, [script, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(env),
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const signalGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const onExit = () => signalGroup('SIGKILL');
  process.on('exit', onExit);
  const port = await listeningPort(child, onLog).catch((error) => {
    signalGroup('SIGKILL');
    throw error;
  });
  return {
    port,
    pid: child.pid,
    url(folder, payload) {
      const url = new URL(`http://127.0.0.1:${port}/`);
      if (folder === undefined) url.searchParams.set('ew', 'true');
      else url.searchParams.set('folder', folder);
      if (payload) url.searchParams.set('payload', JSON.stringify(payload));
      return url.toString();
    },
    async stop() {
      signalGroup('SIGTERM');
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, stopLimitMs))]);
      signalGroup('SIGKILL');
      process.off('exit', onExit);
    },
  };
}

function listeningPort(child, onLog) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (what) => reject(new Error(`VS Code's server ${what}:\n${output.slice(-2000)}`));
    const timer = setTimeout(() => fail('did not start in time'), startLimitMs);
    const read = (data) => {
      onLog?.(String(data));
      output += data;
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exited with ${code}`);
    });
  });
}
