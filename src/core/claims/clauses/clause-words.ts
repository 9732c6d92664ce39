import { PhraseIndex } from '../../text/phrases';
import data from './clause-words.json';

/** What a word says in a slot: each value of one slot excludes the others. */
export interface SlotValue {
  slot: string;
  value: string;
}

/** Word lists of clause-words.json; each word lower case. */
export const classes = {
  idle: new Set(data.idle),
  graded: new Set(data.graded),
  usage: new Set(data.usage),
  purposes: new Set(data.purposes),
  pastForms: new Set(data.pastForms),
  pronouns: new Set(data.pronouns),
  compareIdle: new Set(data.compareIdle),
};

/** Words that deny what follows. */
export const negators = new PhraseIndex<true>();
for (const phrase of data.negators) negators.add(phrase, true);

/** One word for all that mean the same. */
export const synonyms = new PhraseIndex<string>();
for (const [name = '', ...more] of data.same)
  for (const phrase of [name, ...more]) synonyms.add(phrase, name);

/** What a word or phrase says; several where it may say either. */
export const slots = new PhraseIndex<SlotValue[]>();
const said = new Map<string, SlotValue[]>();
for (const [slot, values] of Object.entries(data.slots)) {
  for (const [value, phrases] of Object.entries(values as Readonly<Record<string, readonly string[]>>)) {
    for (const phrase of phrases) said.set(phrase, [...(said.get(phrase) ?? []), { slot, value }]);
  }
}
for (const [phrase, values] of said) slots.add(phrase, values);

/** What a comparative says of its first side, and the words that its second side follows. */
export interface Comparative {
  dimension: string;
  up: boolean;
  before: ReadonlySet<string>;
}

const comparedBy: Readonly<Record<string, readonly string[]>> = data.comparedBy;
/** Comparatives by their word. */
export const comparatives: ReadonlyMap<string, Comparative> = new Map(
  Object.entries(data.comparatives).flatMap(([dimension, { up, down }]) =>
    [...up, ...down].map((word): [string, Comparative] => [
      word,
      {
        dimension,
        up: (up as readonly string[]).includes(word),
        before: new Set(comparedBy[word] ?? ['than']),
      },
    ]),
  ),
);
