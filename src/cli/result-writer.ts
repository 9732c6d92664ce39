import type { Session } from './session';

/** How results are written. */
export type Format = 'text' | 'json' | 'jsonl';

/**
 * Writes results as they come: `text` for people, `jsonl` one JSON object per line, `json` one JSON value for the whole
 * output (an array where the command can have several results, with one of them per line).
 */
export class ResultWriter {
  private written = 0;

  constructor(
    private readonly session: Session,
    private readonly format: Format,
    private readonly several: boolean,
  ) {}

  /** @param text the same result for people, with its line breaks */
  async write(result: object, text: () => string): Promise<void> {
    const first = this.written++ === 0;
    if (this.format === 'text') await this.session.print(text());
    else if (this.format === 'jsonl') await this.session.print(`${JSON.stringify(result)}\n`);
    else if (!this.several) await this.session.print(`${JSON.stringify(result, undefined, 2)}\n`);
    else await this.session.print(`${first ? '[\n' : ',\n'}${JSON.stringify(result)}`);
  }

  /** Ends the output; a JSON array is closed even when the work was cut short. */
  async end(): Promise<void> {
    if (this.format !== 'json' || !this.several) return;
    await this.session.print(this.written === 0 ? '[]\n' : '\n]\n');
  }
}
