import { citeSource } from '../../evidence/citations/citation-of';
import { agesOf, type Placed } from '../../evidence/source/source-times';
import type { AgeFact } from '../../facts/fact';
import { formatNumber } from '../../facts/format';
import type { Check, CheckInput, FindingDraft } from '../check';
import { agesOfRelatives } from './relatives-details';

/** Who is five years old has been so for up to a year. */
function fits(whole: AgeFact, other: AgeFact): boolean {
  const end = whole.unit === 'a' && Number.isInteger(whole.years.high) ? 0.999 : 0.06;
  const isWhole = Number.isInteger(other.years.low) && other.unit === 'a';
  const slack = isWhole ? 1e-6 : end;
  return whole.years.low <= other.years.high + 1e-6 && other.years.low <= whole.years.high + slack;
}

function sameAge(a: AgeFact, b: AgeFact): boolean {
  return fits(a, b) || fits(b, a);
}

/** True when an age of a source is the patient's present age for sure. */
function isPatients({ source, segment, fact }: Placed<AgeFact>): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  if (fact.then) return false;
  if (fact.whose === 'patient') return speaker !== 'patient' || fact.relative === undefined;
  if (fact.whose === 'speaker') return speaker === 'patient';
  return fact.whose === 'addressee' && speaker === 'clinician';
}

/** True when the note's age is said without a unit right beside: "I'm eighty-two." "Eighty-three, Dad." */
function isSaidBeside(note: AgeFact, { source, segment }: Placed<AgeFact>): boolean {
  return source
    .around(segment, 1)
    .some(({ sentences }) =>
      sentences.some(({ quantities }) =>
        quantities.some(
          ({ unit, value, high }) =>
            unit.dimension === 'none' && high === undefined && value === note.years.low,
        ),
      ),
    );
}

/** The source's age that the note's contradicts, if it does. */
function rivalOf(note: AgeFact, input: CheckInput): Placed<AgeFact> | undefined {
  const theirs = input.sources.flatMap(({ source }) => agesOf(source));
  if (theirs.some(({ fact }) => fact.whose !== 'relative' && sameAge(note, fact))) return undefined;
  const patients = theirs.filter(isPatients);
  const [first] = patients;
  // A source that gives two ages has mixed up something itself.
  const isOne = first && patients.every(({ fact }) => sameAge(first.fact, fact));
  return isOne && !patients.some((place) => isSaidBeside(note, place)) ? first : undefined;
}

function check(note: AgeFact, input: CheckInput): FindingDraft[] {
  const rival = rivalOf(note, input);
  if (!rival) return [];
  const { source, segment, fact } = rival;
  const sameUnit = fact.unit === note.unit && fact.years.low === fact.years.high;
  const years = formatNumber(fact.years.low, 1);
  const theirs = sameUnit && note.unit === 'a' ? years : source.text.slice(fact.start, fact.end);
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `The source gives the patient's age as ${theirs}.`,
      expected: theirs,
      citations: [citeSource(source, segment, fact)],
      fixes:
        sameUnit && note.unit === 'a'
          ? [{ ...note.number, newText: years, title: `Take the source's age: ${years}` }]
          : [],
    },
  ];
}

/** The patient's age, or that of a relative who fell ill: the source gives another one. */
export const faithfulnessAge: Check = {
  rule: 'faithfulness/age',
  axis: 'faithfulness',
  reports: "The patient's age, or a relative's, stands otherwise in the source.",
  harm: 2,
  run: (input) => [
    ...input.facts
      .flatMap(({ ages }) => ages)
      .filter(({ whose, then }) => whose === 'patient' && !then)
      .flatMap((note) => check(note, input)),
    ...agesOfRelatives(input),
  ],
};
