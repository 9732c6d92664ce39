import { labelledPairs, type LabelledPair } from '../../../src/core/judge/labelled-pairs';
import type { ChatBody, Reply } from './openai-server';

/** The labelled pair that a call asks about; undefined where it asks about something else. */
export function pairOf({ messages }: ChatBody): LabelledPair | undefined {
  const asked = (messages ?? []).map(({ content }) => String(content)).join('\n');
  return labelledPairs.find(({ statement }) => asked.includes(statement));
}

/**
 * A judge's answer, as an endpoint gives it.
 * @param quote from the passage; empty for "not-addressed"
 * @param probability of the tokens of the verdict; undefined: the endpoint gives none
 */
export function judgeReply(verdict: string, quote: string, probability?: number): Reply {
  const [before, after] = [
    `{"passageId":"P1","quote":${JSON.stringify(quote)},"reason":"It says so.","verdict":"`,
    '"}',
  ];
  const token = (text: string, logprob: number) => ({ token: text, logprob, bytes: null, top_logprobs: [] });
  return {
    text: before + verdict + after,
    ...(probability !== undefined && {
      logprobs: { content: [token(before, 0), token(verdict, Math.log(probability)), token(after, 0)] },
    }),
  };
}
