import { afterEach,describe,expect,it } from 'vitest';
import { closeAll,connect,failure,none,request } from './connect';

afterEach(closeAll);

describe('a call', () => {
  it('sends what was asked, and gives text, usage and how it ended', async () => {
    const { server, model } = await connect([{ text: 'Yes.' }], {
      apiKey: 'secret',
      organization: 'org-1',
      project: 'wards',
      query: '?api-version=1',
    });
    expect(await model.complete(request)).toEqual({
      text: 'Yes.',
      usage: { promptTokens: 11, answerTokens: 7, estimated: false },
      finish: 'stop',
      cached: false,
    });
    const [call] = server.calls;
    expect(call?.path).toBe('/v1/chat/completions?api-version=1');
    expect(call?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'openai-organization': 'org-1',
      'openai-project': 'wards',
    });
    expect(call?.body).toMatchObject({
      model: 'test-model',
      messages: request.messages,
      max_tokens: 50,
      temperature: 0,
      stream: false,
    });
  });

  it('estimates tokens where the endpoint does not count', async () => {
    const { model } = await connect([{ text: '12345678', usage: false }]);
    const { usage } = await model.complete(request);
    // "Answer briefly." and "Is the sky blue?" are 31 characters.
    expect(usage).toEqual({ promptTokens: 8, answerTokens: 2, estimated: true });
  });

  it('says when the answer was cut off', async () => {
    const { model } = await connect([{ text: 'Y', finish: 'length' }]);
    expect((await model.complete(request)).finish).toBe('length');
  });

  it('takes nothing from the environment', async () => {
    process.env['OPENAI_ORG_ID'] = 'elsewhere';
    process.env['OPENAI_API_KEY'] = 'other';
    try {
      const { server, model } = await connect([{ text: 'Yes.' }]);
      await model.complete(request);
      expect(server.calls[0]?.headers['openai-organization']).toBeUndefined();
      expect(server.calls[0]?.headers.authorization).toBe('Bearer none');
    } finally {
      delete process.env['OPENAI_ORG_ID'];
      delete process.env['OPENAI_API_KEY'];
    }
  });
});

describe('JSON', () => {
  const schema = { name: 'verdict', schema: { type: 'object' } };

  it.each([
    [
      { jsonSchema: true, jsonMode: true },
      { type: 'json_schema', json_schema: { ...schema, strict: true } },
    ],
    [{ jsonMode: true }, { type: 'json_object' }],
    [{}, undefined],
  ])('is asked for in the strictest form of %j', async (can, format) => {
    const { server, model } = await connect([{ text: '{}' }], { known: { ...none, ...can } });
    await model.complete({ ...request, schema });
    expect(server.calls[0]?.body.response_format).toEqual(format);
  });
});

describe('token probabilities', () => {
  it('are asked for and given where the model has them', async () => {
    const logprobs = {
      content: [{ token: 'Yes', logprob: -0.1, top_logprobs: [{ token: 'No', logprob: -2.3 }] }],
    };
    const { model } = await connect([{ text: 'Yes', logprobs }], { known: { ...none, logprobs: true } });
    const { tokens } = await model.complete({ ...request, logprobs: true });
    expect(tokens).toEqual([{ token: 'Yes', logprob: -0.1, alternatives: [{ token: 'No', logprob: -2.3 }] }]);
  });

  it('are not asked for where it has none', async () => {
    const { server, model } = await connect([{ text: 'Yes' }]);
    expect((await model.complete({ ...request, logprobs: true })).tokens).toBeUndefined();
    expect(server.calls[0]?.body.logprobs).toBeUndefined();
  });
});

describe('a stream', () => {
  it('gives the pieces in order as they come, and the whole at the end', async () => {
    const { model } = await connect([{ text: ['The sky', ' is', ' blue.'], delay: 5 }]);
    const pieces: string[] = [];
    const answer = await model.stream(request, (piece) => pieces.push(piece));
    expect(pieces).toEqual(['The sky', ' is', ' blue.']);
    expect(answer).toMatchObject({ text: 'The sky is blue.', finish: 'stop', usage: { answerTokens: 7 } });
  });

  it('stops at once when it is cancelled', async () => {
    const { model } = await connect([{ text: Array.from({ length: 200 }, () => 'a '), delay: 10 }]);
    const stop = new AbortController();
    let pieces = 0;
    const error = await failure(
      model.stream(
        request,
        () => {
          if (++pieces === 3) stop.abort();
        },
        stop.signal,
      ),
    );
    expect(error.reason).toBe('cancelled');
    expect(pieces).toBeLessThan(10);
  });

  it('that is cut is an error, not an answer', async () => {
    const { model } = await connect([{ cut: 2, text: ['The', ' sky', ' is'] }]);
    const error = await failure(model.stream(request, () => undefined));
    expect(error.reason).toBe('model-unreachable');
  });

  it('that stalls is given up', async () => {
    const { model } = await connect([{ text: ['a', 'b'], delay: 5_000 }], { timeoutMs: 150 });
    expect((await failure(model.stream(request, () => undefined))).reason).toBe('model-unreachable');
  });
});

it('the models on offer can be listed', async () => {
  const { server, model } = await connect([{ text: '' }]);
  server.models.push({ id: 'another' });
  expect(await model.listModels()).toEqual(['another', 'test-model']);
});
