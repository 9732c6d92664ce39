import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import type { PanelAnswer } from '../../../../webview/protocol';
import { answer, begun } from './begun-chat';

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
