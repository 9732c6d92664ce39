import type { Outcome } from './measure';

/** Kinds that are looked at together. */
export interface Group {
  name: string;
  belongs: (outcome: Outcome) => boolean;
}

const kinds = (...names: string[]): ((outcome: Outcome) => boolean) => {
  const set = new Set(names);
  return ({ kind }) => set.has(kind);
};

/** The groups of the second table. */
export const groups: readonly Group[] = [
  { name: 'all values', belongs: ({ kind }) => kind.startsWith('value') },
  { name: 'dose, frequency, route, unit', belongs: kinds('dose', 'frequency', 'route', 'unit') },
  {
    name: 'dose, frequency, route; the source names the medicine',
    belongs: ({ kind, bound }) => bound === true && /^(?:dose|frequency|route)$/.test(kind),
  },
  {
    name: 'laterality flip, the side is bound by the source',
    belongs: ({ kind, bound }) => kind === 'laterality flip' && bound === true,
  },
  { name: 'negation flips', belongs: kinds('negation removed', 'negation added') },
  {
    name: 'negation flips, those of clauses and of no finding included',
    belongs: ({ kind }) => kind.startsWith('negation'),
  },
  { name: 'drug swaps', belongs: ({ kind }) => kind.startsWith('drug swap') },
  {
    name: 'drug swaps; the source names the medicine',
    belongs: ({ kind, bound }) => kind.startsWith('drug swap') && bound === true,
  },
  { name: '**all but omission**', belongs: ({ kind }) => kind !== 'omission' },
];
