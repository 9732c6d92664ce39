import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullModel } from './fixture-model';
import { openPanel, startBrowser } from './panel-page';
import type { PanelPage } from './panel-page';
import { themes } from './themes';

const theme = themes.light!;
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

function savedState(panel: PanelPage): Promise<unknown> {
  return panel.page.evaluate(() => (window as unknown as { testState: { value: unknown } }).testState.value);
}

test('tab, scroll position, drafts and opened parts survive hiding', async () => {
  const before = await openPanel(browser, { theme, height: 500 });
  await before.model(fullModel());
  await before.showTab('factCheck');
  await before.page.getByRole('textbox').fill('Half a statement');
  await before.showTab('chat');
  await before.page.getByRole('textbox').fill('Half a question');
  await before.page.getByRole('tab', { name: 'Findings' }).click();
  await before.page.locator('#view-findings .page').hover();
  await before.page.mouse.wheel(0, 420);
  await before.page.getByText('2 more passages').click();
  await before.page.waitForTimeout(200);
  const scrolled = await before.page.locator('#view-findings .page').evaluate((page) => page.scrollTop);
  expect(scrolled).toBeGreaterThan(100);
  const saved = await savedState(before);
  await before.close();

  const after = await openPanel(browser, { theme, height: 500, savedState: saved });
  await after.model(fullModel());
  expect(await after.page.locator('#view-findings').isVisible()).toBe(true);
  expect(await after.page.locator('#view-findings .page').evaluate((page) => page.scrollTop)).toBe(scrolled);
  expect(await after.page.locator('details[open]', { hasText: '2 more passages' }).count()).toBe(1);
  await after.page.getByRole('tab', { name: 'Chat' }).click();
  expect(await after.page.getByRole('textbox').inputValue()).toBe('Half a question');
  await after.page.getByRole('tab', { name: 'Fact-check' }).click();
  expect(await after.page.getByRole('textbox').inputValue()).toBe('Half a statement');
  await after.close();
});

test('a scroll position waits for a page that is still loading', async () => {
  const panel = await openPanel(browser, {
    theme,
    height: 400,
    savedState: { tab: 'findings', scroll: { findings: 300 } },
  });
  await panel.model({ ...fullModel(), findings: { state: 'loading' } });
  await panel.model(fullModel());
  expect(await panel.page.locator('#view-findings .page').evaluate((page) => page.scrollTop)).toBe(300);
  await panel.close();
});

test('another tab and back keeps the place', async () => {
  const panel = await openPanel(browser, { theme, height: 400 });
  await panel.model(fullModel());
  const page = panel.page.locator('#view-findings .page');
  await page.evaluate((element) => (element.scrollTop = 250));
  await panel.page.waitForTimeout(100);
  await panel.page.getByRole('tab', { name: 'Library' }).click();
  await panel.page.getByRole('tab', { name: 'Findings' }).click();
  expect(await page.evaluate((element) => element.scrollTop)).toBe(250);
  await panel.close();
});

test('a damaged state starts afresh', async () => {
  const panel = await openPanel(browser, { theme, savedState: { tab: 'nonsense', scroll: 7, drafts: [3] } });
  await panel.model(fullModel());
  expect(await panel.page.locator('#view-findings').isVisible()).toBe(true);
  expect(panel.leaks).toEqual([]);
  await panel.close();
});

test('hiding the supported sentences is remembered', async () => {
  const panel = await openPanel(browser, { theme });
  await panel.model(fullModel());
  await panel.showTab('faithfulness');
  expect(await panel.page.locator('.sentence:visible').count()).toBe(6);
  await panel.page.getByRole('checkbox').click();
  expect(await panel.page.locator('.sentence:visible').count()).toBe(4);
  expect(await savedState(panel)).toMatchObject({ onlyUnsupported: true });
  await panel.close();
});
