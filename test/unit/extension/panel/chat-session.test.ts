import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/core/verdicts/verdict';
import { AttestError } from '../../../../src/core/errors';
import { answerForNote, answerWithSources, exportChat } from '../../../../src/extension/panel/chat-export';
import { ChatSession } from '../../../../src/extension/panel/chat-session';
import { ChatStore, type ChatMemory } from '../../../../src/extension/panel/chat-store';
import type { PanelAnswer, PanelModel } from '../../../../webview/protocol';

const answer: PanelAnswer = { answer: 'a', citations: [], refused: false };

function memory(stored?: unknown): ChatMemory & { value: unknown } {
  return {
    value: stored,
    get() {
      return this.value;
    },
    update(_, value) {
      this.value = value;
      return Promise.resolve();
    },
  };
}

function begun(kept = memory()) {
  let shown: Partial<PanelModel> = {};
  let names = 0;
  const chat = new ChatSession(
    (change) => (shown = change),
    () => `chat-${++names}`,
  );
  chat.keepIn(new ChatStore(kept));
  const ask = (question: string, result = Promise.resolve(answer)): Promise<void> =>
    chat.follow(chat.begin(question), result);
  return { chat, ask, kept, model: () => shown };
}

describe('a conversation', () => {
  it('keeps questions in order with their own answers', async () => {
    const { ask, model } = begun();
    let finish: (value: PanelAnswer) => void = () => undefined;
    const slow = ask('first', new Promise((resolve) => (finish = resolve)));
    await ask('second', Promise.resolve({ ...answer, answer: 'b' }));
    finish(answer);
    await slow;
    expect(model().chat).toMatchObject([
      { question: 'first', answer: { value: { answer: 'a' } } },
      { question: 'second', answer: { value: { answer: 'b' } } },
    ]);
  });

  it('keeps what was written before it was stopped, without numbers that stand for nothing, and asks nothing by it', async () => {
    const { chat, model } = begun();
    const turn = chat.begin('q');
    chat.progress(turn, { kind: 'text', piece: 'Give 5 mg [1, 2] once daily [3]. And' });
    await chat.follow(turn, Promise.reject(new AttestError('cancelled', 'Cancelled.', 'Ask again.')));
    expect(model().chat?.[0]?.answer).toMatchObject({
      state: 'done',
      value: { answer: 'Give 5 mg once daily. And', stopped: true, citations: [], sentences: [] },
    });
    expect(chat.history()).toEqual([]);
    const silent = chat.begin('q');
    await chat.follow(silent, Promise.reject(new AttestError('cancelled', 'Cancelled.', 'Ask again.')));
    expect(model().chat?.[1]?.answer.state).toBe('failed');
  });

  it('keeps no link, image or HTML of what was written before it was stopped', async () => {
    const { chat, model } = begun();
    const turn = chat.begin('q');
    const piece =
      'Give ![x](https://evil.example/p) 5 mg, [see](command:attest.clear) <img src="//evil.example">';
    chat.progress(turn, { kind: 'text', piece });
    await chat.follow(turn, Promise.reject(new AttestError('cancelled', 'Cancelled.', 'Ask again.')));
    expect(model().chat?.[0]?.answer).toMatchObject({ value: { answer: 'Give x 5 mg, see' } });
  });

  it('grows as text comes, and drops events that come too late', async () => {
    const { chat, model } = begun();
    const turn = chat.begin('q');
    chat.progress(turn, { kind: 'search', step: { round: 0, query: 'q', found: 2 } });
    chat.progress(turn, { kind: 'text', piece: 'Two ' });
    chat.progress(turn, { kind: 'text', piece: 'words' });
    expect(model().chat?.[0]?.progress).toEqual({
      text: 'Two words',
      trail: [{ round: 0, query: 'q', found: 2 }],
      verifying: false,
    });
    await chat.follow(turn, Promise.resolve(answer));
    chat.progress(turn, { kind: 'text', piece: 'late' });
    expect(model().chat?.[0]?.progress).toBeUndefined();
  });

  it('says what to do when an answer fails', async () => {
    const { ask, model } = begun();
    await ask('q', Promise.reject(new AttestError('model-unreachable', 'Gone.', 'Start it.')));
    expect(model().chat?.[0]?.answer).toEqual({ state: 'failed', message: 'Gone.', advice: 'Start it.' });
  });

  it('stays empty when an answer comes after a new one was begun', async () => {
    const { chat, model } = begun();
    const pending = chat.follow(chat.begin('q'), Promise.resolve(answer));
    chat.startNew();
    await pending;
    expect(model().chat).toEqual([]);
    expect(model().chats).toEqual([]);
  });

  it('forgets the oldest questions after fifty', async () => {
    const { ask, model } = begun();
    for (let n = 1; n <= 51; n += 1) await ask(`q${n}`);
    expect(model().chat).toHaveLength(50);
    expect(model().chat?.[0]?.question).toBe('q2');
  });

  it('gives the engine what was answered before, without refusals', async () => {
    const { chat, ask } = begun();
    await ask('one');
    await ask('two', Promise.resolve({ ...answer, answer: '', refused: true }));
    expect(chat.history()).toEqual([{ question: 'one', answer: 'a' }]);
  });

  it('gives an answer that a note went into to questions about that note alone', async () => {
    const { chat } = begun();
    await chat.follow(chat.begin('q', { uri: 'file:///a.md', name: 'a.md' }), Promise.resolve(answer));
    expect(chat.history()).toEqual([]);
    expect(chat.history(undefined, 'file:///b.md')).toEqual([]);
    expect(chat.history(undefined, 'file:///a.md')).toEqual([{ question: 'q', answer: 'a' }]);
  });

  it('loses a turn and what followed when it is asked anew and answered', async () => {
    const { chat, ask, model } = begun();
    await ask('one');
    await ask('two');
    await ask('three');
    const turn = chat.begin('two, again', undefined, 2);
    expect(model().chat?.map(({ question }) => question)).toEqual(['one', 'two, again']);
    expect(chat.history(turn)).toEqual([{ question: 'one', answer: 'a' }]);
    await chat.follow(turn, Promise.resolve(answer));
    expect(model().chat?.map(({ question }) => question)).toEqual(['one', 'two, again']);
  });

  it.each(['', 'Half an ans'])(
    'gets the old turns back where the question that took their place gets no whole answer: %j',
    async (written) => {
      const { chat, ask, kept, model } = begun();
      await ask('one');
      await ask('two');
      const first = chat.begin('one, again', undefined, 1);
      // Asked a third time while the second is still under way.
      const turn = chat.begin('one, once more', undefined, first);
      if (written !== '') chat.progress(turn, { kind: 'text', piece: written });
      const gone = new AttestError('model-unreachable', 'Gone.', 'Start it.');
      await chat.follow(first, Promise.reject(gone));
      await chat.follow(turn, Promise.reject(gone));
      expect(model().chat?.map(({ question }) => question)).toEqual(['one', 'two', 'one, once more']);
      expect(model().chat?.[0]?.answer).toMatchObject({ value: { answer: 'a' } });
      expect(JSON.stringify(kept.value)).toContain('"question":"two"');
    },
  );

  it('keeps a good answer beside quotes that were made for want of the model, and one such turn at a time', async () => {
    const { chat, ask, model } = begun();
    const quotes = { ...answer, answer: 'quotes', withoutModel: { message: 'Gone.', advice: 'Start it.' } };
    const texts = () =>
      model().chat?.map(({ answer: { state, ...rest } }) => [state, 'value' in rest && rest.value.answer]);
    await ask('one');
    const second = chat.begin('one', undefined, 1);
    await chat.follow(second, Promise.resolve(quotes));
    expect(texts()).toEqual([
      ['done', 'a'],
      ['done', 'quotes'],
    ]);
    const third = chat.begin('one', undefined, second);
    await chat.follow(third, Promise.resolve({ ...quotes, answer: 'quotes again' }));
    expect(texts()).toEqual([
      ['done', 'a'],
      ['done', 'quotes again'],
    ]);
    await chat.follow(chat.begin('one', undefined, third), Promise.resolve({ ...answer, answer: 'b' }));
    expect(texts()).toEqual([
      ['done', 'a'],
      ['done', 'b'],
    ]);
  });

  it('loses nothing where a question is to take the place of a turn of another conversation', async () => {
    const { chat, ask, model } = begun();
    await ask('one');
    chat.startNew();
    await ask('two');
    chat.openChat('chat-1');
    await chat.follow(chat.begin('three', undefined, 2), Promise.resolve(answer));
    expect(model().chat?.map(({ question }) => question)).toEqual(['one', 'three']);
  });

  it('keeps what was written before the stream was cut, as not verified, with the cause', async () => {
    const { chat, model } = begun();
    const turn = chat.begin('q');
    chat.progress(turn, { kind: 'text', piece: 'Give 5 mg [1] ![x](https://evil.example/p)' });
    await chat.follow(turn, Promise.reject(new AttestError('model-unreachable', 'Gone.', 'Start it.')));
    expect(model().chat?.[0]?.answer).toMatchObject({
      state: 'done',
      value: { stopped: true, sentences: [], broken: { message: 'Gone.', advice: 'Start it.' } },
    });
    expect(JSON.stringify(model().chat)).not.toContain('evil');
    expect(chat.history()).toEqual([]);
  });
});

describe('the history', () => {
  it('keeps a conversation under its first question, and opens it again', async () => {
    const { chat, ask, kept, model } = begun();
    await ask('When is metformin stopped?');
    await ask('And why?');
    chat.startNew();
    await ask('Another topic');
    expect(model().chats?.map(({ title }) => title)).toEqual(['Another topic', 'When is metformin stopped?']);
    expect(chat.openChat('chat-1')).toBe(true);
    expect(model().chat?.map(({ question }) => question)).toEqual(['When is metformin stopped?', 'And why?']);
    const again = begun(kept);
    expect(again.model().chats).toHaveLength(2);
    expect(again.chat.openChat('chat-9')).toBe(false);
  });

  it('goes on in the same conversation after it was opened', async () => {
    const { chat, ask, model } = begun();
    await ask('one');
    chat.startNew();
    chat.openChat('chat-1');
    await ask('two');
    expect(model().chats).toHaveLength(1);
    expect(model().chat?.map(({ question }) => question)).toEqual(['one', 'two']);
  });

  it('is searched by all that a conversation holds, however long it is, and says where nothing is found', async () => {
    const { chat, ask, model } = begun();
    await ask('one', Promise.resolve({ ...answer, answer: `${'word '.repeat(2000)}Metformin` }));
    chat.startNew();
    await ask('two');
    const found = (words: string) => {
      chat.search(words);
      return model().chats?.map(({ title }) => title);
    };
    expect(found('METFORMIN one')).toEqual(['one']);
    expect(found('metformin two')).toEqual([]);
    expect(model()).toMatchObject({ hasChats: true, chatSearch: 'metformin two' });
    expect(found(' ')).toEqual(['two', 'one']);
  });

  it('renames, and keeps the name', async () => {
    const { chat, ask, model } = begun();
    await ask('one');
    await chat.rename('chat-1', 'Metformin');
    await ask('two');
    expect(model().chats?.[0]?.title).toBe('Metformin');
  });

  it('deletes; the open one becomes empty', async () => {
    const { chat, ask, kept, model } = begun();
    await ask('one');
    await chat.remove('chat-1');
    expect(model()).toMatchObject({ chat: [], chats: [] });
    expect(kept.value).toBeUndefined();
  });

  it('puts a deleted one back where it was, and opens it where nothing was begun since', async () => {
    const { chat, ask, kept, model } = begun();
    await ask('one');
    chat.startNew();
    await ask('two');
    chat.openChat('chat-1');
    const before = JSON.stringify(kept.value);
    const putBack = await chat.remove('chat-1');
    expect(model().chats?.map(({ title }) => title)).toEqual(['two']);
    await putBack?.();
    expect(JSON.stringify(kept.value)).toBe(before);
    expect(model().chat?.map(({ question }) => question)).toEqual(['one']);
    const again = await chat.remove('chat-1');
    await ask('three');
    await again?.();
    expect(model().chat?.map(({ question }) => question)).toEqual(['three']);
    expect(model().chats).toHaveLength(3);
    expect(await chat.remove('no such')).toBeUndefined();
  });

  it('says which conversation and that a question goes next, once no more are kept', async () => {
    const { chat, ask, model } = begun();
    for (let at = 1; at < 50; at++) {
      await ask(`c${at}`);
      chat.startNew();
    }
    expect(model().lettingGo).toEqual({});
    for (let at = 1; at < 50; at++) await ask(`q${at}`);
    expect(model().lettingGo).toEqual({ conversation: { of: 50, title: 'c1' } });
    await ask('q50');
    expect(model().lettingGo).toMatchObject({ questions: { of: 50 } });
    chat.startNew();
    expect(model().lettingGo).toEqual({ conversation: { of: 50, title: 'c1' } });
  });

  it('keeps no text of a selection that went along, an older version’s neither', async () => {
    const { chat, kept, model } = begun();
    const selection = { start: 7, text: 'Mrs Jane Doe' };
    await chat.follow(
      chat.begin('q', { uri: 'file:///n.md', name: 'n.md', selection }),
      Promise.resolve(answer),
    );
    expect(model().chat?.[0]?.along?.selection?.text).toBe('Mrs Jane Doe');
    expect(JSON.stringify(kept.value)).not.toContain('Jane');
    chat.openChat('chat-1');
    expect(model().chat?.[0]?.along).toEqual({ uri: 'file:///n.md', name: 'n.md', selection: { start: 7 } });
    const old = JSON.stringify(kept.value).replace('{"start":7}', '"Mrs Jane Doe"');
    const opened = begun(memory(JSON.parse(old)));
    opened.chat.openChat('chat-1');
    expect(opened.model().chat?.[0]?.along?.selection).toEqual({ start: 0 });
    await opened.chat.rename('chat-1', 't');
    expect(JSON.stringify(opened.kept.value)).not.toContain('Jane');
  });

  it.each([['text'], [[{ id: 1 }, null, { id: 'x', title: 't', updated: 1, turns: [{ question: 1 }] }]]])(
    'passes over what is not its own: %j',
    (stored) => {
      expect(begun(memory(stored)).model().chats).toEqual([]);
    },
  );

  it('keeps nothing when it is switched off', async () => {
    const { chat, ask, kept } = begun();
    chat.keepIn(undefined);
    await ask('one');
    expect(kept.value).toBeUndefined();
  });
});

describe('an answer that leaves the panel', () => {
  const cited: PanelAnswer = {
    answer: '> Give 5 mg\\* once daily [1] [7]',
    refused: false,
    citations: [
      {
        kind: 'library',
        document: '/g/a.md',
        title: 'Guide',
        version: 'v',
        section: ['Dose'],
        page: 4,
        start: 0,
        end: 4,
        quote: 'Give 5 mg*\nonce daily',
      },
    ],
  };

  const words = {
    verdicts: {
      supported: 'supported',
      contradicted: 'contradicted',
      'not-addressed': 'not addressed',
      'not-sure': 'not sure',
      'not-scored': 'not scored',
    },
    unverified: 'not verified',
    unfinished: 'not complete',
    tableLeftOut: 'table left out',
  };
  const verified: PanelAnswer = {
    answer: 'Give 5 mg [1]. Give 50 mg. It is safe.',
    refused: false,
    citations: cited.citations,
    sentences: [
      { start: 0, end: 14, text: 'Give 5 mg.', verdict: 'supported', citations: [1] },
      { start: 15, end: 26, text: 'Give 50 mg.', verdict: 'contradicted', citations: [] },
      { start: 27, end: 38, text: 'It is safe.', verdict: 'not-addressed', citations: [] },
    ],
  };

  it('takes its citations into the note in words', () => {
    expect(answerForNote(cited, words)).toEqual({
      text: 'Give 5 mg* once daily [Guide, Dose, p. 4] [7]',
      leftOut: 0,
    });
  });

  it('brings nothing into a note that its evidence contradicts, and marks what it does not bear out', () => {
    const { text, leftOut } = answerForNote(verified, words);
    expect(text.replace(/ +/g, ' ')).toBe('Give 5 mg [Guide, Dose, p. 4]. It is safe. (not addressed)');
    expect(leftOut).toBe(1);
  });

  it('brings no table into a note of which its evidence contradicts a row or the header', () => {
    const rows = ['| Drug | Dose |', '|---|---|', '| Metformin | 500 mg |', '| Aspirin | 7500 mg |'];
    const table = rows.join('\n');
    const text = `Doses.\n\n${table}\n\nWith food.`;
    const at = (part: string, verdict: Verdict) => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
      text: part,
      verdict,
      citations: [],
    });
    for (const wrong of [0, 3]) {
      const sentences = [
        at('Doses.', 'not-sure'),
        ...[0, 2, 3].map((row) => at(rows[row]!, row === wrong ? 'contradicted' : 'supported')),
        at('With food.', 'supported'),
      ];
      const { text: inserted } = answerForNote(
        { answer: text, citations: [], refused: false, sentences },
        words,
      );
      expect(inserted).toBe('Doses. (not sure)\n\n(table left out)\n\nWith food.');
    }
    const alone = { answer: table, citations: [], refused: false };
    const row = { start: 0, end: rows[0]!.length, text: rows[0]!, citations: [] };
    const contradicted = { ...alone, sentences: [{ ...row, verdict: 'contradicted' as const }] };
    expect(answerForNote(contradicted, words).text).toBe('');
    expect(answerForNote({ ...alone, sentences: [] }, words).text).toBe(table);
  });

  it('says in the clipboard which sentence is contradicted, and that a stopped one was not verified', () => {
    expect(answerWithSources(verified, words)).toContain(
      'Give 50 mg. (contradicted) It is safe. (not addressed)',
    );
    const stopped: PanelAnswer = { answer: 'Give 5', citations: [], refused: false, stopped: true };
    expect(answerWithSources(stopped, words)).toBe('Give 5 (not verified)');
    expect(answerForNote(stopped, words).text).toBe('Give 5 (not verified)');
  });

  it('says everywhere of one that was cut off that it is not complete', () => {
    const cut: PanelAnswer = { answer: 'Give 5 mg.', citations: [], refused: false, unfinished: 'length' };
    expect(answerWithSources(cut, words)).toBe('Give 5 mg. (not complete)');
    expect(answerForNote(cut, words).text).toBe('Give 5 mg. (not complete)');
  });

  it('takes its quotes along to the clipboard and into an export', () => {
    expect(answerWithSources(cited, words)).toContain('1. [Guide, Dose, p. 4]: “Give 5 mg* once daily”');
    const exported = exportChat(
      {
        id: 'c',
        title: 'T',
        updated: 0,
        turns: [{ question: 'How\nmuch?', answer: { state: 'done', value: cited } }],
      },
      words,
    );
    expect(exported).toMatch(/^# T\n\n## How much\?\n\n> Give/);
  });
});
