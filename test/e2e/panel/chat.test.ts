import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PanelModel } from '../../../webview/protocol';
import { fullModel } from './fixture-model';
import { openPanel, startBrowser } from './panel-page';
import type { PanelPage } from './panel-page';
import { themes } from './themes';

let browser: Browser;
let panel: PanelPage;
beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(async () => {
  panel = await openPanel(browser, { theme: themes.light!, width: 400 });
  await panel.showTab('chat');
});
afterEach(() => panel.close());
afterAll(() => browser.close());

const model = (change: Partial<PanelModel> = {}): PanelModel => ({ ...fullModel(), ...change });
const press = (name: string | RegExp): Promise<void> =>
  panel.page.getByRole('button', { name }).first().click();
const question = 'What is the starting dose of lisinopril, and when should it be lower?';

describe('an answer', () => {
  it('is copied, inserted into the note and asked again, and its numbers open the passages', async () => {
    await panel.model(model());
    await press(`Copy: ${question}`);
    await press(`Insert into note: ${question}`);
    await press(`Ask again: ${question}`);
    await press(/^Citation 2: /);
    expect(await panel.posted()).toEqual([
      { type: 'copyAnswer', turn: 1 },
      { type: 'insertAnswer', turn: 1 },
      { type: 'regenerate', turn: 1 },
      expect.objectContaining({
        type: 'openCitation',
        citation: expect.objectContaining({
          quote: 'Check potassium and creatinine one to two weeks after each change of dose.',
        }) as unknown,
      }),
    ]);
  });

  it('is replaced by that of an edited question', async () => {
    await panel.model(model());
    await press(`Edit: ${question}`);
    const box = panel.page.getByRole('textbox', { name: 'Question' });
    await expect.poll(() => box.inputValue()).toBe(question);
    await box.fill('And in children?');
    await box.press('Enter');
    expect(await panel.posted()).toEqual([{ type: 'ask', question: 'And in children?', instead: 1 }]);
    await box.fill('Another one');
    await box.press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'ask', question: 'Another one' });
  });

  it('loses none of another conversation when that is opened while a question is edited', async () => {
    await panel.model(model());
    await press(`Edit: ${question}`);
    const box = panel.page.getByRole('textbox', { name: 'Question' });
    await expect.poll(() => box.inputValue()).toBe(question);
    const others = model().chat.map((turn) => ({ ...turn, id: turn.id + 100, question: 'Of another one' }));
    await panel.model(model({ chat: others }));
    await expect.poll(() => panel.page.getByText('Of another one').count()).toBeGreaterThan(0);
    await box.press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'ask', question });
  });

  it('that a model wrote says under its sources who said what of each sentence', async () => {
    const text = 'Start lisinopril at 10 mg once daily.';
    const judged = {
      path: [{ by: 'judge' as const, verdict: 'supported' as const }],
      cost: { calls: 1, cachedCalls: 0, promptTokens: 400, answerTokens: 20 },
      calibrated: false,
    };
    const sentence = {
      start: 0,
      end: text.length,
      text,
      verdict: 'supported' as const,
      citations: [],
      checkers: [{ by: 'typed-facts' as const, verdict: 'not-sure' as const }],
      judged,
    };
    const value = { answer: text, citations: [], refused: false, sentences: [sentence] };
    await panel.model(model({ chat: [{ id: 1, question: 'q', answer: { state: 'done', value } }] }));
    const path = 'typed facts (not sure) → judge (supported) · 1 call, 420 tokens';
    expect(await panel.page.locator('.sentence-mark').getAttribute('title')).toBe(`Supported – ${path}`);
    const list = panel.page.getByText(path, { exact: true });
    expect(await list.isVisible()).toBe(false);
    await panel.page.getByText('How each sentence was checked', { exact: true }).click();
    expect(await list.isVisible()).toBe(true);
  });

  it('that is refused cannot be copied or inserted, and says what was looked at', async () => {
    await panel.model(model());
    const turn = panel.page.locator('.turn', { hasText: 'coral snake' });
    expect(await turn.getByText('No answer in the library').isVisible()).toBe(true);
    expect(await turn.getByRole('button').allInnerTexts()).toEqual(['Ask again', 'Edit']);
  });

  it('shows its text and its searches while it is written, and can be stopped', async () => {
    await panel.model(
      model({
        chat: [
          {
            id: 7,
            question: 'q',
            answer: { state: 'loading' },
            progress: {
              text: 'The first words',
              trail: [{ round: 1, query: 'lisinopril children', found: 3 }],
              verifying: false,
            },
          },
        ],
      }),
    );
    expect(await panel.page.getByText('The first words').isVisible()).toBe(true);
    await panel.page.getByText('Searches', { exact: true }).click();
    expect(await panel.page.getByText(/lisinopril children/).isVisible()).toBe(true);
    await press('Stop: q');
    expect(await panel.posted()).toEqual([{ type: 'stopAnswer', turn: 7 }]);
  });
});

describe('a question', () => {
  it('takes the note or its selection along only when that is chosen', async () => {
    await panel.model(model({ activeNote: { name: 'visit.note.md', uri: 'file:///visit.note.md' } }));
    const box = panel.page.getByRole('textbox', { name: 'Question' });
    const along = panel.page.getByRole('combobox', { name: 'Goes along with the question' });
    for (const choice of [
      undefined,
      'With visit.note.md and its sources',
      'With the selection in visit.note.md',
    ]) {
      if (choice !== undefined) await along.selectOption(choice);
      await box.fill('q');
      await box.press('Enter');
    }
    expect(await panel.posted()).toEqual([
      { type: 'ask', question: 'q' },
      { type: 'ask', question: 'q', along: 'note' },
      { type: 'ask', question: 'q', along: 'selection' },
    ]);
  });

  it('that is edited takes along what went along before, unless something else is chosen', async () => {
    const along = panel.page.getByRole('combobox', { name: 'Goes along with the question' });
    const activeNote = { name: 'visit.note.md', uri: 'file:///visit.note.md' };
    const other = { uri: 'file:///other.note.md', name: 'other.note.md' };
    const answered = model().chat[0]!;
    const chat = [
      { ...answered, id: 1, question: 'alone' },
      { ...answered, id: 2, question: 'with a note', along: other },
      {
        ...answered,
        id: 3,
        question: 'with a kept part',
        along: { ...other, selection: { start: 0, text: 'x' } },
      },
      { ...answered, id: 4, question: 'with a lost part', along: { ...other, selection: { start: 0 } } },
      {
        ...answered,
        id: 5,
        question: 'with its lost part',
        along: { ...activeNote, selection: { start: 0 } },
      },
    ];
    await panel.model(model({ chat, activeNote }));
    const box = panel.page.getByRole('textbox', { name: 'Question' });
    await along.selectOption('With visit.note.md and its sources');
    for (const { question } of chat) {
      await press(`Edit: ${question}`);
      await expect.poll(() => box.inputValue()).toBe(question);
      await box.press('Enter');
    }
    await press('Edit: with a note');
    await along.selectOption('Question alone');
    await box.press('Enter');
    await box.fill('a new one');
    await box.press('Enter');
    expect(await panel.posted()).toEqual([
      { type: 'ask', question: 'alone', instead: 1 },
      { type: 'ask', question: 'with a note', instead: 2, along: 'same' },
      { type: 'ask', question: 'with a kept part', instead: 3, along: 'same' },
      { type: 'ask', question: 'with a lost part', instead: 4 },
      { type: 'ask', question: 'with its lost part', instead: 5, along: 'selection' },
      { type: 'ask', question: 'with a note', instead: 2 },
      { type: 'ask', question: 'a new one' },
    ]);
  });

  it('has a line under it that says where the answer comes from', async () => {
    await panel.model(model());
    expect(await panel.page.getByText('word for word from your library, offline').isVisible()).toBe(true);
    await panel.model(model({ chatModel: { name: 'llama', place: 'localhost:11434' } }));
    expect(await panel.page.getByText('written by llama (localhost:11434) and verified').isVisible()).toBe(
      true,
    );
  });
});

describe('conversations', () => {
  const chats = [
    { id: 'a', title: 'Lisinopril', updated: 1_790_000_000_000 },
    { id: 'b', title: 'Snake bites', updated: 1_780_000_000_000 },
  ];
  const titles = (): Promise<string[]> =>
    panel.page.locator('.history-row > button, .history-row > .link').allInnerTexts();

  beforeEach(async () => {
    await panel.model(model({ chats, hasChats: true, openChat: 'a' }));
    await panel.page.getByText('Conversations', { exact: true }).click();
  });

  it('are searched by the host, which knows all that they hold', async () => {
    expect(await titles()).toEqual(['Lisinopril', 'Snake bites']);
    const search = panel.page.getByRole('searchbox', { name: 'Search conversations' });
    await search.fill('RENAL low');
    expect(await panel.posted()).toEqual([{ type: 'searchChats', words: 'RENAL low' }]);
    await panel.model(model({ chats: [], hasChats: true, chatSearch: 'RENAL low', openChat: 'a' }));
    expect(await titles()).toEqual([]);
    expect(await search.inputValue()).toBe('RENAL low');
    expect(await panel.page.getByText('No conversation holds these words.').isVisible()).toBe(true);
  });

  it('say what is let go of next, where no more are kept', async () => {
    const lettingGo = { conversation: { of: 50, title: 'Snake bites' }, questions: { of: 50 } };
    const shown = (text: RegExp) => panel.page.getByText(text).isVisible();
    expect(await shown(/takes the place of the oldest/)).toBe(false);
    await panel.model(model({ chats, hasChats: true, openChat: 'a', lettingGo }));
    expect(await shown(/A new one takes the place of the oldest, “Snake bites”/)).toBe(true);
    expect(await shown(/A further one takes the place of the oldest/)).toBe(true);
  });

  it('are opened, exported and deleted', async () => {
    await press('Open conversation: Snake bites');
    await press('Export: Snake bites');
    await press('Delete: Lisinopril');
    expect(await panel.posted()).toEqual([
      { type: 'openChat', chat: 'b' },
      { type: 'exportChat', chat: 'b' },
      { type: 'deleteChat', chat: 'a' },
    ]);
  });

  it('are renamed with Enter, and keep their name with Escape or without one', async () => {
    const rename = async (name: string, key: string): Promise<void> => {
      await press('Rename: Lisinopril');
      const box = panel.page.getByRole('textbox', { name: 'New name of Lisinopril' });
      await box.fill(name);
      await box.press(key);
    };
    await rename('ACE', 'Escape');
    await rename('  ', 'Enter');
    expect(await panel.posted()).toEqual([]);
    await rename(' ACE inhibitors ', 'Enter');
    expect(await panel.posted()).toEqual([{ type: 'renameChat', chat: 'a', title: 'ACE inhibitors' }]);
  });
});
