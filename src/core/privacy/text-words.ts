import cues from './names/name-cues.json';
import { nameStrength, plainWord, type NameStrength } from './names/name-lexicon';

/** A word of a text that may be part of a name. */
export interface Word {
  start: number;
  end: number;
  text: string;
  plain: string;
  /** How it is written: a single capital with or without a full stop is an initial. */
  form: 'lower' | 'Capital' | 'UPPER' | 'initial';
  strength: NameStrength;
  /** What stands between the word before and this one. */
  gap: string;
}

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));
export const titles = list(cues.titles);
/** Titles that are nothing but titles: behind them any word may be a name. */
export const addresses: ReadonlySet<string> = list(
  'mr mrs ms mx mister missus miss dr drs doctor prof professor',
);
export const relatives = list(cues.relatives);
export const credentials = list(cues.credentials);
export const particles = list(cues.particles);
/** Words that go on behind a person: "has", "denies". */
export const persons = list(cues.persons);
export const notNames = list(cues.notNames);
/** What somebody is, or is to somebody: "interpreter", "landlord". */
export const roles = list(cues.roles);
/** The same as staff write it, in letters: "hca", "cnm". */
export const staff = list(cues.staff);
/** What somebody is greeted with. */
export const greetings = list(cues.greetings);
/** People whom a disease, a sign or a tool is named after. */
export const eponyms = list(cues.eponyms);

/** "TFTs", "EtOH", "CrCl", "FHx": capitals as no name has them. */
const abbreviation = /^(?:\p{Lu}{2,}s|\p{Lu}\p{Ll}\p{Lu}{2,}|\p{Lu}\p{Ll}\p{Lu}\p{Ll}?|\p{Lu}{1,2}x)$/u;

/** "Hà", "Vũ": no short word of English or of medicine has an accent. */
const shortAccented = /^(?=.*[^\p{ASCII}])\p{Lu}\p{Ll}{1,2}$/u;

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    // "Maria's" is Maria.
    const word = match[0].replace(/['’]s$/i, '');
    const end = match.index + word.length;
    words.push({
      start: match.index,
      end,
      text: word,
      plain: plainWord(word),
      form: formOf(word),
      strength: abbreviation.test(word) ? 'word' : shortAccented.test(word) ? 'unknown' : nameStrength(word),
      gap: text.slice(last, match.index),
    });
    last = end;
  }
  return words;
}

function formOf(word: string): Word['form'] {
  if (/^\p{Lu}$/u.test(word)) return 'initial';
  if (word === word.toUpperCase()) return 'UPPER';
  return /^\p{Lu}|^(?:d|l|o|al|el)['’-]\p{Lu}/u.test(word) ? 'Capital' : 'lower';
}

const offices: ReadonlySet<string> = new Set([...roles, 'head', 'director']);

/** True for a word for what somebody is, and for one before it: "Head Teacher". */
export function isOffice(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  return (
    offices.has(words[index]?.plain ?? '') ||
    (next?.gap === ' ' && next.form !== 'lower' && offices.has(next.plain))
  );
}
