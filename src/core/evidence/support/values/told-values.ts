import type { SentenceFacts } from '../../../facts/extract';
import type { QuantityFact } from '../../../facts/fact';
import { contains } from '../../../text/span';
import type { Token } from '../../../text/tokens';
import type { SourceIndex } from '../../source/source-index';
import { quantityHolds } from '../agreeing-facts';
import type { Restated } from '../restated';
import { isBreathedAlike } from '../told/breathed';
import { isGivenPlainly, type ValuePlace } from './given-plainly';
import { words } from './value-words';

/**
 * Where a source gives each measured value of a claim that says nothing else ("BP 152/88, HR 78": "your pressure's one fifty two
 * over eighty eight, pulse seventy eight"): by a clinician, of the patient and of now, in plain words, with no other value of
 * any of them anywhere in it. Undefined where the claim says more, and wherever the source may be read otherwise.
 * @param claim the facts of the claim's sentences
 */
export function toldValues(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const [only, ...rest] = claim;
  if (!only || rest.length > 0 || !isOfValues(only)) return undefined;
  const places = only.quantities.flatMap((own) => placeOf(own, claim, source) ?? []);
  const [first] = places;
  if (!first || places.length < only.quantities.length) return undefined;
  return { segment: first.segment, focus: first.value, asks: false };
}

/** True when a sentence gives single measured values and says nothing else. */
export function isOfValues({ tokens, quantities }: SentenceFacts): boolean {
  const isFrame = ({ kind, text }: Token): boolean =>
    kind === 'mark' ? /^[.,;:/]$/.test(text) : words.framing.has(text) || words.air.has(text);
  return (
    quantities.length > 0 &&
    quantities.every(isSingle) &&
    tokens.every((token) => quantities.some((fact) => isPartOf(fact, token)) || isFrame(token))
  );
}

/** One value of one thing as it is: no range, bound, change or goal. */
function isSingle({ concept, unit, high, comparator, set, change, loose, perWeight }: QuantityFact): boolean {
  return (
    concept?.kind === 'measurement' &&
    !words.several.has(concept.name) &&
    unit.dimension !== 'time' &&
    high === undefined &&
    comparator === '=' &&
    !(set ?? change ?? loose ?? perWeight)
  );
}

function isPartOf(fact: QuantityFact, token: Token): boolean {
  return contains(fact, token) || (fact.concept !== undefined && contains(fact.concept, token));
}

/** Where a value is given plainly; undefined where it is not, or where the source gives another as well. */
function placeOf(
  own: QuantityFact,
  claim: readonly SentenceFacts[],
  source: SourceIndex,
): ValuePlace | undefined {
  const all = source.segments.flatMap(({ sentences }, segment) =>
    sentences.flatMap((sentence) =>
      sentence.quantities
        .filter(({ concept }) => concept?.name === own.concept?.name)
        .map((value) => ({ segment, sentence, value })),
    ),
  );
  const isAlike = all.every(
    ({ value }) => value.high === undefined && !value.change && quantityHolds(own, [value], true),
  );
  if (!isAlike) return undefined;
  return all.find((place) => isGivenPlainly(place, claim, source) && isBreathedAlike(claim, place.sentence));
}
