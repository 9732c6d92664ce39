import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabs } from '../../../webview/protocol';
import { emptyModel, fullModel } from './fixture-model';
import { openPanel, outputFolder, startBrowser, type PanelPage } from './panel-page';
import { themes } from './themes';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(Object.keys(themes))('%s', (name) => {
  const theme = themes[name];
  if (!theme) throw new Error(`No theme ${name}`);

  // One page for all widths and states: to open it takes longer than to look at a state.
  let panel: PanelPage;
  beforeAll(async () => {
    panel = await openPanel(browser, { theme });
  });
  afterAll(() => panel.close());

  test.each([
    { state: 'in use', prefix: '', width: 250, model: fullModel() },
    { state: 'in use', prefix: '', width: 360, model: fullModel() },
    { state: 'empty', prefix: 'empty-', width: 360, model: emptyModel() },
  ])('fits $width px $state', async ({ prefix, width, model }) => {
    await panel.page.setViewportSize({ width, height: 1000 });
    await panel.model(model);
    for (const tab of tabs) {
      await panel.showTab(tab);
      const overflow = await panel.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((element) => element.getClientRects().length > 0 && !element.closest('.visually-hidden'))
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
          .map((element) => `${element.tagName}.${element.getAttribute('class')}`),
      );
      await panel.page.screenshot({
        caret: 'initial',
        path: path.join(outputFolder, `${prefix}${tab}-${name}-${width}.png`),
      });
      expect(overflow, `${tab} at ${width} px`).toEqual([]);
    }
    expect(panel.leaks).toEqual([]);
  });
});
