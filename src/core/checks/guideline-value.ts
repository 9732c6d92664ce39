import { citePassage } from '../evidence/citation-of';
import { sameValue } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import { doseDimensions, type QuantityFact } from '../facts/fact';
import { formatQuantity } from '../facts/format';
import { convert } from '../facts/units';
import type { Check, CheckInput, FindingDraft, PassageEvidence } from './check';

/** A dose as a passage gives it. */
interface PassageDose {
  evidence: PassageEvidence;
  sentence: SentenceFacts;
  fact: QuantityFact;
  /** How often per day, where the sentence says so for the same medication. */
  perDay?: number;
}

/** True for a dose that can be compared with a guideline's: an absolute amount of a named medication. */
export function isComparableDose(fact: QuantityFact): boolean {
  return (
    fact.concept?.kind === 'medication' &&
    doseDimensions.has(fact.unit.dimension) &&
    fact.unit.dimension !== 'dose-form' &&
    fact.unit.dimension !== 'volume' &&
    !fact.perWeight
  );
}

function dosesOf(evidence: PassageEvidence, medication: string): PassageDose[] {
  return evidence.sentences.flatMap((sentence) => {
    const ofMedication = sentence.quantities.filter((fact) => fact.concept?.name === medication);
    const perDay = ofMedication.find((fact) => fact.unit.dimension === 'frequency')?.value;
    return ofMedication
      .filter((fact) => doseDimensions.has(fact.unit.dimension))
      .map((fact) => ({ evidence, sentence, fact, ...(perDay !== undefined && { perDay }) }));
  });
}

/** True when the note's dose is one that the passage's sentence gives: per dose, or over the day. */
function agrees(note: QuantityFact, theirs: PassageDose): boolean {
  if (sameValue(note, theirs.fact)) return true;
  if (theirs.perDay === undefined) return false;
  const daily = {
    ...theirs.fact,
    value: theirs.fact.value * theirs.perDay,
    ...(theirs.fact.high !== undefined && { high: theirs.fact.high * theirs.perDay }),
  };
  return sameValue(note, daily);
}

function check(note: QuantityFact, input: CheckInput): FindingDraft[] {
  const medication = note.concept?.name ?? '';
  const doses = input.passages
    .flatMap((evidence) => dosesOf(evidence, medication))
    .filter(({ fact }) => fact.unit.dimension === note.unit.dimension);
  // A dose by weight in the library may fit any amount: the checker abstains.
  if (doses.some(({ fact }) => fact.perWeight)) return [];
  if (doses.length === 0 || doses.some((dose) => agrees(note, dose))) return [];
  const amounts = doses.flatMap(({ fact }) => [
    convert(fact.value, fact.unit, note.unit) ?? fact.value,
    convert(fact.high ?? fact.value, fact.unit, note.unit) ?? fact.value,
  ]);
  const low = Math.min(...amounts);
  const high = Math.max(...amounts);
  if (note.value >= low && note.value <= high) return [];
  const best = doses[0];
  if (!best) return [];
  const { passage } = best.evidence;
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `${passage.title} gives ${formatQuantity(best.fact)} for ${medication}; the note says ${formatQuantity(note)}.`,
      expected: formatQuantity(best.fact),
      citations: uniquePassages(doses)
        .slice(0, 3)
        .map(({ evidence, sentence, fact }) => citePassage(evidence.passage, sentence, fact)),
      fixes: [],
    },
  ];
}

function uniquePassages(doses: readonly PassageDose[]): PassageDose[] {
  return doses.filter(
    (dose, index) => doses.findIndex((other) => other.evidence === dose.evidence) === index,
  );
}

/** A dose outside of every dose that the library's passages give for the same medication. */
export const guidelineValue: Check = {
  rule: 'guideline/value',
  axis: 'guideline',
  run: (input) =>
    input.facts
      .flatMap((sentence) => sentence.quantities)
      .filter(isComparableDose)
      .flatMap((note) => check(note, input)),
};
