import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabs, type PanelModel } from '../../../webview/protocol';
import { emptyModel, fullModel } from './fixture-model';
import { openPanel, startBrowser, type PanelPage } from './panel-page';
import { themes } from './themes';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The panel in use, its fact-check not at its end. */
function withFactCheck(part: { pending: number; stopped?: true }): PanelModel {
  const { factCheck } = fullModel();
  if (factCheck.state !== 'done') throw new Error('There is no fact-check.');
  return { ...emptyModel(), factCheck: { state: 'done', value: { ...factCheck.value, ...part } } };
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ofColours = ['color-contrast', 'link-in-text-block'];

describe.each(Object.entries(themes))('%s', (_name, theme) => {
  // A light theme differs from the dark one of its kind in its colours alone.
  const runOnly: axe.RunOnly = theme.kind.endsWith('light')
    ? { type: 'rule', values: ofColours }
    : { type: 'tag', values: standards };

  // One page for all states: to open it and to load axe takes longer than to look at a state.
  let panel: PanelPage;
  beforeAll(async () => {
    panel = await openPanel(browser, { theme });
    // Evaluated by the debugger, which the page's policy does not bind.
    await panel.page.evaluate(axeSource);
  });
  afterAll(() => panel.close());

  test.each([
    ['in use', fullModel()],
    ['empty', emptyModel()],
    ['with a fact-check under way', withFactCheck({ pending: 33 })],
    ['with a fact-check that was stopped', withFactCheck({ pending: 33, stopped: true })],
    [
      'with nothing but errors',
      {
        ...emptyModel(),
        server: { kind: 'error', message: 'The engine stopped.', advice: 'Restart it.' },
        findings: { state: 'failed', message: 'It failed.', advice: 'Try again.' },
        factCheck: { state: 'loading' },
        faithfulness: { state: 'failed', message: 'It failed.', advice: 'Try again.' },
        library: { state: 'failed', message: 'It failed.', advice: 'Try again.' },
      } as const,
    ],
  ])('axe finds no fault: %s', async (_state, model) => {
    await panel.model({ ...model, chat: [...model.chat] });
    for (const tab of tabs) {
      await panel.showTab(tab);
      const { violations } = await panel.page.evaluate(
        (rules) =>
          (window as unknown as { axe: typeof axe }).axe.run({ runOnly: rules, resultTypes: ['violations'] }),
        runOnly,
      );
      const faults = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      );
      expect(faults, tab).toEqual([]);
    }
  });
});

test('no meaning hangs on colour: the verdict stands in words beside its picture', async () => {
  const panel = await openPanel(browser, { theme: themes.light! });
  await panel.model(fullModel());
  const badges = panel.page.locator('#view-findings .verdict');
  expect(await badges.allInnerTexts()).toEqual([
    'Contradicted',
    'Contradicted',
    'Inconsistent',
    'Contradicted',
    'Wording',
    'Not addressed',
  ]);
  expect(await badges.locator('svg').count()).toBe(6);
  await panel.close();
});

test('a screen reader hears the newest result once, and not the same model again', async () => {
  const panel = await openPanel(browser, { theme: themes.light! });
  const live = panel.page.locator('[aria-live=polite]');
  await panel.model({ ...fullModel(), chat: [] });
  expect(await live.textContent()).toBe('');
  await panel.model(fullModel());
  expect(await live.textContent()).toContain('No answer: The library holds no passage on this.');
  await panel.close();
});

test('nothing moves where a person asked for less motion', async () => {
  const panel = await openPanel(browser, { theme: themes.light!, reducedMotion: true });
  await panel.model({ ...fullModel(), findings: { state: 'loading' } });
  const moving = await panel.page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  await panel.close();
});
