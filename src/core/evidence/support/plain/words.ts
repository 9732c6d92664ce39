import { stemmer } from 'stemmer';
import { TermIndex } from '../../../terminology/term-index';
import type { Token } from '../../../text/tokens';
import data from './plain-words.json';

/** Word classes of plain-words.json; each word lower case. */
export const classes = {
  patient: new Set(data.patient),
  titles: new Set(data.titles),
  plain: new Set(data.plain),
  behind: new Set(data.behind),
  adverbs: new Set(data.adverbs),
  prepositions: new Set(data.prepositions),
  binding: new Set(data.binding),
  scopes: new Set(data.scopes),
  settings: new Set(data.settings),
  moments: new Set(data.moments),
  nowWords: new Set(data.nowWords),
  pastForms: new Set(data.pastForms),
  presentForms: new Set(data.presentForms),
  reported: new Set(data.reported),
  sweeping: new Set(data.sweeping),
  orders: new Set(data.orders),
  valueWords: new Set(data.valueWords),
  valueLeads: new Set(data.valueLeads),
};

const kinds = new Set(['finding'] as const);

function phrasesOf(forms: readonly string[]): TermIndex {
  const index = new TermIndex();
  for (const form of forms) index.add(form, { kind: 'finding', name: form });
  return index;
}

const shifting = Object.values(data.shifting).flat();
// Of verbs any form counts; of other words a stem may be that of another one ("several", "severe").
const verbs = [...data.shifting.thoughts, ...data.shifting.plans];
const shiftingStems = new Set(verbs.filter((form) => /^\p{L}+$/u.test(form)).map((form) => stemmer(form)));
const shiftingPhrases = phrasesOf(shifting);
const timedPhrases = phrasesOf(data.timed);
const boundPlainly = phrasesOf(data.boundPlainly);

function endOf(index: TermIndex, list: readonly Token[], at: number): number | undefined {
  return index.longest(list, at, kinds)?.to;
}

/** The end of the word or phrase at token `at` that takes something from what a sentence says; undefined for none. */
export function shiftingAt(list: readonly Token[], at: number): number | undefined {
  const phrase = endOf(shiftingPhrases, list, at);
  if (phrase !== undefined) return phrase;
  const { kind, text = '' } = list[at] ?? {};
  return kind === 'word' && shiftingStems.has(stemmer(text)) ? at + 1 : undefined;
}

/** The end of the word at token `at` that places something in time; undefined for none. */
export function timedAt(list: readonly Token[], at: number): number | undefined {
  return endOf(timedPhrases, list, at);
}

/** True for "treated for", "allergic to": what follows is had, although a preposition binds it. */
export function isBoundPlainly(list: readonly Token[], at: number): boolean {
  return endOf(boundPlainly, list, at) !== undefined;
}
