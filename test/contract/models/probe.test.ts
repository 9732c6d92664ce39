import { afterEach, describe, expect, it } from 'vitest';
import type { CallForm, ModelCapabilities } from '../../../src/core/language-model/language-model';
import { OpenAiModel } from '../../../src/models/openai/openai-model';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { obeying } from '../../support/openai-server/probe-replies';

const usual: CallForm = { limit: 'max_tokens', temperature: true, thinks: false };
const nothing: ModelCapabilities = {
  jsonSchema: false,
  jsonMode: false,
  tools: false,
  logprobs: false,
  vision: false,
};

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function fresh(
  answer: Parameters<typeof startOpenAiServer>[0],
): Promise<{ server: OpenAiServer; model: OpenAiModel }> {
  const server = await startOpenAiServer(answer);
  const model = new OpenAiModel({ baseUrl: server.baseUrl, model: 'test-model' });
  open.push(model, server);
  return { server, model };
}

describe('what a model can do', () => {
  it('is everything where every answer shows it', async () => {
    const { model } = await fresh((body) => obeying(body));
    const all = { jsonSchema: true, jsonMode: true, tools: true, logprobs: true, vision: true, form: usual };
    expect(await model.capabilities()).toEqual(all);
  });

  it('is nothing where every parameter is taken and ignored', async () => {
    const { model } = await fresh((body) => obeying(body, {}));
    expect(await model.capabilities()).toEqual({ ...nothing, form: usual });
  });

  it('is not shown by a model that happens to answer with JSON', async () => {
    const { model } = await fresh([{ text: '{"ok": true, "answer": "The sky is cerulean, or slate."}' }]);
    expect(await model.capabilities()).toMatchObject({ jsonSchema: false, vision: false });
  });

  it.each([
    ['Red, green, blue', false],
    ['I see green, red and blue bands.', false],
    ['**Green**, red, and blue.', true],
  ])('a picture is seen by whoever says what is in it: %j', async (sees, vision) => {
    const { model } = await fresh((body) => obeying(body, { sees }));
    expect((await model.capabilities()).vision).toBe(vision);
  });

  it('is tried out once', async () => {
    const { server, model } = await fresh((body) => obeying(body));
    const first = await model.capabilities();
    const calls = server.calls.length;
    expect(await model.capabilities()).toEqual(first);
    expect(server.calls).toHaveLength(calls);
  });

  it.each([400, 404, 413, 422, 500, 501])(
    'goes on to the next parameter where one is refused with status %i',
    async (status) => {
      const { model } = await fresh((body) => (body.response_format ? { status } : obeying(body)));
      expect(await model.capabilities()).toMatchObject({ jsonSchema: false, jsonMode: false, tools: true });
    },
  );

  it('is nothing where every call is refused', async () => {
    const { model } = await fresh([{ status: 400 }]);
    expect(await model.capabilities()).toEqual(nothing);
  });

  it.each([401, 404])('is not known, and tried again later, where the first call ends with %i', async (status) => {
    const { model } = await fresh((body, call) => (call === 0 ? { status } : obeying(body)));
    await expect(model.capabilities()).rejects.toMatchObject({ reason: 'model-refused' });
    expect((await model.capabilities()).jsonSchema).toBe(true);
  });
});

describe('the form of a call', () => {
  it('is the one that a reasoning model takes', async () => {
    const { model } = await fresh((body) =>
      body.max_tokens !== undefined || body.temperature !== undefined ? { status: 400 } : obeying(body),
    );
    expect(await model.capabilities()).toMatchObject({
      jsonSchema: true,
      vision: true,
      form: { limit: 'max_completion_tokens', temperature: false, thinks: true },
    });
  });

  it('keeps the temperature where only the name of the limit is another', async () => {
    const { model } = await fresh((body) => (body.max_tokens === undefined ? obeying(body) : { status: 422 }));
    const { form } = await model.capabilities();
    expect(form).toEqual({ limit: 'max_completion_tokens', temperature: true, thinks: false });
  });

  it.each([
    ['in the answer', { text: '<think>They ask about the sky' }],
    ['beside it', { text: 'Blue.', reasoning: 'They ask about the sky.' }],
  ])('has room for thoughts that are seen %s, and what it can do is read after them', async (_, plain) => {
    const { model, server } = await fresh((body, call) => {
      const reply = obeying(body);
      return call === 0 ? plain : 'text' in reply ? { ...reply, text: `<think>{hm}</think>${String(reply.text)}` } : reply;
    });
    expect(await model.capabilities()).toMatchObject({ jsonSchema: true, form: { ...usual, thinks: true } });
    expect(server.calls.at(-1)?.body.max_tokens).toBeGreaterThan(1_000);
  });
});

describe('the length of context', () => {
  const props = { '/props': { default_generation_settings: { n_ctx: 8192 } } };
  const running = { '/api/ps': { models: [{ name: 'test-model', context_length: 4096 }] } };

  it.each([
    ['vLLM', { max_model_len: 8192 }, {}, 8192],
    ['LM Studio', { max_context_length: 2048 }, {}, 2048],
    ['OpenRouter', { context_length: 128_000 }, {}, 128_000],
    ['llama.cpp, as it is served', { meta: { n_ctx_train: 131_072 } }, props, 8192],
    ['llama.cpp, that hides what it serves', { meta: { n_ctx_train: 131_072 } }, {}, 4096],
    ['llama.cpp with a small model', { meta: { n_ctx_train: 2048 } }, {}, 2048],
    ['Ollama, as it is loaded', { owned_by: 'library' }, running, 4096],
    ['nobody', { context_length: '8k' }, {}, undefined],
  ])('is the one of %s', async (_, entry, pages, expected) => {
    const { server, model } = await fresh((body) => obeying(body));
    server.models.splice(0, 1, { id: 'test-model', ...entry });
    Object.assign(server.pages, pages);
    expect((await model.capabilities()).contextTokens).toBe(expected);
  });
});
