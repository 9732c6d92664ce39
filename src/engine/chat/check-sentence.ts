import type { JudgeCalibration } from '../../core/judge/calibration';
import { isOnRightness, tellsWhatNoteSays } from '../../core/chat/rightness';
import type { Citation } from '../../core/evidence/citations/citation';
import { judgeStatement } from '../../core/judge/judge';
import type { OfflineVerdict } from '../../core/judge/judgement';
import type { LanguageModel } from '../../core/language-model/language-model';
import type { ModelMeter } from '../../core/language-model/model-meter';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { ScoredVerdict, Verdict } from '../../core/verdicts/verdict';
import { checkClaim } from '../claims/verify';
import type { JudgedByModel } from '../engine';
import { citeBest, type ChatEvidence } from './chat-evidence';

/** A sentence that cites nothing is held against so many pieces of evidence. */
const mostEvidence = 4;

/** The model that judges sentences, and how its confidence is to be read. */
export interface AnswerJudge {
  model: LanguageModel;
  calibration?: JudgeCalibration | undefined;
}

/** What a sentence is checked with besides its evidence. */
export interface SentenceMeans {
  /** Undefined: words and typed facts alone. */
  judge: AnswerJudge | undefined;
  /** Counts what the judge took. */
  meter: ModelMeter;
  signal?: AbortSignal | undefined;
}

/** What became of a sentence of an answer. */
export interface CheckedSentence {
  verdict: Verdict;
  citations: Citation[];
  checkers?: CheckerOpinion[];
  judged?: JudgedByModel;
}

/**
 * Holds a sentence against the evidence that it names, else against what bears on it best.
 *
 * A note that goes along bears out what it says, and no more. What library or sources contradict is open, with both shown;
 * and where somebody asks what is right, only they bear it out, unless the sentence says of itself that it tells what the
 * note says.
 * @param named the evidence that the sentence cites
 * @param evidence all there is
 * @param question what was asked
 * @throws AttestError what the model throws
 */
export async function checkSentence(
  claim: string,
  named: readonly ChatEvidence[],
  evidence: readonly ChatEvidence[],
  question: string,
  means: SentenceMeans,
): Promise<CheckedSentence> {
  const checked = await check(claim, named.length > 0 ? named : bearing(claim, evidence), means);
  const isOfNote = checked.citations.every(({ kind }) => kind === 'note');
  if (checked.verdict !== 'supported' || !isOfNote || tellsWhatNoteSays(claim)) return checked;
  const others = bearing(
    claim,
    evidence.filter(({ kind }) => kind !== 'note'),
  );
  const mustBeRight = isOnRightness(question) || isOnRightness(claim);
  const other = await check(claim, others, mustBeRight ? means : { ...means, judge: undefined });
  if (other.verdict === 'supported' && mustBeRight) return other;
  if (other.verdict !== 'contradicted' && !mustBeRight) return checked;
  const against = other.verdict === 'contradicted' ? other.citations : [];
  return { ...other, verdict: 'not-sure', citations: [...checked.citations, ...against] };
}

async function check(
  claim: string,
  against: readonly ChatEvidence[],
  { judge, meter, signal }: SentenceMeans,
): Promise<CheckedSentence> {
  if (against.length === 0) return { verdict: 'not-addressed', citations: [] };
  const offline = offlineVerdict(claim, against);
  const best = against.flatMap((one) => citeBest(one, claim) ?? []).slice(0, 2);
  const decided = offline.citations.length > 0;
  const checkers: CheckerOpinion[] = [{ by: 'typed-facts', verdict: offline.verdict }];
  if (decided || !judge) {
    return {
      verdict: offline.verdict,
      citations: decided ? offline.citations : best,
      checkers,
    };
  }
  const { verdict, citations, path, cost } = await judgeStatement(judge.model, claim, against, offline, {
    spent: meter,
    // A dozen sentences, with somebody waiting: what the quote does not show, the critic of a judge reads again anyway.
    samples: 1,
    calibration: judge.calibration,
    signal,
  });
  return {
    verdict,
    citations: citations.length > 0 ? citations : verdict === 'not-addressed' ? [] : best,
    checkers,
    judged: { path, cost, calibrated: judge.calibration !== undefined },
  };
}

/** What words and typed facts say. Pieces that disagree with each other leave it open, and are shown side by side. */
function offlineVerdict(
  claim: string,
  against: readonly ChatEvidence[],
): OfflineVerdict & { verdict: ScoredVerdict } {
  const results = against.map((one) => ({ one, result: checkClaim(claim, one.index) }));
  const of = (verdict: Verdict): Citation[] =>
    results
      .filter(({ result }) => result.verdict === verdict)
      .flatMap(({ one, result }) =>
        result.citations.slice(0, 1).map(({ start, end }) => one.cite({ start, end }, { start, end })),
      );
  const has = (verdict: Verdict): boolean => results.some(({ result }) => result.verdict === verdict);
  const [supporting, contradicting] = [of('supported'), of('contradicted')];
  if (has('supported') && has('contradicted')) {
    return { verdict: 'not-sure', typed: false, citations: [...supporting, ...contradicting] };
  }
  if (has('contradicted')) return { verdict: 'contradicted', typed: true, citations: contradicting };
  if (has('supported')) return { verdict: 'supported', typed: false, citations: supporting };
  return { verdict: has('not-sure') ? 'not-sure' : 'not-addressed', typed: false, citations: [] };
}

function bearing(claim: string, evidence: readonly ChatEvidence[]): ChatEvidence[] {
  return evidence
    .map((one) => ({ one, score: one.index.windows(claim, 1)[0]?.score ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostEvidence)
    .map(({ one }) => one);
}
