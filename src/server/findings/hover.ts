import type { Hover, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../core/text/span';
import type { Finding } from '../../core/verdicts/finding';
import type { CheckedNote } from '../note/checked';
import { rangeOf } from './diagnostics';
import { checkedText } from '../evidence/checked-text';
import { hoverText, type HoverItem, type HoverOptions } from './hover-text';
import { relocator } from '../note/relocate';

// Findings that overlap at one place are rare; more than these would fill the screen.
const maxItems = 3;

/**
 * The hover at a position of a note: its findings there, else the evidence of a supported statement. A statement that
 * nothing was found for stays quiet.
 * @param current the note as the editor shows it, perhaps edited since the check
 */
export function hoverAt(
  note: CheckedNote,
  current: TextDocument,
  position: Position,
  options: HoverOptions,
): Hover | null {
  const offset = current.offsetAt(position);
  const now = relocator(note.document.getText(), current.getText());
  const at = (span: Span): Span | undefined => {
    const moved = now(span);
    return moved && moved.start <= offset && offset <= moved.end ? moved : undefined;
  };
  const found = note.report.findings
    .filter(({ severity }) => severity !== 'off')
    .flatMap((finding) => {
      const span = at(finding);
      return span ? [{ finding, span }] : [];
    })
    .slice(0, maxItems);
  if (found[0]) {
    const items = found.map(({ finding }): HoverItem => ({
      ...finding,
      finding,
      by: judgeOf(finding, note),
    }));
    return { contents: hoverText(note, items, options), range: rangeOf(current, found[0].span) };
  }
  for (const statement of note.report.statements) {
    if (statement.verdict !== 'supported' || statement.citations.length === 0) continue;
    const span = at(statement);
    if (!span) continue;
    const axis = statement.citations[0]?.kind === 'library' ? 'guideline' : 'faithfulness';
    const item: HoverItem = {
      verdict: 'supported',
      axis,
      citations: statement.citations.slice(0, 1),
      by: checkedText(statement),
    };
    return { contents: hoverText(note, [item], options), range: rangeOf(current, span) };
  }
  return null;
}

/** Who said what on the way to a finding that a language model has a part in; empty for one of typed facts alone. */
function judgeOf({ rule, statement: { start, end } }: Finding, { report }: CheckedNote): string[] {
  if (rule !== 'faithfulness/judged') return [];
  const statement = report.statements.find((one) => one.start === start && one.end === end);
  return statement ? checkedText(statement) : [];
}
