import { dataBlocks, dataRule, type DataPart } from '../language-model/data-block';
import type { ModelMessage } from '../language-model/language-model';
import type { CheckerOpinion } from '../verdicts/checker-opinion';
import type { JudgeRole } from './judge-step';
import type { Opinion, Question } from './opinion';

const task = `You compare ONE statement with passages. You decide only by what the passages say, not by what you know.

verdict is one of:
- "supported": the passages say the whole statement, or it follows from them with no other knowledge.
- "contradicted": the passages say something that cannot be true together with the statement: another number, dose, unit, side, time, or the opposite.
- "not-addressed": the passages do not speak of what the statement says. Silence is never a contradiction.
- "not-sure": the passages bear on it, but you cannot decide.

passageId: the id of the passage that decides, e.g. "P1"; empty for "not-addressed".
quote: the words that decide, copied exactly from that passage, in one piece, at most two sentences; empty for "not-addressed". A quote that is not in the passage makes the answer worthless.
reason: one short sentence.`;

const planStep =
  'The statement is one step of a plan for a patient. "supported": the passages advise or allow exactly that. "contradicted": they advise against it, or give another dose, interval, duration or condition for the same thing. "not-addressed": they say nothing of it.';

const missingWords =
  'The words marked "words" are those of the statement that stand nowhere in the passage. Look at each of them. "supported" only if the passage says the same of every one in other words. Another person, thing, place, time, degree, order or condition in its place: "contradicted". Nothing in its place: "not-addressed".';

const manners: Record<JudgeRole, string> = {
  judge: 'You are a careful reader of clinical documents.',
  critic:
    'You are a critic. Another reader has given an opinion. Look for what it overlooked: a number, unit, side, time, negation or condition that differs, or a passage that says otherwise. If you find nothing, agree with it.',
  'strict-reader':
    'You read word by word. If one part of the statement is not in the passages, it is not "supported".',
  sceptic:
    'You try to show that the statement is false by the passages. If the passages give no ground for that, you say so.',
  clinician:
    'You read as a clinician who knows synonyms, abbreviations and what a value means, and adds nothing else.',
  moderator:
    'You are the moderator. Readers have given different opinions, each with a quote. Decide which of them the passages bear out. Choose one of the given verdicts, or "not-sure".',
};

const checkerNames: Record<CheckerOpinion['by'], string> = {
  'typed-facts': 'a comparison of words, numbers, units and sides',
  verifier: 'a small model that reads entailment',
  rule: 'a rule on medicines and patients',
};

/**
 * The messages of one opinion.
 * @param opinions earlier ones, of readers
 * @param checkers what the checkers without a language model say, where they differ
 */
export function judgeMessages(
  role: JudgeRole,
  { statement, evidence, isPlanStep, words = [] }: Question,
  opinions: readonly Opinion[],
  checkers: readonly CheckerOpinion[] = [],
): ModelMessage[] {
  const parts: DataPart[] = [
    { tag: 'statement', text: statement },
    ...(words.length > 0 ? [{ tag: 'words', text: words.join('\n') } as const] : []),
    ...evidence.map(({ id, evidence: { heading }, shown }): DataPart => ({
      tag: 'passage',
      id,
      text: heading === '' ? shown.text : `(${oneLine(heading)})\n${shown.text}`,
    })),
    // Of another opinion only the verdict and the checked quote: its reason is a model's prose, and could carry orders on.
    ...opinions.map(({ verdict, quote }, index): DataPart => ({
      tag: 'opinion',
      id: `O${index + 1}`,
      text: `verdict: ${verdict}${quote ? `\npassageId: ${quote.id}\nquote: ${oneLine(quote.citation.quote)}` : ''}`,
    })),
    ...checkers.map(({ by, verdict, leans }, index): DataPart => ({
      tag: 'opinion',
      id: `C${index + 1}`,
      text: `by: ${checkerNames[by]}\nverdict: ${verdict}${leans ? ', not surely' : ''}`,
    })),
  ];
  return [
    {
      role: 'system',
      content: [
        manners[role],
        task,
        ...(isPlanStep ? [planStep] : []),
        ...(words.length > 0 ? [missingWords] : []),
        dataRule,
      ].join('\n\n'),
    },
    {
      role: 'user',
      content: `${dataBlocks(parts)}\n\nGive your verdict on the statement as JSON with passageId, quote, reason and verdict.`,
    },
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
