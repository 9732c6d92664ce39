import type { IdentifierReader } from '../../core/ports';
import type { Identifier } from '../../core/privacy/identifier';
import type { OwnClaims } from '../../core/privacy/own-claims';
import { LruMap } from '../lru-map';

/** Texts whose reading is remembered: only places and kinds are kept of them, and the text itself as the key. */
const textsKept = 2_000;
/** Characters that wait to be read ahead, at most: some seconds of work. */
const mostWaiting = 200_000;

interface Waiting {
  text: string;
  signal: AbortSignal | undefined;
}

/**
 * Reads texts for identifiers, each once while it is remembered, and ahead of time those that are likely to be sent: while
 * nothing else is to do, one text after the other. Whoever wants a text read now, or does work that nothing may slow, stops
 * what is read ahead; the learned reader remembers the windows that it had read by then.
 */
export class TextReadings {
  private readonly found = new LruMap<string, Identifier[]>(textsKept);
  private readonly claims = new LruMap<string, OwnClaims>(textsKept);
  private waiting: Waiting[] = [];
  private reading: Promise<void> | undefined;
  private stop = new AbortController();
  /** Pieces of work that go first. */
  private before = 0;
  private closed = false;

  constructor(private readonly reader: IdentifierReader) {}

  /**
   * Reads texts now.
   * @throws AttestError `cancelled`, `model-missing`: then nothing may be sent
   */
  read(texts: readonly string[], signal?: AbortSignal): Promise<Identifier[][]> {
    return this.first(async () => {
      const found: Identifier[][] = [];
      for (const text of texts) found.push(await this.readOne(text, signal));
      return found;
    });
  }

  /** What the rules find in one text, remembered. The lists of names are loaded here and not before. */
  async rules(): Promise<(text: string) => OwnClaims> {
    const { ownClaims } = await import('../../core/privacy/own-claims');
    return (text) => this.claims.getOrSet(text, () => ownClaims(text));
  }

  /** Reads texts ahead, when nothing else is to do. What cannot be read then is read when it is to be sent. */
  readAhead(texts: readonly string[], signal?: AbortSignal): void {
    if (this.closed) return;
    let characters = this.waiting.reduce((sum, { text }) => sum + text.length, 0);
    for (const text of texts) {
      if (this.isRead(text) || this.waiting.some((one) => one.text === text)) continue;
      characters += text.length;
      if (characters > mostWaiting) break;
      this.waiting.push({ text, signal });
    }
    this.goOn();
  }

  /** Resolves when nothing waits to be read ahead, or nothing can be now. */
  async rest(): Promise<void> {
    while (this.reading) await this.reading;
  }

  /** Does work that reading ahead may not slow. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    this.before++;
    this.stop.abort();
    try {
      return await work();
    } finally {
      this.before--;
      this.goOn();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.waiting = [];
    this.stop.abort();
    await this.rest();
    await this.reader.close();
  }

  private isRead(text: string): boolean {
    return this.found.get(text) !== undefined && this.claims.get(text) !== undefined;
  }

  private async readOne(text: string, signal?: AbortSignal): Promise<Identifier[]> {
    const known = this.found.get(text);
    if (known) return known;
    const [found = []] = await this.reader.read([text], signal);
    this.found.set(text, found);
    return found;
  }

  private goOn(): void {
    if (this.reading || this.before > 0 || this.closed || this.waiting.length === 0) return;
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.reading = this.readWaiting(signal).finally(() => {
      this.reading = undefined;
      this.goOn();
    });
  }

  private async readWaiting(stop: AbortSignal): Promise<void> {
    for (let next = this.waiting[0]; next && !stop.aborted; next = this.waiting[0]) {
      const { text, signal } = next;
      // Between two texts everything else has its turn.
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (stop.aborted) return;
      try {
        if (!signal?.aborted) {
          await this.readOne(text, stop);
          (await this.rules())(text);
        }
        this.waiting = this.waiting.filter((one) => one !== next);
      } catch {
        // The model cannot be used: the action that sends will say so.
        if (!stop.aborted) this.waiting = [];
      }
    }
  }
}
