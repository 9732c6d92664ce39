import { claimOf, type Claim, type LeftOutReason } from '../claims/claim';
import { verbsOf } from '../claims/coordination';
import { leftOutOf } from '../claims/left-out';
import { leadingCommand } from '../claims/orders';
import { splitClaims } from '../claims/split-claims';
import { builtInTerminology } from '../terminology/built-in';
import { termKinds } from '../terminology/knowledge';
import type { Terminology } from '../terminology/terminology';
import { sectionKind } from '../text/section-kind';
import { contains, shift, type Span } from '../text/span';
import { outline, type NoteOutline, type Statement } from '../text/statements';
import { tokens } from '../text/tokens';
import { planSections, planStatements } from './plan-sections';

/** One step of an assessment and plan: a claim of the assessment, or one thing that is to be done. */
export interface PlanStep extends Claim {
  /** The problem that it stands under, in the note's words; absent where it stands under none. */
  problem?: string;
  /** Why it can be neither right nor wrong. */
  leftOut?: Exclude<LeftOutReason, 'order'>;
}

const findings = new Set(termKinds.filter((kind) => kind === 'finding'));
/** A longer line is no name of a problem. Characters. */
const longestProblem = 120;

/**
 * Cuts the assessment and plan of a note into steps: problems with their items, lists, and the single claims and orders
 * in a sentence. No word is added, and a sentence that cannot be split for certain is one step. A problem's name alone is none:
 * no guideline bears out that a patient has it.
 * @param note the whole note; all spans point into it
 * @returns in the order of the note; undefined where the note has no assessment and no plan
 */
export function planSteps(
  note: string,
  terminology: Terminology = builtInTerminology,
): PlanStep[] | undefined {
  const whole = outline(note);
  const { visible, sections } = whole;
  const statements = planStatements(whole);
  if (statements.length === 0 && planSections(visible, sections).size === 0) return undefined;
  const steps = statements.flatMap((statement): PlanStep[] => {
    const { start, end, text } = statement;
    const problem = problemOf(statement, whole);
    const reason = leftOutOf(text);
    const base = problem === undefined ? {} : { problem };
    if (reason !== undefined && reason !== 'order') {
      return [{ ...claimOf(visible, [{ start, end }], { start, end }), ...base, leftOut: reason }];
    }
    const claims = splitClaims(visible, { start, end }, terminology);
    if (reason === undefined) return claims.map((claim) => ({ ...claim, ...base }));
    const command = leadingCommand(text);
    // An order without its verb may mean the opposite, so one whose verb is not found stays whole.
    return command
      ? claims.map((claim) => ({ ...withCommand(visible, claim, shift(command, start)), ...base }))
      : [{ ...claimOf(visible, [{ start, end }], { start, end }), ...base }];
  });
  const problems = new Set(
    steps.flatMap(({ problem }) => (problem === undefined ? [] : [plainName(problem)])),
  );
  return steps.filter(({ text }) => !problems.has(plainName(text)) && !isFindingAlone(text, terminology));
}

/** Every word of it belongs to the name of a finding. */
function isFindingAlone(text: string, terminology: Terminology): boolean {
  const list = tokens(text);
  const terms = terminology.findTerms(list, findings);
  return (
    terms.length > 0 &&
    list.every(({ kind }, at) => kind === 'mark' || terms.some(({ from, to }) => from <= at && at < to))
  );
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.:;]+$/, '')
    .trim();
}

/** "Stop aspirin and ibuprofen": the second step is to stop ibuprofen, too, unless it has a verb of its own. */
function withCommand(text: string, claim: Claim, command: Span): Claim {
  const has = claim.spans.some((span) => contains(span, command));
  if (
    has ||
    verbsOf(tokens(text, claim.own)).length > 0 ||
    leftOutOf(text.slice(claim.own.start, claim.own.end))
  )
    return claim;
  // A label before the verb ("Plan: Stop …") may have been carried instead of it.
  const after = claim.spans.filter(({ start }) => start > command.start);
  return claimOf(text, [command, ...after], claim.own);
}

/** The item of a list that a line is below, or else the heading, where that names no part of a note. */
function problemOf(statement: Statement, { visible, sections }: NoteOutline): string | undefined {
  const section = sections[statement.section];
  if (!section) return undefined;
  const lines = visible.slice(section.body.start, statement.start).split('\n');
  const own = lines.pop() ?? '';
  // A line is an item of the numbered one before it also where it is not indented.
  const bullet = /^\s*[-*•+]\s/.test(own);
  for (const line of lines.reverse()) {
    if (line.trim() === '') continue;
    const isAbove = indentOf(line) < indentOf(own);
    const [, marker = '', name = ''] = /^\s*(\d{1,2}[.)]|[-*•+#]+)?\s*(.*?)\s*$/.exec(line) ?? [];
    if (isAbove || (bullet && (/^\d/.test(marker) || marker === '#'))) return nameOf(name);
    if (indentOf(own) === 0 && !bullet) break;
  }
  return sectionKind(section.title) === 'other' ? nameOf(section.title) : undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function nameOf(line: string): string | undefined {
  const name =
    line
      .split(/[:.;](?:\s|$)/, 1)[0]
      ?.replace(/[*_#]+/g, '')
      .trim() ?? '';
  return name === '' || name.length > longestProblem ? undefined : name;
}
