import type { Passage } from '../evidence/passages/passage';
import { extractFacts } from '../facts/extract';
import { doseDimensions } from '../facts/fact';
import { builtInTerminology } from '../terminology/built-in';
import type { Terminology } from '../terminology/terminology';
import { tokens } from '../text/tokens';
import type { PassageEvidence } from './check';

const medication = new Set(['medication'] as const);

/**
 * Reads the typed facts of a passage. A dose in a sentence that names no medication belongs to the one in the passage's
 * own heading ("Dose: 500 mg" under *Amoxicillin*), where the heading names exactly one.
 */
export function passageEvidence(
  passage: Passage,
  terminology: Terminology = builtInTerminology,
): PassageEvidence {
  const sentences = extractFacts(passage.text, undefined, terminology);
  const heading = passage.section.at(-1) ?? passage.title;
  const named = new Set(terminology.findTerms(tokens(heading), medication).map((term) => term.concept.name));
  const [only] = named;
  if (named.size === 1 && only !== undefined) {
    for (const sentence of sentences.filter(({ medications }) => medications.length === 0)) {
      for (const fact of sentence.quantities) {
        const isDose = doseDimensions.has(fact.unit.dimension) || fact.unit.dimension === 'frequency';
        if (isDose && !fact.concept) fact.carried = only;
      }
    }
  }
  return { passage, sentences };
}
