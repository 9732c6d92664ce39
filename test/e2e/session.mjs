// One VS Code with the packaged extension installed, in one browser, for all suites of a run.
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { startBrowser } from '../vscode/browser.mjs';
import { installVsix, startServer } from '../vscode/server.mjs';
import { Editor } from './pages/editor.mjs';
import { Panel } from './pages/panel.mjs';
import { Workbench } from './pages/workbench.mjs';

/** Where screenshots go. */
export const output = path.join(import.meta.dirname, 'output');

// The browser resolves no name: see loopback.mjs.
const noNames = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';

/**
 * Installs the VSIX and opens an empty VS Code window, as a new user does.
 * @param vsix path of the packaged extension
 * @returns the page objects, `requests` (every request so far that left the page), `home` (the user's folder), `screenshot(name)` and `close()`
 */
export async function openSession(vsix) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-e2e-'));
  const dataDir = path.join(temporary, 'data');
  const extensionsDir = path.join(temporary, 'extensions');
  const home = path.join(temporary, 'home');
  fs.mkdirSync(home);
  installVsix(vsix, { dataDir, extensionsDir });
  const server = await startServer({ dataDir, extensionsDir, env: { HOME: home } });
  const browser = await startBrowser({
    extraArgs: [noNames],
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page, context } = browser;
  const requests = new Set();
  context.on('request', (request) => requests.add(request));
  // Resources of webviews have made-up host names: VS Code's service worker answers for them inside the page.
  context.on('response', (response) => {
    if (response.fromServiceWorker()) requests.delete(response.request());
  });
  await page.goto(server.url(), { waitUntil: 'commit' });
  const workbench = new Workbench(page);
  await workbench.opened();
  fs.mkdirSync(output, { recursive: true });
  return {
    page,
    workbench,
    editor: new Editor(page),
    panel: new Panel(workbench),
    requests,
    home,
    screenshot: (name) => page.screenshot({ path: path.join(output, `${name}.png`) }),
    async close() {
      await browser.close();
      await server.stop();
      fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
