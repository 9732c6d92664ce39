import { afterEach,describe,expect,it } from 'vitest';
import { OpenAiModel } from '../../../../src/models/openai/openai-model';
import { type ChatBody,type Reply } from '../../../support/openai-server/openai-server';
import { closeAll,connect,failure,none,open,request } from './connect';

afterEach(closeAll);

describe('a reasoning model', () => {
  /** Takes what the o-series takes. */
  const oSeries = (body: ChatBody): Reply =>
    body.max_tokens !== undefined || (body.temperature ?? 1) !== 1 ? { status: 400 } : { text: 'Yes.' };
  const thinking = { ...none, form: { limit: 'max_completion_tokens', temperature: false, thinks: true } } as const;

  it('that refuses max_tokens and a temperature is asked again as it wants it, and so from then on', async () => {
    const { server } = await connect(oSeries);
    const model = new OpenAiModel({ baseUrl: server.baseUrl, model: 'test-model' });
    open.push(model);
    expect((await model.complete(request)).text).toBe('Yes.');
    const calls = server.calls.length;
    expect((await model.stream(request, () => undefined)).text).toBe('Yes.');
    expect(server.calls).toHaveLength(calls + 1);
    expect(server.calls.at(-1)?.body).not.toHaveProperty('temperature');
  });

  it('has room for its thoughts besides the answer, a quarter of its context at most', async () => {
    const { server, model } = await connect(oSeries, { known: { ...thinking, contextTokens: 4_000 } });
    await model.complete(request);
    expect(server.calls[0]?.body.max_completion_tokens).toBe(1_050);
  });

  it('shows its answer without its thoughts', async () => {
    const thoughts = '<think>\nThey ask {about} the sky.\n</think>\n\n';
    const { model } = await connect([{ text: [...thoughts, 'It is', ' blue.'] }]);
    expect((await model.complete(request)).text).toBe('It is blue.');
    const pieces: string[] = [];
    expect((await model.stream(request, (piece) => pieces.push(piece))).text).toBe('It is blue.');
    expect(pieces).toEqual(['It is', ' blue.']);
  });

  it('gives the probabilities of its answer alone', async () => {
    const token = (text: string) => ({ token: text, logprob: -0.1, top_logprobs: [] });
    const logprobs = { content: ['<think>', 'yes', '</think>', 'no'].map(token) };
    const { model } = await connect([{ text: '<think>yes</think>no', logprobs }]);
    expect((await model.complete(request)).tokens?.map((one) => one.token)).toEqual(['no']);
  });

  it.each([
    ['thoughts that were cut off', { text: '<think>They ask about', finish: 'length' }],
    ['thoughts beside an answer that never began', { text: '', reasoning: 'They ask', finish: 'length' }],
  ])('%s are no answer', async (_, reply) => {
    const { model } = await connect([reply]);
    const error = await failure(model.complete(request));
    expect(error.reason).toBe('model-answer');
    expect(error.message).toContain('before it began to answer');
  });
});
