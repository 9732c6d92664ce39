import type {
  ClaimEvidence,
  FactCheckReport,
  JudgedByModel,
  PassageVerdict,
  PlanReport,
} from '../../src/engine/engine';
import { pathText } from '../../src/core/judge/path-words';
import { verdictConfidenceText } from '../../src/core/verdicts/confidence-words';
import { scoredVerdicts } from '../../src/core/verdicts/verdict';
import type { Verdict } from '../../src/core/verdicts/verdict';
import type { PanelModel, ShownFactCheck } from '../protocol';
import { formatPercent, plural, t } from '../l10n';
import { evidenceView, type EvidenceView } from './evidence';
import { modelUseView, type ModelUseView } from './model-use';
import { run, screenOf } from './screen';
import type { Action, Screen } from './screen';
import { verdictLabel } from './verdict';

/** A statement with its verdict and passages. */
export interface StatementCard {
  verdict: Verdict;
  verdictLabel: string;
  text: string;
  /** Of a step of a plan: its number, and the problem that it stands under. */
  step?: string;
  /** It is the first step of a plan that fails. */
  isFirstFailing: boolean;
  /** How often such a verdict was right, or the score of a step, in words; absent where that says nothing. */
  confidence?: string;
  /** Markdown. */
  explanation: string;
  /** Who said what, and what the language model took. */
  path?: string;
  /** Why it is not sure, where the explanation does not say it. */
  abstained?: string;
  /** What decides. */
  evidence: LookedAt[];
  /** The other passages that were found. */
  others: LookedAt[];
  othersLabel: string;
}

/** A passage that was found, with what it says of the claim. */
export interface LookedAt {
  view: EvidenceView;
  /** The picture of what it says. */
  icon: Verdict;
  verdictLabel: string;
  /** Why it is not sure or was not read; the document's date and the strength of its evidence, as it says them. */
  notes: string[];
}

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
  if (!isPlan(report)) return report.statements.map((statement) => card(statement));
  return report.statements.map((step, index) => ({
    ...card(step),
    step: stepName(step, index),
    isFirstFailing: index === report.firstFailing,
    ...(step.score !== null && { confidence: scoreText(step.score, step.judged) }),
  }));
}

function scoreText(score: number, judged: JudgedByModel | undefined): string {
  const percent = formatPercent(score);
  if (!judged) return t('score {0}', percent);
  return judged.calibrated
    ? t('score {0}, calibrated for this model', percent)
    : t('score {0}, by the model itself, not calibrated', percent);
}

function stepName({ problem }: PlanReport['statements'][number], index: number): string {
  return problem === undefined ? t('Step {0}', index + 1) : t('Step {0} · {1}', index + 1, problem);
}

function card(statement: FactCheckReport['statements'][number]): StatementCard {
  const { verdict, text, explanation, abstained, confidence, citations, evidence, judged, checkers } =
    statement;
  const isCited = ({ citation }: ClaimEvidence): boolean =>
    citations.some((other) => other.document === citation.document && other.quote === citation.quote);
  const shown = (one: ClaimEvidence): LookedAt => lookedAt(one, abstained);
  const cited = evidence.filter(isCited).map(shown);
  const others = evidence.filter((one) => !isCited(one)).map(shown);
  const path = pathText({ checkers, judged, verdict }, t);
  const says = confidence !== undefined && verdict !== 'not-sure';
  return {
    verdict,
    verdictLabel: verdictLabel(verdict),
    text,
    isFirstFailing: false,
    ...(says && { confidence: confidenceText(confidence, judged) }),
    ...(path !== undefined && { path: t('Checked by: {0}', path) }),
    explanation,
    ...(abstained !== undefined && abstained !== explanation && { abstained }),
    evidence: cited,
    others,
    othersLabel: plural(others.length, '1 other passage found', '{0} other passages found'),
  };
}

/** A model's own confidence was measured nowhere, and is said to be its own. */
function confidenceText(confidence: number, judged: JudgedByModel | undefined): string {
  if (!judged) return verdictConfidenceText(confidence, t);
  return judged.calibrated
    ? `${verdictConfidenceText(confidence, t)} ${t('Calibrated for this model.')}`
    : t('the model says {0}, not calibrated', formatPercent(confidence));
}

/** @param told why the claim is not sure: what its card says need not stand at a passage again */
function lookedAt(
  { citation, verdict, abstained, date, strength, also }: ClaimEvidence,
  told: string | undefined,
): LookedAt {
  return {
    view: evidenceView(citation),
    icon: verdict === 'not-read' ? 'not-scored' : verdict,
    verdictLabel: passageLabel(verdict),
    notes: [
      ...(abstained === undefined || abstained === told ? [] : [abstained]),
      ...(date === undefined ? [] : [t('dated {0}', date)]),
      ...(strength === undefined ? [] : [strength]),
      ...(also.length === 0
        ? []
        : [plural(also.length, 'also in 1 other document', 'also in {0} other documents')]),
    ],
  };
}

function passageLabel(verdict: PassageVerdict): string {
  return verdict === 'not-read' ? t('Not read') : verdictLabel(verdict);
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
