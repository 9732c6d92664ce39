import { afterEach, describe, expect, it } from 'vitest';
import type { ModelCapabilities, ModelRequest } from '../../../src/core/language-model/language-model';
import type { EndpointConfig } from '../../../src/models/openai/endpoint';
import { OpenAiModel } from '../../../src/models/openai/openai-model';
import { startOpenAiServer, type ChatBody, type OpenAiServer, type Reply } from '../../support/openai-server/openai-server';

const none: ModelCapabilities = {
  jsonSchema: false,
  jsonMode: false,
  tools: false,
  logprobs: false,
  vision: false,
};
const request: ModelRequest = {
  purpose: 'chat',
  messages: [
    { role: 'system', content: 'Answer briefly.' },
    { role: 'user', content: 'Is the sky blue?' },
  ],
  maxTokens: 50,
};

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function connect(
  answer: Parameters<typeof startOpenAiServer>[0],
  { query = '', ...more }: Partial<EndpointConfig> & { query?: string } = {},
): Promise<{ server: OpenAiServer; model: OpenAiModel }> {
  const server = await startOpenAiServer(answer);
  const model = new OpenAiModel({
    baseUrl: server.baseUrl + query,
    model: 'test-model',
    known: none,
    ...more,
  });
  open.push(model, server);
  return { server, model };
}

const failure = async (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('no error'),
    (error: unknown) => error as { reason: string; message: string; advice: string },
  );

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

describe('what goes wrong', () => {
  it('is tried again after 429 and 503, as long as Retry-After says', async () => {
    const busy: Reply = { status: 429, headers: { 'retry-after-ms': '30' } };
    const { server, model } = await connect([busy, { ...busy, status: 503 }, { text: 'Yes.' }]);
    expect((await model.complete(request)).text).toBe('Yes.');
    expect(server.calls).toHaveLength(3);
  });

  it('waits for as many seconds as Retry-After says: the back-off of a first try is half a second at most', async () => {
    const busy: Reply = { status: 429, headers: { 'retry-after': '1' } };
    const { model } = await connect([busy, { text: 'Yes.' }]);
    const asked = performance.now();
    expect((await model.complete(request)).text).toBe('Yes.');
    expect(performance.now() - asked).toBeGreaterThan(950);
  });

  it.each([
    ['a date', () => new Date(Date.now() + 2_000).toUTCString(), 900],
    ['nonsense', () => 'soon', 300],
  ])('reads Retry-After that is %s', async (_, header, least) => {
    const { model } = await connect((__, call) =>
      call === 0 ? { status: 503, headers: { 'retry-after': header() } } : { text: 'Yes.' },
    );
    const asked = performance.now();
    expect((await model.complete(request)).text).toBe('Yes.');
    expect(performance.now() - asked).toBeGreaterThan(least);
    expect(performance.now() - asked).toBeLessThan(2_900);
  });

  it.each(['complete', 'stream'] as const)('a wait of %s ends at once when it is cancelled', async (how) => {
    const { server, model } = await connect([{ status: 429, headers: { 'retry-after': '6' } }]);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const asked = performance.now();
    const call =
      how === 'stream' ? model.stream(request, () => undefined, stop.signal) : model.complete(request, stop.signal);
    expect((await failure(call)).reason).toBe('cancelled');
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect(server.calls).toHaveLength(1);
  });

  it('is not tried again where the server wants to wait for an hour: the error names the wait', async () => {
    const { server, model } = await connect([{ status: 429, headers: { 'retry-after': '3600' } }]);
    const error = await failure(model.complete(request));
    expect(error).toMatchObject({ reason: 'model-refused' });
    expect(error.message).toContain('60 minutes');
    expect(server.calls).toHaveLength(1);
  });

  it('tells of each further attempt before it is made', async () => {
    const starts: string[] = [];
    const unseen = {
      starts: ({ purpose }: { purpose: string }) => Promise.resolve(void starts.push(purpose)),
      used: () => expect.fail('no call tried out the model'),
    };
    const busy: Reply = { status: 429, headers: { 'retry-after-ms': '5' } };
    const { server, model } = await connect([busy, busy, { text: 'Yes.' }], { unseen });
    await model.complete(request);
    expect(server.calls).toHaveLength(3);
    expect(starts).toEqual(['chat', 'chat']);
  });

  it('gives up a reply that drips in for longer than a call may take', async () => {
    const { server, model } = await connect([{ drip: 20, text: 'Yes, and so on. '.repeat(20) }], { timeoutMs: 200 });
    const asked = performance.now();
    expect((await failure(model.complete(request))).reason).toBe('model-unreachable');
    expect(performance.now() - asked).toBeLessThan(1_500);
    expect(server.calls).toHaveLength(1);
  });

  it.each([
    [401, 'model-refused', /key/],
    [403, 'model-refused', /key/],
    [404, 'model-refused', /model/],
    [400, 'model-refused', /400/],
  ] as const)('status %i is %s, and is not tried again', async (status, reason, message) => {
    const { server, model } = await connect([{ status }]);
    const error = await failure(model.complete(request));
    expect(error.reason).toBe(reason);
    expect(`${error.message} ${error.advice}`).toMatch(message);
    expect(server.calls).toHaveLength(1);
  });

  it('never repeats what the endpoint wrote: it may quote the note', async () => {
    const body = JSON.stringify({ error: { message: 'bad prompt: Jane Roe, 58' } });
    const { model } = await connect([{ status: 400, body }]);
    const error = await failure(model.complete(request));
    expect(`${error.message} ${error.advice}`).not.toContain('Jane');
  });

  it.each([
    ['no JSON', { raw: '<html>It works!</html>' }],
    ['JSON of another kind', { raw: '{"hello": "world"}' }],
    ['an empty body', { raw: '' }],
  ] as [string, Reply][])('%s is no answer', async (_, reply) => {
    const { model } = await connect([reply]);
    expect((await failure(model.complete(request))).reason).toBe('model-answer');
  });

  it('a server that is not there says so', async () => {
    const { server, model } = await connect([{ text: 'Yes.' }]);
    await server.close();
    expect((await failure(model.complete(request))).reason).toBe('model-unreachable');
  });

  it('a call that takes too long is given up, and a cancelled one ends at once', async () => {
    const { model } = await connect([{ hang: true }], { timeoutMs: 60 });
    expect((await failure(model.complete(request))).reason).toBe('model-unreachable');
    const { model: patient } = await connect([{ hang: true }]);
    const stop = new AbortController();
    const asked = failure(patient.complete(request, stop.signal));
    setTimeout(() => stop.abort(), 30);
    expect((await asked).reason).toBe('cancelled');
  });

  it.each(['ftp://host/v1', 'not a url', 'http://user:pass@host/v1'])('%j is no endpoint', (baseUrl) => {
    expect(() => new OpenAiModel({ baseUrl, model: 'm' })).toThrow(/endpoint/i);
  });
});

describe('redirects', () => {
  it.each([301, 302, 307, 308])(
    'status %i is not followed: neither text nor key reaches another host',
    async (status) => {
      const { server: other } = await connect([{ text: 'Yes.' }]);
      const headers = { location: `${other.baseUrl}/chat/completions` };
      const { server, model } = await connect([{ status, headers }], { apiKey: 'secret' });
      const error = await failure(model.complete(request));
      expect(error).toMatchObject({ reason: 'model-refused' });
      expect(error.message).toContain('another address');
      expect(`${error.message} ${error.advice}`).not.toContain('secret');
      expect(server.calls).toHaveLength(1);
      expect(other.requests).toBe(0);
    },
  );
});

it('the models on offer can be listed', async () => {
  const { server, model } = await connect([{ text: '' }]);
  server.models.push({ id: 'another' });
  expect(await model.listModels()).toEqual(['another', 'test-model']);
});
