import { describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../src/core/judge/judge';
import type { Judgement } from '../../../src/core/judge/judgement';
import { passageAsEvidence } from '../../../src/core/judge/judge-evidence';
import { OpenAiModel } from '../../../src/models/openai/openai-model';
import { libraryPassage } from '../../support/library-passage';
import { judgeReply } from '../../support/openai-server/judge-replies';
import { knownWithLogprobs as known } from '../../support/openai-server/known-abilities';
import { startOpenAiServer, type ChatBody } from '../../support/openai-server/openai-server';
import { pairs } from './near-misses.json';

// Servers that find everything supported, with a true quote, or go by the likeness of words. Small models do.

async function judgeAll(
  asked: readonly { statement: string; passage: string }[],
  verdictOf: (prompt: string) => string,
  probability?: number,
): Promise<{ judgement: Judgement; statement: string }[]> {
  let passage = '';
  await using server = await startOpenAiServer((body: ChatBody) => {
    const verdict = verdictOf(String(body.messages?.at(-1)?.content));
    return judgeReply(verdict, verdict === 'not-addressed' ? '' : passage, probability);
  });
  const model = new OpenAiModel({ baseUrl: server.baseUrl, model: 'yes', known });
  const judged: { judgement: Judgement; statement: string }[] = [];
  for (const one of asked) {
    passage = one.passage;
    const judgement = await judgeStatement(
      model,
      one.statement,
      [passageAsEvidence(libraryPassage(passage))],
      { verdict: 'not-sure', typed: false, citations: [] },
    );
    judged.push({ judgement, statement: one.statement });
  }
  await model.close();
  return judged;
}

const supported = (judged: { judgement: Judgement; statement: string }[]): string[] =>
  judged.filter(({ judgement }) => judgement.verdict === 'supported').map(({ statement }) => statement);

describe('a model that agrees with whatever it is asked', () => {
  it.each([
    ['is sure of it', 0.999],
    ['gives no probabilities', undefined],
  ])('makes no near miss supported, where it %s', async (_, probability) => {
    const judged = await judgeAll(pairs, () => 'supported', probability);
    expect(supported(judged)).toEqual([]);
    expect(judged.some(({ judgement }) => /reverse/.test(judgement.explanation))).toBe(true);
  });

  it('makes none supported that knows what nothing here speaks of', async () => {
    const judged = await judgeAll(pairs, (prompt) =>
      prompt.includes('lighthouse') ? 'not-addressed' : 'supported',
    );
    expect(supported(judged)).toEqual([]);
  });

  it('makes nothing contradicted either, where it denies everything', async () => {
    const judged = await judgeAll(
      [
        {
          statement: 'The kidneys are looked after by the nurse.',
          passage: 'Renal function is checked once a year in the clinic.',
        },
      ],
      () => 'contradicted',
    );
    expect(judged.map(({ judgement }) => judgement.verdict)).toEqual(['not-sure']);
  });
});

describe('a model that tells a statement from its reverse', () => {
  const paraphrase = {
    statement: 'The whole growth was taken out.',
    passage: 'The tumour was removed completely.',
  };

  it('supports what is said in other words, with less than certainty', async () => {
    const judged = await judgeAll([paraphrase], (prompt) =>
      prompt.includes('was not taken out') ? 'contradicted' : 'supported',
    );
    const [{ judgement } = { judgement: undefined }] = judged;
    expect(judgement?.verdict).toBe('supported');
    expect(judgement?.probability).toBeLessThan(1);
  });

  it('is shown the words that the quote does not have, with the quote alone', async () => {
    const prompts: string[] = [];
    await judgeAll([paraphrase], (prompt) => {
      prompts.push(prompt);
      return prompt.includes('was not taken out') ? 'contradicted' : 'supported';
    });
    const words = prompts.flatMap(
      (prompt) => /kind="words"[^>]*>\n([\s\S]*?)\n<\/data/.exec(prompt)?.[1] ?? [],
    );
    expect(words).toHaveLength(1);
    expect(words[0]?.split('\n')).toEqual(['whole', 'growth', 'taken']);
  });
});
