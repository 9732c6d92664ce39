import { z } from 'zod';
import { askForJson } from '../language-model/json-answer';
import type { LanguageModel, ModelAnswer, ModelPurpose } from '../language-model/language-model';
import type { CheckerOpinion } from '../verdicts/checker-opinion';
import type { ScoredVerdict } from '../verdicts/verdict';
import { scoredVerdicts } from '../verdicts/verdict';
import { checkQuote, type CheckedQuote, type ShownEvidence } from './checked-quote';
import type { ModelMeter } from '../language-model/model-meter';
import { judgeMessages } from './judge-prompts';
import type { JudgeRole } from './judge-step';
import { tokenConfidence } from './token-confidence';

/** What one reader says, after its quote was looked up. */
export interface Opinion {
  role: JudgeRole;
  verdict: ScoredVerdict;
  /** Why, in the model's words: plain text, to be shown as such. */
  reason: string;
  quote?: CheckedQuote;
  /** The model said this, and it was taken back: its quote is not in the passage. */
  withdrawn?: ScoredVerdict;
  /** How sure the model was of the verdict, uncalibrated (0…1); absent where it gives no probabilities. */
  confidence?: number;
}

// The verdict comes last, after the model has looked for a quote and said why.
const answerShape = z.strictObject({
  passageId: z.string().max(40),
  quote: z.string().max(4000),
  reason: z.string().max(4000),
  verdict: z.enum(scoredVerdicts),
});

/** What a call is for, in the meter and the log of what was sent. */
const purposes: Record<JudgeRole, ModelPurpose> = {
  judge: 'judge',
  critic: 'critic',
  'strict-reader': 'panel',
  sceptic: 'panel',
  clinician: 'panel',
  moderator: 'moderator',
};

/** Tokens of an opinion, at most. */
export const answerTokens = 400;
const longestReason = 300;

/** What an opinion is asked about. The statement has been made ready for a model already. */
export interface Question {
  statement: string;
  evidence: readonly ShownEvidence[];
  /** It is a step of a plan, and says what to do. */
  isPlanStep: boolean;
  /** Words of the statement that stand nowhere in the evidence, for a reader who is to look at them. */
  words?: readonly string[];
}

/**
 * Asks one reader once. Its quote is looked up word for word: a "supported" or "contradicted" whose quote is not in the
 * passage becomes "not-sure".
 * @param options `earlier` and `checkers`: opinions that a critic or moderator gets to see
 * @throws AttestError `model-answer` when the answer cannot be used, and what the model throws
 */
export async function askOpinion(
  model: LanguageModel,
  role: JudgeRole,
  question: Question,
  meter: ModelMeter,
  options: {
    earlier?: readonly Opinion[];
    checkers?: readonly CheckerOpinion[] | undefined;
    temperature?: number;
    signal?: AbortSignal | undefined;
  } = {},
): Promise<Opinion> {
  const { earlier = [], checkers = [], temperature = 0, signal } = options;
  const { value, answer } = await askForJson(
    model,
    {
      purpose: purposes[role],
      messages: judgeMessages(role, question, earlier, checkers),
      maxTokens: answerTokens,
      temperature,
      logprobs: true,
    },
    'judgement',
    answerShape,
    meter,
    signal,
  );
  return checked(role, value, question.evidence, answer);
}

function checked(
  role: JudgeRole,
  { passageId, quote: quoted, reason, verdict }: z.infer<typeof answerShape>,
  evidence: readonly ShownEvidence[],
  answer: ModelAnswer,
): Opinion {
  const confidence = tokenConfidence(answer.tokens, verdict);
  const quote = verdict === 'not-addressed' ? undefined : checkQuote(evidence, passageId, quoted);
  const needsQuote = verdict === 'supported' || verdict === 'contradicted';
  const opinion = {
    role,
    reason: reason.replace(/\s+/g, ' ').trim().slice(0, longestReason),
    ...(quote && { quote }),
    ...(confidence !== undefined && { confidence }),
  };
  return needsQuote && !quote
    ? { ...opinion, verdict: 'not-sure', withdrawn: verdict }
    : { ...opinion, verdict };
}
