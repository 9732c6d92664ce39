import { afterEach,describe,expect,it } from 'vitest';
import { OpenAiModel } from '../../../../src/models/openai/openai-model';
import { type Reply } from '../../../support/openai-server/openai-server';
import { closeAll,connect,failure,request } from './connect';

afterEach(closeAll);

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
    // Without a message of the system, which is the one thing that a 400 is asked again without.
    const error = await failure(model.complete({ ...request, messages: request.messages.slice(1) }));
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
