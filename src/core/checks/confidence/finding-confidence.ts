import { confidenceOf } from '../../verdicts/calibration';
import type { RuleCode } from '../../verdicts/finding';
import data from './finding-confidence.json';
import type { FindingFeatures } from './finding-features';

/** How the features of findings of some rules are weighed: a logistic regression that takes right and wrong as equally likely. */
export interface ConfidenceModel {
  /** By rule, the score below which a finding is a hint. */
  least: Readonly<Partial<Record<string, number>>>;
  intercept: number;
  weights: Partial<FindingFeatures>;
}

const models: readonly ConfidenceModel[] = data.models;

/** How sure a finding is. */
export interface Sureness {
  /** How likely it is right (0…1): its rule's precision, moved by what speaks for and against this finding; null: not measured. */
  confidence: number | null;
  /** Too little speaks for it to call the statement contradicted. */
  isDoubtful: boolean;
}

// What is never quite certain is not said to be.
const lowest = 0.01;
const highest = 0.99;

/** What features speak for a finding being right, as log odds; 0 where they are as likely of a wrong one. */
export function scoreOf({ intercept, weights }: ConfidenceModel, features: Partial<FindingFeatures>): number {
  const names = Object.keys(weights) as (keyof FindingFeatures)[];
  return names.reduce((sum, name) => sum + (weights[name] ?? 0) * (features[name] ?? 0), intercept);
}

/** True where single findings of a rule are weighed, and not only the rule. */
export function isWeighed(rule: RuleCode): boolean {
  return modelOf(rule) !== undefined;
}

/** How the features of a finding of the rule are weighed, as log odds; nothing where no model weighs it. */
export function weightsOf(rule: RuleCode): ConfidenceModel['weights'] {
  return modelOf(rule)?.weights ?? {};
}

function modelOf(rule: RuleCode): ConfidenceModel | undefined {
  return models.find(({ least }) => least[rule] !== undefined);
}

/**
 * How sure a finding of a rule is. A rule that no model weighs has its own precision for every finding.
 * @param features undefined where nothing of the finding can be weighed
 */
export function surenessOf(rule: RuleCode, features: FindingFeatures | undefined): Sureness {
  const prior = confidenceOf(rule);
  const model = modelOf(rule);
  const least = model?.least[rule];
  if (!model || least === undefined || !features) return { confidence: prior, isDoubtful: false };
  const score = scoreOf(model, features);
  return { confidence: prior === null ? null : moved(prior, score), isDoubtful: score < least };
}

function moved(prior: number, score: number): number {
  const odds = (prior / (1 - prior)) * Math.exp(score);
  const confidence = Math.min(highest, Math.max(lowest, odds / (1 + odds)));
  return Math.round(confidence * 100) / 100;
}
