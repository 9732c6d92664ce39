import type { CheckInput } from '../../core/checks/check';
import { faithfulnessJudged } from '../../core/checks/faithfulness/judged';
import { findingOf, reported, type SeverityPolicy } from '../../core/checks/run-checks';
import { contradictionAnchor } from '../../core/claims/anchor';
import type { Citation } from '../../core/evidence/citations/citation';
import { windowAsEvidence } from '../../core/judge/judge-evidence';
import { safeAnswer } from '../../core/language-model/safe-answer';
import { overlaps } from '../../core/text/span';
import { differ } from '../../core/verdicts/checker-opinion';
import type { ActionJudge } from './action';
import type { JudgedByModel } from '../engine';
import { isOpen, type ReadResult } from '../note/read-statement';
import { factsIn, type SourceWindow, type SourceWindows } from '../note/source-windows';

/** Windows of the sources that a judge is shown for a statement. */
const shownWindows = 5;

/** What statements are judged with. */
export interface StatementJudging {
  judge: ActionJudge;
  windows: SourceWindows;
}

/** A statement's result with how a language model came to it. */
export interface JudgedResult extends ReadResult {
  /** Absent where it was not asked: nothing was left to judge. */
  judged?: JudgedByModel & { model: string };
  /** How likely the model's verdict is right (0…1); absent where nothing tells. */
  confidence?: number;
}

/**
 * Has the language model judge a statement of a note that neither typed facts nor the verifier decide, or that they differ
 * about. What it supports or contradicts needs a quote that stands in the source. A contradiction needs, besides, a fact or a
 * word that shows it; without one the statement stays not sure, with the reason: most notes are faithful, and it would be wrong
 * too often.
 * @param result what was decided without it; what is not open stays, and so does what a rule asks a person to look at
 * @returns undefined where no model could be asked; `judge.use` says why
 * @throws AttestError `cancelled`
 */
export async function judgeStatementOfNote(
  result: ReadResult,
  input: CheckInput,
  { judge, windows: search }: StatementJudging,
  policy: SeverityPolicy,
  signal?: AbortSignal,
): Promise<JudgedResult | undefined> {
  if (!isOpen(result)) return result;
  const { statement, sources } = input;
  const { checkers = [] } = result;
  const indexes = sources.map(({ source }) => source);
  const windows = merged(await search.best(statement.text, indexes, shownWindows, signal));
  const judgement = await judge.judge(
    statement.text,
    windows.map(({ source, window }) => windowAsEvidence(source, window)),
    {
      verdict: result.readsContradiction ? 'contradicted' : 'not-sure',
      typed: false,
      citations: result.citations,
      ...(differ(checkers) && { differing: checkers }),
    },
    { signal },
  );
  if (!judgement) return undefined;
  const { path, cost, verdict, probability } = judgement;
  const model = judge.use?.model;
  if (model === undefined || path.every(({ by }) => by === 'typed-facts')) return result;
  const judged = { model, path, cost, calibrated: judge.isCalibrated };
  // A model's words: nothing in them may load, run or lead elsewhere.
  const explanation = safeAnswer(judgement.explanation);
  const notSure = (reason: string): JudgedResult => ({
    ...result,
    verdict: 'not-sure',
    reason,
    judged,
  });
  const decided = { judged, ...(probability !== undefined && { confidence: probability }) };
  const { reason: _, ...rest } = result;
  if (verdict === 'not-addressed') return { ...rest, ...decided, verdict, citations: [] };
  const citations = judgement.citations.filter((one) => isVerbatim(one, windows));
  if ((verdict !== 'supported' && verdict !== 'contradicted') || citations.length === 0) {
    return notSure(explanation);
  }
  if (verdict === 'supported') return { ...rest, ...decided, verdict, citations };
  if (!isAnchored(input, citations, windows)) {
    return notSure('A language model reads a contradiction; no fact or word shows one.');
  }
  const draft = {
    start: 0,
    end: statement.text.length,
    verdict,
    severity: 'warning' as const,
    message: `A language model reads that the source contradicts this${says(judged, probability)}: ${explanation}`,
    citations,
    fixes: [],
  };
  const finding = {
    ...findingOf(faithfulnessJudged, draft, statement, policy),
    // The rule itself was not measured; this model may have been.
    ...(judged.calibrated && probability !== undefined && { confidence: probability }),
  };
  return {
    ...rest,
    ...decided,
    verdict,
    citations,
    findings: reported([...result.findings, finding]),
  };
}

function says({ calibrated }: JudgedByModel, probability: number | undefined): string {
  if (probability === undefined) return '';
  const percent = Math.round(100 * probability);
  return calibrated
    ? ` (as calibrated, right in ${percent} % of such cases)`
    : ` (it says ${percent} %, not calibrated)`;
}

/** Windows that overlap are one: no sentence is shown twice. */
function merged(windows: readonly SourceWindow[]): SourceWindow[] {
  const all: SourceWindow[] = [];
  for (const { source, window } of windows) {
    let whole = window;
    for (let at = all.length - 1; at >= 0; at--) {
      const other = all[at];
      if (other?.source !== source || !overlaps(other.window, whole)) continue;
      whole = {
        start: Math.min(whole.start, other.window.start),
        end: Math.max(whole.end, other.window.end),
        from: Math.min(whole.from, other.window.from),
        to: Math.max(whole.to, other.window.to),
        score: Math.max(whole.score, other.window.score),
      };
      all.splice(at, 1);
    }
    all.push({ source, window: whole });
  }
  return all.sort((a, b) => b.window.score - a.window.score);
}

function isVerbatim({ document, start, end, quote }: Citation, windows: readonly SourceWindow[]): boolean {
  return windows.some(
    ({ source }) => source.document === document && source.text.slice(start, end) === quote,
  );
}

/** A quote shows the contradiction in a typed fact that differs or a word that turns the other's sense round. */
function isAnchored(
  { statement, facts }: CheckInput,
  citations: readonly Citation[],
  windows: readonly SourceWindow[],
): boolean {
  return citations.some((citation) =>
    windows
      .filter(({ source, window }) => source.document === citation.document && overlaps(window, citation))
      .some(
        (place) =>
          contradictionAnchor(statement.text, facts, citation.quote, factsIn(place, citation)) !== undefined,
      ),
  );
}
