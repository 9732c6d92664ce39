import type { RuleCode } from '../../verdicts/finding';
import { weightsOf } from './finding-confidence';
import type { FindingFeatures } from './finding-features';

/** What a feature says against a finding. */
interface Doubt {
  feature: keyof FindingFeatures;
  /** Follows "since". */
  words: string;
  /** How strongly; 0 where it says nothing against it. The sign is that of the feature's weight. */
  strength: (features: FindingFeatures) => number;
}

/** A place that shares less of a statement's words hardly speaks of it. */
const fewShared = 0.25;

const atAnotherPlace = 'the source speaks of the rest of this at another place';

const doubts: readonly Doubt[] = [
  {
    feature: 'isToldHere',
    words: 'this statement gives the source’s number too',
    strength: ({ isToldHere }) => -isToldHere,
  },
  {
    feature: 'isToldElsewhere',
    words: 'the note gives the source’s number at another place',
    // It is so, too, where the statement itself gives it.
    strength: ({ isToldHere, isToldElsewhere }) => (isToldHere > 0 ? 0 : -isToldElsewhere),
  },
  { feature: 'heard', words: 'the source says the note’s number as well', strength: ({ heard }) => -heard },
  {
    feature: 'isLeftOpen',
    words: 'the source leaves it open at another place',
    strength: ({ isLeftOpen }) => -isLeftOpen,
  },
  { feature: 'isAsked', words: 'the cited words only ask', strength: ({ isAsked }) => -isAsked },
  {
    feature: 'ownMargin',
    words: 'the cited words fit another statement of the note better',
    strength: ({ ownMargin }) => Math.max(0, -ownMargin),
  },
  { feature: 'margin', words: atAnotherPlace, strength: ({ margin }) => Math.max(0, -margin) },
  { feature: 'isBest', words: atAnotherPlace, strength: ({ isBest }) => 1 - isBest },
  {
    feature: 'shared',
    words: 'the cited place says little of the rest of this',
    strength: ({ shared }) => Math.max(0, fewShared - shared),
  },
];

/** Reasons that are given; a longer list is not read. */
const mostReasons = 2;

/**
 * Why a contradiction is not sure: what takes most of its likelihood away, in plain words.
 * @returns the words behind "since", e.g. `the source says the note’s number as well`
 */
export function whyDoubtful(rule: RuleCode, features: FindingFeatures): string {
  const weights = weightsOf(rule);
  const reasons = new Map<string, number>();
  for (const { feature, words, strength } of doubts) {
    const counts = strength(features) * (weights[feature] ?? 0);
    if (counts > 0) reasons.set(words, (reasons.get(words) ?? 0) + counts);
  }
  const most = [...reasons].sort(([, a], [, b]) => b - a).slice(0, mostReasons);
  return most.length > 0
    ? most.map(([words]) => words).join(', and ')
    : 'little ties the cited words to this statement';
}
