import { foreignTag } from '../evidence/passages/evidence-notes';
import type { Passage } from '../evidence/passages/passage';
import { extractFacts, sentenceFacts, type SentenceFacts } from '../facts/extract';
import { doseDimensions, type Concept, type QuantityFact } from '../facts/fact';
import { builtInTerminology } from '../terminology/built-in';
import type { Terminology } from '../terminology/terminology';
import { tokens } from '../text/tokens';
import type { PassageEvidence } from './check';
import { tableRows, type Cell } from './passage-tables';

const medication = new Set(['medication'] as const);

/**
 * Reads the typed facts of a passage. A dose in a sentence that names no medication belongs to the one that the sentence goes
 * on about ("Adults: 500 mg" below "Amoxicillin"), to that of the table's row or column, else to the one in the passage's own
 * heading ("Dose: 500 mg" under *Amoxicillin*), where that names exactly one.
 */
export function passageEvidence(
  passage: Passage,
  terminology: Terminology = builtInTerminology,
): PassageEvidence {
  const read = extractFacts(passage.text, undefined, terminology);
  const sentences = read.map((sentence) => withoutTag(passage.text, sentence));
  readTables(passage.text, sentences, terminology);
  for (const sentence of sentences) {
    carryNames(sentence);
    // "Trimethoprim: 6–11 years 100 mg; 12–15 years 200 mg": all doses of a sentence are of its one medicine.
    const one = only(sentence.medications);
    if (one) carryTo(one.name, sentence.quantities.filter(isAmount));
  }
  const heading = passage.section.at(-1) ?? passage.title;
  const named = new Set(terminology.findTerms(tokens(heading), medication).map((term) => term.concept.name));
  const [own] = named;
  if (named.size === 1 && own !== undefined) {
    for (const { medications, quantities } of sentences) {
      if (medications.length === 0) carryTo(own, quantities);
    }
  }
  return { passage, sentences };
}

/** A sentence without the grade in front of it that is of the sentence before. */
function withoutTag(text: string, sentence: SentenceFacts): SentenceFacts {
  const start = sentence.start + foreignTag(text, sentence);
  if (start === sentence.start || start >= sentence.end) return sentence;
  return { ...sentence, start, tokens: sentence.tokens.filter((token) => token.start >= start) };
}

function isOfDose({ unit }: QuantityFact): boolean {
  return doseDimensions.has(unit.dimension) || unit.dimension === 'frequency';
}

function isAmount({ unit: { dimension, code } }: QuantityFact): boolean {
  return (dimension === 'mass' && code !== 'kg') || dimension === 'units';
}

function carryTo(name: string, quantities: readonly QuantityFact[]): void {
  for (const fact of quantities) {
    if (isOfDose(fact) && !fact.concept && fact.carried === undefined) fact.carried = name;
  }
}

/** "Adults: 500 mg three times daily" under "Amoxicillin" in a list: the amounts are of what the order is of. */
function carryNames({ medications, orders, quantities }: SentenceFacts): void {
  if (medications.length > 0) return;
  for (const { concept, start, end } of orders.filter(({ carried }) => carried)) {
    carryTo(
      concept.name,
      quantities.filter((fact) => start <= fact.start && fact.end <= end),
    );
  }
}

/** A cell of a table is of the medicine that it names, else of that of its column or row: each has an order of its own. */
function readTables(text: string, sentences: readonly SentenceFacts[], terminology: Terminology): void {
  for (const { start, end, heads, cells } of tableRows(text)) {
    const row = sentences.find((sentence) => sentence.start >= start && sentence.end <= end);
    if (!row) continue;
    const read = cells.map((cell) => sentenceFacts(text, cell, terminology));
    const inRow = only(read.flatMap(({ medications }) => medications));
    row.orders = read.flatMap(({ orders, openOrder }, at) => {
      if (orders.length > 0) return orders;
      const concept = only(medicinesOf(text, heads[at], terminology)) ?? inRow;
      return concept && openOrder ? [{ ...openOrder, concept, carried: true as const }] : [];
    });
  }
}

/** "Clarithromycin (penicillin allergy)": what stands in brackets is no medicine of the cell. */
function medicinesOf(text: string, cell: Cell | undefined, terminology: Terminology): Concept[] {
  if (!cell) return [];
  const bracket = text.indexOf('(', cell.start);
  const end =
    bracket >= 0 && bracket < cell.end && cell.text.search(/\w/) < cell.text.indexOf('(')
      ? bracket
      : cell.end;
  return sentenceFacts(text, { start: cell.start, end }, terminology).medications;
}

function only(all: readonly Concept[]): Concept | undefined {
  return new Set(all.map(({ name }) => name)).size === 1 ? all[0] : undefined;
}
