import type { PassageEvidence } from '../../checks/check';
import { sameRoute } from '../../checks/guideline/comparable-orders';
import {
  isComparableDose,
  passageConflict,
  type PassageConflict,
} from '../../checks/guideline/passage-conflict';
import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { keyOf } from '../../facts/findings/subtypes';
import type { Terminology } from '../../terminology/terminology';
import { contains } from '../../text/span';
import type { Token } from '../../text/tokens';
import { slipFactor } from './firm-turn';
import { namesRelative } from './one-patient';
import { headingsOf, type Headings } from './place';
import { itemsIn, propositionOf, type Phrase } from './proposition';
import { isUsualDose } from './usual-range';
import { classes, phasesIn, populationsIn } from './words';

/** Doses for one disease are halved and doubled by severity, weight and step. */
const factorOfDisease = 2.5;

const topicKinds = new Set(['finding', 'procedure'] as const);

/**
 * A dose of the claim that lies outside of every dose of the library for the same medicine by more than doses differ, and that
 * sentences give otherwise which are bound to the claim: for the same disease, population, route and phase where either names
 * one. Of no disease, a usual dose of the medicine is none. A dose that the claim denies or says of a relative is none, and
 * neither is one beside another that a passage gives.
 * @param claim typed facts of the claim
 */
export function doseSlip(
  claim: readonly SentenceFacts[],
  passages: readonly PassageEvidence[],
  terminology: Terminology,
): (PassageConflict & { fact: QuantityFact }) | undefined {
  const [only, ...more] = claim;
  if (!only || more.length > 0 || isDenied(only) || namesRelative(only.tokens)) return undefined;
  const doses = only.quantities.filter(isComparableDose);
  const frequency = only.quantities.find(({ unit }) => unit.dimension === 'frequency')?.value;
  const conflicts = doses.map((fact) => {
    const all = passageConflict(fact, passages, { perDay: frequency });
    if (!all) return undefined;
    const bound = passages.map((evidence) => ({
      passage: evidence.passage,
      sentences: evidence.sentences.filter((sentence) =>
        isBound(only, fact, evidence, sentence, terminology),
      ),
    }));
    const conflict = passageConflict(fact, bound, { perDay: frequency });
    if (!conflict) return undefined;
    const isOfDisease = topicsOf(only.tokens, terminology).length > 0;
    if (!isOfDisease && isUsualDose(fact, only, terminology)) return undefined;
    const least = isOfDisease ? factorOfDisease : slipFactor;
    return all.factor > least || (!isOfDisease && all.factor === least) ? { ...conflict, fact } : undefined;
  });
  // "Not 20 mg, 80 mg is the dose": where one dose of the claim is a passage's, the other may be what it is not.
  return conflicts.every((conflict) => conflict !== undefined) ? conflicts[0] : undefined;
}

function isDenied({ tokens }: SentenceFacts): boolean {
  return tokens.some(({ text }) => classes.negations.has(text) || text === 'without' || text.endsWith("n't"));
}

function topicsOf(list: readonly Token[], terminology: Terminology): string[] {
  return terminology.findTerms(list, topicKinds).map(({ concept }) => keyOf(concept));
}

function isBound(
  claim: SentenceFacts,
  fact: QuantityFact,
  evidence: PassageEvidence,
  sentence: SentenceFacts,
  terminology: Terminology,
): boolean {
  if (isDenied(sentence)) return false;
  const headings = headingsOf(evidence, terminology);
  const [ours, theirs] = [claim, sentence].map(({ tokens }) => new Set(tokens.map(({ text }) => text))) as [
    Set<string>,
    Set<string>,
  ];
  const topics = topicsOf(claim.tokens, terminology);
  const theirTopics = topicsOf(sentence.tokens, terminology);
  const given = new Set([...theirTopics, ...headings.conditions]);
  const sameTopic = topics.length === 0 ? theirTopics.length === 0 : topics.some((name) => given.has(name));
  const named = populationsIn(ours);
  // "To adults and children over 12 years": adults are meant where nothing is said.
  const own = populationsIn(theirs).filter(
    (population) =>
      population !== 'child' || named.length > 0 || !(theirs.has('adults') || theirs.has('adult')),
  );
  const populations = new Set([...own, ...headings.populations]);
  const [order, other] = [claim, sentence].map(({ orders }) =>
    orders.find(({ concept }) => concept.name === fact.concept?.name),
  );
  return (
    sameTopic &&
    !isOfException(claim, sentence, terminology) &&
    holdsPhrases(claim, sentence, headings, terminology) &&
    named.length === populations.size &&
    named.every((population) => populations.has(population)) &&
    sameAll(phasesIn(ours), phasesIn(theirs)) &&
    sameRoute(order, other, terminology)
  );
}

/** What a sentence excepts has another dose, or none. */
function isOfException(claim: SentenceFacts, sentence: SentenceFacts, terminology: Terminology): boolean {
  const phrasesOf = (one: SentenceFacts): Phrase[] => propositionOf(one, one.tokens, terminology).phrases;
  const ours = phrasesOf(claim).filter(({ lead }) => lead !== 'except');
  const held = new Set(ours.flatMap(({ items }) => items.map(({ key }) => key)));
  return phrasesOf(sentence).some(
    ({ lead, items }) => lead === 'except' && items.some(({ key, fact }) => !fact && held.has(key)),
  );
}

/** What the claim's phrases name ("for polymyalgia", "after hip replacement") stands in the sentence or its headings. On what condition it is to be given is another matter. */
function holdsPhrases(
  claim: SentenceFacts,
  { tokens }: SentenceFacts,
  { topics }: Headings,
  terminology: Terminology,
): boolean {
  const held = new Set([...topics, ...itemsIn(tokens, terminology).map(({ key }) => key)]);
  // From which day on somebody takes it says nothing of what for.
  const days = new Set(
    claim.tokens.filter((token) => claim.dates.some((date) => contains(date, token))).map(({ text }) => text),
  );
  return propositionOf(claim, claim.tokens, terminology)
    .phrases.filter(({ ofCondition }) => !ofCondition)
    .flatMap(({ items }) => items)
    .every(({ key, word, fact }) => fact !== undefined || held.has(key) || days.has(word));
}

/** Where only one names a phase, or both do, it has to be the same; a phase that the claim leaves open is any. */
function sameAll(ours: readonly string[], theirs: readonly string[]): boolean {
  return (
    ours.length === 0 || (ours.length === theirs.length && ours.every((phase) => theirs.includes(phase)))
  );
}
