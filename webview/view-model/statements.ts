import type { NoteFindings } from '../protocol';
import { scoredVerdicts } from '../../src/core/verdicts/verdict';
import type { ScoredVerdict } from '../../src/core/verdicts/verdict';
import { t } from '../l10n';
import type { Action } from './screen';
import { verdictLabel } from './verdict';

/** The statements of a note that have one verdict. */
export interface StatementGroup {
  verdict: ScoredVerdict;
  /** The verdict and how many, e.g. `Not sure (31)`. */
  label: string;
  /** In the note's order; the action shows the statement there. */
  statements: { text: string; show: Action }[];
}

/** Which statements stand behind the counts of a score, in its order; no group without a statement. */
export function statementGroups({ uri, report }: Pick<NoteFindings, 'uri' | 'report'>): StatementGroup[] {
  return scoredVerdicts
    .map((verdict) => {
      const statements = report.statements
        .filter((statement) => statement.verdict === verdict)
        .map(({ text, start, end }) => ({
          text,
          show: {
            label: t('Show in note'),
            message: { type: 'revealSpan', uri, start, end },
          } satisfies Action,
        }));
      return { verdict, label: t('{0} ({1})', verdictLabel(verdict), statements.length), statements };
    })
    .filter(({ statements }) => statements.length > 0);
}
