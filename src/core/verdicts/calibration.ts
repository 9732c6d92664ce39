import calibration from './calibration.json';
import type { RuleCode } from './finding';
import type { Verdict } from './verdict';

/**
 * Precision per rule when every other note holds one error, from errors planted into notes that no rule was written by;
 * null where it was not measured. docs/benchmarks.md, "Confidence", says how, and the file is written by
 * `npm run bench -- calibration --write`.
 */
const rules: Partial<Record<string, Precision | null>> = calibration.rules;

interface Precision {
  precision: number;
  low: number;
  high: number;
  /** Where the rule was measured on other notes than the rest. */
  sets?: { notes: number }[];
}

/** A share whose 95 % interval is wider than this says nothing: it rests on too few findings. */
const widestInterval = 0.5;

/** How often a finding of the rule was right where it was measured (0…1); null for a rule that was not, or on too few findings. */
export function confidenceOf(rule: RuleCode): number | null {
  const measured = rules[rule];
  return measured && measured.high - measured.low <= widestInterval ? measured.precision : null;
}

/** How many notes the precision of a rule was measured on. */
export function measuredNotes(rule: RuleCode): number {
  return (rules[rule]?.sets ?? calibration.sets).reduce((sum, { notes }) => sum + notes, 0);
}

/** How often each label was right for a verdict (sums to 1). */
export interface LabelShares {
  supported: number;
  contradicted: number;
  notAddressed: number;
}

// Nothing was checked, so nothing is more likely than anything else.
const even: LabelShares = { supported: 1 / 3, contradicted: 1 / 3, notAddressed: 1 / 3 };
// Shares of the true labels per verdict over 19,500 public claim-and-evidence pairs (VitaminC, CheckCOVID, CAD-SNLI,
// ConjNLI): docs/benchmarks.md, "Verification". General English, with far harder contrasts than a note's; measured before contradictions of given evidence
// had to be firm, which leaves too few of them there to measure.
const sharesByVerdict: Partial<Record<Verdict, LabelShares>> = {
  supported: { supported: 0.865, contradicted: 0.056, notAddressed: 0.079 },
  contradicted: { supported: 0.133, contradicted: 0.7, notAddressed: 0.167 },
  'not-addressed': { supported: 0.112, contradicted: 0.357, notAddressed: 0.531 },
  'not-sure': { supported: 0.4, contradicted: 0.291, notAddressed: 0.309 },
};

/** The empirical shares of the labels for a verdict of the typed comparison. */
export function probabilitiesOf(verdict: Verdict): LabelShares {
  return sharesByVerdict[verdict] ?? even;
}

// Shares of the labels over all of those pairs, whatever their verdict.
const base: LabelShares = { supported: 0.415, contradicted: 0.283, notAddressed: 0.302 };

/**
 * Puts a verifier's reading and what typed comparison found together, as two witnesses who do not know of each other. What
 * typed facts contradict no reading supports: that two numbers differ is what a small model overlooks. That they are of
 * different things is what typed facts overlook, so that a reading may still take the claim for not addressed.
 *
 * Where typed comparison is not sure, or finds no word that both share, the reading stands as it is: the verifier has read the
 * same words, and a paraphrase shares none either.
 */
export function combineShares(read: LabelShares, typed: Verdict): LabelShares {
  if (typed !== 'supported' && typed !== 'contradicted') return read;
  const told = probabilitiesOf(typed);
  const both = weighed(read, {
    supported: told.supported / base.supported,
    contradicted: told.contradicted / base.contradicted,
    notAddressed: told.notAddressed / base.notAddressed,
  });
  const supports = both.supported >= Math.max(both.contradicted, both.notAddressed);
  return typed === 'contradicted' && supports ? told : both;
}

/** A reading with each label's share multiplied, and their sum kept at 1. */
export function weighed(read: LabelShares, by: LabelShares): LabelShares {
  const product = {
    supported: read.supported * by.supported,
    contradicted: read.contradicted * by.contradicted,
    notAddressed: read.notAddressed * by.notAddressed,
  };
  const sum = product.supported + product.contradicted + product.notAddressed;
  return {
    supported: product.supported / sum,
    contradicted: product.contradicted / sum,
    notAddressed: product.notAddressed / sum,
  };
}

/** How often a verdict on a statement or sentence was right on the development data (0…1). */
export function outcomePrecision(verdict: Verdict): number {
  const shares = probabilitiesOf(verdict);
  if (verdict === 'supported') return shares.supported;
  if (verdict === 'contradicted') return shares.contradicted;
  return verdict === 'not-addressed' ? shares.notAddressed : 0;
}

// Of what typed facts and very words decide of a claim beside given evidence, on the project's 41,144 written pairs (30 November 2026,
// `npm run bench -- typed-claims`): 344 of 366 contradictions and 45 of 46 supports are right.
const typedClaims: Partial<Record<Verdict, number>> = { supported: 0.97, contradicted: 0.94 };

/** How often typed facts are right with a verdict on a claim beside evidence (0…1). */
export function typedPrecision(verdict: Verdict): number {
  return typedClaims[verdict] ?? outcomePrecision(verdict);
}
