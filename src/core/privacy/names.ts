import cues from './name-cues.json';
import { matchesOf, type Identifier } from './identifier';
import { isDictatedAgain, isDictatedName, linesWithoutCapitals } from './dictated-names';
import { isNameAlone } from './lone-names';
import { isClinicalWord, isFamilyName, isGivenName, plainWord } from './name-lexicon';
import { isLastOfName, runAfter, runBefore } from './name-runs';
import {
  credentials,
  notNames,
  particles,
  persons,
  relatives,
  titles,
  wordsOf,
  type Word,
} from './text-words';

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
  `(?<![\\p{L}-])(?:${people})(?:'s name is| named| called| is)?(?:,? ?["'“(]|,? )`,
  'giu',
);
/** With the capitals that they have: what opens a letter, closes it or says whose child or wife somebody is. */
const opened = new RegExp(`(?<![\\p{L}])(?:${cues.openings})[ \\t\\n]+`, 'gu');

/** Whoever typed it, by initials or as the system knows them: "typed by kl", "Entered by hbrown2". */
const typist =
  /(?<!\p{L})(?:typed|entered|transcribed|dictated|scanned|logged|cosigned) by:? (?<it>(?!(?:the|her|his|him|me|us|our|hand|an?|gp|pcp|rn|md|np|pa|mri|ct)(?!\p{L}))[\p{L}]{2,3}\d{0,3}|\p{L}+\d{1,4})(?![\p{L}\d])/dgiu;
/** Whoever took the minutes or signed, by initials at the end of a line. */
const initialsOfWriter =
  /(?<!\p{L})(?:[Mm]inutes|[Ss]igned(?: by)?|[Ii]nitials|[Ss]cribe|[Ss]ig|[Ww]itness(?:ed)?(?: by)?|[Cc]hecked by|[Gg]iven by|[Cc]ount correct|[Cc]ounted by|[Ss]een by|[Rr]eviewed by|[Dd]\/w)[:,]? (?<it>\p{Lu}{2,3}(?:\/\p{Lu}{2,3})?)(?=[.)\s]*(?:$|\n))/dgu;
/** The initials of who spoke and who typed, on a line of their own: "RS/kmb". */
const reference = /(?:^|\n)[ \t]*(?<it>\p{Lu}{2,3}[/:]\p{L}{2,4}\d?)[ \t]*(?=\n|$)/dgu;
/** What somebody is called, in quotes, inside of a name: 'Cornelius "Bud" Ostrander'. */
const called =
  /(?<=\p{Lu}\p{Ll}{1,30} )["“‘'](?<it>\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?)["”’'](?= \p{Lu}\p{Ll}|[ ,)])/dgu;
/** The initials of who wrote it, as its last word; abbreviations of medicine and orders are none. */
const initialsAtEnd =
  /(?<=[.!?] |\n)(?<it>(?!(?:BD|OD|TDS|QDS|PRN|PO|IV|IM|SC|SOS|NAD|DNR|TTO|FU|TCI|RTC|ED|GP|HB|BP|NKA|NOF|UTI|MDT|OP|ECG|CT|MRI|CXR|US)\b)\p{Lu}{2,3})(?=\s*$)/dgu;
/** "K. is a 34-year-old …" */
const initialOfPerson = /(?<![\p{L}.'’-])(?<it>\p{Lu})\.? is an? \d{1,3}[- ]?y/dgu;
/** What somebody goes by, in quotes. */
const nicknamed =
  /(?:called|named|known as|goes by|nick-?name[d]?|aka|alias|street name|[Hh]e['’]?s|[Ss]he['’]?s|[Hh]e is|[Ss]he is|friend|tattoo(?: of)?|name) ["“‘'](?<it>\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?)["”’']/dgu;
/** "faith here, my foot hurts" */
const presented =
  /(?:^|\n|[:.,] |\b(?:hi|hello|hey|its|it's|yes|morning) )(?<it>\p{L}+) (?:here|speaking|calling)(?=[,. ])/dgiu;

/** "J.R. is a 45-year-old …" */
const initialsOfPerson = new RegExp(
  `(?<![\\p{L}.])(?:\\p{Lu}\\. ?){2,3}(?=\\s?(?:${cues.persons.replaceAll(' ', '|')})(?!\\p{L}))`,
  'gu',
);

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
  const known = new Set(texts.flatMap(namesInEmails));
  for (const { words, marks } of all) {
    for (const index of marks) {
      const plain = words[index]?.plain ?? '';
      // A particle or an initial alone is no name.
      if (plain.length > 2 && !particles.has(plain)) known.add(plain);
    }
  }
  return all.map(({ words, marks }, at) => {
    const dictated = dictatedWords(texts[at] ?? '', words);
    words.forEach((word, index) => {
      const stands =
        mayStandAlone(word) ||
        (dictated.has(index) ? isDictatedAgain(words, index) : persons.has(words[index + 1]?.plain ?? ''));
      const acts = word.form === 'Capital' && persons.has(words[index + 1]?.plain ?? '');
      if (known.has(word.plain) && stands && (acts || !isClinicalWord(word.text))) marks.add(index);
    });
    joinPairs(words, marks);
    joinFirms(words, marks);
    extend(words, marks);
    addFirstNames(words, marks);
    const typists = [
      typist,
      initialsOfWriter,
      initialsAtEnd,
      initialOfPerson,
      reference,
      called,
      nicknamed,
    ].flatMap((pattern) => [...matchesOf(texts[at] ?? '', pattern, 'name')]);
    return [...marks]
      .sort((a, b) => a - b)
      .flatMap((index): Identifier[] => {
        const word = words[index];
        return word ? [{ kind: 'name', start: word.start, end: word.end }] : [];
      })
      .concat(typists);
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
    if (isNameAlone(words, index) || hasAgeAndSex(text, word)) marks.add(index);
  });
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

/** "Dr Rivers and Stone": what "and" joins to a name is one, where it may be one at all. */
function joinPairs(words: readonly Word[], marks: Set<number>): void {
  words.forEach((word, index) => {
    const [pair, before] = [words[index - 1], words[index - 2]];
    if (marks.has(index) || pair?.plain !== 'and' || !marks.has(index - 2) || before?.form !== 'Capital')
      return;
    const isName = word.form === 'Capital' && word.strength === 'either' && !isClinicalWord(word.text);
    if (isName && !titles.has(word.plain) && / $/.test(word.gap) && pair.gap === ' ') marks.add(index);
  });
}

/** "Bedi & Frost": what stands on the other side belongs to the name of a firm. */
function joinFirms(words: readonly Word[], marks: Set<number>): void {
  for (const index of [...marks]) {
    for (const [other, gap] of [
      [index + 1, words[index + 1]?.gap],
      [index - 1, words[index]?.gap],
    ] as const) {
      const word = words[other];
      if (gap === ' & ' && word?.form === 'Capital' && !isClinicalWord(word.text)) marks.add(other);
    }
  }
}

/** "see Bluebell Harcourt": in the middle of a sentence an ordinary word has no capital, so before a last name it is the first. */
function addFirstNames(words: readonly Word[], marks: Set<number>): void {
  for (const index of [...marks]) {
    const [before, first, last] = [words[index - 2], words[index - 1], words[index]];
    if (!first || marks.has(index - 1) || first.form !== 'Capital' || last?.form !== 'Capital') continue;
    const isInside = before?.form === 'lower' ? first.gap === ' ' : /^["']?=["']?$/.test(first.gap);
    const isOther =
      titles.has(first.plain) ||
      relatives.has(first.plain) ||
      notNames.has(first.plain) ||
      roles.has(first.plain);
    if (last.gap === ' ' && isInside && !isOther && !isClinicalWord(first.text)) marks.add(index - 1);
  }
}

const roles = new Set(cues.roles.split(' '));

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
          (word.form === 'Capital' &&
            (word.strength !== 'word' || (step > 0 && isLastOfName(words, index)))) ||
          (particles.has(word.plain) &&
            (leads ||
              (step > 0 && word.form === 'Capital' && !(next?.form === 'Capital' && next.gap === ' ')))) ||
          isDictated;
        if (
          !belongs ||
          titles.has(word.plain) ||
          (isDictated && relatives.has(word.plain)) ||
          (notNames.has(word.plain) && word.form !== 'initial')
        )
          break;
        marks.add(index);
      }
    }
  }
}
