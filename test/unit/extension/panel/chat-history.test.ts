import { describe, expect, it } from 'vitest';
import { answer, begun, memory } from './begun-chat';

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
