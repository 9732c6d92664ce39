import { editDistance } from '../../terminology/edit-distance';
import { isClinicalWord, isGivenName } from './name-lexicon';
import { notNames, particles, persons, roles, type Word } from '../text-words';

/** The names of all texts that are sent together, as what they are made of. */
export interface KnownNames {
  /** Their words, plain. */
  words: ReadonlySet<string>;
  /** The same by their first letter, for looking up what was misspelt. */
  byLetter: ReadonlyMap<string, readonly string[]>;
  /** The initials of names of two words or more, and those that somebody signed with. */
  initials: ReadonlySet<string>;
}

/** So short a word may be another one that is spelt rightly. */
const shortestMisspelt = 5;
const shortestTwiceMisspelt = 8;
const longestName = 4;
/** What is measured has letters too: "K was 5.1". */
const notDeeds = new Set('is was were has had will would could can may does did remains needs'.split(' '));
/** Behind these and a mark the letters of somebody stand, whatever else they mean. */
const subjects = new Set('subject re fwd fw patient pt client'.split(' '));

/**
 * Gathers what names may be known by when they stand again.
 * @param all per text its words, and which of them are names
 * @param signed what people signed with: "TW"
 * @param others names known from elsewhere, plain
 */
export function knownNames(
  all: readonly { words: readonly Word[]; marks: ReadonlySet<number> }[],
  signed: readonly string[],
  others: readonly string[],
): KnownNames {
  const known = new Set(others);
  const initials = new Set(signed.filter((one) => /^\p{Lu}{2,3}$/u.test(one)));
  for (const { words, marks } of all) {
    for (const index of marks) {
      const plain = words[index]?.plain ?? '';
      // A particle or an initial alone is no name.
      if (plain.length > 2 && !particles.has(plain)) known.add(plain);
      for (const part of plain.split('-')) if (part.length > 3 && part !== plain) known.add(part);
      for (const letters of initialsFrom(words, marks, index)) initials.add(letters);
    }
  }
  const byLetter = new Map<string, string[]>();
  for (const name of known) {
    if (name.length < shortestMisspelt) continue;
    const letter = name.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), name]);
  }
  return { words: known, byLetter, initials };
}

/** "LB" of "Leah Burnside", "JMR" and "JR" of "Jane Mary Roe": the initials of the name that begins here. */
function initialsFrom(words: readonly Word[], marks: ReadonlySet<number>, from: number): string[] {
  const before = words[from];
  if (!before || (marks.has(from - 1) && /^[ -]$/.test(before.gap))) return [];
  const letters: string[] = [];
  for (let index = from; marks.has(index) && letters.length < longestName; index++) {
    const word = words[index];
    if (!word || word.form === 'lower' || (index > from && !/^(?: |\. ?|-)$/.test(word.gap))) break;
    // "TJ" of "Tyler-James"
    letters.push(...word.text.split('-').map((part) => part.charAt(0)));
  }
  const [first, last] = [letters[0], letters.at(-1)];
  if (letters.length < 2 || first === undefined || last === undefined) return [];
  const ofFirst = before.text.split('-').map((part) => part.charAt(0));
  return [...(letters.length < 4 ? [letters.join('')] : []), first + last, ofFirst.join('')];
}

/**
 * True for a word that repeats a name that stands elsewhere, in another form: by its initials, by the first letter of
 * somebody who does something, cut short, or with a letter or two wrong.
 */
export function isEcho(words: readonly Word[], index: number, known: KnownNames): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!word || notNames.has(word.plain)) return false;
  const acts =
    after?.gap === ' ' && after.form === 'lower' && persons.has(after.plain) && !notDeeds.has(after.plain);
  if (word.form === 'initial')
    return acts && !/[IA]/.test(word.text) && [...known.words].some((name) => name.startsWith(word.plain));
  // A word of medicine that is somebody's name here: "Iris", with a capital inside of a sentence.
  if (
    known.words.has(word.plain) &&
    word.form === 'Capital' &&
    before !== undefined &&
    /^,? \(?$/.test(word.gap) &&
    isGivenName(word.text)
  )
    return true;
  if (known.initials.has(word.text))
    return (
      word.strength !== 'word' || (subjects.has(before?.plain ?? '') && /^['’]?: ?$/.test(word.gap)) || acts
    );
  if (word.form === 'Capital' && word.text.length >= 3 && !isClinicalWord(word.text)) {
    const isAlone = (!before || /\n\s*$/.test(word.gap)) && (!after || /^[,.]?[ \t]*\n/.test(after.gap));
    if ((acts || isAlone) && !roles.has(word.plain) && isShortFor(word.plain, known)) return true;
  }
  return word.strength === 'unknown' && isMisspelt(word.plain, known);
}

/** "Nab" for "Nabeel" */
function isShortFor(plain: string, { words }: KnownNames): boolean {
  return [...words].some((name) => name.length >= plain.length + 2 && name.startsWith(plain));
}

/** Whether a word is a known name but for a letter, or for two where it is long; the first letter is right. */
function isMisspelt(plain: string, { byLetter }: KnownNames): boolean {
  if (plain.length < shortestMisspelt) return false;
  const most = plain.length >= shortestTwiceMisspelt ? 2 : 1;
  return (byLetter.get(plain.charAt(0)) ?? []).some((name) => editDistance(plain, name, most) <= most);
}
