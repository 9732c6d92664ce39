import { ChatSession } from '../../../../src/extension/panel/chat-session';
import { ChatStore, type ChatMemory } from '../../../../src/extension/panel/chat-store';
import type { PanelAnswer, PanelModel } from '../../../../webview/protocol';

/** An answer of a model that says nothing much. */
export const answer: PanelAnswer = { answer: 'a', citations: [], refused: false };

/** A memory that keeps what it is given, `stored` at first. */
export function memory(stored?: unknown): ChatMemory & { value: unknown } {
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

/** A conversation that is kept, with what it last showed; `ask` answers a question at once unless told otherwise. */
export function begun(kept = memory()) {
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
