import cues from './name-cues.json';
import { matchesOf, type Identifier } from '../identifier';
import { isDictatedAgain, isDictatedName, linesWithoutCapitals } from './dictated-names';
import { isNameAlone } from './lone-names';
import { isEcho, knownNames } from './name-echoes';
import { addNeighbours } from './name-neighbours';
import { addOrdinaryParts, isCalledLikeADay } from './ordinary-name-parts';
import { findSigns } from './name-signs';
import { findSpeakers } from './speakers';
import { isClinicalWord, isFamilyName, isGivenName, plainWord } from './name-lexicon';
import { runAfter, runBefore } from './name-runs';
import {
  credentials,
  notNames,
  particles,
  persons,
  relatives,
  roles,
  titles,
  wordsOf,
  type Word,
} from '../text-words';

const people = [cues.relatives, cues.roles].join(' ').split(' ').join('|');
// Each ends where a name may begin.
const labelled = new RegExp(
  `(?:^|[\\s|;,{("'\\[])(?:${cues.labels}|${cues.relatives.replaceAll(' ', '|')})["']?[ \\t]*(?:\\([^)\\n]*\\)[ \\t]*)?[:=|][ \\t\\["'“]*`,
  'giu',
);
const greeted = new RegExp(`(?<![\\p{L}])(?:${cues.calls})[, ]+["'“]?`, 'giu');
// Behind these only a word with a capital is a name.
const mentioned = new RegExp(`(?<![\\p{L}/])(?:${cues.mentions})\\.? `, 'giu');
const introduced = new RegExp(
  `(?<![\\p{L}-])(?:${people})(?:'s name is|['’]s(?=, )| named| called| is)?(?:,? ?["'“(]|,? )`,
  'giu',
);
/** With the capitals that they have: what opens a letter, closes it or says whose child or wife somebody is. */
const opened = new RegExp(`(?<![\\p{L}])(?:${cues.openings})[ \\t\\n]+`, 'gu');

/** "faith here, my foot hurts" */
const presented =
  /(?:^|\n|[:.,] |\b(?:hi|hello|hey|its|it's|yes|morning) )(?<it>\p{L}+) (?:here|speaking|calling)(?=[,. ])/dgiu;

/** "J.R. is a 45-year-old …" */
const initialsOfPerson = new RegExp(
  `(?<![\\p{L}.])(?:\\p{Lu}\\. ?){2,3}(?=\\s?(?:${cues.persons.replaceAll(' ', '|')})(?!\\p{L}))`,
  'gu',
);

/** The names that a text tells by itself. */
export interface NamesOfText {
  /** Indices of its words that are names. */
  marks: readonly number[];
  /** What people signed with, and the like. */
  signs: readonly Identifier[];
  /** The names that e-mail addresses are made of, plain. */
  inEmails: readonly string[];
}

/** Finds the names that one text tells without the others that it is sent with. */
export function namesOfText(text: string): NamesOfText {
  return {
    marks: [...markNames(text, wordsOf(text))],
    signs: [...findSigns(text)],
    inEmails: namesInEmails(text),
  };
}

/**
 * Finds names of people: by what stands around them (titles, labels, "her son …", "my name is …"), by lists of names, and
 * words with a capital that no list of English or clinical words knows. A name that was found once is found wherever it
 * stands again.
 * @param texts everything that is sent together
 * @param each per text, what it tells by itself
 * @returns the places, per text
 */
export function findNames(texts: readonly string[], each: readonly NamesOfText[]): Identifier[][] {
  const all = texts.map((text, at) => ({ words: wordsOf(text), marks: new Set(each[at]?.marks) }));
  const signs = each.map((one) => one.signs);
  const signed = signs.flatMap((found, at) =>
    found.map(({ start, end }) => texts[at]?.slice(start, end) ?? ''),
  );
  const inEmails = each.flatMap((one) => one.inEmails);
  const known = knownNames(all, signed, inEmails);
  return all.map(({ words, marks }, at) => {
    const dictated = dictatedWords(texts[at] ?? '', words);
    words.forEach((word, index) => {
      const stands =
        mayStandAlone(word) ||
        (dictated.has(index) ? isDictatedAgain(words, index) : persons.has(words[index + 1]?.plain ?? ''));
      const acts = word.form === 'Capital' && persons.has(words[index + 1]?.plain ?? '');
      const isKnown = known.words.has(word.plain);
      if (isKnown && stands && (acts || !isClinicalWord(word.text))) marks.add(index);
      // What a line without capitals may tell of a word, any line tells of one that is a name elsewhere.
      else if (isKnown && word.form === 'lower' && isDictatedName(words, index)) marks.add(index);
      else if (!marks.has(index) && isEcho(words, index, known)) marks.add(index);
    });
    addNeighbours(words, marks);
    return [...marks]
      .sort((a, b) => a - b)
      .flatMap((index): Identifier[] => {
        const word = words[index];
        return word ? [{ kind: 'name', start: word.start, end: word.end }] : [];
      })
      .concat(signs[at] ?? []);
  });
}

/** A known name is taken wherever it has a capital, and in lower case where it is nothing but a name. */
function mayStandAlone({ form, strength }: Word): boolean {
  return form === 'Capital' || form === 'UPPER' || strength === 'name' || strength === 'unknown';
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
    if (credentials.has(word.plain) && /^,? ?$/.test(word.gap) && word.form !== 'lower') {
      const run = runBefore(words, index - 1);
      // "Garden II" is a grade.
      if (run.length > 1 || !/^i+v?$/.test(word.plain)) mark(run);
    }
  });
  for (const [pattern, cue] of [
    [labelled, 'label'],
    [opened, 'label'],
    [greeted, 'greeting'],
    [introduced, 'person'],
    [mentioned, 'mention'],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const index = at.get(match.index + match[0].length);
      if (index !== undefined) mark(runAfter(words, index, cue));
    }
  }
  for (const { start } of matchesOf(text, presented, 'name')) {
    const index = at.get(start);
    if (index !== undefined && isGivenName(words[index]?.text ?? '')) marks.add(index);
  }
  for (const { index, 0: initials } of text.matchAll(initialsOfPerson)) {
    words.forEach((word, nth) => {
      if (word.start >= index && word.end <= index + initials.length) marks.add(nth);
    });
  }
  const dictated = dictatedWords(text, words);
  words.forEach((word, index) => {
    if (marks.has(index)) return;
    if (dictated.has(index) && word.form === 'lower' && isDictatedName(words, index)) marks.add(index);
    if (dictated.has(index) && marks.has(index)) addTownBefore(words, marks, index);
    if (isNameAlone(words, index) || isCalledLikeADay(words, index) || hasAgeAndSex(text, word))
      marks.add(index);
  });
  for (const { start } of findSpeakers(text)) {
    const index = at.get(start);
    if (index !== undefined) marks.add(index);
  }
  addOrdinaryParts(words, marks);
  return marks;
}

/** "up at bishop auckland": between a word for being there and a name an ordinary word belongs to the name. */
function addTownBefore(words: readonly Word[], marks: Set<number>, index: number): void {
  const [where, word] = [words[index - 2], words[index - 1]];
  if (
    !where ||
    !word ||
    word.gap !== ' ' ||
    words[index]?.gap !== ' ' ||
    !/^(?:at|in|from|to|near)$/.test(where.plain)
  )
    return;
  const isOther = [titles, relatives, notNames, roles, particles, persons].some((list) =>
    list.has(word.plain),
  );
  if (!isOther && word.text.length > 3 && !isClinicalWord(word.text)) marks.add(index - 1);
}

/** Indices of the words that stand in a line without capitals. */
function dictatedWords(text: string, words: readonly Word[]): Set<number> {
  const found = new Set<number>();
  let at = 0;
  for (const { start, end } of linesWithoutCapitals(text)) {
    while ((words[at]?.start ?? Infinity) < start) at++;
    for (; (words[at]?.start ?? Infinity) < end; at++) found.add(at);
  }
  return found;
}

/** "Bed 3 Rose, 80F", "bed 9 adewale 45m": who has an age and a sex right behind is a person. */
function hasAgeAndSex(text: string, { end, form, strength, text: word, plain }: Word): boolean {
  if (isClinicalWord(word) || notNames.has(plain) || form === 'initial' || form === 'UPPER') return false;
  if (!/^,? ?\(?\d{1,3} ?(?:yo |y\/o )?[MFmf](?![\p{L}\d])/u.test(text.slice(end, end + 14))) return false;
  if (form === 'lower') return strength === 'name' || strength === 'unknown';
  return !persons.has(plain) && !relatives.has(plain) && !roles.has(plain);
}

/** The names that an e-mail address is made of: "hope.young@example.org". */
function namesInEmails(text: string): string[] {
  return [...text.matchAll(/[\p{L}._-]{3,64}(?=\d{0,4}@[\p{L}\d])/gu)].flatMap(([local]) =>
    local
      .split(/[._-]/)
      .map(plainWord)
      .filter((part) => part.length > 2 && isFamilyName(part)),
  );
}

function indexOf(words: readonly Word[]): ReadonlyMap<number, number> {
  return new Map(words.map(({ start }, index) => [start, index]));
}
