import type { SourceIndex } from '../../evidence/source/source-index';
import { citeSource } from '../../evidence/citations/citation-of';
import type { Citation } from '../../evidence/citations/citation';
import { agreementOf } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { placeIn, type Place, type ValueBand, type ValueMeaning } from '../../terminology/value-findings';
import type { Span } from '../../text/span';
import { tokens } from '../../text/tokens';
import { cue, isAboutGroups } from '../firm-words';
import { namesOtherPart } from '../named-parts';
import { assertionsOf, type Assertion } from './claim-grammar';
import { stateFinding } from './states';
import { valuesOf, valueWordsOf, type SaidValue, type SaidWord, type Told } from './said-values';
import { isAssertedAt, isTakenBack } from '../own-clause';

/** What follows for a claim from the values and plain words of its evidence. */
export interface ImpliedVerdict {
  verdict: 'supported' | 'contradicted';
  /** The sentence that it follows from. */
  citation: Citation;
}

/** Where an assertion stands to the evidence, and by what. */
interface Finding {
  place: Place;
  by?: Span & { segment: number };
}

const open: Finding = { place: 'near' };

/**
 * Decides a claim that says nothing but what a value is, by what its number means or by a word that says the same or the
 * opposite: "hypokalaemia" by "K 2.8", "potassium 5.9" by "hypokalaemic". All values that the evidence gives of it must lie
 * clearly on one side; adults only. A claim that only says what somebody is or does ("a former smoker") is decided by the
 * evidence's words for it. Undefined where anything is left open.
 * @param claimFacts typed facts of the claim
 */
export function impliedVerdict(
  claimFacts: readonly SentenceFacts[],
  evidence: SourceIndex,
): ImpliedVerdict | undefined {
  if (isAboutGroups(evidence.text)) return undefined;
  const state = stateFinding(claimFacts, evidence);
  if (state) {
    if (isTakenBack(claimFacts, evidence, state.by)) return undefined;
    return { verdict: state.verdict, citation: citeSource(evidence, state.by.segment, state.by) };
  }
  const assertions = assertionsOf(claimFacts, evidence);
  if (!assertions || !isOfOneAdult(evidence)) return undefined;
  const words = valueWordsOf(evidence);
  const findings = assertions.map((assertion) => place(assertion, evidence, words));
  const out = findings.find((finding) => finding.place === 'out');
  const decisive = out ?? (findings.every((finding) => finding.place === 'in') ? findings[0] : undefined);
  if (!decisive?.by) return undefined;
  const { by } = decisive;
  if (isTakenBack(claimFacts, evidence, by)) return undefined;
  // A value says by itself whose it is; a word may be in anything ("a trial on anaemia").
  const isWord = words.some(({ start, segment }) => start === by.start && segment === by.segment);
  if (!out && isWord && !isAssertedAt(claimFacts, evidence, by)) return undefined;
  const citation = citeSource(evidence, by.segment, by);
  const ours = claimFacts.flatMap(({ tokens: list }) => list);
  // "Random glucose", of a fasting one.
  if (!out && namesOtherPart(ours, tokens(citation.quote))) return undefined;
  return { verdict: out ? 'contradicted' : 'supported', citation };
}

/** True where the ranges hold: they are of adults who are not pregnant, and the values of the person whom the text is about. */
export function isOfOneAdult({ text, segments }: Told): boolean {
  if (cue.notAdult(text) || cue.badSample(text)) return false;
  return segments
    .flatMap(({ sentences }) => sentences)
    .every(({ ages }) => ages.every(({ years, whose }) => whose === 'relative' || years.low >= adult));
}

/** Years. */
const adult = 18;

function place(assertion: Assertion, evidence: SourceIndex, words: readonly SaidWord[]): Finding {
  const { meaning, value, degree } = assertion;
  if (!meaning) return restated(assertion, evidence, words);
  const byValue = placeByValues(meaning, evidence, value);
  const byWord = placeByWords(meaning, words);
  // The value and the words for it say different things: a reader has to look.
  if (byWord && byValue && byValue.place !== 'near' && byValue.place !== byWord.place) return open;
  const found = byValue?.place === 'near' && byWord ? byWord : (byValue ?? byWord ?? open);
  return degree && found.place === 'in' ? open : found;
}

/** A value that is given again, in any unit; or one that a word of the evidence rules out. */
function restated({ value, degree }: Assertion, evidence: SourceIndex, words: readonly SaidWord[]): Finding {
  const name = value?.concept?.name;
  if (!value || name === undefined || degree || value.comparator !== '=') return open;
  const said = valuesOf(evidence, name);
  const [first] = said;
  if (first) {
    const same = said.every(({ fact, plain }) => plain && agreementOf(value, fact) === 'full');
    return same ? { place: 'in', by: at(first) } : open;
  }
  const against = words.find(({ meaning: { bands, inside } }) => {
    const own = bands.filter(({ measurement }) => measurement === name);
    const places = own.map((band) => placeOfFact(band, value));
    if (own.length < bands.length || places.length === 0) return false;
    return inside ? places.every((one) => one === 'out') : places.includes('in');
  });
  return against ? { place: 'out', by: against } : open;
}

function at({ fact, segment }: SaidValue): Span & { segment: number } {
  return { start: fact.start, end: fact.end, segment };
}

/**
 * Where the values of a text lie to what a word means: in where one lies in one of the bands, out where all lie outside of
 * all; undefined where there is none.
 * @param own the value that the claim gives itself: then only that one is looked at
 */
export function placeByValues(
  { bands, inside }: ValueMeaning,
  evidence: Told,
  own?: Assertion['value'],
): Finding | undefined {
  const found = bands.map((band) => placeOf(band, evidence, own));
  const said = found.find((one) => one !== undefined);
  if (!said) return undefined;
  const hit = found.find((one) => one?.place === 'in');
  const missed = found.every((one) => one?.place === 'out');
  if (!hit && !missed) return open;
  return { place: (hit !== undefined) === inside ? 'in' : 'out', by: (hit ?? said).by };
}

/** Where all values of a measurement lie to one band; only those that the claim gives itself, where it gives one. */
function placeOf(band: ValueBand, evidence: Told, own: Assertion['value']): Finding | undefined {
  const all = valuesOf(evidence, band.measurement);
  const said = own ? all.filter(({ fact }) => agreementOf(own, fact) === 'full') : all;
  const [first] = said;
  if (!first) return undefined;
  const places = new Set(said.map(({ fact, plain }) => (plain ? placeOfFact(band, fact) : 'near')));
  const [only] = places;
  return places.size === 1 && only !== undefined ? { place: only, by: at(first) } : open;
}

/** Both ends of a range and all readings of a spoken number lie in one place; a bound does where what it leaves does. */
function placeOfFact(band: ValueBand, fact: QuantityFact): Place | undefined {
  const { unit, molarMass, comparator, high } = fact;
  const values = [fact.value, ...(high === undefined ? [] : [high]), ...fact.alternatives];
  const places = new Set(
    values.map((value) => placeIn(band, { value, unit, ...(molarMass !== undefined && { molarMass }) })),
  );
  const [only] = places;
  if (places.size > 1 || only === undefined) return places.size > 1 ? 'near' : undefined;
  if (comparator === '=') return only;
  const keeps = (comparator === '<') === ((band.level === 'low') === (only === 'in'));
  return band.level !== 'named' && keeps ? only : 'near';
}

/** What the words of the evidence say of the same bands; undefined where they say nothing, or two things. */
export function placeByWords(meaning: ValueMeaning, words: readonly SaidWord[]): Finding | undefined {
  const said = words.flatMap((word) => {
    const one = placeByWord(meaning, word.meaning);
    return one ? [{ place: one, by: word }] : [];
  });
  return new Set(said.map((one) => one.place)).size === 1 ? said[0] : said.length > 0 ? open : undefined;
}

function placeByWord(ours: ValueMeaning, theirs: ValueMeaning): Place | undefined {
  const holds = (some: ValueMeaning, all: ValueMeaning): boolean =>
    some.bands.every((band) => all.bands.includes(band));
  const turned = (place: boolean): Place => (place === ours.inside ? 'in' : 'out');
  if (theirs.inside) {
    if (holds(theirs, ours)) return turned(true);
    return excludes(ours, theirs) ? turned(false) : undefined;
  }
  return holds(ours, theirs) ? turned(false) : undefined;
}

/** "Low" and "high" of one measurement. */
function excludes(ours: ValueMeaning, theirs: ValueMeaning): boolean {
  const levels = new Set(['low high', 'high low']);
  return ours.bands.every((one) =>
    theirs.bands.every((other) => one.group === other.group && levels.has(`${one.level} ${other.level}`)),
  );
}
