import cues from './name-cues.json';
import type { Identifier } from './identifier';
import {
  isClinicalWord,
  isFamilyName,
  isGivenName,
  nameStrength,
  plainWord,
  type NameStrength,
} from './name-lexicon';

/** A word of a text that may be part of a name. */
interface Word {
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
const titles = list(cues.titles);
const credentials = list(cues.credentials);
const particles = list(cues.particles);
const persons = list(cues.persons);
const notNames = list(cues.notNames);

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const people = [cues.relatives, cues.roles].join(' ').split(' ').join('|');
// Each ends where a name may begin.
const labelled = new RegExp(
  `(?:^|[\\s|;,{("'\\[])(?:${cues.labels})["']?[ \\t]*(?:\\([^)\\n]*\\)[ \\t]*)?[:=|][ \\t\\["'“]*`,
  'giu',
);
const greeted = new RegExp(`(?<![\\p{L}])(?:${cues.calls})[, ]+["'“]?`, 'giu');
const introduced = new RegExp(
  `(?<![\\p{L}-])(?:${people})(?:'s name is| named| called| is)?(?:,? ?["'“(]|,? )`,
  'giu',
);
const opened =
  /(?<![\p{L}])(?:Dear|Signed,?|Sincerely,?|Re:?|cc:?|Attn:?|DISCHARGE SUMMARY\.|SUMMARY[.:])[ \t\n]+/gu;

/**
 * Finds names of people: by what stands around them (titles, labels, "her son …", "my name is …"), by lists of names, and
 * words with a capital that no list of English or clinical words knows. A name that was found once is found wherever it
 * stands again.
 * @param texts everything that is sent together
 * @returns the places, per text
 */
export function findNames(texts: readonly string[]): Identifier[][] {
  const all = texts.map((text) => {
    const words = wordsOf(text);
    return { words, marks: markNames(text, words) };
  });
  const known = new Set<string>();
  for (const { words, marks } of all) {
    for (const index of marks) {
      const plain = words[index]?.plain ?? '';
      // A particle or an initial alone is no name.
      if (plain.length > 2 && !particles.has(plain)) known.add(plain);
    }
  }
  return all.map(({ words, marks }) => {
    words.forEach((word, index) => {
      if (known.has(word.plain) && mayStandAlone(word) && !isClinicalWord(word.text)) marks.add(index);
    });
    extend(words, marks);
    return [...marks]
      .sort((a, b) => a - b)
      .flatMap((index): Identifier[] => {
        const word = words[index];
        return word ? [{ kind: 'name', start: word.start, end: word.end }] : [];
      });
  });
}

/** A known name is taken wherever it has a capital, and in lower case where it is nothing but a name. */
function mayStandAlone({ form, strength }: Word): boolean {
  return form === 'Capital' || form === 'UPPER' || strength === 'name' || strength === 'unknown';
}

function wordsOf(text: string): Word[] {
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
      strength: nameStrength(word),
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

/** Indices of the words that are names. */
function markNames(text: string, words: readonly Word[]): Set<number> {
  const marks = new Set<number>();
  const at = indexOf(words);
  const mark = (indices: readonly number[]): void => indices.forEach((index) => marks.add(index));

  words.forEach((word, index) => {
    if (titles.has(word.plain) && word.form !== 'UPPER') mark(runAfter(words, index + 1, 'title'));
    if (titles.has(word.plain) && word.form === 'UPPER' && words[index + 1]?.form === 'UPPER') {
      mark(runAfter(words, index + 1, 'title'));
    }
    if (credentials.has(word.plain) && /^,? ?$/.test(word.gap) && word.form !== 'lower')
      mark(runBefore(words, index - 1));
  });
  for (const [pattern, cue] of [
    [labelled, 'label'],
    [opened, 'label'],
    [greeted, 'greeting'],
    [introduced, 'person'],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const index = at.get(match.index + match[0].length);
      if (index !== undefined) mark(runAfter(words, index, cue));
    }
  }
  // What is dictated has no capitals: there a word that is a name and nothing else is one.
  const isDictated = !/\p{Lu}\p{Ll}/u.test(text);
  words.forEach((word, index) => {
    if (marks.has(index)) return;
    if (isDictated && word.form === 'lower' && word.strength === 'name') marks.add(index);
    if (isNameAlone(words, index)) marks.add(index);
  });
  return marks;
}

function indexOf(words: readonly Word[]): ReadonlyMap<number, number> {
  return new Map(words.map(({ start }, index) => [start, index]));
}

type Cue = 'title' | 'label' | 'greeting' | 'person';

/** So many words a name has at most. */
const longestName = 6;

/** The words of the name that begins here, if one does. */
function runAfter(words: readonly Word[], from: number, cue: Cue): number[] {
  const run: number[] = [];
  for (let index = from; index < words.length && run.length < longestName; index++) {
    const word = words[index];
    if (!word) break;
    if (run.length === 0) {
      if (index === from && cue === 'title' && !/^[. \t]{1,3}$/.test(word.gap)) break;
    } else if (!joins(word.gap, run.length, cue)) {
      break;
    }
    if (titles.has(word.plain) && run.length === 0 && cue !== 'title') continue;
    // "Drs. Roe and Doe"
    if (cue === 'title' && run.length > 0 && word.plain === 'and' && words[index + 1]?.form === 'Capital')
      continue;
    if (!fits(words, index, run.length, cue)) break;
    run.push(index);
  }
  // A particle that nothing follows is a word of the sentence.
  while (run.length > 0 && particles.has(words[run.at(-1) ?? 0]?.plain ?? '')) run.pop();
  return run;
}

/** "Jane Roe", "J. R. Roe", "Roe, Jane" behind a label, and "Jane 'Janie' Roe". */
function joins(gap: string, length: number, cue: Cue): boolean {
  return (
    /^(?:[ \t]+|\. ?|[ \t]*["'“”‘’][ \t]*)$/.test(gap) ||
    (cue === 'label' && length <= 2 && /^, ?$/.test(gap))
  );
}

function fits(words: readonly Word[], index: number, length: number, cue: Cue): boolean {
  const word = words[index];
  if (word?.form === 'initial') return word.text !== 'I';
  if (!word || notNames.has(word.plain) || (credentials.has(word.plain) && word.form === 'UPPER'))
    return false;
  if (particles.has(word.plain) && words[index + 1] && /^[. ]+$/.test(words[index + 1]?.gap ?? ''))
    return true;
  if (word.form === 'lower') {
    // As it is dictated, with no capitals: a name, or a word that is none of English.
    if (persons.has(word.plain)) return false;
    return (
      word.strength === 'name' ||
      word.strength === 'unknown' ||
      (length > 0 && word.strength === 'either' && cue !== 'person')
    );
  }
  if (cue === 'title') return length === 0 || word.strength !== 'word' || endsName(words, index);
  if (word.strength === 'word')
    return (
      cue === 'label' &&
      length > 0 &&
      word.form === 'UPPER' &&
      !isClinicalWord(word.text) &&
      isAllCapitals(words, index - 1)
    );
  return cue === 'label' || length > 0 || !isClinicalWord(word.text);
}

/** True where the sentence goes on behind this word as it does behind a name: "Mr. Will Pain has …". */
function endsName(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  const after = words[index + 1];
  return (
    before !== undefined && isGivenName(before.text) && after?.form === 'lower' && persons.has(after.plain)
  );
}

function isAllCapitals(words: readonly Word[], index: number): boolean {
  return words[index]?.form === 'UPPER' && words[index]?.strength !== 'word';
}

/** The words of the name that ends here: "Jane Roe, MD". */
function runBefore(words: readonly Word[], to: number): number[] {
  const run: number[] = [];
  for (let index = to; index >= 0 && run.length < longestName; index--) {
    const word = words[index];
    if (!word || word.form === 'lower' || notNames.has(word.plain)) break;
    const first = words[index - 1];
    const hasInitial = first?.form === 'initial' && /^(?: |\. ?)$/.test(word.gap);
    if (word.strength === 'word' && word.form !== 'initial' && !hasInitial) break;
    run.push(index);
    if (!/^(?:[ \t]+|\. ?)$/.test(word.gap)) break;
  }
  return run;
}

/** True for a word that is a name by itself, or by its neighbours. */
function isNameAlone(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (!word || word.form === 'lower' || word.form === 'initial' || word.strength === 'word') return false;
  const before = words[index - 1];
  const after = words[index + 1];
  if (word.form === 'UPPER') {
    // Most words in capitals are abbreviations: two names side by side are a name.
    const pair = [before, after].some(
      (other) =>
        other?.form === 'UPPER' &&
        other.strength !== 'word' &&
        /^,? $/.test(other === before ? word.gap : other.gap) &&
        (other.strength === 'name' || word.strength === 'name'),
    );
    return pair && word.text.length > 1;
  }
  if (word.strength === 'name' || word.strength === 'unknown') return true;
  return isNameByNeighbours(word, before, after);
}

/** Whether a name that is an ordinary word too is a name here. */
function isNameByNeighbours(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  const isClinical = isClinicalWord(word.text);
  const follows = after && /^ $/.test(after.gap) ? after : undefined;
  const comma =
    after && /^, ?$/.test(after.gap) && /^(?:Capital|initial)$/.test(after.form) ? after : undefined;
  const precedes = before && /^(?: |\. ?)$/.test(word.gap) ? before : undefined;
  const opens = !before || /[.!?:\n|;\d]\s*$/.test(word.gap);
  if (precedes?.form === 'initial' && isFamilyName(word.text)) return true;
  // "St. John", "De Long"
  if (precedes?.form === 'Capital' && particles.has(precedes.plain)) return true;
  if (
    follows?.form === 'Capital' &&
    isGivenName(word.text) &&
    follows.strength !== 'word' &&
    isFamilyName(follows.text)
  )
    return true;
  if (precedes?.form === 'Capital' && isGivenName(precedes.text) && isFamilyName(word.text)) return true;
  if (comma && opens && isFamilyName(word.text) && isFirstName(comma)) return true;
  if (
    before?.form === 'Capital' &&
    /^, ?$/.test(word.gap) &&
    isGivenName(word.text) &&
    isFamilyName(before.text)
  )
    return true;
  if (isClinical) return false;
  // An ordinary word has no capital in the middle of a sentence.
  if (!opens && before.form === 'lower' && /^ $/.test(word.gap) && after?.form !== 'Capital') return true;
  return opens && follows?.form === 'lower' && persons.has(follows.plain);
}

/** A word that may stand behind the comma of "Roe, Jane". */
function isFirstName({ form, text, strength }: Word): boolean {
  return form === 'initial' || isGivenName(text) || strength === 'unknown' || strength === 'name';
}

/** Adds the neighbours that belong to a name: initials, particles, and names that are ordinary words. */
function extend(words: readonly Word[], marks: Set<number>): void {
  for (const step of [1, -1]) {
    const order = [...marks].sort((a, b) => (a - b) * step);
    for (const from of order) {
      for (let index = from + step; ; index += step) {
        const word = words[index];
        const gap = step > 0 ? word?.gap : words[index + 1]?.gap;
        const isLast = word?.form === 'initial' && /^, ?$/.test(gap ?? '');
        if (!word || gap === undefined || marks.has(index)) break;
        if (!isLast && !/^(?:[ \t]|\. ?|-)$/.test(gap)) break;
        const next = words[index + step];
        const leads =
          step < 0 || (next?.form === 'Capital' && next.strength !== 'word' && /^(?: |\. ?)$/.test(next.gap));
        const isDictated =
          word.form === 'lower' &&
          words[from]?.form === 'lower' &&
          (word.strength === 'name' || (step < 0 && word.strength === 'either' && isGivenName(word.text)));
        const belongs =
          (word.form === 'initial' && word.text !== 'I') ||
          (word.form === 'Capital' && word.strength !== 'word') ||
          (particles.has(word.plain) && leads) ||
          isDictated;
        if (!belongs || titles.has(word.plain) || (notNames.has(word.plain) && word.form !== 'initial'))
          break;
        marks.add(index);
      }
    }
  }
}
