import notMedications from './dictionaries/not-medications.json';
import { editDistance } from './edit-distance';

/** A medicine whose name a word may be a misspelling of. */
export interface SpellingCandidate {
  /** Canonical name of the medicine. */
  name: string;
  /** The name as the dictionary spells it, which may be a brand. */
  form: string;
  /** Letters that differ: 1 or 2. */
  distance: number;
}

/** Shorter words are too near to each other. */
const shortest = 6;
/** From this length on two letters may be wrong. */
const longEnoughForTwo = 9;

/** Ordinary words that are spelt nearly like a medicine. */
const ordinary: ReadonlySet<string> = new Set(notMedications.words);

interface Form {
  form: string;
  name: string;
  letters: number;
}

/** One bit per letter of the alphabet that a word holds. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Finds which medicines a misspelt word may mean. */
export class MisspellingFinder {
  private readonly byLength = new Map<number, Form[]>();
  private readonly known = new Map<string, readonly SpellingCandidate[]>();

  /**
   * @param forms names of medicines, lower case, with the canonical name of each; names of several words are passed over
   * @param vocabulary words that are spelt right
   */
  constructor(
    forms: Iterable<readonly [form: string, name: string]>,
    private readonly vocabulary: ReadonlySet<string>,
  ) {
    for (const [form, name] of forms) {
      if (form.length < shortest - 1 || !/^[a-z]+$/.test(form)) continue;
      const list = this.byLength.get(form.length) ?? [];
      list.push({ form, name, letters: lettersOf(form) });
      this.byLength.set(form.length, list);
    }
  }

  /**
   * The medicines that a word is nearest to; several when they are equally near, which only a person can decide. None
   * for a word that is short, spelt right or an ordinary word.
   * @param word one word, in any case
   */
  nearest(word: string): readonly SpellingCandidate[] {
    const written = word.toLowerCase();
    if (written.length < shortest || !/^[a-z]+$/.test(written)) return [];
    if (ordinary.has(written) || this.vocabulary.has(written)) return [];
    let found = this.known.get(written);
    if (!found) this.known.set(written, (found = this.search(written)));
    return found;
  }

  private search(written: string): SpellingCandidate[] {
    const letters = lettersOf(written);
    const most = written.length >= longEnoughForTwo ? 2 : 1;
    const best = new Map<string, SpellingCandidate>();
    let limit = most;
    for (let length = written.length - most; length <= written.length + most; length++) {
      for (const { form, name, letters: theirs } of this.byLength.get(length) ?? []) {
        // Each wrong letter takes at most one letter away and brings at most one in.
        if (countBits(letters ^ theirs) > 2 * limit) continue;
        const allowed = form.length < longEnoughForTwo - 1 ? Math.min(1, limit) : limit;
        const distance = editDistance(written, form, allowed);
        if (distance > allowed) continue;
        if (distance < limit) {
          limit = distance;
          best.clear();
        }
        const other = best.get(name);
        if (!other || other.distance > distance) best.set(name, { name, form, distance });
      }
    }
    return [...best.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
