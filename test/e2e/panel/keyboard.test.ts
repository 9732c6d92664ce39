import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullModel } from './fixture-model';
import { openPanel, startBrowser } from './panel-page';
import type { PanelPage } from './panel-page';
import { themes } from './themes';

const theme = themes.dark!;
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The accessible name of what has the focus, through shadow roots. */
function focused(panel: PanelPage): Promise<string> {
  return panel.page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

test('Tab reaches the tabs, arrow keys move between them, Tab enters the page', async () => {
  const panel = await openPanel(browser, { theme });
  await panel.model(fullModel());
  const isFocused = (name: string): Promise<boolean> =>
    panel.page
      .getByRole('tab', { name, exact: true })
      .evaluate((element) => element === document.activeElement);
  await panel.page.keyboard.press('Tab');
  expect(await isFocused('Findings 6 findings')).toBe(true);
  for (const name of ['Fact-check', 'Faithfulness', 'Chat', 'Library 2 skipped', 'Findings 6 findings']) {
    await panel.page.keyboard.press('ArrowRight');
    expect(await isFocused(name), name).toBe(true);
  }
  await panel.page.keyboard.press('ArrowLeft');
  expect(await panel.page.locator('#view-library').isVisible()).toBe(true);
  expect(await panel.page.locator('#view-findings').isVisible()).toBe(false);
  await panel.page.keyboard.press('Home');
  await panel.page.keyboard.press('Tab');
  await panel.page.keyboard.press('Tab');
  expect(await focused(panel)).toBe('Check Note');
  await panel.close();
});

test('arrow keys walk the findings, Enter shows one in the note, its buttons follow with Tab', async () => {
  const panel = await openPanel(browser, { theme });
  await panel.model(fullModel());
  const card = (): Promise<string | null> =>
    panel.page.evaluate(() => document.activeElement?.getAttribute('data-fingerprint') ?? null);
  await panel.page.locator('[data-fingerprint="f-dose"]').focus();
  await panel.page.keyboard.press('ArrowDown');
  expect(await card()).toBe('f-side');
  await panel.page.keyboard.press('End');
  expect(await card()).toBe('f-missing');
  await panel.page.keyboard.press('Home');
  expect(await card()).toBe('f-dose');
  await panel.page.keyboard.press('Enter');
  await panel.page.keyboard.press('Tab');
  expect(await focused(panel)).toBe('Open evidence in visit-1.transcript.txt');
  await panel.page.keyboard.press('Enter');
  await panel.page.keyboard.press('Tab');
  expect(await focused(panel)).toBe('Change to “10 mg”');
  await panel.page.keyboard.press('Enter');
  const uri = 'file:///clinic/visits/visit-1.note.md';
  expect(await panel.posted()).toEqual([
    { type: 'revealSpan', uri, start: 240, end: 246 },
    {
      type: 'openCitation',
      citation: expect.objectContaining({ title: 'visit-1.transcript.txt' }) as unknown,
    },
    { type: 'applyFix', uri, fingerprint: 'f-dose', fix: 0 },
  ]);
  await panel.close();
});

test('a citation number in an answer opens its passage from the keyboard', async () => {
  const panel = await openPanel(browser, { theme });
  await panel.model(fullModel());
  await panel.showTab('chat');
  const number = panel.page
    .getByRole('button', { name: /^Citation 2: Open evidence in Chronic kidney disease/ })
    .first();
  await number.focus();
  await panel.page.keyboard.press('Enter');
  expect(await panel.posted()).toEqual([
    {
      type: 'openCitation',
      citation: expect.objectContaining({ document: '/clinic/guidelines/ckd.pdf', page: 12 }) as unknown,
    },
  ]);
  await panel.close();
});

test('Enter asks, Shift+Enter makes a new line, an empty question is not sent', async () => {
  const panel = await openPanel(browser, { theme });
  await panel.model({ ...fullModel(), chat: [] });
  await panel.showTab('chat');
  const box = panel.page.getByRole('textbox', { name: 'Question' });
  await box.focus();
  await panel.page.keyboard.press('Enter');
  await panel.page.keyboard.type('Dose of');
  await panel.page.keyboard.press('Shift+Enter');
  await panel.page.keyboard.type('lisinopril?');
  await panel.page.keyboard.press('Enter');
  expect(await panel.posted()).toEqual([{ type: 'ask', question: 'Dose of\nlisinopril?' }]);
  await expect.poll(() => box.inputValue()).toBe('');
  await panel.close();
});

test('Ctrl+Enter checks the statements that were typed', async () => {
  const panel = await openPanel(browser, { theme });
  await panel.model({ ...fullModel(), factCheck: { state: 'empty' } });
  await panel.showTab('factCheck');
  await panel.page.getByRole('textbox').focus();
  await panel.page.keyboard.type('Statins at night. ');
  await panel.page.keyboard.press('Control+Enter');
  expect(await panel.posted()).toEqual([{ type: 'factCheck', text: 'Statins at night.' }]);
  await panel.close();
});

test('the keyboard stays where it was when the note is checked again', async () => {
  const panel = await openPanel(browser, { theme });
  const model = fullModel();
  await panel.model(model);
  await panel.page.locator('[data-fingerprint="f-side"]').focus();
  if (model.findings.state !== 'done') throw new Error('The fixture holds findings.');
  model.findings.value.report.findings.shift();
  await panel.model(model);
  expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('data-fingerprint'))).toBe(
    'f-side',
  );
  // Ignored while it had the focus: the page takes it, not the document.
  model.findings.value.report.findings.shift();
  await panel.model(model);
  expect(await panel.page.evaluate(() => document.activeElement?.closest('#view-findings') !== null)).toBe(
    true,
  );
  await panel.close();
});

test('a finding that the editor asks for is scrolled to and focused', async () => {
  const panel = await openPanel(browser, { theme, height: 400 });
  await panel.showTab('chat');
  await panel.send({ type: 'showTab', tab: 'findings', finding: 'f-missing' });
  // The report comes after the wish.
  await panel.model(fullModel());
  const card = panel.page.locator('[data-fingerprint="f-missing"]');
  expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
  const box = await card.boundingBox();
  expect(box && box.y >= 0 && box.y < 400).toBe(true);
  await panel.close();
});

test('a fact-check is stopped with the keyboard, which stays there while results come', async () => {
  const panel = await openPanel(browser, { theme });
  const { factCheck } = fullModel();
  if (factCheck.state !== 'done') throw new Error('There is no fact-check.');
  await panel.model({ ...fullModel(), factCheck: { state: 'loading' } });
  await panel.showTab('factCheck');
  await panel.page.getByRole('button', { name: 'Stop' }).focus();
  await panel.model({
    ...fullModel(),
    factCheck: { ...factCheck, value: { ...factCheck.value, pending: 2 } },
  });
  expect(await focused(panel)).toBe('Stop');
  await panel.page.keyboard.press('Enter');
  expect(await panel.posted()).toEqual([{ type: 'stopFactCheck' }]);
  const stopped = { ...factCheck.value, pending: 2, stopped: true } as const;
  await panel.model({ ...fullModel(), factCheck: { ...factCheck, value: stopped } });
  expect(await panel.page.getByText('2 statements were not checked.').isVisible()).toBe(true);
  expect(await panel.page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  await panel.close();
});
