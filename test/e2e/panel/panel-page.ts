import * as path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { panelHtml } from '../../../src/extension/panel/panel-html';
import type { HostMessage, PanelMessage, PanelModel, Tab } from '../../../webview/protocol';
import type { Theme } from './themes';

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** Nothing answers at this address: every request for it is served below, and every other one is refused. */
const origin = 'http://panel.test';

/** The folder for screenshots; kept out of git. */
export const outputFolder = path.join(root, 'test/e2e/output/panel');

// Each context has a window, for which Chromium would load the pages of its address bar: more work than the panel's page.
// The flag takes the place of Playwright's own; the rest is of what that has.
const unwanted = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  ...['AimEnabled', 'HttpsUpgrades', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch'],
];

/** Starts the browser named by CHROMIUM, or the system's. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      `--disable-features=${unwanted.join(',')}`,
    ],
  });
}

/** The panel in a browser, with the test in the place of the extension. */
export interface PanelPage {
  page: Page;
  /** Sends a message as the extension does. */
  send(message: HostMessage): Promise<void>;
  model(model: PanelModel): Promise<void>;
  showTab(tab: Tab): Promise<void>;
  /** What the panel sent, oldest first, `ready` left out. */
  posted(): Promise<PanelMessage[]>;
  /** Requests that left the panel's own address, and violations of its policy. */
  leaks: string[];
  close(): Promise<void>;
}

/**
 * Opens the built panel. `acquireVsCodeApi`, which VS Code gives a webview, is the one stand-in: it records messages
 * and keeps the state that `setState` is given (`savedState` is what a hidden panel left behind).
 */
export async function openPanel(
  browser: Browser,
  options: { theme: Theme; width?: number; height?: number; savedState?: unknown; reducedMotion?: boolean },
): Promise<PanelPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 300, height: options.height ?? 900 },
    deviceScaleFactor: 2,
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const leaks: string[] = [];
  await page.exposeFunction('reportLeak', (what: string) => leaks.push(what));
  page.on('pageerror', (error) => leaks.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    leaks.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const types: Record<string, string> = { '/panel.js': 'text/javascript', '/panel.css': 'text/css' };
    const type = types[url.pathname];
    if (url.origin !== origin) {
      leaks.push(`request: ${url.href}`);
      await route.abort();
    } else if (url.pathname === '/') {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageHtml(options.theme) });
    } else if (type) {
      await route.fulfill({
        contentType: `${type}; charset=utf-8`,
        path: path.join(root, 'dist', url.pathname),
      });
    } else {
      leaks.push(`request: ${url.href}`);
      await route.fulfill({ status: 404 });
    }
  });
  await page.addInitScript(
    ({ savedState, variables }: { savedState: unknown; variables: Record<string, string> }) => {
      const state = { value: savedState };
      const posted: unknown[] = [];
      Object.assign(window, {
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => posted.push(structuredClone(message)),
          getState: () => state.value,
          setState: (value: unknown) => {
            state.value = structuredClone(value);
          },
        }),
        testPosted: posted,
        testState: state,
      });
      document.addEventListener('securitypolicyviolation', (event) => {
        (window as unknown as { reportLeak: (what: string) => void }).reportLeak(
          `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}:${event.columnNumber} ${event.sample}`,
        );
      });
      // As VS Code does: the theme's colours are properties of the root element.
      const apply = (): void => {
        document.documentElement.style.background = 'var(--vscode-sideBar-background)';
        for (const [name, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(`--vscode-${name}`, value);
        }
      };
      if (document.documentElement) apply();
      else document.addEventListener('readystatechange', apply, { once: true });
    },
    { savedState: options.savedState ?? null, variables: options.theme.variables },
  );
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => (window as unknown as { testPosted: unknown[] }).testPosted.length > 0);
  const send = (message: HostMessage): Promise<void> =>
    page
      .evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), message)
      .then(settle);
  const settle = async (): Promise<void> => {
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  };
  return {
    page,
    send,
    model: (model) => send({ type: 'model', model }),
    showTab: (tab) => send({ type: 'showTab', tab }),
    posted: async () =>
      (await page.evaluate(() => (window as unknown as { testPosted: PanelMessage[] }).testPosted)).filter(
        ({ type }) => type !== 'ready',
      ),
    leaks,
    close: () => context.close(),
  };
}

function pageHtml(theme: Theme): string {
  const html = panelHtml({
    script: `${origin}/panel.js`,
    style: `${origin}/panel.css`,
    cspSource: origin,
    nonce: 'bm9uY2U=',
    styleNonce: 'c3R5bGU=',
    language: 'en',
    translations: {},
  });
  // VS Code marks the kind of theme on <body>.
  return html.replace('<body ', `<body class="${theme.kind}" data-vscode-theme-kind="${theme.kind}" `);
}
