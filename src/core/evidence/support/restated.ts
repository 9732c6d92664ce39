import { confirms } from '../../facts/answers/answers';
import type { SentenceFacts } from '../../facts/extract';
import { contains, type Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isDeniedAlike, isNegated } from './denied-alike';
import { findingsIn } from './restated-findings';
import { factsTold, medicinesKnown, valuesStandIn } from './restated-facts';
import { isDoneAlike } from './said-done';
import { untoldNames } from './patient-names';
import data from './restated-words.json';
import {
  actAt,
  aroundOf,
  saidIn,
  type SaidSequence,
  sequenceOf,
  type Place,
  type Stretch,
  stretchesOf,
  turningIn,
} from './said-sequence';
import { type Comparison, isOfSamePerson } from './said-of-whom';
import type { SourceIndex } from '../source/source-index';
import { isPlainlyTold } from './told/plainly-told';
import { isFindingsOnly } from './told-findings';
import { areInOrder } from './values-in-order';

/** Where a source says what a claim restates. */
export interface Restated {
  segment: number;
  /** The words that say it. */
  focus: Span;
  /** They ask for it, and the next segment answers. */
  asks: boolean;
}

const doubting = new Set(data.doubting);
const correcting = new Set(data.correcting);
const directing = new Set(data.directing);
const joining = new Set(data.joining);

/** So many other words that carry sense may stand in a stretch of several sentences. */
const mostOthers = 1;
/** A claim of fewer words and facts says too little to be found. */
const fewestItems = 2;

/**
 * Where a source says what a claim of a note says, in much the same words: all of them near each other, with the facts
 * that the claim states, and nothing there that negates, doubts, takes back or asks, or speaks of somebody else. A claim
 * that is nothing but findings may find each at another place. Undefined where there is none: the claim may still be true.
 * @param claim the facts of the claim's sentences
 */
export function restatedIn(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const sequence = sequenceOf(source);
  const untold = untoldNames(claim, sequence);
  const said = claim.flatMap((sentence) => saidIn(sentence).map(({ name }) => name));
  const names = [...new Set(said)].filter((name) => !untold.has(name));
  const isNamed = names.length > 0 && names.every((name) => name.startsWith('#'));
  if (isNamed && isFindingsOnly(claim)) return findingsIn(claim, source);
  const isTyped = claim.some(({ quantities, medications }) => quantities.length + medications.length > 0);
  const isShort = names.length < fewestItems;
  const tokens = claim.flatMap((sentence) => sentence.tokens);
  if (isShort && !(isNamed && isTyped && !isNegated(tokens, claim))) return undefined;
  // Of two medicines the order alone tells what is said of which.
  const ofSeveral = claim.flatMap(({ medications }) => medications).length > 1;
  const hasValues = valuesStandIn(claim);
  for (const stretch of stretchesOf(names, sequence, ofSeveral)) {
    const around = aroundOf(stretch, sequence);
    if (!hasValues(around)) continue;
    const compared = comparison(claim, stretch, around, sequence);
    const [first, last] = [compared.inner[0], compared.inner.at(-1)];
    if (!first || !last) continue;
    const turns = turningIn(unmeasured(isShort ? compared.around : compared.inner));
    const known = turningIn(compared.ours);
    if (
      (stretch.ordered || (!ofSeveral && isOneClause(compared, names))) &&
      [...turns].every((word) => known.has(word)) &&
      isTight(compared, names) &&
      isSureAlike(compared) &&
      isDeniedAlike(compared) &&
      isDoneAlike(compared, source) &&
      compared.sentences.every((sentence) => isTold(sentence, compared, source)) &&
      isOfSamePerson(compared, source) &&
      medicinesKnown(compared, names) &&
      factsTold(compared, source) &&
      areInOrder(compared) &&
      isPlain(compared, source)
    ) {
      return {
        segment: first.segment,
        focus: { start: first.token.start, end: last.token.end },
        asks: false,
      };
    }
  }
  return undefined;
}

/** True when a source has every word and concept of a part of a sentence somewhere; else nothing in it restates that part. */
export function namesAll(sentence: SentenceFacts, { start }: Span, source: SourceIndex): boolean {
  const sequence = sequenceOf(source);
  const untold = untoldNames([sentence], sequence);
  return saidIn(sentence).every(
    ({ name, token }) =>
      (sentence.tokens[token]?.start ?? 0) < start || sequence.at.has(name) || untold.has(name),
  );
}

/** True when each sentence of the stretch tells plainly what it has of the claim. */
function isPlain({ claim, inner, sentences }: Comparison, source: SourceIndex): boolean {
  return sentences.every((sentence) => {
    const own = inner.filter((place) => place.sentence === sentence);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return true;
    const within = { start: first.token.start, end: last.token.end };
    return isPlainlyTold(claim, { segment: first.segment, sentence, within }, source);
  });
}

function comparison(
  claim: readonly SentenceFacts[],
  { from, to }: Stretch,
  around: readonly Place[],
  { places }: SaidSequence,
): Comparison {
  const inner = places.slice(from, to + 1);
  return {
    claim,
    ours: claim.flatMap(({ tokens }) => tokens.map(({ text }) => text)),
    inner,
    around,
    sentences: [...new Set(inner.map(({ sentence }) => sentence))],
  };
}

/** The words of a stretch that are no part of a value: "one thirty over eighty" turns nothing. */
function unmeasured(stretch: readonly Place[]): string[] {
  const isValue = ({ sentence }: Place, token: Span | undefined): boolean =>
    token !== undefined && sentence.quantities.some((fact) => contains(fact, token));
  return stretch
    .filter((place) => {
      const { tokens } = place.sentence;
      const isBetween =
        isValue(place, tokens[place.index - 1]) &&
        isValue(place, tokens[place.index + 1]) &&
        place.token.text === 'over';
      return !isBetween && !isValue(place, place.token);
    })
    .map(({ token }) => token.text);
}

/**
 * True for a stretch within one clause that says nothing else: there "a normal ECG" is "ECG normal". What comes from
 * what, or before what, is told by the order alone.
 */
function isOneClause({ ours, inner, sentences }: Comparison, names: readonly string[]): boolean {
  if (sentences.length > 1 || ours.some((word) => directing.has(word))) return false;
  if (inner.some(({ token }) => joining.has(token.text) || directing.has(token.text))) return false;
  return othersIn({ inner, sentences }, names) <= mostOthers;
}

/** Over the end of a sentence hardly anything else may be spoken of: "The MRI was in January. The EEG in July was normal." */
function isTight(compared: Comparison, names: readonly string[]): boolean {
  const isBroken = compared.inner.some(({ token }) => token.kind === 'mark' && joining.has(token.text));
  if (compared.sentences.length < 2 && !isBroken) return true;
  const most = compared.sentences.length < 2 ? Math.max(mostOthers, names.length / 3) : mostOthers;
  return othersIn(compared, names) <= most;
}

/** How many other words that carry sense stand in a stretch. */
function othersIn(
  { inner, sentences }: Pick<Comparison, 'inner' | 'sentences'>,
  names: readonly string[],
): number {
  const within = new Set<Token | undefined>(inner.map(({ token }) => token));
  return sentences.flatMap((sentence) =>
    saidIn(sentence).filter(({ name, token }) => within.has(sentence.tokens[token]) && !names.includes(name)),
  ).length;
}

/** True when both negate, doubt and take back the same. */
function isSureAlike({ claim, ours, around, sentences }: Comparison): boolean {
  const theirs = around.map(({ token }) => token.text);
  const holds = (list: readonly string[], words: ReadonlySet<string>): boolean =>
    list.some((word) => words.has(word));
  const isOver = (list: readonly string[]): boolean =>
    data.former.some((phrase) => ` ${list.join(' ')} `.includes(` ${phrase} `));
  const tokens = claim.flatMap((sentence) => sentence.tokens);
  return (
    holds(theirs, doubting) === holds(ours, doubting) &&
    (!holds(theirs, correcting) || holds(ours, correcting)) &&
    isOver(theirs) === isOver(ours) &&
    isNegated(
      around.map(({ token }) => token),
      sentences,
    ) === isNegated(tokens, claim)
  );
}

/** True when the sentence tells what stands there, or asks for it and is answered with yes. */
function isTold(sentence: SentenceFacts, { inner }: Comparison, source: SourceIndex): boolean {
  const place = inner.find((one) => one.sentence === sentence);
  if (!place) return true;
  const speaker = source.segments[place.segment]?.turn?.speaker;
  const answers = speaker === 'patient' || speaker === 'family';
  const next = source.segments[place.segment + 1];
  const reply = next && confirms(source.text.slice(next.start, next.end));
  if (!answers && reply === false) return false;
  return reply === true || actAt(sentence, place.token, source, answers) === 'tells';
}
