import { afterEach, describe, expect, it } from 'vitest';
import type { ModelCapabilities } from '../../../../src/core/language-model/language-model';
import { usualForm } from '../../../../src/models/openai/call-body';
import type { ChatBody, Reply } from '../../../support/openai-server/openai-server';
import { closeAll, connect, none, request } from './connect';

// Servers in use that leave out a part of the protocol.

afterEach(closeAll);

const yes = 'Yes, it is blue.';
const hasSystem = ({ messages = [] }: ChatBody): boolean => messages.some(({ role }) => role === 'system');
const chunk = (delta: object): string =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta }] })}\n\n`;

async function streamed(answer: (body: ChatBody) => Reply) {
  const { server, model } = await connect(answer);
  const pieces: string[] = [];
  const said = await model.stream(request, (piece) => pieces.push(piece));
  return { said, pieces, server, model };
}

describe('a model that refuses a message of the system', () => {
  const refusing = (body: ChatBody): Reply => (hasSystem(body) ? { status: 400 } : { text: yes });

  it('gets it with the question, and so from then on; that is remembered', async () => {
    const probed: ModelCapabilities[] = [];
    const known = { ...none, form: usualForm };
    const { server, model } = await connect(refusing, { known, onProbed: (can) => void probed.push(can) });
    expect((await model.complete(request)).text).toBe(yes);
    expect((await model.complete({ ...request, maxTokens: 40 })).text).toBe(yes);
    expect(server.calls.map(({ body }) => hasSystem(body))).toEqual([true, false, false]);
    expect(server.calls[2]?.body.messages).toEqual([
      { role: 'user', content: 'Answer briefly.\n\nIs the sky blue?' },
    ]);
    expect(probed).toMatchObject([{ form: { system: false } }]);
  });

  it('is found out when it is tried out', async () => {
    const { model } = await connect(refusing, { known: undefined as never });
    expect((await model.capabilities()).form).toMatchObject({ limit: 'max_tokens', system: false });
    expect((await model.complete(request)).text).toBe(yes);
  });

  it('is not what a model is taken for that refuses anything else', async () => {
    const probed: ModelCapabilities[] = [];
    const known = { ...none, form: usualForm };
    const { model } = await connect(() => ({ status: 400 }), { known, onProbed: (can) => void probed.push(can) });
    await expect(model.complete(request)).rejects.toMatchObject({ reason: 'model-refused' });
    expect(probed).toEqual([]);
  });

  it('is not looked for again once a message of the system was taken', async () => {
    const { server, model } = await connect([{ text: yes }, { status: 400 }]);
    await model.complete(request);
    await expect(model.complete({ ...request, maxTokens: 40 })).rejects.toMatchObject({
      reason: 'model-refused',
    });
    expect(server.calls).toHaveLength(2);
  });
});

describe('a stream', () => {
  it('goes without its count where that is refused, and asks for it no more', async () => {
    const { said, server, model } = await streamed(({ stream_options: options }) =>
      options ? { status: 400 } : { text: yes, usage: false },
    );
    expect(said).toMatchObject({ text: yes, finish: 'stop', usage: { estimated: true } });
    await model.stream({ ...request, maxTokens: 40 }, () => undefined);
    expect(server.calls.map(({ body }) => body.stream_options !== undefined)).toEqual([true, false, false]);
  });

  it('may come whole, as JSON', async () => {
    const message = { role: 'assistant', content: `<think>hm</think>${yes}` };
    const raw = JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      choices: [{ index: 0, finish_reason: 'stop', message }],
      usage: { prompt_tokens: 5, completion_tokens: 6, total_tokens: 11 },
    });
    const { said, pieces } = await streamed(() => ({ raw }));
    expect(said).toMatchObject({ text: yes, finish: 'stop', usage: { promptTokens: 5, answerTokens: 6 } });
    expect(pieces.join('')).toBe(yes);
  });

  it('that says it is done has ended, also without a reason', async () => {
    const raw = `${chunk({ content: 'Yes, ' })}${chunk({ content: 'it is blue.' })}data: [DONE]\n\n`;
    const { said } = await streamed(() => ({ raw, contentType: 'text/event-stream' }));
    expect(said).toMatchObject({ text: yes, finish: 'stop' });
  });

  it('that ends with neither was cut, whatever its answer says', async () => {
    const raw = chunk({ content: 'data: [DONE]\n' });
    await expect(streamed(() => ({ raw, contentType: 'text/event-stream' }))).rejects.toMatchObject({
      reason: 'model-unreachable',
    });
  });

  it('of JSON that is none is no answer', async () => {
    await expect(streamed(() => ({ raw: '{"choices": [' }))).rejects.toMatchObject({
      reason: 'model-answer',
    });
  });
});
