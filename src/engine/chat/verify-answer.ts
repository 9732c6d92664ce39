import { AttestError, type ErrorReason, throwIfCancelled } from '../../core/errors';
import type { Citation } from '../../core/evidence/citations/citation';
import { hasContent } from '../../core/text/words';
import type { JudgeCalibration } from '../../core/judge/calibration';
import { judgeStatement } from '../../core/judge/judge';
import type { OfflineVerdict } from '../../core/judge/judgement';
import type { LanguageModel } from '../../core/language-model/language-model';
import type { ModelMeter } from '../../core/language-model/model-meter';
import { splitSentences } from '../../core/text/sentences';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { ScoredVerdict, Verdict } from '../../core/verdicts/verdict';
import type { JudgedByModel } from '../engine';
import { checkClaim } from '../claims/verify';
import type { AnswerSentence } from './chat-answer';
import { citeBest, type ChatEvidence } from './chat-evidence';

/** Sentences of one answer that a judge is asked about; what comes after is checked by words and facts alone. */
const mostJudged = 12;
/** A sentence that cites nothing is held against so many pieces of evidence. */
const mostEvidence = 4;

/** The answer is there already: what can't be judged any more is not sure, and nothing of it is lost. */
const endsJudging: ReadonlySet<ErrorReason> = new Set([
  'budget-spent',
  'model-off',
  'model-unreachable',
  'model-refused',
  'model-answer',
]);

/** The model that judges sentences, and how its confidence is to be read. */
export interface AnswerJudge {
  model: LanguageModel;
  calibration?: JudgeCalibration | undefined;
}

/** An answer whose sentences were checked, with its citations numbered anew from 1. */
export interface VerifiedAnswer {
  answer: string;
  citations: Citation[];
  sentences: AnswerSentence[];
}

const mark = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/g;

/**
 * Holds each sentence of an answer against the evidence that it cites, else against what bears on it best: by typed facts and
 * words, and by the judge where those cannot tell. Numbers that cite nothing are taken out.
 * @param text the answer, made safe; `[n]` stands for the nth piece of evidence
 * @param reader undefined: no judge is asked
 * @throws AttestError `cancelled`; where the budget is spent or the model gone, what is left stays "not sure"
 */
export async function verifyAnswer(
  text: string,
  evidence: readonly ChatEvidence[],
  reader: AnswerJudge | undefined,
  meter: ModelMeter,
  signal?: AbortSignal,
): Promise<VerifiedAnswer> {
  const cited = new CitationList();
  const sentences: AnswerSentence[] = [];
  let judge = reader;
  let judged = 0;
  let answer = '';
  let copied = 0;
  for (const span of splitSentences(text)) {
    throwIfCancelled(signal);
    const said = text.slice(span.start, span.end);
    const claim = withoutMarks(said);
    answer += text.slice(copied, span.start);
    copied = span.end;
    const start = answer.length;
    if (!isClaim(claim)) {
      answer += withoutMarks(said);
      continue;
    }
    const named = numbersIn(said).flatMap((number) => evidence[number - 1] ?? []);
    const against = named.length > 0 ? named : bearing(claim, evidence);
    const mayJudge = judged < mostJudged ? judge : undefined;
    let checked: Checked;
    try {
      checked = await check(claim, against, mayJudge, meter, signal);
    } catch (error) {
      if (!(error instanceof AttestError) || !endsJudging.has(error.reason)) throw error;
      judge = undefined;
      checked = await check(claim, against, undefined, meter, signal);
    }
    if (checked.judged) judged++;
    const citations = checked.citations.map((citation) => cited.numberOf(citation));
    // The sentence's own numbers stand for evidence; in the answer they stand for quotes.
    answer += withMarks(withoutMarks(said), citations);
    const { verdict, checkers, judged: byModel } = checked;
    sentences.push({
      start,
      end: answer.length,
      text: claim,
      verdict,
      citations,
      ...(checkers && { checkers }),
      ...(byModel && { judged: byModel }),
    });
  }
  answer += text.slice(copied);
  return { answer, citations: cited.all, sentences };
}

interface Checked {
  verdict: Verdict;
  citations: Citation[];
  checkers?: CheckerOpinion[];
  judged?: JudgedByModel;
}

async function check(
  claim: string,
  against: readonly ChatEvidence[],
  judge: AnswerJudge | undefined,
  meter: ModelMeter,
  signal?: AbortSignal,
): Promise<Checked> {
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
    // A dozen sentences, with somebody waiting: what the quote does not show, the critic of a judge reads again anyway.
    samples: 1,
    calibration: judge.calibration,
    signal,
  });
  meter.addCost(cost);
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

/** Citations without repetition, numbered from 1 in the order in which they come. */
class CitationList {
  readonly all: Citation[] = [];

  numberOf(citation: Citation): number {
    const known = this.all.findIndex(
      (one) => one.document === citation.document && one.quote === citation.quote,
    );
    return known >= 0 ? known + 1 : this.all.push(citation);
  }
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(mark)].flatMap(([, list = '']) => list.split(',').map(Number));
}

function withoutMarks(text: string): string {
  return text
    .replace(mark, '')
    .replace(/[ \t]+([.,;:!?])/g, '$1')
    .replace(/[ \t]{2,}/g, ' ')
    .trimEnd();
}

function withMarks(text: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return text;
  const [, body = text, end = ''] = /^([\s\S]*?)([.!?…]*["'”’)*_]*)$/.exec(text) ?? [];
  return `${body} ${[...new Set(numbers)].map((number) => `[${number}]`).join('')}${end}`;
}

/** A heading, a label or a lead-in ("The guideline says:") claims nothing. */
function isClaim(text: string): boolean {
  const plain = text.replace(/[*_#>`|-]+/g, ' ').trim();
  return hasContent(plain) && !/^#{1,6}\s/.test(text) && !plain.endsWith(':') && /\s/.test(plain);
}
