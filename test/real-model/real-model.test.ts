import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeStatement } from '../../src/core/judge/judge';
import { passageAsEvidence } from '../../src/core/judge/judge-evidence';
import type { ModelCapabilities } from '../../src/core/language-model/language-model';
import type { ModelConfig, SentCall, UsedCall } from '../../src/core/language-model/model-host';
import { modelSettingsSchema } from '../../src/core/language-model/model-settings';
import { scoredVerdicts } from '../../src/core/verdicts/verdict';
import { createEngine } from '../../src/engine/create-engine';
import { ModelAccess } from '../../src/engine/language-model/model-access';
import { findsNothing } from '../support/finds-nothing';
import { libraryPassage } from '../support/library-passage';
import { installRealModel } from './install';
import { startModelServer, type ModelServer } from './model-server';

// The whole path with a model that nobody told what to say: llama.cpp with TinyLlama, behind a server of a few lines. It is
// too small a model to be right, so nothing here asks whether it is: protocol and invariants are what must hold.

/** Tokens of an answer, at most: the model brings five to ten in a second. */
const mostTokens = 80;
const minutes = 60_000;

const sent: SentCall[] = [];
const used: UsedCall[] = [];
let known: ModelCapabilities | undefined;
let server: ModelServer;
let access: ModelAccess;

function config(tokensPerAction: number): ModelConfig {
  return {
    settings: modelSettingsSchema.parse({
      provider: 'openai-compatible',
      endpoint: server.baseUrl,
      model: 'tinyllama-1.1b-chat',
      tokensPerAction,
      timeoutSeconds: 300,
    }),
    policy: { offlineOnly: false, requireDeidentification: false },
    host: {
      access: () => Promise.resolve({ ...(known && { known }) }),
      learned: (_, __, can) => void (known = can),
      sent: (call) => void sent.push(call),
      used: (call) => void used.push(call),
    },
  };
}

beforeAll(async () => {
  server = await startModelServer(installRealModel(), mostTokens);
  access = new ModelAccess(config(10_000), findsNothing);
}, 10 * minutes);

afterAll(async () => {
  await access.close();
  await server.close();
});

describe('a real model', { timeout: 5 * minutes }, () => {
  it('is probed for what it can do', async () => {
    expect(await access.capabilities()).toMatchObject({
      jsonSchema: true,
      tools: false,
      logprobs: false,
      vision: false,
      contextTokens: 2048,
    });
    expect(known).toBeDefined();
  });

  it('judges in the form that the schema gives, and cites nothing that is not there', async () => {
    const passage = libraryPassage('Start metformin at 500 mg once daily with the evening meal.');
    const judged = await judgeStatement(
      await access.forAction(true),
      'Metformin is started at 500 mg once daily.',
      [passageAsEvidence(passage)],
      { verdict: 'not-sure', typed: false, citations: [] },
      { samples: 1, escalate: false },
    );
    expect(scoredVerdicts).toContain(judged.verdict);
    for (const { quote, start, end } of judged.citations) {
      expect(quote.trim()).not.toBe('');
      expect(passage.text.slice(start, end)).toBe(quote);
    }
    if (judged.verdict !== 'not-sure' && judged.verdict !== 'not-addressed') {
      expect(judged.citations).not.toEqual([]);
    }
    // One answer that fits the shape: no second call to repair it.
    expect(judged.path).toHaveLength(1);
    expect(judged.cost).toMatchObject({ calls: 1, cachedCalls: 0 });
    expect(judged.cost.promptTokens).toBeGreaterThan(100);
    expect(judged.cost.answerTokens).toBeGreaterThan(10);
  });

  it('writes an answer of the chat piece by piece, and each sentence is checked', async () => {
    const note = { document: '/v/a.note.md', text: 'She takes metformin 500 mg once daily. No chest pain.' };
    // Enough for the answer alone: a judge is asked above, and here sentences are checked by words and facts.
    const engine = await createEngine({
      models: '/no/embedded/models',
      model: config(1_000),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const [sentBefore, usedBefore] = [sent.length, used.length];
    const pieces: { text: string; at: number }[] = [];
    const answer = await engine.chat({ question: '/summarise', history: [], context: { note } }, (event) => {
      if (event.kind === 'text') pieces.push({ text: event.piece, at: performance.now() });
    });
    await engine.close();

    expect(pieces.length).toBeGreaterThan(3);
    // A model at work, not a whole answer cut up: pieces are apart by the time of a token.
    expect((pieces.at(-1)?.at ?? 0) - (pieces[0]?.at ?? 0)).toBeGreaterThan(100);
    for (const { verdict } of answer.sentences) expect(scoredVerdicts).toContain(verdict);
    for (const { quote, start, end } of answer.citations) {
      expect(note.text.slice(start, end)).toBe(quote);
    }
    if (!answer.refused) {
      expect(answer.sentences.some(({ verdict }) => verdict === 'supported')).toBe(true);
    }
    const purposes = sent.slice(sentBefore).map(({ purpose }) => purpose);
    expect(purposes[0]).toBe('chat');
    const usages = used.slice(usedBefore).map(({ usage }) => usage);
    const sum = (key: 'promptTokens' | 'answerTokens') =>
      usages.reduce((total, usage) => total + usage[key], 0);
    expect(answer.model?.cost).toEqual({
      calls: purposes.length,
      cachedCalls: 0,
      promptTokens: sum('promptTokens'),
      answerTokens: sum('answerTokens'),
    });
    for (const { estimated, promptTokens, answerTokens } of usages) {
      expect(estimated).toBe(false);
      expect(promptTokens).toBeGreaterThan(0);
      expect(answerTokens).toBeGreaterThan(0);
      expect(answerTokens).toBeLessThanOrEqual(mostTokens);
    }
  });

  it('is stopped in the middle of an answer', async () => {
    const model = await access.forAction(true);
    const stop = new AbortController();
    const usedBefore = used.length;
    const asked = model.stream(
      {
        purpose: 'chat',
        messages: [{ role: 'user', content: 'Count from one to a hundred.' }],
        maxTokens: mostTokens,
      },
      () => stop.abort(),
      stop.signal,
    );
    await expect(asked).rejects.toMatchObject({ reason: 'cancelled' });
    // The server has heard of it as well, long before the answer would have been whole.
    await expect.poll(async () => (await server.slot()).is_processing, { timeout: 30_000 }).toBe(false);
    expect((await server.slot()).n_decoded).toBeLessThan(mostTokens / 2);
    // What was written until then was paid for.
    expect(used).toHaveLength(usedBefore + 1);
    expect(used.at(-1)?.usage.answerTokens).toBeGreaterThan(0);
  });
});
