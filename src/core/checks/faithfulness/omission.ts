import { citeSource } from '../../evidence/citations/citation-of';
import type { SourceIndex } from '../../evidence/source/source-index';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import type { Terminology } from '../../terminology/terminology';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { medicinesOf } from './medication/noted-medicines';

interface Ordered {
  source: SourceIndex;
  segment: number;
  order: MedicationFact;
}

/** Where a medicine would stand. A note without such a section (one about the family, say) omits nothing. */
const medicineSection = /plan|medication|medicine|treatment|therapy|recommend|prescri|drug/i;

/** A medicine counts when the source says how much, how often or what is to happen with it; a bare name is a topic. */
function isOrdered({ action, strength, dose, frequency }: MedicationFact): boolean {
  return (action ?? strength ?? dose ?? frequency) !== undefined;
}

function orderedIn(sources: readonly SourceIndex[]): Map<string, Ordered> {
  const found = new Map<string, Ordered>();
  for (const source of sources) {
    source.segments.forEach(({ sentences }, segment) => {
      for (const order of sentences.flatMap(({ orders }) => orders)) {
        const { name } = order.concept;
        const known = found.get(name);
        // What is to happen with it says more than how much of it is taken.
        const tells = known === undefined || (known.order.action === undefined && order.action !== undefined);
        if (isOrdered(order) && tells) found.set(name, { source, segment, order });
      }
    });
  }
  return found;
}

/** The medicines that a note names, itself or by one of the same class ("her statin"). */
function isNamed(name: string, named: ReadonlySet<string>, terminology: Terminology): boolean {
  if (named.has(name)) return true;
  const classes = terminology.classesOf(name);
  return [...named].some(
    (other) =>
      classes.includes(other) ||
      terminology.classesOf(other).some((one) => classes.includes(one)) ||
      (terminology.medication(other)?.ingredients ?? []).includes(name) ||
      (terminology.medication(name)?.ingredients ?? []).includes(other),
  );
}

const medicineKinds = new Set(['medication', 'medication-class'] as const);

function run(input: NoteCheckInput): NoteFindingDraft[] {
  // The last statement of the section is where a reader would add what is missing.
  const at = input.statements.findLastIndex(({ section }) => medicineSection.test(section?.title ?? ''));
  const place = input.statements[at]?.statement;
  if (!place) return [];
  const named = new Set(
    input.statements
      .flatMap(({ facts }) => facts)
      .flatMap(({ tokens }) => input.terminology.findTerms(tokens, medicineKinds))
      .map(({ concept }) => concept.name),
  );
  // One that stands under another name is told where it does.
  const swapped = new Set(medicinesOf(input).map(({ swap }) => swap?.place.order.concept.name));
  return [...orderedIn(input.sources)]
    .filter(([name]) => !swapped.has(name) && !isNamed(name, named, input.terminology))
    .map(([name, { source, segment, order }]) => ({
      at,
      start: 0,
      end: place.text.length,
      verdict: 'not-addressed',
      message: `The source speaks of ${name}${order.action ? ` (${order.action.name})` : ''}; the note does not name it.`,
      expected: name,
      citations: [citeSource(source, segment, order.carried ? order : order.concept)],
      fixes: [],
    }));
}

/** A medicine that the source orders or gives an amount of, and that the note leaves out. */
export const faithfulnessOmission: NoteCheck = {
  rule: 'faithfulness/omission',
  axis: 'faithfulness',
  reports: 'The source orders a medicine, or says how it is taken, and the note leaves it out.',
  harm: 2,
  run,
};
