import type { FactCheckedStatement } from '../../src/engine/engine';
import { scoredVerdicts } from '../../src/core/verdicts/verdict';
import type { Verdict } from '../../src/core/verdicts/verdict';
import type { PanelModel } from '../protocol';
import { plural, t } from '../l10n';
import { evidenceList } from './evidence';
import { run, screenOf } from './screen';
import type { Screen } from './screen';
import { verdictLabel } from './verdict';

/** A statement with its verdict and passages. */
export interface StatementCard {
  verdict: Verdict;
  verdictLabel: string;
  text: string;
  /** Markdown. */
  explanation: string;
  evidence: ReturnType<typeof evidenceList>;
}

/** The result part of the Fact-check tab. */
export interface FactCheckView {
  caption: string;
  counts: { verdict: Verdict; text: string }[];
  notScored?: string;
  cards: StatementCard[];
}

/** Longest text that is taken for one fact-check, in UTF-16 code units. */
export const maxFactCheckLength = 50_000;

/** What the result part of the Fact-check tab shows. */
export function factCheckScreen(model: PanelModel): Screen<FactCheckView> {
  return screenOf(
    model.factCheck,
    { loading: t('Comparing with the library…') },
    () => {
      const holdsNothing = model.library.state === 'done' && model.library.value.passages === 0;
      return {
        kind: 'empty',
        icon: 'fact-check',
        title: holdsNothing ? t('The library is empty') : t('Nothing checked yet'),
        body: holdsNothing
          ? t('Statements are compared with your indexed guidelines. Add a folder of guidelines first.')
          : t('Type or paste statements above, or select text in a note and run Fact-Check Selection.'),
        actions: holdsNothing
          ? [
              run('attest.addGuidelineFolder', t('Add Guideline Folder…'), 'add-folder'),
              run('attest.openSampleClinic', t('Open Sample Clinic'), 'sample'),
            ]
          : [run('attest.factCheckSelection', t('Fact-Check Selection'), 'fact-check')],
      };
    },
    (report) => ({
      kind: 'ready',
      caption: plural(report.statements.length, '1 statement', '{0} statements'),
      counts: countVerdicts(report.statements),
      ...(report.notScored !== undefined && { notScored: report.notScored }),
      cards: report.statements.map((statement) => ({
        verdict: statement.verdict,
        verdictLabel: verdictLabel(statement.verdict),
        text: statement.text,
        explanation: statement.explanation,
        evidence: evidenceList(statement.citations, 2),
      })),
    }),
  );
}

function countVerdicts(statements: readonly FactCheckedStatement[]): FactCheckView['counts'] {
  return [...scoredVerdicts, 'not-scored' as const]
    .map((verdict) => ({
      verdict,
      count: statements.filter((statement) => statement.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => ({
      verdict,
      text: t('{0} {1}', count, verdictLabel(verdict).toLocaleLowerCase()),
    }));
}
