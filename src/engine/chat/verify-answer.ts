import { isModelFailure, throwIfCancelled } from '../../core/errors';
import type { Citation } from '../../core/evidence/citations/citation';
import type { NotJudged } from '../../core/chat/answer-lacks';
import { isLabel } from '../../core/chat/label';
import { splitSentences } from '../../core/text/sentences';
import type { AnswerSentence } from './chat-answer';
import type { ChatEvidence } from './chat-evidence';
import { checkSentence, type CheckedSentence, type SentenceMeans } from './check-sentence';

/** Sentences of one answer that a judge is asked about; what comes after is checked by words and facts alone. */
const mostJudged = 12;

/** An answer whose sentences were checked, with its citations numbered anew from 1. */
export interface VerifiedAnswer {
  answer: string;
  citations: Citation[];
  sentences: AnswerSentence[];
  notJudged?: NotJudged;
}

const headingMarks = /^#{1,6}[ \t]+/;
const mark = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/g;

/**
 * Holds each sentence of an answer against the evidence that it cites, else against what bears on it best: by typed facts and
 * words, and by the judge where those cannot tell. Numbers that cite nothing are taken out.
 * @param text the answer, made safe; `[n]` stands for the nth piece of evidence
 * @param question what was asked
 * @throws AttestError `cancelled`; where the budget is spent or the model gone, what is left stays open, and `notJudged` says so
 */
export async function verifyAnswer(
  text: string,
  evidence: readonly ChatEvidence[],
  question: string,
  means: SentenceMeans,
): Promise<VerifiedAnswer> {
  const cited = new CitationList();
  const sentences: AnswerSentence[] = [];
  let { judge } = means;
  let judged = 0;
  let open = 0;
  let reason: NotJudged['reason'] = 'limit';
  let answer = '';
  let copied = 0;
  for (const span of splitSentences(text)) {
    throwIfCancelled(means.signal);
    const said = text.slice(span.start, span.end);
    const claim = withoutMarks(said).replace(headingMarks, '');
    answer += text.slice(copied, span.start);
    copied = span.end;
    const start = answer.length;
    if (isLabel(claim)) {
      answer += withoutMarks(said);
      continue;
    }
    const named = numbersIn(said).flatMap((number) => evidence[number - 1] ?? []);
    const mayJudge = judged < mostJudged ? judge : undefined;
    let checked: CheckedSentence;
    try {
      checked = await checkSentence(claim, named, evidence, question, { ...means, judge: mayJudge });
    } catch (error) {
      // The answer is there already: what can't be judged any more is not sure, and nothing of it is lost.
      if (!isModelFailure(error)) throw error;
      judge = undefined;
      reason = { failed: error.message };
      checked = await checkSentence(claim, named, evidence, question, { ...means, judge });
    }
    if (checked.judged) judged++;
    else if (means.judge && isOpen(checked)) open++;
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
  const notJudged = open > 0 && { notJudged: { sentences: open, reason } };
  return { answer, citations: cited.all, sentences, ...notJudged };
}

/** True where there was something to compare with, and words and facts do not tell: a judge would have been asked. */
function isOpen({ verdict, checkers, judged }: CheckedSentence): boolean {
  return !judged && checkers !== undefined && (verdict === 'not-sure' || verdict === 'not-addressed');
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
