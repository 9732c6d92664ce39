import { citeSource } from '../evidence/citation-of';
import type { SourceOrder } from '../evidence/source-orders';
import { sameDailyAmount, sameFrequency } from '../facts/medications/compare';
import type { MedicationFrequency } from '../facts/medications/medication-fact';
import type { Check, CheckInput, FindingDraft } from './check';
import { type ComparedOrder, comparedOrders, mostTelling } from './medication-evidence';

/** True when the sources say this frequency near the statement's evidence without a medicine that it can be said to belong to. */
function standsNear(frequency: MedicationFrequency, name: string, input: CheckInput): boolean {
  return input.sources.some(({ source, windows }) =>
    windows.some(({ from, to }) =>
      source.segments
        .slice(from, to)
        .some(({ sentences }) =>
          sentences.some(
            ({ openOrder, orders }) =>
              (openOrder?.frequency && sameFrequency(frequency, openOrder.frequency)) ??
              orders.some(
                (order) =>
                  order.carried &&
                  order.concept.name !== name &&
                  order.frequency &&
                  sameFrequency(frequency, order.frequency),
              ),
          ),
        ),
    ),
  );
}

function check({ note, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  const { frequency } = note;
  if (!frequency) return [];
  const given = theirs.filter(({ order }) => order.frequency !== undefined);
  const agrees = ({ order }: SourceOrder): boolean =>
    (order.frequency !== undefined && sameFrequency(frequency, order.frequency)) ||
    sameDailyAmount(note, order);
  if (given.length === 0 || given.some(agrees) || standsNear(frequency, note.concept.name, input)) return [];
  const place = mostTelling(note, given, input);
  const theirFrequency = place?.order.frequency;
  if (!place || !theirFrequency) return [];
  const texts = new Set(given.map(({ order }) => order.frequency?.text));
  return [
    {
      start: frequency.start,
      end: frequency.end,
      verdict: 'contradicted',
      message: `The source says “${theirFrequency.text}” for ${note.concept.name}, not “${frequency.text}”.`,
      expected: theirFrequency.text,
      citations: [citeSource(place.source, place.segment, theirFrequency)],
      fixes:
        texts.size === 1
          ? [
              {
                start: frequency.start,
                end: frequency.end,
                title: `Take the source's frequency: ${theirFrequency.text}`,
                newText: theirFrequency.text,
              },
            ]
          : [],
    },
  ];
}

/** How often a medicine is taken: the source says it otherwise for the same medicine. */
export const faithfulnessFrequency: Check = {
  rule: 'faithfulness/frequency',
  axis: 'faithfulness',
  reports: 'The source gives this medicine at another frequency.',
  harm: 1,
  run: (input) => comparedOrders(input).flatMap((compared) => check(compared, input)),
};
