import { sameValue } from '../../facts/compare';
import { comparedParts } from '../../facts/times/compare';
import type { DateFact, QuantityFact } from '../../facts/fact';
import { formatQuantity, writtenMeasurement } from '../../facts/format';
import { capitalised } from '../../text/letter-case';
import { type SectionKind, statementKind } from '../../text/section-kind';
import type { Section } from '../../text/sections';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';
import { isOfThisVisit, isOneVisit } from './same-visit';

interface Result {
  at: number;
  fact: QuantityFact;
  kind: SectionKind;
  /** Undefined where nothing says when it was. */
  when: 'today' | readonly DateFact[] | undefined;
}

/** Tests of which a visit has one result. Those that are taken several times a day (glucose, lactate, troponin, gases) are left out. */
const once: ReadonlySet<string> = new Set([
  'haemoglobin a1c', 'haemoglobin', 'white cell count', 'platelet count', 'creatinine', 'egfr', 'urea', 'sodium', 'potassium',
  'calcium', 'magnesium', 'phosphate', 'uric acid', 'total cholesterol', 'ldl cholesterol', 'hdl cholesterol', 'triglycerides',
  'tsh', 'free t4', 'inr', 'psa', 'c-reactive protein', 'alt', 'ast', 'alkaline phosphatase', 'bilirubin', 'albumin', 'ferritin',
  'vitamin d level', 'vitamin b12 level', 'ejection fraction', 'phq-9', 'gad-7',
]); // prettier-ignore

/** Another specimen, another time, or a way between two values. */
const other =
  /\b(?:urin\w*|csf|fluid|pleural|ascit\w*|stool|ratio|clearance|spot|24|goal|target\w*|aim\w*|normal|reference|range|limit|from|to|down|up|rise|rose|rising|fell|fall\w*|increas\w*|decreas\w*|peak\w*|nadir|was|had|were|due|recheck|every|max\w*|min\w*|avg|average|estimated|expected|corrected|adjusted|free|ionised|ionized|jan\w*|feb\w*|mar|march|apr\w*|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|fall|winter|(?:19|20)\d\d|\d{1,2}:\d\d|am|pm)\b|→|->|>|</i;

const noted: ReadonlySet<SectionKind> = new Set(['results', 'examination', 'vitals']);
const summed: ReadonlySet<SectionKind> = new Set(['assessment', 'assessment-and-plan', 'impression']);

/** True where two results are of one day by their own words, or by the parts of the note that give a day's results and sum them up. */
function isSameDay(a: Result, b: Result): boolean {
  if (a.when === 'today' || b.when === 'today') return a.when === b.when;
  if (a.when === undefined || b.when === undefined) {
    const isSummedUp = (one: Result, sum: Result): boolean => noted.has(one.kind) && summed.has(sum.kind);
    return a.when === b.when && (isSummedUp(a, b) || isSummedUp(b, a));
  }
  const [own, theirs] = [a.when[0]?.calendar ?? [], b.when[0]?.calendar ?? []];
  const isOne = a.when.length === 1 && b.when.length === 1;
  return isOne && own.some((day) => theirs.some((one) => isEqual(comparedParts(day, one))));
}

/** Day and month at the least. */
function isEqual({ same, different }: { same: number; different: number }): boolean {
  return different === 0 && same >= 2;
}

function resultsIn(input: NoteCheckInput, sections: readonly (Section | undefined)[]): Result[] {
  return input.statements.flatMap((own, at): Result[] => {
    const { text } = own.statement;
    const kind = statementKind(own.statement, sections[at]);
    const dates = own.facts.flatMap((sentence) => sentence.dates);
    const calendar = dates.filter(({ form }) => form === 'calendar');
    const isToday = /\btoday(?:['’]s)?\b/i.test(text);
    const isDated =
      calendar.length > 0 && calendar.length === dates.filter(({ form }) => form !== 'span').length;
    const rest = calendar.reduce(
      (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
      text,
    );
    const isLimited =
      other.test(rest) ||
      !isOfThisVisit({ ...own, statement: { ...own.statement, text: rest } }, sections[at]);
    const when = isToday ? 'today' : isDated ? calendar : undefined;
    const isOpen = isLimited || (isToday && calendar.length > 0) || (when === undefined && dates.length > 0);
    return own.facts
      .flatMap(({ quantities }) => quantities)
      .filter(({ concept }) => concept?.kind === 'measurement' && once.has(concept.name))
      .map((fact): Result => ({ at: isOpen || isVague(fact) ? -1 : at, fact, kind, when }));
  });
}

function isVague({ comparator, high, goal, set, change, alternatives }: QuantityFact): boolean {
  return (
    comparator !== '=' ||
    high !== undefined ||
    goal === true ||
    set !== undefined ||
    change === true ||
    alternatives.length > 0
  );
}

/**
 * One test with two results of the same day. Silent where anything in the note tells of a third value, another day, a change
 * or another specimen.
 * @param sections the section of each statement
 */
export function otherResults(
  input: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): NoteFindingDraft[] {
  if (!isOneVisit(input)) return [];
  const byTest = new Map<string, Result[]>();
  for (const result of resultsIn(input, sections)) {
    const name = result.fact.concept?.name ?? '';
    byTest.set(name, [...(byTest.get(name) ?? []), result]);
  }
  return [...byTest].flatMap(([name, results]): NoteFindingDraft[] => {
    const [first, later, ...more] = results;
    // A third mention may be the second one's explanation.
    if (!first || !later || more.length > 0 || first.at < 0 || later.at <= first.at) return [];
    if (sameValue(first.fact, later.fact) || !isSameDay(first, later)) return [];
    const subject = capitalised(writtenMeasurement(name));
    const [here, there] = [formatQuantity(later.fact), formatQuantity(first.fact)];
    const message = `${subject} is ${here} here, and ${there} elsewhere in the note.`;
    return [disagreement(input, later.at, later.fact, [first.at], message)];
  });
}
