import type { FactCheckReport, PlanReport } from '../../src/engine/engine';
import { scoredVerdicts } from '../../src/core/verdicts/verdict';
import type { Verdict } from '../../src/core/verdicts/verdict';
import type { PanelModel, ShownFactCheck } from '../protocol';
import { formatPercent, plural, t } from '../l10n';
import { modelUseView, type ModelUseView } from './model-use';
import { run, screenOf } from './screen';
import type { Action, Screen } from './screen';
import { statementCard, stepCard, type StatementCard } from './statement-card';
import { verdictLabel } from './verdict';

/** The result part of the Fact-check tab. */
export interface FactCheckView extends ModelUseView {
  caption: string;
  /** What a plan comes to, in a sentence. */
  plan?: string;
  /** Claims are still to come; this ends it. */
  stop?: Action;
  /** Somebody has ended it: what was not checked. */
  stopped?: string;
  counts: { verdict: Verdict; text: string }[];
  notScored?: string;
  /** What the words of the paths mean, where they need it. */
  legend?: string;
  cards: StatementCard[];
}

/** Longest text that is taken for one fact-check, in UTF-16 code units. */
export const maxFactCheckLength = 50_000;

/** What the result part of the Fact-check tab shows. */
export function factCheckScreen(model: PanelModel): Screen<FactCheckView> {
  return screenOf(
    model.factCheck,
    { loading: t('Comparing with the library…'), stop: stopAction() },
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
      caption: captionOf(report),
      ...planPart(report),
      ...modelUseView(report.model),
      ...endPart(report),
      counts: countVerdicts(report.statements),
      ...legendPart(report),
      ...(report.notScored !== undefined && { notScored: report.notScored }),
      cards: cardsOf(report),
    }),
  );
}

function isPlan(report: FactCheckReport | PlanReport): report is PlanReport {
  return 'score' in report;
}

/** Nobody has to know what a verifier is. */
function legendPart({ statements }: FactCheckReport): { legend?: string } {
  const isNamed = statements.some(({ checkers, evidence }) =>
    [checkers, ...evidence.map((one) => one.checkers)].some((some) =>
      some?.some(({ by }) => by === 'verifier'),
    ),
  );
  return isNamed
    ? {
        legend: t(
          'The verifier is a small model on this computer that reads a statement beside a passage. Where it only leans, it is not sure enough to decide.',
        ),
      }
    : {};
}

function stopAction(): Action {
  return { label: t('Stop'), message: { type: 'stopFactCheck' } };
}

function endPart(report: ShownFactCheck): Pick<FactCheckView, 'stop' | 'stopped'> {
  const { pending = 0, stopped } = report;
  if (pending === 0) return {};
  if (!stopped) return { stop: stopAction() };
  return {
    stopped: isPlan(report)
      ? plural(pending, '1 step was not checked.', '{0} steps were not checked.')
      : plural(pending, '1 statement was not checked.', '{0} statements were not checked.'),
  };
}

function captionOf(report: FactCheckReport | PlanReport): string {
  const { statements, pending } = report;
  const done = statements.length;
  if (isPlan(report)) {
    return pending === undefined
      ? plural(done, '1 step of the plan', '{0} steps of the plan')
      : t('{0} of {1} steps of the plan', done, done + pending);
  }
  return pending === undefined
    ? plural(done, '1 statement', '{0} statements')
    : t('{0} of {1} statements', done, done + pending);
}

function planPart(report: FactCheckReport | PlanReport): { plan?: string } {
  return isPlan(report) && report.notScored === undefined ? { plan: planSummary(report) } : {};
}

function planSummary({ score, scored, statements, firstFailing }: PlanReport): string {
  if (scored === 0) return t('Not scored: no step is decided.');
  if (score === null) {
    return t('Not scored: {0} of {1} steps have a score, and none fails.', scored, statements.length);
  }
  const worst = t(
    'Score {0}: that of the worst step, of {1} scored among {2}.',
    formatPercent(score),
    scored,
    statements.length,
  );
  return firstFailing === undefined
    ? worst
    : `${worst} ${t('Step {0} is the first that fails.', firstFailing + 1)}`;
}

function cardsOf(report: FactCheckReport | PlanReport): StatementCard[] {
  if (!isPlan(report)) return report.statements.map(statementCard);
  return report.statements.map((step, index) => stepCard(step, index, index === report.firstFailing));
}

function countVerdicts(statements: FactCheckReport['statements']): FactCheckView['counts'] {
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
