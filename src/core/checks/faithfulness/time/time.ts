import { citeSource } from '../../../evidence/citations/citation-of';
import type { DateFact } from '../../../facts/fact';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { isSurelyBound } from './bond';
import { otherWay } from './direction';
import { contradicting, type Thresholds } from './evidence';
import { formatAmount, timeEdit } from './fix';

// Tried on ACI-Bench train and MTS-Dialog rows 0–799: a lower bond finds little more and is wrong more often.
const thresholds: Thresholds = { fewest: 6, betterBy: 3 };

/** "A 22 mo M", "9 wk infant": how old somebody is, whatever else the sentence tells of. */
const ofAge =
  /^[\s-]*(?:old\b|y\/?o\b|[MF]\b(?![.-])|male\b|female\b|boy\b|girl\b|infant\b|baby\b|toddler\b|child\b)/;

function check(note: DateFact, input: CheckInput): FindingDraft[] {
  if (ofAge.test(input.statement.text.slice(note.end))) return [];
  const rival = contradicting(note, input, thresholds);
  if (!rival) return otherWay(note, input);
  const { source, segment, fact } = rival;
  const theirs = fact.amount ? formatAmount(fact.amount) : source.text.slice(fact.start, fact.end);
  const ours = input.statement.text.slice(note.start, note.end);
  const edit = isSurelyBound(rival) ? timeEdit(input.statement.text, note, fact) : undefined;
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `The source says ${theirs}, not ${ours}.`,
      expected: theirs,
      citations: [citeSource(source, segment, fact)],
      fixes: edit ? [{ ...edit, title: `Take the source's time: ${theirs}` }] : [],
    },
  ];
}

/** How long something lasts, how long ago it was or when it is to come: the source gives another time for the same event. */
export const faithfulnessTime: Check = {
  rule: 'faithfulness/time',
  axis: 'faithfulness',
  reports: 'How long something lasts, or how long ago it was, stands otherwise in the source.',
  harm: 2,
  run: (input) =>
    input.facts
      .flatMap(({ dates }) => dates)
      .filter(({ form }) => form === 'relative' || form === 'span')
      .flatMap((note) => check(note, input)),
};
