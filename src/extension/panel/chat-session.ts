import { toAttestError } from '../../core/errors';
import type { ChatEvent } from '../services';
import type { ChatSummary, ChatTurn, Loadable, PanelAnswer, PanelModel } from '../../../webview/protocol';
import { type ChatStore, chatsKept, type StoredChat } from './chat-store';
import { isQuotedInstead, isWhole, stoppedAnswer } from './stopped-answer';

/** How many questions a conversation keeps; the oldest go first. */
const turnsKept = 50;
const longestTitle = 60;

/** The part of the panel's model that a conversation is. */
type ChatModel = Pick<PanelModel, 'chat' | 'chats' | 'chatSearch' | 'hasChats' | 'lettingGo'> & {
  openChat: string | undefined;
};

/** The conversation that is open in the panel, and the ones before it. Knows nothing of VS Code. */
export class ChatSession {
  #turns: ChatTurn[] = [];
  #lastTurn = 0;
  #open: string | undefined;
  #store: ChatStore | undefined;
  #summaries: ChatSummary[] = [];
  #wanted = '';
  /** The answered turns that a question took the place of; they come back where it gets no answer. */
  readonly #replaced = new Map<number, ChatTurn[]>();

  /** @param show takes what has changed into the panel's model @param newId makes a name that no other conversation has */
  constructor(
    private readonly show: (change: ChatModel) => void,
    private readonly newId: () => string = () =>
      `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
  ) {}

  /** Keeps conversations from now on; undefined: none is kept. */
  keepIn(store: ChatStore | undefined): void {
    this.#store = store;
    this.#stored();
  }

  turn(id: number): ChatTurn | undefined {
    return this.#turns.find((turn) => turn.id === id);
  }

  /**
   * The turns before a new one, or before turn `until`, as the engine wants them: answered ones only. An answer that a note went
   * into goes along with questions about that note alone.
   * @param note URI of the note that goes along with the question
   */
  history(until = Infinity, note?: string): { question: string; answer: string }[] {
    return this.#turns.flatMap(({ id, question, answer, along }) =>
      id < until &&
      (!along || along.uri === note) &&
      answer.state === 'done' &&
      !answer.value.refused &&
      !answer.value.stopped
        ? [{ question, answer: answer.value.answer }]
        : [],
    );
  }

  /**
   * Adds a question that is about to be answered.
   * @param instead it takes the place of this turn and all that followed it; of none where that is not there
   * @returns its turn
   */
  begin(question: string, along?: ChatTurn['along'], instead?: number): number {
    this.#lastTurn += 1;
    this.#replace(instead);
    const turn: ChatTurn = {
      id: this.#lastTurn,
      question,
      answer: { state: 'loading' },
      ...(along && { along }),
    };
    this.#turns = [...this.#turns, turn].slice(-turnsKept);
    this.#changed();
    return turn.id;
  }

  /** Something happened on the way to an answer. Events of a turn that is gone or done are dropped. */
  progress(id: number, event: ChatEvent): void {
    this.#change(id, (turn) => {
      if (turn.answer.state !== 'loading') return turn;
      const before = turn.progress ?? { text: '', trail: [], verifying: false };
      switch (event.kind) {
        case 'search':
          return { ...turn, progress: { ...before, trail: [...before.trail, event.step] } };
        case 'text':
          return { ...turn, progress: { ...before, text: before.text + event.piece } };
        case 'verifying':
          return { ...turn, progress: { ...before, verifying: true } };
      }
    });
  }

  /** Follows an answer until it is there or fails; one that comes after its turn is gone is dropped. Never throws. */
  async follow(id: number, answer: Promise<PanelAnswer>): Promise<void> {
    let outcome: Loadable<PanelAnswer>;
    try {
      outcome = { state: 'done', value: await answer };
    } catch (thrown) {
      const { reason, message, advice } = toAttestError(thrown);
      const written = stoppedAnswer(this.turn(id)?.progress, reason !== 'cancelled' && { message, advice });
      outcome = written ? { state: 'done', value: written } : { state: 'failed', message, advice };
    }
    const replaced = this.#replaced.get(id) ?? [];
    this.#replaced.delete(id);
    if (!this.turn(id)) return;
    // Quotes that were made for want of the model take the place of such quotes, and of nothing else.
    const back = replaced.filter((turn) => !(isQuotedInstead(outcome) && isQuotedInstead(turn.answer)));
    this.#turns = this.#turns.flatMap((turn) => {
      if (turn.id !== id) return [turn];
      const { progress: _, ...asked } = turn;
      return [...(isWhole(outcome) ? [] : back), { ...asked, answer: outcome }];
    });
    this.#changed();
    await this.#keep();
  }

  /** Begins an empty conversation; the one before stays among the kept ones. */
  startNew(): void {
    this.#replaced.clear();
    this.#turns = [];
    this.#open = undefined;
    this.#changed();
  }

  /** Opens a kept conversation. @returns false when there is none of this name */
  openChat(id: string): boolean {
    const chat = this.#store?.get(id);
    if (!chat) return false;
    this.#replaced.clear();
    this.#turns = chat.turns.map((turn) => ({ ...turn, id: ++this.#lastTurn }));
    this.#open = id;
    this.#changed();
    return true;
  }

  /** Lists only the conversations that hold all of these words, in their title, questions or answers. */
  search(words: string): void {
    this.#wanted = words;
    this.#stored();
  }

  isOpen(id: string): boolean {
    return this.#open === id;
  }

  stored(id: string): StoredChat | undefined {
    return this.#store?.get(id);
  }

  async rename(id: string, title: string): Promise<void> {
    await this.#store?.rename(id, title);
    this.#stored();
  }

  /** Deletes a conversation. @returns puts it back; undefined where it was not kept */
  async remove(id: string): Promise<(() => Promise<void>) | undefined> {
    const removed = this.#store?.get(id);
    const wasOpen = this.#open === id;
    await this.#store?.remove(id);
    if (wasOpen) this.startNew();
    this.#stored();
    return removed && ((): Promise<void> => this.#restore(removed, wasOpen));
  }

  async #restore(chat: StoredChat, wasOpen: boolean): Promise<void> {
    await this.#store?.restore(chat);
    this.#stored();
    if (wasOpen && this.#turns.length === 0) this.openChat(chat.id);
  }

  #replace(instead: number | undefined): void {
    const at = this.#turns.findIndex(({ id }) => id === instead);
    if (at < 0) return;
    const gone = this.#turns.slice(at).flatMap((turn) => {
      const waiting = this.#replaced.get(turn.id) ?? [];
      this.#replaced.delete(turn.id);
      return turn.answer.state === 'done' ? [turn] : waiting;
    });
    this.#turns = this.#turns.slice(0, at);
    this.#replaced.set(this.#lastTurn, gone);
  }

  async #keep(): Promise<void> {
    const turns = this.#turns.filter(({ answer }) => answer.state === 'done' || answer.state === 'failed');
    const [first] = turns;
    if (!this.#store || !first) return;
    this.#open ??= this.newId();
    const title = this.#store.get(this.#open)?.title ?? titleOf(first.question);
    await this.#store.put({
      id: this.#open,
      title,
      updated: Date.now(),
      turns: turns.map(({ question, answer, along }) => ({ question, answer, ...(along && { along }) })),
    });
    this.#stored();
  }

  /** What is kept has changed. */
  #stored(): void {
    const wanted = this.#wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const all = this.#store?.all() ?? [];
    this.#summaries = all.filter((chat) => holds(chat, wanted)).map(summaryOf);
    this.#changed();
  }

  #change(id: number, change: (turn: ChatTurn) => ChatTurn): void {
    this.#turns = this.#turns.map((turn) => (turn.id === id ? change(turn) : turn));
    this.#changed();
  }

  #changed(): void {
    const all = this.#store?.all() ?? [];
    const oldest = all.at(-1);
    this.show({
      chat: this.#turns,
      chats: this.#summaries,
      hasChats: all.length > 0,
      chatSearch: this.#wanted,
      openChat: this.#open,
      lettingGo: {
        ...(oldest && all.length >= chatsKept && { conversation: { of: chatsKept, title: oldest.title } }),
        ...(this.#turns.length >= turnsKept && { questions: { of: turnsKept } }),
      },
    });
  }
}

function titleOf(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}

function summaryOf({ id, title, updated }: StoredChat): ChatSummary {
  return { id, title, updated };
}

function holds({ title, turns }: StoredChat, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const said = turns.flatMap(({ question, answer }) =>
    answer.state === 'done' ? [question, answer.value.answer] : [question],
  );
  const words = [title, ...said].join(' ').toLowerCase();
  return wanted.every((word) => words.includes(word));
}
