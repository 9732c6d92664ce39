import { overlaps, type Span } from '../text/span';
import { dateReading, findDates, monthBeginnings, type DateReading, type WrittenDate } from './days/dates';
import { isPlainDate } from './days/plain-date';
import { findIdentifiers, type FoundIdentifier } from './find-identifiers';
import type { Identifier, IdentifierKind } from './identifier';
import { ownClaims, type OwnClaims } from './own-claims';

/** What stands in the place of an identifier. A date is written as another date. */
const labels: Record<Exclude<IdentifierKind, 'date'>, string> = {
  name: 'NAME',
  record: 'RECORD',
  phone: 'PHONE',
  address: 'ADDRESS',
  email: 'EMAIL',
  age: 'AGE-OVER-89',
  organisation: 'ORGANISATION',
};

const anyLabel = Object.values(labels).join('|');
/** A placeholder as a model may write it: with or without its brackets, in any case. */
const placeholder = new RegExp(`\\[?\\b(?:${anyLabel})-\\d{1,6}\\b\\]?`, 'gi');
/** Every beginning of a label: "NA" may become "NAME-1". */
const labelBeginnings = Object.values(labels)
  .flatMap((label) => [...label].map((_, at) => label.slice(0, at + 1)))
  .sort((a, b) => b.length - a.length);
/** The beginning of a placeholder or of a date at the end of a piece: it may go on in the next one. */
const openEnd = new RegExp(`(?:\\[?\\b(?:${labelBeginnings.join('|')})(?:-\\d{0,6})?|\\[)$`, 'i');

const part = `(?:\\d[\\d./-]*(?:st|nd|rd|th)?|${monthBeginnings.join('|')})`;
/** The last words of a text that may be a date, or become one. */
const openDate = new RegExp(
  `(?<![\\p{L}\\d])${part}(?:[ ,.]{1,2}(?:${part}|of?|t(?:he?)?))*[ ,.]{0,2}$`,
  'iu',
);

/** A day of the past that was reckoned from others lies so near to one of them; what lies further off may be a guideline's. */
const nearDays = 366;
/** Words before a date tell that it is one; so many characters of what was restored are remembered for them. */
const contextLength = 60;

/**
 * Takes out of texts what may tell who a patient is, and puts it back into the answer. It remembers what it took out, so
 * one of these serves one action: the same name gets the same placeholder in each of its calls. All dates are moved by the
 * same number of days, so that what came first still comes first, on the same weekday.
 */
export class Deidentifier {
  private readonly placeholders = new Map<string, string>();
  private readonly originals = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  /** Days that were written, as they were before; by day, and by day of the year where there was no year. */
  private readonly days = new Set<number>();
  /** What was written for a date, with what had stood there: the form may have lost a zero or the day of a month. */
  private readonly writtenDates = new Map<string, string>();
  private reading: DateReading = dateReading([]);
  /** What was sent: what stands in it and was left there is nothing to put back. */
  private readonly sent = new Set<string>();
  private replaced = 0;

  /**
   * @param shift days that dates are moved by: a multiple of 7, not 0, and not told to anybody
   * @param own reads one text with the rules; one that remembers spares time
   */
  constructor(
    private readonly shift: number,
    private readonly own: (text: string) => OwnClaims = ownClaims,
  ) {}

  /** How many identifiers were taken out so far. */
  get count(): number {
    return this.replaced;
  }

  /**
   * The texts without what may tell who a patient is. They belong together: what one tells of a name holds for all.
   * @param read what another reader than the rules found, per text; what either finds is taken out
   */
  hide(texts: readonly string[], read: readonly (readonly Identifier[])[] = []): string[] {
    this.reading = dateReading(texts);
    const found = findIdentifiers(texts, this.reading, read, this.own);
    const hidden = texts.map((text, at) => this.hideIn(text, found[at] ?? [], texts));
    for (const text of hidden) this.sent.add(text);
    return hidden;
  }

  /** An answer with what was taken out back in its place. @param before what stands before it, restored already */
  restore(text: string, before = ''): string {
    const originals: Span[] = [];
    let named = '';
    let last = 0;
    for (const { 0: written, index } of text.matchAll(placeholder)) {
      const original = this.originalOf(written);
      if (original === undefined) continue;
      named += text.slice(last, index) + original;
      originals.push({ start: named.length - original.length, end: named.length });
      last = index + written.length;
    }
    return this.restoreDates(named + text.slice(last), originals, before);
  }

  /**
   * Restores an answer that comes in pieces. What may be the beginning of a placeholder or of a date is held back until the
   * next piece.
   * @param onText gets the restored pieces
   */
  restoring(onText: (piece: string) => void): { piece: (text: string) => void; end: () => void } {
    let held = '';
    let told = '';
    const tell = (text: string): void => {
      const restored = this.restore(text, told);
      told = (told + restored).slice(-contextLength);
      onText(restored);
    };
    return {
      piece: (text) => {
        held += text;
        const safe = this.safeLength(held);
        if (safe === 0) return;
        tell(held.slice(0, safe));
        held = held.slice(safe);
      },
      end: () => {
        if (held !== '') tell(held);
        held = '';
      },
    };
  }

  private hideIn(text: string, found: readonly FoundIdentifier[], texts: readonly string[]): string {
    const unread = this.unreadable(text, found);
    let out = '';
    let last = 0;
    for (const one of found) {
      const { kind, start, end, date } = one;
      const original = text.slice(start, end);
      let hidden: string;
      const moved = date?.write(date.day + this.shift);
      if (
        date &&
        moved !== undefined &&
        !unread.has(one) &&
        (this.writtenDates.get(moved) ?? original) === original
      ) {
        hidden = moved;
        this.days.add(date.day);
        this.writtenDates.set(moved, original);
      } else {
        hidden = this.placeholderOf(kind === 'date' ? 'record' : kind, original, texts);
      }
      out += text.slice(last, start) + hidden;
      last = end;
      this.replaced++;
    }
    return out + text.slice(last);
  }

  /**
   * The dates that would not be known as dates once they are moved, "12/14" as "01/04": they couldn't be put back, so that
   * they get a placeholder.
   */
  private unreadable(text: string, found: readonly FoundIdentifier[]): Set<FoundIdentifier> {
    const places = new Map<number, FoundIdentifier>();
    let moved = '';
    let last = 0;
    for (const one of found) {
      if (!one.date) continue;
      moved += text.slice(last, one.start);
      places.set(moved.length, one);
      moved += one.date.write(one.date.day + this.shift);
      last = one.end;
    }
    if (places.size === 0) return new Set();
    for (const { start, end } of findDates(moved + text.slice(last), this.reading)) {
      const one = places.get(start);
      if (one?.date?.write(one.date.day + this.shift).length === end - start) places.delete(start);
    }
    return new Set(places.values());
  }

  private placeholderOf(kind: keyof typeof labels, original: string, texts: readonly string[]): string {
    const key = `${kind} ${original}`;
    const known = this.placeholders.get(key);
    if (known !== undefined) return known;
    const label = labels[kind];
    let made: string;
    do {
      const count = (this.counts.get(label) ?? 0) + 1;
      this.counts.set(label, count);
      made = `[${label}-${count}]`;
      // A note that was de-identified before may hold placeholders of its own.
    } while (texts.some((text) => text.includes(made.slice(1, -1))));
    this.placeholders.set(key, made);
    this.originals.set(made.slice(1, -1), original);
    return made;
  }

  private originalOf(written: string): string | undefined {
    return this.originals.get(written.replace(/[[\]]/g, '').toUpperCase());
  }

  /**
   * Days that were sent are moved back, and so are those that the model has reckoned from them ("six weeks later"). A date that
   * it knows by itself stays, and so does a placeholder's original.
   */
  private restoreDates(named: string, originals: readonly Span[], before: string): string {
    if (this.days.size === 0) return named;
    const text = before + named;
    let out = '';
    let last = before.length;
    for (const date of findDates(text, this.reading)) {
      if (date.start < last) continue;
      const original = date.day - this.shift;
      const written = text.slice(date.start, date.end);
      const exact = this.writtenDates.get(written);
      const wasSent = exact !== undefined || this.days.has(original);
      if (!wasSent && !this.isReckoned(original, date, text)) continue;
      const at = { start: date.start - before.length, end: date.end - before.length };
      if (originals.some((one) => overlaps(one, at))) continue;
      out += text.slice(last, date.start) + (exact ?? date.write(original));
      last = date.end;
    }
    return out + text.slice(last);
  }

  /** True for a day near those that were sent, or after them, that is plainly a day and stood in none of the texts. */
  private isReckoned(original: number, date: WrittenDate, text: string): boolean {
    const days = [...this.days];
    const isNear = original > Math.max(...days) || days.some((day) => Math.abs(day - original) <= nearDays);
    return isNear && isPlainDate(text, date) && !this.stood(text.slice(date.start, date.end));
  }

  private stood(written: string): boolean {
    const whole = new RegExp(`(?<![\\p{L}\\d])${escaped(written)}(?![\\p{L}\\d])`, 'u');
    return [...this.sent].some((text) => whole.test(text));
  }

  private safeLength(text: string): number {
    if (this.placeholders.size === 0 && this.days.size === 0) return text.length;
    const open = openEnd.exec(text);
    const placeholderStart = open && open[0] !== '' ? open.index : text.length;
    if (this.days.size === 0) return placeholderStart;
    const dateStart = openDate.exec(text)?.index ?? text.length;
    return Math.min(placeholderStart, dateStart);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
