import type { Span } from '../../text/span';
import cues from './name-cues.json';
import { isClinicalWord, isFamilyName, isGivenName } from './name-lexicon';
import { greetings, persons, relatives, titles, type Word } from '../text-words';

/** Who speaks, before what is said: "Dr Roe: …". */
const speaker = /^[ \t]*(?:\[[^\]\n]*\] ?)?\p{Lu}[\p{L} .]{0,24}\d?:/u;

/**
 * True where only who speaks has a capital, or where a message leaves them out more often than not: most of its sentences
 * begin without one, and one word in ten has one at the most.
 */
function isWithoutCapitals(line: string): boolean {
  const said = line.replace(speaker, '');
  const capitals = said.match(/(?<![\p{L}\d])\p{Lu}\p{Ll}+(?![\p{L}\d#_@])/gu)?.length ?? 0;
  if (capitals === 0) return true;
  const words = said.match(/\p{L}+/gu)?.length ?? 0;
  const openings = said.match(/(?:^\s*|[.?!] +)\p{L}/gu) ?? [];
  const small = openings.filter((one) => /\p{Ll}$/u.test(one)).length;
  return words >= 10 && capitals <= words / 10 && small > openings.length / 2;
}

/**
 * The lines of a text in which nothing but who speaks has a capital, and that say something: a message or a handover may have
 * some of them among others.
 */
export function linesWithoutCapitals(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (/\p{Ll}{3}/u.test(line) && isWithoutCapitals(line)) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}

const calls = new Set(cues.callsBefore.split(' '));
/** Behind these a word is a thing, whatever it may be besides. */
const articles = new Set(cues.articles.split(' '));
/** Behind these a word is a thing: "the rose", "no grace". */
const determiners = new Set([...articles, ...cues.beforeThings.split(' ')]);

/**
 * True for a word without a capital, in a text that has none, that is no word of English or of medicine, or that is a name
 * as well and stands as one: it does what a person does ("ray drove me"), is joined or called, or a last name follows.
 */
export function isDictatedName(words: readonly Word[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!word) return false;
  // "blessings mum": a name with the s of a genitive that has no mark.
  if (
    after?.gap === ' ' &&
    relatives.has(after.plain) &&
    isGivenName(word.text.replace(/s$/, '')) &&
    /s$/.test(word.text)
  )
    return !determiners.has(before?.plain ?? '') && !isClinicalWord(word.text);
  if (word.strength === 'word') return false;
  if (word.strength === 'name') return true;
  // One word in 330 of a visit that is dictated is in no list: few, so each is taken.
  if (word.strength === 'unknown') return word.text.length > 2;
  if (!isGivenName(word.text)) return false;
  if (ratherNames.has(word.plain) && !articles.has(before?.plain ?? ''))
    return !thing.test(`${before?.plain ?? ''} ${word.plain} ${after?.plain ?? ''}`);
  if (isClinicalWord(word.text)) return false;
  const acts = after?.gap === ' ' && deeds.has(after.plain);
  // "hi will, i'm …"
  const isGreeted = greetings.has(before?.plain ?? '') && /^,/.test(after?.gap ?? '');
  if (smallWords.has(word.plain)) return acts || isGreeted;
  if (articles.has(before?.plain ?? '')) return false;
  if (determiners.has(before?.plain ?? '') && !meets.has(before?.plain ?? '')) return false;
  const next = after?.gap === ' ' && (after.strength === 'unknown' || after.strength === 'name');
  // "mason's clinic", "rose my sister"
  const owns = /^['’]s $/.test(after?.gap ?? '') || isWithRelative(words, index);
  // "with ruby and poppy", "is it sore, rose?": nothing that is counted or described goes on behind it.
  const ends =
    !after ||
    !/^ $/.test(after.gap) ||
    after.plain === 'and' ||
    persons.has(after.plain) ||
    goesOn.has(after.plain);
  const joined = meets.has(before?.plain ?? '') && ends;
  const called =
    (calls.has(before?.plain ?? '') || /^[,.] ?$/.test(word.gap)) &&
    (!after || /^[.?!,]/.test(after.gap) || after.plain === 'how');
  // "ray and june next door"
  const pair = words[index + 2];
  const paired =
    after?.plain === 'and' &&
    pair !== undefined &&
    pair.gap === ' ' &&
    isGivenName(pair.text) &&
    pair.strength !== 'word' &&
    !smallWords.has(pair.plain);
  const titled = offices.has(before?.plain ?? '') && word.gap === ' ' && ends;
  return next || acts || owns || joined || paired || called || titled;
}

/** First names that are words too, but hardly ones of a visit. */
const ratherNames = new Set(cues.ratherNames.split(' '));
/** Where they are words nevertheless. */
const thing =
  /^(?:x ray|poison ivy|gentian violet|gamma ray|manta ray|\p{L}* (?:olive oil|hazel eyes|amber (?:urine|alert)|jack of|marsh road|tom cat|ruby red|poppy seeds?|sandy (?:stools?|beach)|violet (?:light|blue)|reed \p{L}*ing|lily pad|holly tree|john s|penny (?:for|dropped)|grace period|pat (?:dry|it|down|them)|mercy of|faith in|patience with|don t|jade green))\b/u;

/** "rose my sister" */
function isWithRelative(words: readonly Word[], index: number): boolean {
  return (
    /^(?:my|our|his|her|their)$/.test(words[index + 1]?.plain ?? '') &&
    relatives.has(words[index + 2]?.plain ?? '')
  );
}

/** Behind these somebody comes, unless a noun goes on. */
const meets = new Set(cues.meets.split(' '));
/** Behind a name the sentence goes on so. */
const goesOn = new Set(cues.goesOn.split(' '));
const offices = new Set(cues.offices.split(' '));

/** Names that are small words of every sentence. */
const smallWords = new Set(cues.smallWords.split(' '));

/** Whether a name that was found already is one here too, in a text without capitals where it may be an ordinary word. */
export function isDictatedAgain(words: readonly Word[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!word) return false;
  if (smallWords.has(word.plain)) return deeds.has(after?.plain ?? '') || titles.has(before?.plain ?? '');
  return !articles.has(before?.plain ?? '');
}

/**
 * Whether an ordinary word behind a first name in a text without capitals is a last name: "hannah bishop", where "hannah is
 * short" and "hannah may come" are sentences.
 */
export function isDictatedLast(words: readonly Word[], index: number): boolean {
  const [first, word] = [words[index - 1], words[index]];
  return (
    first !== undefined &&
    word?.form === 'lower' &&
    word.gap === ' ' &&
    isGivenName(first.text) &&
    first.strength !== 'word' &&
    word.strength === 'either' &&
    isFamilyName(word.text) &&
    !smallWords.has(word.plain) &&
    !deeds.has(word.plain) &&
    !persons.has(word.plain) &&
    !endearments.has(word.plain) &&
    !isClinicalWord(word.text)
  );
}

const endearments = new Set(cues.endearments.split(' '));

/** What only a person does. */
const deeds = new Set(cues.deeds.split(' '));
