import { isDictatedLast } from './dictated-names';
import { isClinicalWord, isGivenName } from './name-lexicon';
import { isLastOfName } from './name-runs';
import { notNames, particles, relatives, roles, titles, type Word } from '../text-words';

/** Adds to the words that are names those that belong to them, by what stands between. */
export function addNeighbours(words: readonly Word[], marks: Set<number>): void {
  joinPairs(words, marks);
  joinChildren(words, marks);
  joinFirms(words, marks);
  joinLists(words, marks);
  joinBrackets(words, marks);
  extend(words, marks);
  addFirstNames(words, marks);
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

/** What may stand between the names of a list: an age, a comma, a sign for "and". */
const betweenChildren = /^(?: \(?\d{1,2} ?(?:y|yo|yrs?|m|mo|wks?)?\)?)?(?:[,;]| &| \+)? $/;

/** "Brian 12, Faith 7", "Mihai (5) & Lily (2)", "Iris and Wren": a first name beside another, with an age or "and" between. */
function joinChildren(words: readonly Word[], marks: Set<number>): void {
  words.forEach((word, index) => {
    if (marks.has(index) || word.form !== 'Capital' || !isGivenName(word.text) || word.strength === 'word')
      return;
    const after = words[index + 1];
    const isListed =
      marks.has(index - 1) &&
      /[\d&+]/.test(word.gap) &&
      betweenChildren.test(word.gap) &&
      !isClinicalWord(word.text);
    const isJoinedToNext =
      after?.plain === 'and' && after.gap === ' ' && marks.has(index + 2) && words[index + 2]?.gap === ' ';
    const isNextToOne =
      words[index - 1]?.plain === 'and' && marks.has(index - 2) && (!after || /^[.,;)\n]/.test(after.gap));
    if (isListed || isJoinedToNext || isNextToOne) marks.add(index);
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

/** "Night staff: Rekha, Joy.": a first name behind a name in a list is one, where the list goes on or ends. */
function joinLists(words: readonly Word[], marks: Set<number>): void {
  words.forEach((word, index) => {
    if (marks.has(index) || !marks.has(index - 1) || !/^(?:, | ?[/+] ?)$/.test(word.gap)) return;
    // "Task to Hope / KLW."
    if (word.form === 'UPPER' && word.gap === ' / ' && word.text.length === 3 && word.strength === 'unknown')
      marks.add(index);
    if (word.form !== 'Capital') return;
    if (
      isGivenName(word.text) &&
      !isClinicalWord(word.text) &&
      /^(?:[.,;)\n]|$)/.test(words[index + 1]?.gap ?? '')
    )
      marks.add(index);
  });
}

/** "CHAN, WAI-LING (GRACE)", "Ngozi ('Goz')": what stands in brackets behind a name, alone, is another of its names. */
function joinBrackets(words: readonly Word[], marks: Set<number>): void {
  words.forEach((word, index) => {
    if (marks.has(index) || !marks.has(index - 1) || !/^ [([]["“'‘]?$/.test(word.gap)) return;
    if (word.form === 'lower' || word.form === 'initial' || word.text.length < 3) return;
    if ([titles, relatives, roles, notNames].some((list) => list.has(word.plain))) return;
    const isQuoted = /["“'‘]$/.test(word.gap) && word.form === 'Capital';
    const isName =
      word.strength !== 'word' &&
      !isClinicalWord(word.text) &&
      (word.form === 'Capital' || isGivenName(word.text));
    if ((isQuoted || isName) && /^["”'’]?[)\]]/.test(words[index + 1]?.gap ?? ')')) marks.add(index);
  });
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
          (word.strength === 'name' ||
            (step < 0 && word.strength === 'either' && isGivenName(word.text)) ||
            (step > 0 && isDictatedLast(words, index)));
        const belongs =
          (word.form === 'initial' && word.text !== 'I') ||
          (step < 0 && isInitials(word) && words[from]?.form === 'Capital') ||
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

/** "SF" of "SF Lim": letters that stand for nothing else, before a last name. */
function isInitials({ text, plain, form, strength }: Word): boolean {
  return (
    form === 'UPPER' && text.length === 2 && strength === 'unknown' && !roles.has(plain) && !titles.has(plain)
  );
}
