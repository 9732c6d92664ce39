import { builtInTerminology } from '../terminology/built-in';
import { type SectionKind, sectionKind, statementKind } from '../text/section-kind';
import type { Section } from '../text/sections';
import type { NoteOutline, Statement } from '../text/statements';
import { tokens } from '../text/tokens';

const planKinds: ReadonlySet<SectionKind> = new Set(['assessment', 'plan', 'assessment-and-plan']);

/** How deep a heading lies: Markdown by its marks; a line in capitals above, a bold line or one with a colon below them. */
function depthOf(heading: string): number {
  const line = heading.trim();
  const marks = /^#+/.exec(line)?.[0].length;
  if (marks !== undefined) return marks;
  return line === line.toUpperCase() ? 0 : 7;
}

/**
 * The sections of a note that hold its assessment and plan, as indices. What stands below such a heading, a problem with
 * its items for instance, belongs to it: a deeper heading, and one of the same depth, or one that
 * names a problem at any, where the plan's own heading is followed by nothing else.
 */
export function planSections(visible: string, sections: readonly Section[]): Set<number> {
  const found = new Set<number>();
  let open: { depth: number; isEmpty: boolean } | undefined;
  for (const [index, { title, heading, body }] of sections.entries()) {
    const kind = sectionKind(title);
    const depth = depthOf(visible.slice(heading.start, heading.end));
    const isBelow =
      open !== undefined &&
      (depth > open.depth || (open.isEmpty && (depth === open.depth || namesProblem(title))));
    if (planKinds.has(kind)) {
      open = { depth, isEmpty: visible.slice(body.start, body.end).trim() === '' };
      found.add(index);
    } else if (open && isBelow && (kind === 'other' || depth > open.depth)) found.add(index);
    else open = undefined;
  }
  return found;
}

const findings = new Set(['finding'] as const);

function namesProblem(title: string): boolean {
  return builtInTerminology.findTerms(tokens(title), findings).length > 0;
}

/** The statements of the assessment and plan: of its sections, and of a line that begins with such a label ("A/P: …"). */
export function planStatements({ visible, sections, statements }: NoteOutline): Statement[] {
  const ofPlan = planSections(visible, sections);
  let labelled: number | undefined;
  return statements.filter(({ start, text, section }) => {
    if (ofPlan.has(section)) return true;
    const line = visible.lastIndexOf('\n', start);
    if (planKinds.has(statementKind({ text }))) labelled = line;
    return labelled === line;
  });
}
