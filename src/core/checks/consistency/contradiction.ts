import type { PolarityFact } from '../../facts/fact';
import { isBackground } from '../../text/sections';
import type { NoteCheck, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';

interface Mention {
  at: number;
  fact: PolarityFact;
}

/** Said of the patient as it is now, without doubt and without a limit ("at rest", "no new rash"). */
function isPlain({ polarity, certainty, time, experiencer, narrowed }: PolarityFact): boolean {
  return (
    polarity !== 'unknown' &&
    certainty === 'certain' &&
    time === 'current' &&
    experiencer === 'patient' &&
    narrowed === undefined
  );
}

/**
 * Findings of one place of the body: a knee may be swollen and the other not, and notes name the place in too many ways to
 * be sure that two of them mean the same.
 */
const local = new Set([
  'pain', 'tenderness', 'swelling', 'edema', 'redness', 'erythema', 'bruising', 'ecchymosis', 'numbness', 'tingling',
  'weakness', 'rash', 'mass', 'lump', 'lesion', 'bleeding', 'discharge', 'stiffness', 'itching', 'deformity', 'fracture',
  'effusion', 'murmur', 'lymphadenopathy', 'infection', 'symptom', 'complication', 'injury', 'atrophy', 'crepitus',
]); // prettier-ignore

/** A statement about another time, or about what is looked for: it says less than that the finding is there or not. */
const limited =
  /\b(?:before|previous(?:ly)?|prior|in the past|history of|evaluation (?:of|for)|rule out|initially|at first|yesterday|last|resolved|improved|until|when|if|unless|except|other than|after|during|however|today|did have|no longer|with (?:activity|exertion|movement))\b/i;

/** Somebody says outright that the finding is there. */
const affirming = /\b(?:reports?|reported|endorses?|endorsed|complains? of|admits?|positive for|has|have)\b/i;

/** The note says of one finding that the patient has it, and in another place that she has it not. */
export const consistencyContradiction: NoteCheck = {
  rule: 'consistency/contradiction',
  axis: 'consistency',
  reports: 'A finding that the note affirms in one place and denies in another.',
  harm: 2,
  run(input) {
    const byFinding = new Map<string, Mention[]>();
    input.statements.forEach(({ statement, facts, section }, at) => {
      if (isBackground(section) || limited.test(statement.text)) return;
      for (const fact of facts.flatMap(({ polarities }) => polarities)) {
        if (!isPlain(fact) || fact.concept.kind !== 'finding' || local.has(fact.concept.name)) continue;
        const key = `${fact.concept.name}\u0000${fact.site ?? ''}`;
        byFinding.set(key, [...(byFinding.get(key) ?? []), { at, fact }]);
      }
    });
    return [...byFinding.values()].flatMap((mentions): NoteFindingDraft[] => {
      const present = mentions.find(({ at, fact }) => {
        const before = input.statements[at]?.statement.text.slice(0, fact.start) ?? '';
        return fact.polarity === 'present' && (fact.asserted || affirming.test(before));
      });
      const absent = mentions.find(({ fact }) => fact.polarity === 'absent' && fact.cue !== undefined);
      if (!present || !absent || present.at === absent.at) return [];
      const [first, later] = present.at < absent.at ? [present, absent] : [absent, present];
      const said = later.fact.polarity === 'absent' ? 'denies' : 'affirms';
      const before = later.fact.polarity === 'absent' ? 'affirms' : 'denies';
      const message = `The note ${said} ${later.fact.concept.name} here, and ${before} it elsewhere.`;
      return [disagreement(input, later.at, later.fact.concept, [first.at], message)];
    });
  },
};
