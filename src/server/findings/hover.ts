import type { Hover, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { overlaps, type Span } from '../../core/text/span';
import type { Finding } from '../../core/verdicts/finding';
import type { CheckedStatement } from '../../engine/engine';
import type { CheckedNote } from '../note/checked';
import { rangeOf } from './diagnostics';
import { checkedText } from '../evidence/checked-text';
import { hoverText, type HoverItem, type HoverOptions } from './hover-text';
import { relocator } from '../note/relocate';
import { t } from '../client/translate';

// Findings that overlap at one place are rare; more than these would fill the screen.
const maxItems = 3;

/**
 * The hover at a position of a note: its findings there, else the evidence of a supported statement, else why a
 * statement is open. One that was not checked stays quiet.
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
    const item = statementItem(statement, note);
    const span = item && at(statement);
    if (!span) continue;
    return { contents: hoverText(note, [item], options), range: rangeOf(current, span) };
  }
  return null;
}

/** What is said of a statement without a finding; undefined where nothing was checked or there is nothing to show. */
function statementItem(statement: CheckedStatement, { report }: CheckedNote): HoverItem | undefined {
  const { verdict } = statement;
  const citations = statement.citations.slice(0, 1);
  const axis = citations[0]?.kind === 'library' ? 'guideline' : 'faithfulness';
  if (verdict === 'supported' && citations.length > 0) {
    return { verdict, axis, citations, by: checkedText(statement) };
  }
  if (verdict !== 'not-sure' && verdict !== 'not-addressed') return undefined;
  // Also one that is ignored, or not shown, speaks against it.
  const isFound = [...report.findings, ...report.ignored].some(
    (finding) => finding.axis !== 'style' && overlaps(finding.statement, statement),
  );
  if (isFound) return undefined;
  const by = statement.checkers || statement.judged ? checkedText(statement) : [];
  return { verdict, axis, citations, by, open: { why: whyOpen(statement), untold: statement.untold ?? [] } };
}

/** Why nothing decides a statement that no finding is about. */
function whyOpen({ verdict, checkers = [], judged }: CheckedStatement): string {
  if ([...checkers, ...(judged?.path ?? [])].some((one) => one.verdict === 'contradicted')) {
    return t('A checker reads a contradiction, and none could be shown.');
  }
  return verdict === 'not-sure'
    ? t('Nothing was found that speaks against this, and nothing that says it in words that can be compared.')
    : t('Nothing was found in the source that has to do with this.');
}

/** Who said what on the way to a finding that a language model has a part in; empty for one of typed facts alone. */
function judgeOf({ rule, statement: { start, end } }: Finding, { report }: CheckedNote): string[] {
  if (rule !== 'faithfulness/judged') return [];
  const statement = report.statements.find((one) => one.start === start && one.end === end);
  return statement ? checkedText(statement) : [];
}
