import { AttestError } from '../core/errors';
import { mostNames } from '../core/terminology/dictionary-schema';
import type { TermKind } from '../core/terminology/knowledge';
import type { Terminology } from '../core/terminology/terminology';
import ordinary from './ordinary-words.json';

/** A term as a dictionary holds it, with what its section allows beyond names. */
export interface CollectedTerm<More extends object> {
  name: string;
  names: string[];
  more: More;
}

// "MI", "CP" and "tab" mean something else in every other note.
const fewestLetters = 4;
const longestName = 200;
const ordinaryWords = new Set(ordinary.words);
// "Neoplasm (disorder)", "[X]Pain", "MI - infarct": made for a catalogue, not found in a note.
const catalogueSigns = /[()[\]{}|;:<>]|\s-\s/;

/**
 * Gathers the names of a terminology as far as notes can hold them. What Attest knows already keeps its own name, so
 * that an imported name and a built-in one for the same thing stay the same thing; a name that means two things here
 * is left out, and so is one of ordinary words alone.
 */
export class TermCollector<More extends object> {
  /** How many names were left out. */
  leftOut = 0;
  private readonly terms = new Map<string, CollectedTerm<More>>();
  private readonly taken = new Set<string>();
  private held = 0;

  /**
   * @param kind what the terms are
   * @param known what Attest knows already
   * @param words a name of more words is left out
   * @param narrower what the user can do when there are too many names
   */
  constructor(
    private readonly kind: TermKind,
    private readonly known: Terminology,
    private readonly words: number,
    private readonly narrower: string,
  ) {}

  /**
   * Adds a term with all its names, the preferred one first.
   * @throws AttestError `too-large` when there are more names than a dictionary may hold
   */
  add(names: readonly string[], more: More): void {
    const all = [...new Set(names.map((name) => name.trim().replace(/\s+/g, ' ')))];
    const canonical = all
      .map((name) => this.known.canonical(name, this.kind))
      .find((name) => name !== undefined);
    const fresh = all.filter((name) => this.isFresh(name));
    this.leftOut += all.length - fresh.length;
    const [first, ...others] = fresh;
    if (first === undefined) return;
    for (const name of fresh) this.taken.add(name.toLowerCase());
    this.held += fresh.length;
    if (this.held > mostNames) {
      throw new AttestError(
        'too-large',
        `There are more than ${mostNames} names, the most that Attest reads.`,
        this.narrower,
      );
    }
    const name = canonical ?? first;
    const term = this.terms.get(name);
    const added = canonical === undefined ? others : fresh;
    if (term) term.names.push(...added);
    else this.terms.set(name, { name, names: added, more });
  }

  /** The terms, in the order in which they came. */
  all(): CollectedTerm<More>[] {
    return [...this.terms.values()];
  }

  private isFresh(name: string): boolean {
    const form = name.toLowerCase();
    const words = form.split(' ');
    return (
      name.length <= longestName &&
      words.length <= this.words &&
      (form.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters &&
      !catalogueSigns.test(name) &&
      !words.every((word) => ordinaryWords.has(word)) &&
      !this.taken.has(form) &&
      !this.known.isTerm(form)
    );
  }
}
