import type { PolarityFact } from '../../facts/fact';
import { namesOthers } from '../../facts/persons/persons';
import { excludes } from '../../facts/findings/subtypes';
import { valueWordAt } from '../../terminology/value-findings';
import { type SectionKind, statementKind } from '../../text/section-kind';
import { isBackground, type Section } from '../../text/sections';
import { tokens } from '../../text/tokens';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { otherControl } from './control-status';
import { disagreement } from './disagreement';
import { openedSections } from './opened-sections';
import { opposedSigns } from './opposed-signs';
import { isExamination } from './places';
import { otherResults } from './repeated-results';
import { otherSmokingStatus } from './smoking-status';
import { deniedDiagnoses } from './standing-diagnoses';
import { wordsAgainstValues } from './value-words';

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
  'pain', 'tenderness', 'swelling', 'edema', 'redness', 'erythema', 'bruising', 'ecchymosis', 'blood', 'numbness', 'tingling',
  'weakness', 'rash', 'mass', 'lump', 'lesion', 'bleeding', 'discharge', 'stiffness', 'itching', 'deformity', 'fracture',
  'effusion', 'murmur', 'lymphadenopathy', 'infection', 'symptom', 'complication', 'injury', 'atrophy', 'wasting', 'crepitus',
]); // prettier-ignore

/** A statement about another time, or about what is looked for: it says less than that the finding is there or not. */
const limited =
  /\b(?:before|previous(?:ly)?|prior|in the past|history of|evaluation (?:of|for)|rule out|issues? with|problems? with|initially|at first|yesterday|last|resolved|improved|until|when|if|unless|except|other than|after|during|however|today|did have|no longer|neither|accompanied|associated|preceded|with (?:activity|exertion|movement))\b/i;

/** Somebody says outright that the finding is there, right before it or before the list that it stands in. */
const affirming =
  /\b(?:reports?|reported|endorses?|endorsed|complains? of|admits?|positive for|has|have|experiencing)\b(?: [^\s.;:]+){0,10} ?$/i;

/** What an assessment sums up: "viral syndrome with fever". */
const summingUp = /\bwith(?: [^\s.;:]+){0,4} ?$/i;
const summaries: ReadonlySet<SectionKind> = new Set(['assessment', 'assessment-and-plan', 'impression']);

/** Found by an examination or a measurement, it is there though the patient denies it. */
function isFound(
  name: string,
  { statements }: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): boolean {
  const bands = valueWordAt(tokens(name), 0)?.meaning.bands ?? [];
  const measured = new Set(bands.map(({ measurement }) => measurement));
  return statements.some(({ facts }, at) =>
    facts.some(
      ({ quantities, polarities }) =>
        quantities.some(({ concept }) => concept !== undefined && measured.has(concept.name)) ||
        (isExamination(sections[at]) && polarities.some(({ concept }) => concept.name === name)),
    ),
  );
}

/** A finding that can be in one place only, though its name holds the word for one of many. */
const onePlace = new Set(['chest pain', 'abdominal pain']);

/** "Knee pain", "joint swelling": the finding may be on the other side, or in another joint. */
function isLocal({ concept, site }: PolarityFact): boolean {
  if (onePlace.has(concept.name)) return false;
  return site !== undefined || concept.name.split(/[\s-]/).some((word) => local.has(word));
}

/** A finding that is affirmed outright in one statement and denied outright in another. */
function deniedFindings(
  input: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): NoteFindingDraft[] {
  const byFinding = new Map<string, Mention[]>();
  input.statements.forEach(({ statement, facts }, at) => {
    const section = sections[at];
    if (isBackground(section) || isExamination(section) || limited.test(statement.text)) return;
    // "Husband (also on ramipril) has cough".
    if (facts.some(({ tokens }) => namesOthers(tokens))) return;
    for (const fact of facts.flatMap(({ polarities }) => polarities)) {
      if (!isPlain(fact) || fact.concept.kind !== 'finding' || isLocal(fact)) continue;
      const { name } = fact.concept;
      byFinding.set(name, [...(byFinding.get(name) ?? []), { at, fact }]);
    }
  });
  return [...byFinding.values()].flatMap((mentions): NoteFindingDraft[] => {
    const present = mentions.find(({ at, fact }) => {
      const statement = input.statements[at]?.statement;
      if (!statement || fact.polarity !== 'present') return false;
      const before = statement.text.slice(0, fact.start);
      const isSummed = summingUp.test(before) && summaries.has(statementKind(statement, sections[at]));
      return affirming.test(before) || (isSummed && !isFound(fact.concept.name, input, sections));
    });
    const absent = mentions.find(
      ({ fact }) =>
        fact.polarity === 'absent' && fact.cue !== undefined && present && excludes(fact, present.fact),
    );
    if (!present || !absent || present.at === absent.at) return [];
    const [first, later] = present.at < absent.at ? [present, absent] : [absent, present];
    const said = later.fact.polarity === 'absent' ? 'denies' : 'affirms';
    const before = later.fact.polarity === 'absent' ? 'affirms' : 'denies';
    const message = `The note ${said} ${later.fact.concept.name} here, and ${before} it elsewhere.`;
    return [disagreement(input, later.at, later.fact.concept, [first.at], message)];
  });
}

/** The note says of one finding, diagnosis, habit or value that it is so, and in another place that it is not. */
export const consistencyContradiction: NoteCheck = {
  rule: 'consistency/contradiction',
  axis: 'consistency',
  reports: 'A finding that the note affirms in one place and denies in another.',
  harm: 2,
  run(input) {
    const sections = openedSections(input);
    const found = [
      ...deniedFindings(input, sections),
      ...deniedDiagnoses(input, sections),
      ...otherSmokingStatus(input, sections),
      ...wordsAgainstValues(input, sections),
      ...opposedSigns(input, sections),
      ...otherControl(input, sections),
      ...otherResults(input, sections),
    ];
    const places = new Set<string>();
    return found.filter(({ at, start }) => {
      const place = `${at}:${start}`;
      return !places.has(place) && places.add(place);
    });
  },
};
