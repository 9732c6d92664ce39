import type { SentenceFacts } from '../../facts/extract';
import { convert } from '../../facts/quantities/units';
import type { NoteCheck } from '../note-check';
import { regimenConflicts, type Part } from './regimen';

/** "For 7 days", "(7 days)", "7 days:", "treat 7 days", and a cell of a table with nothing else in it. */
const before = /(?:\bfor|\btreat(?:ed)?|\bcourse of|\bduration:?|[(|])\s*(?:a total of |at least )?$/i;
const opens = /^\s*(?:[)|:]|days?\b|weeks?\b)/i;
/** "Review after", "repeat if still unwell in": another time. */
const otherTime = /\b(?:after|before|within|review\w*|repeat\w*|every|until|last|past|in)\s*$/i;

/** The lengths of time that a sentence of a guideline gives, whether an order of it has them or not. */
function durationsIn({ quantities }: SentenceFacts, text: string): Part[] {
  return quantities.flatMap((fact) => {
    if (fact.unit.dimension !== 'time' || fact.comparator === '~') return [];
    const inDays = (value: number) => convert(value, fact.unit, { code: 'd', dimension: 'time' });
    const [low, high] = [inDays(fact.value), inDays(fact.high ?? fact.value)];
    const lead = text.slice(Math.max(0, fact.start - 24), fact.start);
    if (low === undefined || high === undefined || low < 1) return [];
    if (
      !before.test(lead) ||
      otherTime.test(lead) ||
      !(opens.test(text.slice(fact.end)) || /\w\s*$/.test(lead))
    )
      return [];
    const { start, end } = fact;
    return [{ low, high, start, end, text: text.slice(start, end) }];
  });
}

/** How long a medicine is taken, outside of all that the library gives for it. */
export const guidelineDuration: NoteCheck = {
  rule: 'guideline/duration',
  axis: 'guideline',
  reports: 'A medicine is taken for a shorter or longer time than the guideline library gives.',
  harm: 3,
  run: (input) =>
    regimenConflicts(input, {
      of: ({ duration }, text) =>
        duration && {
          low: duration.days,
          high: duration.daysHigh ?? duration.days,
          start: duration.start,
          end: duration.end,
          text: text.slice(duration.start, duration.end),
        },
      beside: durationsIn,
    }),
};
