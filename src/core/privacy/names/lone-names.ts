import cues from './name-cues.json';
import organisations from '../places/organisation-cues.json';
import { isClinicalWord, isFamilyName, isGivenName } from './name-lexicon';
import {
  eponyms,
  isOffice,
  notNames,
  particles,
  persons,
  relatives,
  roles,
  staff,
  titles,
  type Word,
} from '../text-words';

/** True for a word that is a name by itself, or by its neighbours. */
export function isNameAlone(words: readonly Word[], index: number): boolean {
  const word = words[index];
  // "Poppys mum"
  if (word?.form === 'Capital' && /s$/.test(word.text) && words[index + 1]?.gap === ' ') {
    if (relatives.has(words[index + 1]?.plain ?? '') && isGivenName(word.text.slice(0, -1))) return true;
  }
  if (!word || word.form === 'lower' || word.form === 'initial' || isMedicine(words, index)) return false;
  if (ownsRelative(words, index)) return true;
  if (word.strength === 'word') return isNamedInside(words, index);
  const before = words[index - 1];
  const after = words[index + 1];
  if (titles.has(word.plain) && after?.form === 'Capital' && /^\.? $/.test(after.gap)) return false;
  if (namesFinding(words, index)) return false;
  if (word.form === 'UPPER') {
    // Most words in capitals are abbreviations: two names side by side are a name.
    const pair = [before, after].some(
      (other) =>
        other?.form === 'UPPER' &&
        other.strength !== 'word' &&
        /^(?:,? |,)$/.test(other === before ? word.gap : other.gap) &&
        (other.strength === 'name' || word.strength === 'name'),
    );
    // "DHONNCHA, Caoimhe"
    const isBeforeFirst =
      after?.form === 'Capital' &&
      /^, ?$/.test(after.gap) &&
      word.text.length > 2 &&
      (isGivenName(after.text) || after.strength === 'unknown') &&
      !isClinicalWord(after.text);
    // One that is a name and nothing else, and longer than abbreviations are: "LUZIA".
    const isLong = word.strength === 'name' && word.text.length >= 5;
    return (pair && word.text.length > 1) || isLong || isBeforeFirst;
  }
  if (word.strength === 'name' || word.strength === 'unknown') return true;
  return isNameByNeighbours(words, index);
}

/** "Saffron's older brother", "Present: Saffron (15)": who has a relative, and who is listed with an age. */
function ownsRelative(words: readonly Word[], index: number): boolean {
  const [word, after, next] = [words[index], words[index + 1], words[index + 2]];
  if (word?.form !== 'Capital' || !after || notNames.has(word.plain) || notOwners.has(word.plain))
    return false;
  if (eponyms.has(word.plain)) return false;
  if (/: ?$/.test(word.gap) && /^ \(\d{1,2}\)/.test(after.gap)) return !isClinicalWord(word.text);
  const isOwner = /^['’]s $/.test(after.gap) && after.form === 'lower' && !titles.has(word.plain);
  const isOther = relatives.has(word.plain) || whoSomebodyIs.has(word.plain);
  return (
    isOwner &&
    !isOther &&
    (relatives.has(after.plain) || (next?.gap === ' ' && next.form === 'lower' && relatives.has(next.plain)))
  );
}

const notOwners = new Set('today yesterday tomorrow it that there what who he she let baby child'.split(' '));

/** "Tab Telma 40", "Pantop 40 OD": behind the form that it comes in, or before how much and how often it is taken. */
function isMedicine(words: readonly Word[], index: number): boolean {
  const [form, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (form && /^\.? $/.test(word?.gap ?? '') && doseForms.has(form.plain) && form.form !== 'lower')
    return true;
  return (
    after !== undefined &&
    (/^ \d[\d./]* ?$/.test(after.gap) ? doses.test(after.text) : /^ \d[\d.]* ?-? ?\d-\d-\d/.test(after.gap))
  );
}

const doseForms = new Set(cues.doseForms.split(' '));
const doses = /^(?:mg|mcg|ml|g|units?|iu|od|bd|bid|tds|tid|qds|qid|prn|nocte|mane|om|on|hs|po|stat)$/i;

const heads = new Set(cues.eponymHeads.split(' '));
/** Behind these a first name is what somebody found, too: "Allen Test". */
const strictHeads = new Set('test sign score scale criteria disease syndrome index'.split(' '));

/** True in "Schober test" and "Simpson EF": a name that a finding or a scale goes by, with no person's name before it. */
function namesFinding(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  if (before && /^(?: |\. ?)$/.test(words[index]?.gap ?? '') && /^(?:Capital|initial)$/.test(before.form)) {
    if (titles.has(before.plain) || before.form === 'initial' || isGivenName(before.text)) return false;
  }
  // "Lewy body", "Montreal Cognitive Assessment", "Salter-Harris III"
  for (let at = index + 1; at <= index + 2; at++) {
    const word = words[at];
    // "Gottron's papules", "Samter's triad"; a first name with it is somebody.
    const isOwn = at === index + 1 && /^['’]s? $/.test(word?.gap ?? '') && word?.form === 'lower';
    if (isOwn && isGivenName(words[index]?.text ?? '')) return false;
    if (!word || !(isOwn || /^ ?-? ?$/.test(word.gap))) return false;
    // "Kaylee Point" is somebody.
    if (word.form === 'Capital' && isGivenName(words[index]?.text ?? '') && !strictHeads.has(word.plain))
      return false;
    if (heads.has(word.plain) || /^(?:I{2,3}|I?V)$/.test(word.text)) return true;
    if (word.form === 'lower') return false;
  }
  return false;
}

/** Whether a name that is an ordinary word too is a name here. */
function isNameByNeighbours(words: readonly Word[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!word) return false;
  if (relatives.has(word.plain) && after?.form === 'Capital' && after.gap === ' ') return false;
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
    isFamilyName(before.text) &&
    !isOffice(words, index)
  )
    return true;
  // "Precious, carer", "the nurse, Carol,": who somebody is, on one side or the other of a comma.
  if (isGivenName(word.text) && word.form === 'Capital' && standsBesideRole(words, index)) return true;
  // "HCA Blessing"
  if (precedes?.form === 'UPPER' && staff.has(precedes.plain) && isGivenName(word.text)) return true;
  // "Scout: Deb", "Care co: Robin.": alone behind a label.
  if (isGivenName(word.text) && /:[ \t]*$/.test(word.gap) && isClosed(after) && !isClinical) return true;
  if (isClinical) return false;
  if (opens && isGivenName(word.text) && goesOnWith(words, index, /^(?:his|her|their)$/)) return true;
  // "Hope's mother"
  if (/^['’]s $/.test(after?.gap ?? '') && after?.form === 'lower' && isGivenName(word.text)) return true;
  // "Did Summer get her flu shot?"
  if (before && asks.has(before.text) && /^ $/.test(word.gap) && follows?.form === 'lower') return true;
  // An ordinary word has no capital in the middle of a sentence.
  const goesOn = after?.form === 'Capital' && after.gap === ' ';
  if (!opens && before.form === 'lower' && /^ $/.test(word.gap) && !goesOn) return true;
  // "Sige, Angel will type it."
  const mayAct = opens || (/^, $/.test(word.gap) && isGivenName(word.text));
  return mayAct && follows?.form === 'lower' && persons.has(follows.plain);
}

/** True where a mark, a gap or the end follows a word. */
function isClosed(after: Word | undefined): boolean {
  return !after || /^(?:[.,;/)\n]| {2}|\t)/.test(after.gap);
}

/** True where a comma is all that stands between a word and what a person is, and another mark ends it. */
function standsBesideRole(words: readonly Word[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  const isWho = (other: Word | undefined): boolean =>
    other?.form === 'lower' && (relatives.has(other.plain) || whoSomebodyIs.has(other.plain));
  const isClosed = !after || /^[,.;)"\n]/.test(after.gap);
  return (
    (/^, $/.test(word?.gap ?? '') && isWho(before) && isClosed) ||
    (/^, $/.test(after?.gap ?? '') && isWho(after))
  );
}

const whoSomebodyIs = new Set([...roles, 'nurse', 'sister', 'carer', 'matron']);

/** An ordinary word with a capital in the middle of a sentence, with none around it: "told Cricket about it". */
function isNamedInside(words: readonly Word[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (
    word?.form !== 'Capital' ||
    before?.form !== 'lower' ||
    !/^,? \(?$/.test(word.gap) ||
    !/^\p{Lu}\p{Ll}{2,}$/u.test(word.text)
  )
    return false;
  if (after?.form === 'Capital' && after.gap === ' ') return false;
  return (
    !notNames.has(word.plain) &&
    !isClinicalWord(word.text) &&
    !generic.has(word.plain) &&
    !titles.has(word.plain)
  );
}

/** Kinds of places and of their people, which many write with a capital. */
const generic = new Set(
  [
    organisations.heads.toLowerCase(),
    organisations.generic,
    organisations.sites,
    cues.places,
    cues.eponyms,
    cues.roles,
    cues.relatives,
    cues.credentials,
  ]
    .join(' ')
    .split(' '),
);

const asks = new Set(['Did', 'Does', 'Has', 'Is', 'Was', 'Can', 'Should']);

/** "Mercy and her mother": behind "and" comes a word that only a person has. */
function goesOnWith(words: readonly Word[], index: number, pattern: RegExp): boolean {
  return words[index + 1]?.plain === 'and' && pattern.test(words[index + 2]?.plain ?? '');
}

/** A word that may stand behind the comma of "Roe, Jane". */
function isFirstName({ form, text, strength }: Word): boolean {
  return form === 'initial' || isGivenName(text) || strength === 'unknown' || strength === 'name';
}
