import type { FindingFeatures } from '../../../src/core/checks/confidence/finding-features';

/** Rules whose findings the same things speak for, and how much has to. */
export interface Family {
  name: string;
  rules: readonly string[];
  features: readonly (keyof FindingFeatures)[];
  /** How strongly the weights are held to nothing (ridge, on features of unit variance): few findings allow few weights. */
  ridge: number;
  /** Score below which a finding is a hint, by rule; chosen on the curve that the bench prints. */
  least: Readonly<Record<string, number>>;
}

const value = ['faithfulness/value', 'faithfulness/unit', 'faithfulness/value-left-over'];
const times = ['faithfulness/time', 'faithfulness/date', 'faithfulness/age'];

const all = (rules: readonly string[], least: number): Record<string, number> =>
  Object.fromEntries(rules.map((rule) => [rule, least]));

/** A model for each. Of the other rules (medicines, persons, routes) there are too few wrong findings to tell one from another. */
export const families: readonly Family[] = [
  {
    name: 'numbers',
    rules: [...value, 'faithfulness/dose', 'faithfulness/frequency', ...times],
    features: ['ownMargin', 'isBest', 'isToldByOthers', 'heard', 'isToldHere', 'isToldElsewhere'],
    ridge: 4,
    least: {
      ...all(value, -1),
      ...all(times, -1),
      'faithfulness/dose': -1,
      'faithfulness/frequency': -2,
    },
  },
  {
    name: 'polarity',
    rules: ['faithfulness/polarity'],
    features: ['margin', 'isBest', 'isLeftOpen'],
    ridge: 8,
    least: { 'faithfulness/polarity': -1 },
  },
  {
    name: 'sides',
    rules: ['faithfulness/laterality'],
    features: ['shared', 'margin', 'isBest', 'isAsked'],
    ridge: 8,
    least: { 'faithfulness/laterality': -1 },
  },
];
