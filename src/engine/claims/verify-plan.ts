import { planSteps, type PlanStep } from '../../core/plan/plan-steps';
import { leftOutReason } from '../../core/claims/left-out';
import { throwIfCancelled } from '../../core/errors';
import { hasContent } from '../../core/text/words';
import { foreignLanguage, languageReason } from '../../core/text/language';
import { overlaps } from '../../core/text/span';
import type { Finding } from '../../core/verdicts/finding';
import { applyIgnoreComments } from '../../core/verdicts/ignore-comments';
import { worstVerdict } from '../../core/verdicts/verdict';
import { checkClaimInLibrary, type ClaimTools, type RuleDoubt, unscored } from './check';
import type { CheckNoteRequest, ClaimEvidence, FactCheckedStatement, NoteReport } from '../engine';
import { emptyLibrary, modelPart } from './fact-check';
import type { CheckedPlanStep, PlanReport } from '../reports/plan';

/** What plans are verified with. */
export interface PlanTools extends ClaimTools {
  checkNote: (request: CheckNoteRequest, signal?: AbortSignal) => Promise<NoteReport>;
}

/**
 * Verifies the assessment and plan of a note step by step against the library. A step fails where typed facts contradict it
 * (a guideline's dose, interval, contraindication … for this patient, or the note's own allergies and medicines), or where
 * a passage does as in a fact-check. Nothing is scored where there is no plan, no library or another language.
 * @param request the note; its sources are not used: what was said in the visit is another question
 * @param onProgress gets the report so far after each step, with the number of those that are still to come
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function verifyPlan(
  request: CheckNoteRequest,
  tools: PlanTools,
  signal?: AbortSignal,
  onProgress?: (report: PlanReport) => void,
): Promise<PlanReport> {
  const steps = planSteps(request.text, tools.library.terminology);
  if (!steps) return notScored('The note has no section with an assessment or a plan.');
  if (steps.length === 0) return notScored('The assessment and plan hold no step.');
  const language = await foreignLanguage(request.text);
  if (language !== undefined) return notScored(languageReason('the note', language));
  if (tools.passages === 0) return notScored(emptyLibrary);
  const rules = await rulesOn(steps, request, tools, signal);
  const checked: CheckedPlanStep[] = [];
  for (const [at, step] of steps.entries()) {
    throwIfCancelled(signal);
    const result = await checkStep(step, rules, tools, signal);
    const { problem } = step;
    checked.push({ ...result, ...(problem !== undefined && { problem }), score: scoreOf(result) });
    onProgress?.({ ...planReport(checked, steps.length - at - 1), ...modelPart(tools) });
  }
  return { ...planReport(checked), ...modelPart(tools) };
}

/**
 * The report on steps: the plan's score is the lowest of theirs, and those without one have no part in it. Where most steps are
 * open and none fails there is no score: the few that are borne out say nothing of the plan. Nor is there one where a step fails by
 * a rule that was not measured: no other step's score says how bad the plan is.
 */
export function planReport(statements: readonly CheckedPlanStep[], pending = 0): PlanReport {
  const scores = statements.flatMap(({ score }) => score ?? []);
  const scorable = statements.filter(({ verdict }) => verdict !== 'not-scored').length;
  const firstFailing = statements.findIndex(({ verdict }) => verdict === 'contradicted');
  const isWorstKnown = statements.every(({ verdict, score }) => verdict !== 'contradicted' || score !== null);
  const hasScore = scores.length > 0 && isWorstKnown && (firstFailing >= 0 || scores.length * 2 >= scorable);
  return {
    statements: [...statements],
    verdict: worstVerdict(statements.map(({ verdict }) => verdict)),
    score: hasScore ? Math.min(...scores) : null,
    scored: scores.length,
    ...(firstFailing >= 0 && { firstFailing }),
    ...(pending > 0 && { pending }),
  };
}

function notScored(reason: string): PlanReport {
  return { statements: [], verdict: 'not-scored', score: null, scored: 0, notScored: reason };
}

/** How likely the library bears a step out. What it does not speak of, and what stays open, has no score. */
function scoreOf({ verdict, confidence }: FactCheckedStatement): number | null {
  if (confidence === undefined) return null;
  if (verdict === 'supported') return confidence;
  return verdict === 'contradicted' ? 1 - confidence : null;
}

/** What the rules of the note's check find in steps, by step. */
interface RulesOnSteps {
  /** What typed facts of the whole note contradict. */
  conflicts: ReadonlyMap<PlanStep, Finding>;
  /** What speaks against a step without deciding it: it may not be this patient's, or a person wants the rule to be quiet. */
  doubts: ReadonlyMap<PlanStep, Finding>;
}

/** What the rules find in the steps; what a person ignored is left out. */
async function rulesOn(
  steps: readonly PlanStep[],
  request: CheckNoteRequest,
  tools: PlanTools,
  signal?: AbortSignal,
): Promise<RulesOnSteps> {
  const { findings } = await tools.checkNote(
    { ...request, sources: [], useLibrary: true, read: false },
    signal,
  );
  const kept = applyIgnoreComments(request.text, findings).kept.filter(
    ({ axis }) => axis === 'guideline' || axis === 'consistency',
  );
  const isConflict = ({ verdict, severity }: Finding): boolean =>
    verdict === 'contradicted' && (severity === 'error' || severity === 'warning');
  return {
    conflicts: byStep(steps, kept.filter(isConflict)),
    doubts: byStep(
      steps,
      kept.filter((finding) => !isConflict(finding) && speaksAgainst(finding)),
    ),
  };
}

/** True for a rule on whether something may be given to this patient; that an order lacks its dose is no doubt of that kind. */
function speaksAgainst({ axis, rule }: Finding): boolean {
  return axis === 'guideline' || rule === 'consistency/allergy';
}

async function checkStep(
  step: PlanStep,
  { conflicts, doubts }: RulesOnSteps,
  tools: PlanTools,
  signal?: AbortSignal,
): Promise<FactCheckedStatement> {
  if (step.leftOut) return unscored(step, leftOutReason(step.leftOut));
  if (!hasContent(step.text)) return unscored(step, 'There is nothing to check in this statement.');
  const language = await foreignLanguage(step.text);
  if (language !== undefined) return unscored(step, languageReason('the statement', language));
  const conflict = conflicts.get(step);
  const doubt = doubts.get(step);
  // What typed facts contradict is decided: no model is asked about it.
  const means = conflict ? { ...tools, judge: undefined } : tools;
  const read = await checkClaimInLibrary(step, means, signal, {
    topic: step.problem,
    isPlanStep: true,
    doubt: !conflict && doubt ? await doubtOf(doubt, tools) : undefined,
  });
  return conflict ? contradictedBy(conflict, read, tools) : read;
}

async function doubtOf({ verdict, citations }: Finding, tools: PlanTools): Promise<RuleDoubt> {
  const ofLibrary = citations.filter(({ kind }) => kind === 'library');
  const stands = await Promise.all(ofLibrary.map((citation) => tools.isVerbatim(citation)));
  return {
    opinion: {
      by: 'rule',
      verdict: 'contradicted',
      ...(verdict !== 'contradicted' && { leans: true as const }),
    },
    citations: ofLibrary.filter((_, at) => stands[at]),
  };
}

/** The finding on each step: what stands in its own words, else in words that it shares with its neighbours. */
function byStep(steps: readonly PlanStep[], findings: readonly Finding[]): Map<PlanStep, Finding> {
  const found = new Map<PlanStep, Finding>();
  for (const finding of findings) {
    const own = steps.filter((step) => overlaps(step.own, finding));
    const shared = steps.filter(({ spans }) => spans.some((span) => overlaps(span, finding)));
    for (const step of own.length > 0 ? own : shared) {
      if (!found.has(step)) found.set(step, finding);
    }
  }
  return found;
}

/** A typed contradiction is final: nothing that is read supports such a step. */
async function contradictedBy(
  { message, confidence, citations }: Finding,
  read: FactCheckedStatement,
  tools: PlanTools,
): Promise<FactCheckedStatement> {
  const measured = confidence === null ? {} : { confidence };
  const quoted: ClaimEvidence[] = [];
  for (const citation of citations) {
    if (citation.kind !== 'library' || (await tools.isVerbatim(citation))) {
      quoted.push({ citation, verdict: 'contradicted', ...measured, also: [] });
    }
  }
  const { abstained: _, disagreement: __, confidence: ___, ...rest } = read;
  const isQuoted = ({ citation }: ClaimEvidence): boolean =>
    quoted.some((one) => one.citation.document === citation.document && overlaps(one.citation, citation));
  return {
    ...rest,
    verdict: 'contradicted',
    ...measured,
    explanation: message,
    citations: quoted.map(({ citation }) => citation),
    checkers: [...(read.checkers ?? []), { by: 'rule', verdict: 'contradicted' }],
    evidence: [...quoted, ...read.evidence.filter((one) => !isQuoted(one))],
  };
}
