import cues from './name-cues.json';
import organisations from '../places/organisation-cues.json';
import { isCalledByTitle } from './ordinary-name-parts';
import { isClinicalWord, isFamilyName, isGivenName } from './name-lexicon';
import {
  addresses,
  credentials,
  greetings,
  isOffice,
  notNames,
  particles,
  persons,
  relatives,
  titles,
  type Word,
} from '../text-words';

/** What stands before a name. */
export type Cue = 'title' | 'label' | 'greeting' | 'person' | 'mention';

/** So many words a name has at most. */
const longestName = 6;

/** The words of the name that begins here, if one does. */
export function runAfter(words: readonly Word[], from: number, cue: Cue): number[] {
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

/** "Jane Roe", "J. R. Roe", "Jane 'Janie' Roe"; behind a label also "Roe, Jane" and the list of a record: "Jane","R". */
function joins(gap: string, length: number, cue: Cue): boolean {
  return (
    /^(?:[ \t]+|\. ?|[ \t]*["'“”‘’][ \t]*)$/.test(gap) ||
    (cue === 'label' && length <= 2 && /^(?:, ?|["'],[ ]?["'])$/.test(gap))
  );
}

function fits(words: readonly Word[], index: number, length: number, cue: Cue): boolean {
  const word = words[index];
  if (word?.form === 'initial') return word.text !== 'I' || words[index + 1]?.gap.startsWith('.') === true;
  // "Yours sincerely, Jane Roe, Case Manager": what she is.
  if (cue === 'label' && length > 0 && word && /,/.test(word.gap) && isOffice(words, index)) return false;
  // The name of a record's next field.
  if (/^["']\s*:/.test(words[index + 1]?.gap ?? '') && cue === 'label' && length > 0) return false;
  if (word && cue === 'label' && length === 0 && isGivenBeforeName(words, index)) return true;
  // "Dr. Happy: noted": who is spoken to, or writes, by a title and a word.
  if (word && cue === 'title' && length === 0 && isCalledByTitle(words, index)) return true;
  if (!word || notNames.has(word.plain) || (credentials.has(word.plain) && word.form === 'UPPER'))
    return false;
  if (particles.has(word.plain) && words[index + 1] && /^[. ]+$/.test(words[index + 1]?.gap ?? ''))
    return true;
  if (word.form === 'lower') {
    // As it is dictated, with no capitals: a name, or a word that is none of English.
    if (persons.has(word.plain) || relatives.has(word.plain) || cue === 'mention') return false;
    if (cue === 'title' && length === 0 && isTitledActor(words, index)) return true;
    if (cue === 'title' && length === 0 && onlyTitles.has(words[index - 1]?.plain ?? '')) return true;
    return (
      word.strength === 'name' ||
      word.strength === 'unknown' ||
      (word.strength === 'either' && (length > 0 ? cue !== 'person' : isDictatedName(words, index, cue)))
    );
  }
  if (length > 0 && word.form === 'Capital' && word.strength === 'word' && isLastOfName(words, index))
    return true;
  if (cue === 'greeting' && length === 0 && isCalled(words, index)) return true;
  // "Dr P Inch"
  const isAfterInitial =
    length > 0 &&
    words[index - 1]?.form === 'initial' &&
    word.form === 'Capital' &&
    !isClinicalWord(word.text);
  if (cue === 'title')
    return length === 0 || isAfterInitial || word.strength !== 'word' || endsName(words, index);
  if (cue === 'label' && length === 0 && isBeforeFirstName(words, index)) return true;
  // "her dad Con is …"
  if (
    cue === 'person' &&
    length === 0 &&
    word.form === 'Capital' &&
    isGivenName(word.text) &&
    relatives.has(words[index - 1]?.plain ?? '')
  )
    return true;
  // "Her son, T-Boy", "my manager is Debs": behind a relative an ordinary word has no capital.
  if (
    word.strength === 'word' &&
    cue === 'person' &&
    length === 0 &&
    !isClinicalWord(word.text) &&
    word.form === 'Capital'
  )
    return namesPerson.has(words[index - 1]?.plain ?? '') && !credentials.has(word.plain);
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

/** "Dr Lim Kah Hoe,": an ordinary word with a capital behind two that are names, where the name ends. */
export function isLastOfName(words: readonly Word[], index: number): boolean {
  const [first, before, word, after] = [words[index - 2], words[index - 1], words[index], words[index + 1]];
  if (
    !word ||
    before?.form !== 'Capital' ||
    before.strength === 'word' ||
    (first?.form !== 'Capital' && !isGivenName(before.text))
  )
    return false;
  if (word.gap !== ' ' || isClinicalWord(word.text) || kinds.has(word.plain)) return false;
  return !after || /^(?:[,.)\n]| {2})/.test(after.gap);
}

/** "Kia ora Mere,": whatever is greeted and has a capital, but for those who are nobody alone. */
function isCalled(words: readonly Word[], index: number): boolean {
  const [word, after] = [words[index], words[index + 1]];
  if (word?.form !== 'Capital' || notCalled.has(word.plain) || isClinicalWord(word.text)) return false;
  return greetings.has(words[index - 1]?.plain ?? '') && /^(?:[,!]|\n)/.test(after?.gap ?? '');
}

/** "Patient: Sunday Ogunleye": a day or a month that is a first name too, before what is nothing but a name. */
function isGivenBeforeName(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  return (
    (word?.form === 'Capital' || word?.form === 'UPPER') &&
    (isGivenName(word.text) || /^(?:mon|fri|satur|sun)day$/.test(word.plain)) &&
    next?.form === word.form &&
    /^,? $/.test(next.gap) &&
    (next.strength === 'name' || next.strength === 'unknown')
  );
}

/** "sister favour checked": behind a title with no article, before what only a person did, in a text without capitals. */
function isTitledActor(words: readonly Word[], index: number): boolean {
  const [article, title, word, after] = [words[index - 2], words[index - 1], words[index], words[index + 1]];
  return (
    !/^(?:the|an?|this|that|my|your|our|his|her|their|another|one)$/.test(article?.plain ?? '') &&
    /^ ?$/.test(title?.gap ?? '') &&
    word !== undefined &&
    isGivenOrOrdinary(word) &&
    after?.gap === ' ' &&
    after.form === 'lower' &&
    /^(?:\p{Ll}{3,}ed|said|told|gave|came|saw|took|did|has|was|is|wants|says|thinks|thought)$/u.test(
      after.plain,
    )
  );
}

function isGivenOrOrdinary({ text, plain }: Word): boolean {
  return plain.length > 3 && !/(?:ly|ed|ing|en)$/.test(plain) && !isClinicalWord(text) && !adverbs.has(plain);
}

const adverbs: ReadonlySet<string> = new Set(
  'also even never always often once soon only later today here there both'.split(' '),
);

const notCalled: ReadonlySet<string> = new Set(cues.notCalled.split(' '));
const kinds: ReadonlySet<string> = new Set(organisations.heads.toLowerCase().split(' '));

const namesPerson: ReadonlySet<string> = new Set([...relatives, 'is', 'named', 'called']);

const children: ReadonlySet<string> = new Set(
  'son daughter wife husband grandson granddaughter nephew niece boyfriend girlfriend'.split(' '),
);

/** No word but a name stands behind these. */
const onlyTitles: ReadonlySet<string> = new Set('mr mrs ms mister missus'.split(' '));
/** What goes on behind the name of somebody who says who it is: "its grace from norwood". */
const goesOn: ReadonlySet<string> = new Set(
  "from here calling again and with speaking i im i'm the your one right yeah is isn't okay who who's my".split(
    ' ',
  ),
);

/** Whether a word without a capital that means something else too is a name behind "mr.", "my son" or "hi". */
function isDictatedName(words: readonly Word[], index: number, cue: Cue): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!before || !word) return false;
  if (cue === 'title') return addresses.has(before.plain) && isFamilyName(word.text);
  if (!isGivenName(word.text)) return false;
  // "my son theo": a relative's name may be short for a medicine.
  if (cue === 'person')
    return relatives.has(before.plain) && (children.has(before.plain) || !isClinicalWord(word.text));
  if (isClinicalWord(word.text)) return false;
  return cue === 'greeting' && (!after || /^[,.?!\n]/.test(after.gap) || goesOn.has(after.plain));
}

/** True where the sentence goes on behind this word as it does behind a name: "Mr. Will Pain has …". */
function endsName(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  const after = words[index + 1];
  return (
    before !== undefined && isGivenName(before.text) && after?.form === 'lower' && persons.has(after.plain)
  );
}

/** True in "Apgar, Joan" and "MACKINTOSH, EUPHEMIA": what stands before the comma is a last name, whatever else it means. */
function isBeforeFirstName(words: readonly Word[], index: number): boolean {
  const after = words[index + 1];
  return (
    after !== undefined &&
    /^, ?$/.test(after.gap) &&
    (after.form === 'initial' ||
      (after.form === words[index]?.form && (isGivenName(after.text) || after.strength === 'unknown'))) &&
    !isClinicalWord(after.text)
  );
}

function isAllCapitals(words: readonly Word[], index: number): boolean {
  return words[index]?.form === 'UPPER' && words[index]?.strength !== 'word';
}

/** The words of the name that ends here: "Jane Roe, MD". */
export function runBefore(words: readonly Word[], to: number): number[] {
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
