import { afterEach, describe, expect, it } from 'vitest';
import type {
  ModelCapabilities,
  ModelPlace,
  ModelRequest,
} from '../../../../src/core/language-model/language-model';
import type { Access, ModelHost, SentCall, UsedCall } from '../../../../src/core/language-model/model-host';
import { modelSettingsSchema, type ModelSettings } from '../../../../src/core/language-model/model-settings';
import type { Policy } from '../../../../src/core/privacy/policy';
import { AttestError } from '../../../../src/core/errors';
import type { IdentifierReader } from '../../../../src/core/ports';
import { ModelAccess } from '../../../../src/engine/language-model/model-access';
import { createMiniLmTagger } from '../../../../src/models/minilm-tagger';
import { findsNothing } from '../../../support/finds-nothing';
import {
  startOpenAiServer,
  type OpenAiServer,
  type Reply,
} from '../../../support/openai-server/openai-server';
import { obeying } from '../../../support/openai-server/probe-replies';

const request: ModelRequest = {
  purpose: 'chat',
  messages: [{ role: 'user', content: 'Is the sky blue?' }],
  maxTokens: 50,
};
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const unlocked: Policy = { offlineOnly: false, requireDeidentification: false };

/** A front door that says yes, and keeps what it was told. */
function frontDoor(more: Partial<ModelHost> = {}) {
  const asked: { place: ModelPlace; model: string; byUser: boolean }[] = [];
  const sent: SentCall[] = [];
  const used: UsedCall[] = [];
  const host: ModelHost = {
    access: (place, model, byUser) => {
      asked.push({ place, model, byUser });
      return Promise.resolve({ apiKey: 'secret' });
    },
    sent: (call) => void sent.push(call),
    used: (call) => void used.push(call),
    ...more,
  };
  return { host, asked, sent, used };
}

async function connect(
  change: Partial<ModelSettings> = {},
  { host = frontDoor().host, policy = unlocked }: { host?: ModelHost; policy?: Policy } = {},
  answer: Parameters<typeof startOpenAiServer>[0] = [{ text: 'Yes.' }],
): Promise<{ server: OpenAiServer; access: ModelAccess }> {
  const server = await startOpenAiServer(answer);
  const settings = modelSettingsSchema.parse({
    provider: 'openai-compatible',
    endpoint: server.baseUrl,
    model: 'test-model',
    ...change,
  });
  const access = new ModelAccess({ settings, host, policy }, findsNothing);
  open.push(access, server);
  return { server, access };
}

const failure = async (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('no error'),
    (error: unknown) => error as AttestError,
  );

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

describe('de-identification', () => {
  const note = 'Mr. Roe (MRN 00482913) takes metformin 500 mg.';
  const asked = { ...request, messages: [{ role: 'user' as const, content: note }] };
  const echo = async (change: Partial<ModelSettings>, policy = unlocked, reader = findsNothing) => {
    const { host, sent } = frontDoor();
    const server = await startOpenAiServer((body) => ({ text: [...String(body.messages?.[0]?.content)] }));
    const settings = modelSettingsSchema.parse({
      provider: 'openai-compatible',
      endpoint: server.baseUrl,
      model: 'test-model',
      ...change,
    });
    const access = new ModelAccess({ settings, host, policy }, reader);
    open.push(access, server);
    const pieces: string[] = [];
    const answer = await (await access.forAction(true)).stream(asked, (piece) => pieces.push(piece));
    return { sent: String(server.calls[0]?.body.messages?.[0]?.content), logged: sent, answer, pieces };
  };

  it.each([
    ['the setting', { deidentify: 'always' as const }, unlocked],
    ['the policy', { deidentify: 'never' as const }, { ...unlocked, requireDeidentification: true }],
  ])(
    'keeps identifiers at home where %s wants it, and the answer has them again',
    async (_, change, policy) => {
      const { sent, logged, answer, pieces } = await echo(change, policy);
      expect(sent).toBe('Mr. [NAME-1] (MRN [RECORD-1]) takes metformin 500 mg.');
      expect(logged[0]?.messages[0]?.content).toBe(sent);
      expect(answer.text).toBe(note);
      expect(pieces.join('')).toBe(note);
    },
  );

  it('takes out what the learned reader finds as well, and has it put back', async () => {
    const start = note.indexOf('metformin');
    const reader: IdentifierReader = {
      read: (texts) => Promise.resolve(texts.map(() => [{ kind: 'name', start, end: start + 9 }])),
      close: () => Promise.resolve(),
    };
    const { sent, answer } = await echo({ deidentify: 'always' }, unlocked, reader);
    expect(sent).toBe('Mr. [NAME-1] (MRN [RECORD-1]) takes [NAME-2] 500 mg.');
    expect(answer.text).toBe(note);
  });

  it('sends nothing when the learned reader cannot be used', async () => {
    const server = await startOpenAiServer([{ text: 'Yes.' }]);
    const settings = modelSettingsSchema.parse({
      provider: 'openai-compatible',
      endpoint: server.baseUrl,
      model: 'test-model',
      deidentify: 'always',
    });
    const reader = createMiniLmTagger('no/such/folder');
    const access = new ModelAccess({ settings, host: frontDoor().host, policy: unlocked }, reader);
    open.push(access, server);
    const model = await access.forAction(true);
    const error = await failure(model.complete(asked));
    expect(error).toMatchObject({ reason: 'model-missing' });
    expect(error.message).toContain('nothing was sent');
    expect(server.requests).toBe(0);
  });

  it('is not done for a model on this machine by default', async () => {
    expect((await echo({})).sent).toBe(note);
  });
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
