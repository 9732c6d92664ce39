// Finds a Chromium for the tests, or installs Debian's, and starts it headless with a fresh profile.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser for the tests: `CHROMIUM`, else the system's, else Playwright's, else Debian's is installed.
 * @returns its path
 * @throws when there is none; the message says in one line what to do
 */
export function ensureBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (fs.existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not exist.`);
  }
  const found = findBrowser();
  if (found) return found;
  if (isDebianRoot()) {
    console.log('No browser found: installing Debian’s chromium …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
    return '/usr/bin/chromium';
  }
  throw new Error(
    'No browser for the tests: install Chromium or Google Chrome, or set CHROMIUM to its path.',
  );
}

/** A browser of the system or of Playwright; undefined where there is none. */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...applications, ...playwrightBrowsers()].find((file) => fs.existsSync(file));
}

function playwrightBrowsers() {
  const home = os.homedir();
  const cache = {
    darwin: path.join(home, 'Library/Caches/ms-playwright'),
    win32: path.join(home, 'AppData/Local/ms-playwright'),
  };
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    cache[process.platform] ??
    path.join(home, '.cache/ms-playwright');
  if (!fs.existsSync(folder)) return [];
  const builds = fs.readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ];
  return builds
    .sort()
    .reverse()
    .flatMap((build) => inside.map((file) => path.join(folder, build, file)));
}

function isDebianRoot() {
  return (
    process.getuid?.() === 0 && fs.existsSync('/etc/debian_version') && fs.existsSync('/usr/bin/apt-get')
  );
}

/**
 * Starts the browser headless with a profile of its own.
 * @param options.extraArgs command-line flags on top of ours; the rest goes to `launchPersistentContext`
 * @returns Playwright's `context`, its one open `page`, and `close()`, which also removes the profile
 */
export async function startBrowser({ extraArgs = [], ...options } = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    headless: true,
    viewport: { width: 1400, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...extraArgs,
    ],
    ...options,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    async close() {
      await context.close();
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
