import type {
  ClaimEvidence,
  FactCheckReport,
  JudgedByModel,
  PassageVerdict,
  PlanReport,
} from '../../src/engine/engine';
import { pathText } from '../../src/core/judge/path-words';
import { verdictConfidenceText } from '../../src/core/verdicts/confidence-words';
import type { Verdict } from '../../src/core/verdicts/verdict';
import { formatPercent, plural, t } from '../l10n';
import { evidenceView, type EvidenceView } from './evidence';
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

/** The card of a statement. */
export function statementCard(statement: FactCheckReport['statements'][number]): StatementCard {
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

/**
 * The card of a step of a plan.
 * @param index of the step, from 0
 * @param isFirstFailing no step before it fails, and it does
 */
export function stepCard(
  step: PlanReport['statements'][number],
  index: number,
  isFirstFailing: boolean,
): StatementCard {
  return {
    ...statementCard(step),
    step: stepName(step, index),
    isFirstFailing,
    ...(step.score !== null && { confidence: scoreText(step.score, step.judged) }),
  };
}

function stepName({ problem }: PlanReport['statements'][number], index: number): string {
  return problem === undefined ? t('Step {0}', index + 1) : t('Step {0} · {1}', index + 1, problem);
}

function scoreText(score: number, judged: JudgedByModel | undefined): string {
  const percent = formatPercent(score);
  if (!judged) return t('score {0}', percent);
  return judged.calibrated
    ? t('score {0}, calibrated for this model', percent)
    : t('score {0}, by the model itself, not calibrated', percent);
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
