import { citeSource } from '../../../evidence/citations/citation-of';
import type { SourceOrder } from '../../../evidence/source/source-orders';
import { frequencyLike } from '../../../facts/medications/format-frequency';
import type { MedicationFact, MedicationFrequency } from '../../../facts/medications/medication-fact';
import { partOfDay } from '../../../facts/medications/part-of-day';
import type { FindingDraft } from '../../check';
import { nameInNote } from '../../name-in-note';

/** A frequency of the source with its place. */
export interface GivenFrequency {
  place: SourceOrder;
  frequency: MedicationFrequency;
}

/**
 * What is reported where a source gives another frequency than the note.
 * @param isOne the source gives no third one, so that it can be taken over
 * @param text the statement
 */
export function otherFrequency(
  note: MedicationFact,
  frequency: MedicationFrequency,
  { place, frequency: theirs }: GivenFrequency,
  isOne: boolean,
  text: string,
): FindingDraft {
  const { start, end } = frequency;
  // Of two that are once a day, the words tell when.
  const isTime = partOfDay({ frequency: theirs, otherFrequencies: [] }) !== undefined;
  const newText =
    isTime && frequency.perDay === theirs.perDay ? theirs.text : frequencyLike(theirs, frequency.text);
  return {
    start,
    end,
    verdict: 'contradicted',
    message: `The source says “${theirs.text}” for ${nameInNote(note.concept, text)}, not “${frequency.text}”.`,
    expected: theirs.text,
    citations: [citeSource(place.source, place.segment, theirs)],
    fixes: isOne ? [{ start, end, title: `Take the source's frequency: ${newText}`, newText }] : [],
  };
}
