import type { SentenceFacts } from '../../facts/extract';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import { isRelative } from '../../facts/persons/persons';
import { oncePer } from '../../once';
import { isBackground } from '../../text/sections';
import type { NoteCheckInput } from '../note-check';
import cues from './restriction-cues.json';

/** A medicine that the patient is to take or takes, with the statement that says so. */
export interface PlannedOrder {
  /** Index of the statement. */
  at: number;
  order: MedicationFact;
}

// "Avoid ibuprofen", "allergic to penicillin", "no aspirin": named, and not taken.
const notTaken =
  /\b(?:avoid\w*|allerg\w*|intoleran\w*|contraindicated|declin\w*|refus\w*|no|not|n't|never|without|stopped|discontinued|instead of|rather than|previously|used to)\b[^.;:]{0,60}$/i;

/** The medicines of a note that are taken, started or continued; those that are stopped, avoided or of the past are left out. */
export const plannedOrders = oncePer(readOrders);

function readOrders({ statements }: NoteCheckInput): PlannedOrder[] {
  return statements.flatMap(({ statement, section, facts }, at) => {
    if (isBackground(section)) return [];
    return facts.flatMap((sentence) =>
      sentence.orders
        .filter(({ action }) => action?.name !== 'stop' && action?.name !== 'hold')
        .filter(
          (order) => !notTaken.test(statement.text.slice(sentence.start, nameStart(order, sentence.start))),
        )
        .filter((order) => order.carried || !isOfRelative(sentence, order))
        .filter((order) => !notOrdered.test(statement.text.slice(order.concept.end, sentence.end)))
        .map((order) => ({ at, order })),
    );
  });
}

/**
 * "Dabigatran was not started", "metformin withheld", "so nitrofurantoin avoided", "nitrofurantoin – not suitable": said of
 * the medicine with its own verb or as a note leaves it out.
 */
const notOrdered = new RegExp(
  String.raw`^[^.;:,]{0,40}\b(?:was|were|is|are|been|be|being)\s(?:(?:not|never)\s(?:${cues.notOrdered.join('|')})|(?:${cues.withheld.join('|')}))\b` +
    String.raw`|^\s?(?:[–—-]\s?)?(?:therefore |thus |so |\()?(?:not (?:${cues.notOrdered.join('|')})|(?:${cues.withheld.join('|')}))\b`,
  'i',
);

/** Tokens between a relative and what they take. */
const takerReach = 4;

/** "Her husband takes doxycycline", "his grandmother's aspirin"; what a mother gives, or tells of, is her child's. */
function isOfRelative({ tokens }: SentenceFacts, { concept }: MedicationFact): boolean {
  const name = tokens.findIndex(({ start }) => start >= concept.start);
  for (let at = name - 1; at >= 0; at--) {
    const word = tokens[at]?.text ?? '';
    if (/^(?:[.;:,]|he|she|i|you|him|patient|pt)$/.test(word)) return false;
    const bare = word.replace(/['’]s$/, '');
    if (!isRelative(bare)) continue;
    const behind = tokens.slice(at + 1, Math.min(name, at + 1 + takerReach)).map(({ text }) => text);
    return bare !== word || behind.some((text) => takes.has(text));
  }
  return false;
}

const takes: ReadonlySet<string> = new Set(cues.takes);

/** A carried name stands in an earlier sentence. */
function nameStart(order: MedicationFact, sentenceStart: number): number {
  return Math.max(sentenceStart, order.carried ? order.start : order.concept.start);
}
