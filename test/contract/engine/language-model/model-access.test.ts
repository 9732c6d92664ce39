import { afterEach, describe, expect, it } from 'vitest';
import type { ModelCapabilities } from '../../../../src/core/language-model/language-model';
import type { Access, ModelHost } from '../../../../src/core/language-model/model-host';
import { modelSettingsSchema } from '../../../../src/core/language-model/model-settings';
import { AttestError } from '../../../../src/core/errors';
import { ModelAccess } from '../../../../src/engine/language-model/model-access';
import { findsNothing } from '../../../support/finds-nothing';
import { type Reply } from '../../../support/openai-server/openai-server';
import { obeying } from '../../../support/openai-server/probe-replies';
import { closeAll, connect, failure, frontDoor, open, request, unlocked } from './connect';

afterEach(closeAll);

describe('the way to the model', () => {
  it('asks the front door for each action, and then sends, logs and counts', async () => {
    const { host, asked, sent, used } = frontDoor();
    const { server, access } = await connect({ promptPrice: 10, answerPrice: 20 }, { host });
    const model = await access.forAction(true);
    expect((await model.complete(request)).text).toBe('Yes.');
    expect(asked).toEqual([
      {
        place: { kind: 'endpoint', host: new URL(server.baseUrl).host, loopback: true },
        model: 'test-model',
        byUser: true,
      },
    ]);
    expect(server.calls[0]?.headers.authorization).toBe('Bearer secret');
    expect(sent).toMatchObject([{ purpose: 'chat', model: 'test-model', messages: request.messages }]);
    // The server counts 11 and 7 tokens: (11 × 10 + 7 × 20) / 1,000,000.
    expect(used).toEqual([
      { usage: { promptTokens: 11, answerTokens: 7, estimated: false }, cached: false, cost: 0.00025 },
    ]);
  });

  it('sends nothing where the front door says no', async () => {
    const host: ModelHost = {
      access: () => Promise.reject(new AttestError('model-off', 'No.', 'Agree.')),
    };
    const { server, access } = await connect({}, { host });
    expect((await failure(access.forAction(true))).reason).toBe('model-off');
    expect((await failure(access.listModels())).reason).toBe('model-off');
    expect(server.requests).toBe(0);
  });

  it.each([
    ['none is set', { provider: 'none' as const }, unlocked],
    ['the setting locks it', { offlineOnly: true }, unlocked],
    ['the policy locks it', {}, { ...unlocked, offlineOnly: true }],
    ['no model of the endpoint is chosen', { model: '' }, unlocked],
  ])('is closed where %s, and nobody is asked', async (_, change, policy) => {
    const { host, asked } = frontDoor();
    const { server, access } = await connect(change, { host, policy });
    expect((await failure(access.forAction(true))).reason).toBe('model-off');
    expect(asked).toEqual([]);
    expect(server.requests).toBe(0);
  });

  it('gives the same answer again without a call, and counts it as no cost', async () => {
    const { host, sent } = frontDoor();
    const { server, access } = await connect({}, { host });
    await (await access.forAction(true)).complete(request);
    const pieces: string[] = [];
    const again = await (await access.forAction(true)).stream(request, (piece) => pieces.push(piece));
    expect(again).toMatchObject({ text: 'Yes.', cached: true });
    expect(pieces.join('')).toBe('Yes.');
    expect(server.calls).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['another text', { messages: [{ role: 'user' as const, content: 'Is the sea blue?' }] }],
    ['another form', { schema: { name: 'x', schema: { type: 'object' } } }],
    ['a sample', { temperature: 0.7 }],
  ])('asks again for %s', async (_, change) => {
    const { server, access } = await connect();
    const model = await access.forAction(true);
    await model.complete(request);
    const before = server.calls.length;
    await model.complete({ ...request, ...change });
    expect(server.calls.length).toBeGreaterThan(before);
  });

  it('stops an action at its token budget; the next one has its own', async () => {
    const { server, access } = await connect({ tokensPerAction: 70 });
    const model = await access.forAction(true);
    const ask = (content: string) => ({ ...request, messages: [{ role: 'user' as const, content }] });
    // Each call may take 50 tokens and its question, and takes 18.
    await model.complete(ask('one'));
    expect((await failure(model.complete(ask('a question of its own')))).reason).toBe('budget-spent');
    expect(server.calls).toHaveLength(1);
    await (await access.forAction(true)).complete(ask('two'));
    expect(server.calls).toHaveLength(2);
  });

  it('takes a new key from the next action on', async () => {
    let apiKey = 'first';
    const host = { access: () => Promise.resolve({ apiKey }) };
    const { server, access } = await connect({}, { host });
    await (await access.forAction(true)).complete({ ...request, temperature: 1 });
    apiKey = 'second';
    await (await access.forAction(true)).complete({ ...request, temperature: 1 });
    expect(server.calls.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('probes a model once, has it remembered, and never again where it is known', async () => {
    const learned: unknown[] = [];
    const { host } = frontDoor({ learned: (...all) => void learned.push(all) });
    const { server, access } = await connect({}, { host });
    const can = await access.capabilities();
    expect(learned).toEqual([[expect.objectContaining({ loopback: true }), 'test-model', can]]);
    const calls = server.calls.length;
    const remembering = { access: () => Promise.resolve({ known: can }) };
    const settings = modelSettingsSchema.parse({
      provider: 'openai-compatible',
      endpoint: server.baseUrl,
      model: 'test-model',
    });
    const later = new ModelAccess({ settings, host: remembering, policy: unlocked }, findsNothing);
    open.push(later);
    expect(await (await later.forAction(true)).capabilities()).toEqual(can);
    expect(server.calls).toHaveLength(calls);
  });

  it('tries a model out again when it is chosen again, in the same session and with another key', async () => {
    let access: Access = { apiKey: 'old' };
    const learned: ModelCapabilities[] = [];
    const host: ModelHost = {
      access: () => Promise.resolve(access),
      learned: (...[, , can]) => void learned.push(can),
    };
    // The old key is one that may use no schema.
    const { server, access: models } = await connect({}, { host }, (body) =>
      body.response_format && server.authorizations.at(-1) === 'Bearer old' ? { status: 400 } : obeying(body),
    );
    const old = await models.capabilities();
    expect(old.jsonSchema).toBe(false);
    access = { apiKey: 'new', known: old };
    await models.listModels();
    expect((await models.capabilities()).jsonSchema).toBe(true);
    const calls = server.calls.length;
    expect(await models.capabilities()).toEqual(learned.at(-1));
    expect(server.calls.length).toBeGreaterThan(calls);
    expect(learned.map(({ jsonSchema }) => jsonSchema)).toEqual([false, true, true]);
  });

  it('shows and counts the calls of a probe like any other', async () => {
    const { host, sent, used } = frontDoor();
    const { server, access } = await connect({ promptPrice: 10, answerPrice: 20 }, { host });
    await access.capabilities();
    expect(server.calls.length).toBeGreaterThan(3);
    expect(sent).toHaveLength(server.calls.length);
    expect(used).toHaveLength(server.calls.length);
    expect(sent.every(({ purpose, model }) => purpose === 'probe' && model === 'test-model')).toBe(true);
    for (const { messages } of sent) expect(messages[0]?.content).not.toBe('');
    expect(sent.at(-1)?.messages[0]?.content).toContain('(image_url)');
    // The server counts 11 and 7 tokens for each.
    expect(used[0]).toEqual({
      usage: { promptTokens: 11, answerTokens: 7, estimated: false },
      cached: false,
      cost: 0.00025,
    });
  });

  it('has the calls of a probe and repeated calls wait for their turn, and shows each that leaves', async () => {
    const { host, sent } = frontDoor();
    const busy: Reply = { status: 429, headers: { 'retry-after-ms': '5' } };
    const { server, access } = await connect({ callsPerMinute: 2 }, { host }, [busy, { text: 'Yes.' }]);
    const model = await access.forAction(true);
    await model.complete(request);
    expect(sent.map(({ purpose }) => purpose)).toEqual(['chat', 'chat']);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    expect((await failure(model.capabilities(stop.signal))).reason).toBe('cancelled');
    expect(server.calls).toHaveLength(2);
  });

  it('has an action pay for trying out the model', async () => {
    const { access } = await connect({ tokensPerAction: 120 });
    const model = await access.forAction(true);
    await model.capabilities();
    // The server counts 18 tokens for each of six calls; 50 for an answer are more than is left.
    expect((await failure(model.complete(request))).reason).toBe('budget-spent');
    await (await access.forAction(true)).complete(request);
  });

  it('tries a model out again of which is remembered only what was believed before calls had forms', async () => {
    const old: ModelCapabilities = {
      jsonSchema: true,
      jsonMode: true,
      tools: true,
      logprobs: true,
      vision: true,
    };
    const host: ModelHost = { access: () => Promise.resolve({ known: old }) };
    const { access } = await connect({}, { host });
    expect((await (await access.forAction(true)).capabilities()).jsonSchema).toBe(false);
  });

  it.each(['/nowhere/ca.pem', import.meta.filename])(
    'says that %s holds no certificates',
    async (certificateFile) => {
      const { server, access } = await connect({ certificateFile });
      expect((await failure(access.forAction(true))).advice).toContain('attest.model.certificateFile');
      expect(server.requests).toBe(0);
    },
  );
});

describe('the models of the editor', () => {
  const editor: ModelHost['editor'] = {
    find: () => Promise.resolve({ name: 'gpt', vendor: 'copilot', contextTokens: 8000 }),
    ask: (_, { messages }, onText) => {
      for (const piece of ['You said: ', messages[0]?.content ?? '']) onText(piece);
      return Promise.resolve(`You said: ${messages[0]?.content}`);
    },
  };

  it('are asked through the front door, with consent', async () => {
    const { host, asked, sent } = frontDoor({ editor });
    const { access } = await connect({ provider: 'vscode', model: '' }, { host });
    const model = await access.forAction(true);
    const pieces: string[] = [];
    const answer = await model.stream(request, (piece) => pieces.push(piece));
    expect(answer).toMatchObject({ text: 'You said: Is the sky blue?', usage: { estimated: true } });
    expect(pieces).toHaveLength(2);
    expect(asked).toEqual([{ place: { kind: 'editor', vendor: 'copilot' }, model: 'gpt', byUser: true }]);
    expect(sent).toHaveLength(1);
    expect((await model.capabilities()).contextTokens).toBe(8000);
  });

  it('are there in an editor only', async () => {
    const { access } = await connect({ provider: 'vscode' });
    expect((await failure(access.forAction(true))).reason).toBe('model-off');
  });
});
