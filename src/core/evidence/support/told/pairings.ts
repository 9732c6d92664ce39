import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../../facts/extract';
import { findNumbers } from '../../../facts/quantities/numbers';
import type { Token } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import data from './pairing-words.json';

/** What tells things apart: its words, each with what it stands for. */
type Qualifiers = ReadonlyMap<string, string>;

const sets: readonly Qualifiers[] = data.sets.map(
  ({ words }) => new Map(words.flatMap((list) => list.map((word) => [word, list[0] ?? word] as const))),
);
const breaks = new Set([...data.breaks, ',', ';', '.', ':']);

/** A part of a text between commas and conjunctions. */
interface Part {
  /** Stems and numbers that tell something. */
  content: ReadonlySet<string>;
  /** Those of them that stand behind the part's first number. */
  behind: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  tokens: readonly Token[];
}

/**
 * False where a sentence has the words of a claim and puts them together otherwise: "right 6/6, left 6/36" does not bear
 * "right 6/36, left 6/6" out, nor "lying 130, standing 112" the reverse, nor "my mother has asthma, my father diabetes" a
 * mother with both.
 */
export function isPairedAlike(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const ours = partsOf(claim.flatMap(({ tokens }) => tokens));
  const theirs = partsOf(sentence.tokens);
  return (
    sets.every((set) => goTogether(ours, theirs, set)) &&
    haveNumbersTogether(ours, theirs) &&
    standByTheirNumbers(ours, theirs) &&
    !isOfOneSide(ours, theirs) &&
    (!isByMarriage(sentence.tokens) || isByMarriage(claim.flatMap(({ tokens }) => tokens)))
  );
}

/** "Father-in-law", "half brother", "stepmother's": another relative than the word alone means. */
function isByMarriage(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ text }) => text).join(' ');
  return /\bin ?-? ?laws?\b|\b(?:step|half|foster|adoptive|adopted)(?: ?- ?| )?(?:mother|father|mum|mom|dad|brother|sister|son|daughter)/.test(
    words,
  );
}

/** What a claim says of the left stands under the left in the source as well, where it stands there at all. */
function goTogether(ours: readonly Part[], theirs: readonly Part[], set: Qualifiers): boolean {
  const [own, other] = [ownersOf(ours, set), ownersOf(theirs, set)];
  if (new Set([...own, ...other].flatMap((names) => [...names])).size < 2) return true;
  return ours.every(({ content }, at) => {
    const names = own[at];
    if (!names || names.size === 0) return true;
    // What every part has is no way to tell them apart.
    const telling = [...content].filter(
      (word) => ours.length === 1 || ours.some((part) => !part.content.has(word)),
    );
    return telling.every((word) => {
      const places = theirs.flatMap((part, index) => (part.content.has(word) ? [other[index]] : []));
      return (
        places.length === 0 ||
        places.some((found) => !found?.size || [...names].some((name) => found.has(name)))
      );
    });
  });
}

/** Whom or what each part is of; one that names nobody goes on with those of the part before. */
function ownersOf(parts: readonly Part[], set: Qualifiers): ReadonlySet<string>[] {
  let last: ReadonlySet<string> = new Set();
  return parts.map(({ tokens }) => {
    const named = new Set(tokens.flatMap(({ text }) => set.get(text) ?? []));
    if (named.size > 0) last = named;
    return last;
  });
}

/** "188 on the 12th, 310 on the 19th": two numbers of one part stand in one part of the source, where it has both. */
function haveNumbersTogether(ours: readonly Part[], theirs: readonly Part[]): boolean {
  const paired = ours.filter(({ numbers }) => numbers.size > 1);
  if (paired.length < 2) return true;
  const all = new Set(theirs.flatMap(({ numbers }) => [...numbers]));
  return paired.every(({ numbers }) => {
    const known = [...numbers].filter((number) => all.has(number));
    return (
      known.length < numbers.size || theirs.some((part) => known.every((number) => part.numbers.has(number)))
    );
  });
}

/**
 * "Power five out of five in the arms, four out of five in the left leg" gives the arms no four: what the source puts behind another
 * number, and nowhere beside the claim's, is told of that one.
 */
function standByTheirNumbers(ours: readonly Part[], theirs: readonly Part[]): boolean {
  return ours.every(({ content, numbers }) => {
    if (numbers.size === 0) return true;
    const isOwn = (part: Part): boolean => [...numbers].every((number) => part.numbers.has(number));
    if (!theirs.some(isOwn)) return true;
    return [...content].every((word) => {
      const places = theirs.filter((part) => part.content.has(word));
      const isOfOther = places.some((part) => part.behind.has(word) && !isOwn(part));
      return numbers.has(word) || !isOfOther || places.some(isOwn);
    });
  });
}

/** "Reflexes brisk on the left and normal on the right": what is told of one side only bears no claim out that names none. */
function isOfOneSide(ours: readonly Part[], theirs: readonly Part[]): boolean {
  const sides = sets[0];
  if (!sides || ownersOf(ours, sides).some((names) => names.size > 0)) return false;
  const owners = ownersOf(theirs, sides);
  if (new Set(owners.flatMap((names) => [...names])).size < 2) return false;
  return ours.some(({ content }) =>
    [...content].some((word) => {
      const places = theirs.flatMap((part, at) => (part.content.has(word) ? [owners[at]] : []));
      return places.length > 0 && new Set(places.flatMap((names) => [...(names ?? [])])).size === 1;
    }),
  );
}

function partsOf(tokens: readonly Token[]): Part[] {
  const numbers = findNumbers(tokens);
  const parts: (Part & {
    content: Set<string>;
    behind: Set<string>;
    numbers: Set<string>;
    tokens: Token[];
  })[] = [];
  let part: (typeof parts)[number] | undefined;
  tokens.forEach((token, at) => {
    const number = numbers.find(({ from, to }) => from <= at && at < to);
    if (!number && breaks.has(token.text)) {
      part = undefined;
      return;
    }
    if (!part) parts.push((part = { content: new Set(), behind: new Set(), numbers: new Set(), tokens: [] }));
    part.tokens.push(token);
    // "12th" is no number by itself, and tells which day.
    const value = number ? String(number.value) : token.kind === 'number' ? token.text : undefined;
    if (value !== undefined) {
      part.numbers.add(value);
      part.content.add(value);
    } else if (token.kind === 'word' && !isStopWord(token.text) && !sets.some((set) => set.has(token.text))) {
      part.content.add(stemmer(token.text));
      if (part.numbers.size > 0) part.behind.add(stemmer(token.text));
    }
  });
  return parts;
}
