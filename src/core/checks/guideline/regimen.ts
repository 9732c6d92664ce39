import { citePassage } from '../../evidence/citations/citation-of';
import type { SentenceFacts } from '../../facts/extract';
import { isAtMost } from '../../facts/medications/cues';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import type { PassageEvidence } from '../check';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { mayBeSameDose, sameRoute } from './comparable-orders';
import { meantFor } from './meant-for';
import { notePatient } from './note-patient';
import { plannedOrders } from './planned-orders';

/** A part of an order as a range of numbers, with the place that gives it. */
export interface Part {
  low: number;
  high: number;
  start: number;
  end: number;
  /** As it is written. */
  text: string;
}

/** How a part is read. */
export interface PartReader {
  /** That of an order; `text` is what the order's spans point into. */
  of: (order: MedicationFact, text: string) => Part | undefined;
  /** Those that a sentence of a guideline gives beside its orders ("in men treat for 7 days"). */
  beside: (sentence: SentenceFacts, text: string) => Part[];
}

interface PassagePart {
  evidence: PassageEvidence;
  sentence: SentenceFacts;
  order: MedicationFact;
  part: Part;
}

/** Numbers that differ by less are the same: a month has 28 to 31 days. */
const tolerance = 0.12;
/** "Check TSH once a year": how often something is looked at, and no order. */
const monitoring = /^(?:check|monitor|measure|review|repeat|recheck|test|offer|ask|assess)$/i;
/** At most this many passages are cited for one conflict. */
const mostCitations = 3;

/**
 * Compares one part of every order (how often, how long) with what the passages give for the same medicine and a condition
 * of this patient, by the same route and in the same dose. It is a conflict when it lies outside of all that they give.
 */
export function regimenConflicts(input: NoteCheckInput, reader: PartReader): NoteFindingDraft[] {
  const patient = notePatient(input);
  return plannedOrders(input).flatMap(({ at, order }) => {
    const { statement, passages } = input.statements[at] ?? {};
    const note = statement && reader.of(order, statement.text);
    if (!note || !passages || order.asNeeded) return [];
    const name = order.concept.name;
    const given = passages
      .flatMap((evidence) => partsOf(evidence, name, reader))
      .filter((one) => sameRoute(order, one.order, input.terminology) && mayBeSameDose(order, one.order))
      .filter((one) => !isFirstStep(order, one));
    const theirs = meantFor(
      given,
      (one) => ({
        evidence: one.evidence,
        at: one.part.start,
        isFirst: one.order.action?.name === 'start' && order.action?.name !== 'start',
      }),
      { patient, medicine: name, terminology: input.terminology },
    );
    const [best] = theirs;
    const low = Math.min(...theirs.map(({ part }) => part.low));
    const high = Math.max(...theirs.map(({ part }) => part.high));
    if (!best || (note.high >= low * (1 - tolerance) && note.low <= high * (1 + tolerance))) return [];
    const quoted = theirs.map((one) => citePassage(one.evidence.passage, one.sentence, one.part));
    const distinct = quoted.filter(
      ({ quote }, index) => quoted.findIndex((other) => other.quote === quote) === index,
    );
    return [
      {
        at,
        start: note.start,
        end: note.end,
        verdict: 'contradicted',
        message: `${best.evidence.passage.title} gives ${name} ${best.part.text}; the note says ${note.text}.`,
        expected: best.part.text,
        citations: distinct.slice(0, mostCitations),
        fixes: [],
      },
    ] satisfies NoteFindingDraft[];
  });
}

/** "Start metformin once daily": how a medicine is begun binds none that goes on, nor one that the passage takes further. */
function isFirstStep(note: MedicationFact, { evidence, order }: PassagePart): boolean {
  if (order.action?.name !== 'start' || note.action?.name === 'start') return false;
  return note.action !== undefined || takesFurther(evidence, order.concept.name);
}

/** True when a passage gives a later or a largest dose of a medicine beside the first. */
function takesFurther({ sentences }: PassageEvidence, name: string): boolean {
  return sentences.some(({ tokens, orders }) =>
    orders.some(
      ({ concept, action }) =>
        concept.name === name &&
        (action?.name === 'increase' ||
          action?.name === 'decrease' ||
          tokens.some((_, at) => isAtMost(tokens, at))),
    ),
  );
}

function partsOf(evidence: PassageEvidence, name: string, reader: PartReader): PassagePart[] {
  const { text } = evidence.passage;
  let last: MedicationFact | undefined;
  return evidence.sentences.flatMap((sentence) => {
    if (monitoring.test(sentence.tokens[0]?.text ?? '')) return [];
    const own = sentence.orders.filter(({ concept, asNeeded }) => concept.name === name && !asNeeded);
    const parts = own.flatMap((order) => {
      const part = reader.of(order, text);
      return part ? [{ evidence, sentence, order, part }] : [];
    });
    const named = new Set(sentence.orders.map(({ concept }) => concept.name));
    // What a sentence without a medicine gives is of the one before, where that was one.
    const order = own[0] ?? (named.size === 0 && last?.concept.name === name ? last : undefined);
    if (named.size > 0) last = named.size === 1 ? sentence.orders[0] : undefined;
    const taken = parts.map(({ part }) => part.start);
    // Several medicines share what none of them has as its own ("7 days: omeprazole … plus amoxicillin …").
    const isShared = named.size < 2 || sentence.orders.every((one) => reader.of(one, text) === undefined);
    if (!order || !isShared) return parts;
    const beside = reader
      .beside(sentence, text)
      .filter(({ start }) => !taken.includes(start))
      .map((part) => ({ evidence, sentence, order, part }));
    return [...parts, ...beside];
  });
}
