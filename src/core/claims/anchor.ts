import { agreementOf } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import type { PolarityFact, QuantityFact } from '../facts/fact';
import { plainPolarity } from '../facts/findings/polarity';
import { tokens, type Token } from '../text/tokens';
import { tokenise } from '../text/words';
import opposites from './opposites.json';

/** What a claim and its evidence visibly disagree in. */
export type Anchor =
  | { kind: 'value' | 'side' | 'polarity' | 'number'; what: string }
  /** A negation or an opposite word on one side, about the same topic. */
  | { kind: 'words'; what: string };

const negations = new Set(opposites.negations);
const pairs = opposites.pairs.map(([one = [], other = []]) => [new Set(one), new Set(other)] as const);

/** Claim and evidence are about the same when they share this much of the claim's words. */
const sharedTopic = 0.3;

/**
 * Looks for what a contradiction rests on: a typed fact that differs, or a word that turns the other's sense round, in
 * texts about the same thing. A reader can see it, and without one a model's "contradicted" is only its word.
 * @param claim typed facts of the claim
 * @param evidence typed facts of the evidence
 */
export function contradictionAnchor(
  claimText: string,
  claim: readonly SentenceFacts[],
  evidenceText: string,
  evidence: readonly SentenceFacts[],
): Anchor | undefined {
  const typed = typedAnchor(claim, evidence);
  return typed ?? (isOnlyPossible(claim, evidence) ? undefined : wordAnchor(claimText, evidenceText));
}

/** "CT cannot rule out a fracture": the word that denies is of how sure it is, and turns nothing round. */
function isOnlyPossible(claim: readonly SentenceFacts[], evidence: readonly SentenceFacts[]): boolean {
  const theirs = evidence.flatMap(({ polarities }) => polarities);
  return claim
    .flatMap(({ polarities }) => polarities)
    .some(({ concept, polarity, certainty }) => {
      const same = theirs.filter((other) => other.concept.name === concept.name);
      const isSure = polarity === 'present' && certainty === 'certain';
      return isSure && same.length > 0 && same.every((other) => other.certainty === 'uncertain');
    });
}

function typedAnchor(
  claim: readonly SentenceFacts[],
  evidence: readonly SentenceFacts[],
): Anchor | undefined {
  const theirs = {
    quantities: evidence.flatMap(({ quantities }) => quantities),
    sides: evidence.flatMap(({ sides }) => sides),
    polarities: evidence.flatMap(({ polarities }) => polarities),
  };
  for (const { quantities, sides, polarities } of claim) {
    const value = quantities.find((fact) => differs(fact, theirs.quantities));
    if (value) return { kind: 'value', what: value.concept?.name ?? value.unit.code };
    const side = sides.find((fact) => {
      const same = theirs.sides.filter(({ concept }) => concept.name === fact.concept.name);
      return same.length > 0 && same.every((other) => other.side !== fact.side);
    });
    if (side) return { kind: 'side', what: side.concept.name };
    const polarity = polarities.find((fact) => turned(fact, theirs.polarities));
    if (polarity) return { kind: 'polarity', what: polarity.concept.name };
  }
  return undefined;
}

/** True when the evidence measures the same and no value of it fits. */
function differs(fact: QuantityFact, theirs: readonly QuantityFact[]): boolean {
  const name = fact.concept?.name ?? fact.carried;
  const same = theirs.filter(
    (other) =>
      other.unit.dimension === fact.unit.dimension &&
      (name === undefined || (other.concept?.name ?? other.carried ?? name) === name),
  );
  return same.length > 0 && same.every((other) => agreementOf(fact, other) === 'none');
}

function turned(fact: PolarityFact, theirs: readonly PolarityFact[]): boolean {
  const ours = plainPolarity(fact);
  const same = theirs.filter(({ concept }) => concept.name === fact.concept.name).map(plainPolarity);
  return ours !== 'unknown' && same.some((other) => other !== 'unknown' && other !== ours);
}

function wordAnchor(claim: string, evidence: string): Anchor | undefined {
  const topic = new Set(tokenise(claim));
  const held = new Set(tokenise(evidence));
  const shared = [...topic].filter((word) => held.has(word));
  if (shared.length === 0 || shared.length / topic.size < sharedTopic) return undefined;
  const [ours, theirs] = [tokens(claim), tokens(evidence)];
  const [mine, other] = [wordsOf(ours), wordsOf(theirs)];
  const contrary = contraryWord(mine, other);
  if (isNegated(ours) !== isNegated(theirs)) {
    // "Was not stopped" and "was continued" turn the sense round twice, and say the same; "never" and "every" do so once.
    const isOnce = contrary === undefined || isNegated(tokens(contrary));
    return isOnce ? { kind: 'words', what: 'not' } : undefined;
  }
  if (contrary !== undefined) return { kind: 'words', what: contrary };
  const numbers = (list: readonly Token[]): Set<string> =>
    new Set(list.filter(({ kind }) => kind === 'number').map(({ text }) => text));
  const [given, found] = [numbers(ours), numbers(theirs)];
  const missing = [...given].find((number) => !found.has(number));
  return missing !== undefined && found.size > 0 ? { kind: 'number', what: missing } : undefined;
}

/** A word of the claim that the evidence has the contrary of instead. */
function contraryWord(mine: ReadonlySet<string>, other: ReadonlySet<string>): string | undefined {
  for (const [one, two] of pairs) {
    const a = [...mine].find((word) => one.has(word) && !other.has(word));
    const b = [...mine].find((word) => two.has(word) && !other.has(word));
    // "Should be avoided" and "is best avoided": what both say turns nothing round.
    const turns = (word: string): boolean => other.has(word) && !mine.has(word);
    if (a !== undefined && [...two].some(turns)) return a;
    if (b !== undefined && [...one].some(turns)) return b;
  }
  return undefined;
}

function wordsOf(list: readonly Token[]): Set<string> {
  return new Set(list.filter(({ kind }) => kind === 'word').map(({ text }) => text));
}

function isNegated(list: readonly Token[]): boolean {
  return list.some(({ text }) => negations.has(text) || /n't$/.test(text));
}
