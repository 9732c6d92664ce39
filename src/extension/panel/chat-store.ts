import type { ChatTurn } from '../../../webview/protocol';

/** A conversation as it is kept. */
export interface StoredChat {
  id: string;
  title: string;
  /** Milliseconds since the epoch. */
  updated: number;
  turns: Pick<ChatTurn, 'question' | 'answer' | 'along'>[];
}

/** Where conversations are kept: VS Code's storage of the workspace. */
export interface ChatMemory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const key = 'attest.chats';
/** So many conversations are kept; the oldest go first. */
export const chatsKept = 50;

/**
 * The conversations of a workspace: kept in VS Code's own storage, never in a file of the workspace. Of a note that went along
 * its name is kept, and no text but what the answers quote.
 */
export class ChatStore {
  #chats: StoredChat[];

  constructor(private readonly memory: ChatMemory) {
    const stored = memory.get(key);
    // What an older version or another program left there is passed over.
    this.#chats = Array.isArray(stored) ? stored.filter(isStoredChat).map(withoutSelections) : [];
  }

  /** Newest first. */
  all(): readonly StoredChat[] {
    return this.#chats;
  }

  get(id: string): StoredChat | undefined {
    return this.#chats.find((chat) => chat.id === id);
  }

  /** Adds a conversation, or takes the place of the one with its id, and makes it the newest. */
  async put(chat: StoredChat): Promise<void> {
    await this.#keep(
      [withoutSelections(chat), ...this.#chats.filter(({ id }) => id !== chat.id)].slice(0, chatsKept),
    );
  }

  async rename(id: string, title: string): Promise<void> {
    await this.#keep(this.#chats.map((chat) => (chat.id === id ? { ...chat, title } : chat)));
  }

  async remove(id: string): Promise<void> {
    await this.#keep(this.#chats.filter((chat) => chat.id !== id));
  }

  /** Puts a conversation that was removed back where it was. */
  async restore(chat: StoredChat): Promise<void> {
    const others = this.#chats.filter(({ id }) => id !== chat.id);
    const older = others.findIndex(({ updated }) => updated < chat.updated);
    const at = older < 0 ? others.length : older;
    await this.#keep([...others.slice(0, at), chat, ...others.slice(at)].slice(0, chatsKept));
  }

  async clear(): Promise<void> {
    await this.#keep([]);
  }

  async #keep(chats: StoredChat[]): Promise<void> {
    this.#chats = chats;
    await this.memory.update(key, chats.length === 0 ? undefined : chats);
  }
}

function withoutSelections(chat: StoredChat): StoredChat {
  const turns = chat.turns.map(({ along, ...turn }) => {
    if (!along?.selection) return { ...turn, ...(along && { along }) };
    const { uri, name, selection } = along;
    // Older versions kept the selected text alone, in this place.
    const start = typeof selection === 'object' ? selection.start : 0;
    return { ...turn, along: { uri, name, selection: { start } } };
  });
  return { ...chat, turns };
}

function isStoredChat(value: unknown): value is StoredChat {
  const chat = value as Partial<StoredChat> | null;
  return (
    typeof chat === 'object' &&
    chat !== null &&
    typeof chat.id === 'string' &&
    typeof chat.title === 'string' &&
    typeof chat.updated === 'number' &&
    Array.isArray(chat.turns) &&
    chat.turns.every(
      (turn: Partial<ChatTurn> | null) =>
        typeof turn?.question === 'string' &&
        (turn.answer?.state === 'failed' ||
          (turn.answer?.state === 'done' &&
            typeof turn.answer.value?.answer === 'string' &&
            Array.isArray(turn.answer.value.citations))),
    )
  );
}
