import { citeSource } from '../../evidence/citations/citation-of';
import { type ToldOperation, toldOperations } from '../../evidence/source/told-operations';
import { namesOrganOf, type Operation, operationsIn } from '../../facts/findings/operations';
import { relativesIn } from '../../facts/persons/persons';
import { statementKind } from '../../text/section-kind';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';

interface Noted {
  at: number;
  operation: Operation;
}

/** The patient's operations that the note names, those of the plan left out. */
function notedOperations({ statements, terminology }: NoteCheckInput): Noted[] {
  return statements.flatMap(({ statement, section, facts }, at) => {
    const kind = statementKind(statement, section);
    if (kind === 'family-history' || kind === 'plan' || kind === 'instructions') return [];
    return facts
      .filter(({ tokens }) => relativesIn(tokens).length === 0)
      .flatMap(({ tokens }) => operationsIn(tokens, terminology).map((operation) => ({ at, operation })));
  });
}

const quoted = ({ source, operation }: ToldOperation): string =>
  source.text.slice(operation.start, operation.end);

function draft(
  at: number,
  span: { start: number; end: number },
  message: string,
  told: ToldOperation,
  expected: string,
): NoteFindingDraft {
  return {
    at,
    start: span.start,
    end: span.end,
    verdict: 'contradicted',
    message,
    expected,
    citations: [citeSource(told.source, told.segment, told.operation)],
    fixes: [],
  };
}

/** "Appendectomy 2018", where the source dates it to 2010, and no place gives the note's year to it. */
function wrongYear({ at, operation }: Noted, told: readonly ToldOperation[]): NoteFindingDraft[] {
  const ours = operation.year;
  const same = told.filter((one) => one.operation.name === operation.name);
  const years = new Set(same.flatMap((one) => one.operation.year?.value ?? []));
  const [first] = same.filter((one) => one.operation.year);
  const theirs = first?.operation.year;
  if (!ours || !first || !theirs || years.size !== 1 || theirs.value === ours.value) return [];
  if (same.some((one) => isYearSaidNear(one, ours.value, told))) return [];
  const year = String(theirs.value);
  return [
    {
      ...draft(at, ours, `The source dates the ${operation.name} to ${year}.`, first, year),
      fixes: [{ start: ours.start, end: ours.end, newText: year, title: `Take the source's year: ${year}` }],
    },
  ];
}

/** "On the left in 2012 and on the right in 2016": a year near by that is of no other operation may be of this one as well. */
function isYearSaidNear(
  { source, segment }: ToldOperation,
  value: number,
  told: readonly ToldOperation[],
): boolean {
  const ofOthers = new Set(
    told.flatMap((one) => (one.source === source && one.operation.year ? [one.operation.year.start] : [])),
  );
  return source
    .around(segment, 1)
    .some(({ sentences }) =>
      sentences.some(({ tokens }) =>
        tokens.some(({ text, start }) => text === String(value) && !ofOthers.has(start)),
      ),
    );
}

/** "Cholecystectomy 2010", where the source tells of an appendectomy in that year, and never of a gallbladder. */
function wrongOperation(
  { at, operation }: Noted,
  told: readonly ToldOperation[],
  noted: readonly Noted[],
  { sources }: NoteCheckInput,
): NoteFindingDraft[] {
  const { name, year } = operation;
  if (!year || sources.some(({ text }) => namesOrganOf(name, text) !== false)) return [];
  const other = told.find((one) => one.operation.year?.value === year.value);
  const isNoted = noted.some((one) => one.operation.name === other?.operation.name);
  return other && !isNoted
    ? [
        draft(
          at,
          operation,
          `The source tells of another operation in ${year.value}: “${quoted(other)}”.`,
          other,
          other.operation.name,
        ),
      ]
    : [];
}

const none =
  /\b(?:no|denies(?: any)?|without)(?: (?:prior|previous|past|known|history of|significant|relevant|any))* (?:surgeries|surgery|operations?|surgical history|past surgical history)\b(?! (?:on|to|of|in|at|for|since|within|planned|today|required|needed|indicated|recommended))(?=\s*(?:[.,;)]|$))/i;
const noneListed =
  /^\W*(?:(?:past |prior |previous )?surgical (?:history|hx)|psh|pshx|(?:prior|previous|past) (?:surgeries|operations))\s*[:-]?\s*(?:none|nil|no|negative|denies|none known|nil known)\W*$/i;

/** "No prior surgeries", where the source tells of one that was done, and the note of none. */
function deniedAll(at: number, text: string, done: ToldOperation): NoteFindingDraft[] {
  const found = none.exec(text) ?? noneListed.exec(text);
  if (!found) return [];
  const span = { start: found.index, end: found.index + found[0].length };
  return [draft(at, span, `The source tells of an operation: “${quoted(done)}”.`, done, done.operation.name)];
}

/** An operation that the source dates otherwise, another one than the source tells of, or none where it tells of one. */
export const faithfulnessProcedure: NoteCheck = {
  rule: 'faithfulness/procedure',
  axis: 'faithfulness',
  reports: 'The source tells of another operation, or of the same in another year.',
  harm: 3,
  run(input) {
    const told = input.sources.flatMap((source) => toldOperations(source));
    if (told.length === 0) return [];
    const noted = notedOperations(input);
    const done = noted.length === 0 ? told.find((one) => one.done) : undefined;
    return [
      ...noted.flatMap((one) => wrongYear(one, told)),
      ...noted.flatMap((one) => wrongOperation(one, told, noted, input)),
      ...input.statements.flatMap(({ statement, facts }, at) =>
        done && !facts.some(({ tokens }) => relativesIn(tokens).length > 0)
          ? deniedAll(at, statement.text, done)
          : [],
      ),
    ];
  },
};
