import type { SentCall } from '../../core/language-model/model-host';

/** So many calls are kept, and so many characters of their text in all: the log must not grow with the day. */
const callsKept = 200;
const charactersKept = 4_000_000;

/** What was sent to language models, newest last. In memory only: it goes when the process ends. */
export class SentLog {
  private calls: SentCall[] = [];
  private characters = 0;
  private count = 0;

  add(call: SentCall): void {
    this.count++;
    this.calls.push(call);
    this.characters += lengthOf(call);
    while (this.calls.length > callsKept || (this.calls.length > 1 && this.characters > charactersKept)) {
      const oldest = this.calls.shift();
      if (oldest) this.characters -= lengthOf(oldest);
    }
  }

  /** The calls that are kept, and how many there were in all. */
  all(): { calls: SentCall[]; count: number } {
    return { calls: [...this.calls], count: this.count };
  }

  clear(): void {
    this.calls = [];
    this.characters = 0;
    this.count = 0;
  }
}

function lengthOf({ messages }: SentCall): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}
