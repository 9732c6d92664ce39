import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askForJson } from '../../../../src/core/language-model/json-answer';
import { AttestError } from '../../../../src/core/errors';
import { ModelMeter } from '../../../../src/core/language-model/model-meter';
import { TokensTaken } from '../../../../src/core/language-model/tokens-taken';
import { scriptedModel } from '../../../support/scripted-model';

const shape = z.strictObject({ verdict: z.enum(['yes', 'no']), reason: z.string() });
const good = '{"verdict": "yes", "reason": "because {it} is \\"so\\""}';
const value = { verdict: 'yes', reason: 'because {it} is "so"' };

describe('asking for JSON', () => {
  const request = {
    purpose: 'judge',
    messages: [{ role: 'user', content: 'Is it?' }],
    maxTokens: 50,
  } as const;

  it('leaves the schema to a model that has schemas', async () => {
    const model = scriptedModel([good], { jsonSchema: true });
    expect((await askForJson(model, request, 'verdict', shape, new ModelMeter())).value).toEqual(value);
    expect(model.requests[0]?.messages).toEqual(request.messages);
    expect(model.requests[0]?.schema?.schema).toMatchObject({
      type: 'object',
      required: ['verdict', 'reason'],
      additionalProperties: false,
    });
  });

  it('asks for no lengths, which some servers refuse, and checks them itself', async () => {
    const short = z.strictObject({ words: z.array(z.string().max(3)).max(2) });
    const model = scriptedModel(['{"words": ["four"]}', '{"words": ["one"]}'], { jsonSchema: true });
    expect((await askForJson(model, request, 'words', short, new ModelMeter())).value).toEqual({
      words: ['one'],
    });
    expect(model.requests[0]?.schema?.schema).toMatchObject({
      properties: { words: { type: 'array', items: { type: 'string' } } },
    });
    expect(JSON.stringify(model.requests[0]?.schema)).not.toMatch(/maxLength|maxItems/);
  });

  it('puts the schema into words for one that has none', async () => {
    const model = scriptedModel([good]);
    await askForJson(model, request, 'verdict', shape, new ModelMeter());
    expect(model.requests[0]?.messages[0]?.content).toContain('"verdict"');
  });

  it('asks once more, and says what was wrong', async () => {
    const model = scriptedModel(['{"verdict": "perhaps", "reason": "?"}', good]);
    const meter = new ModelMeter();
    const { answer } = await askForJson(model, request, 'verdict', shape, meter);
    expect(answer.text).toBe(good);
    expect(meter.cost.calls).toBe(2);
    expect(model.requests[1]?.messages.at(-1)?.content).toContain('verdict');
  });

  it('puts the schema into words the second time, also for a model that should have been held to it', async () => {
    const model = scriptedModel(['The answer is yes.', good], { jsonSchema: true });
    expect((await askForJson(model, request, 'verdict', shape, new ModelMeter())).value).toEqual(value);
    expect(model.requests[1]?.messages.at(-1)?.content).toContain('"enum":["yes","no"]');
  });

  it('gives up after the second', async () => {
    const model = scriptedModel(['no', 'no', good]);
    const meter = new ModelMeter();
    await expect(askForJson(model, request, 'verdict', shape, meter)).rejects.toMatchObject({
      reason: 'model-answer',
    });
    expect(model.requests).toHaveLength(2);
    // What is no use is paid for as well.
    expect(meter.cost).toMatchObject({ calls: 2, promptTokens: 200, answerTokens: 20 });
  });

  it('counts a call that took tokens and gave no answer', async () => {
    const cause = new TokensTaken({ promptTokens: 30, answerTokens: 8000, estimated: false });
    const model = scriptedModel([
      new AttestError('model-answer', 'Thoughts alone.', 'Another model.', { cause }),
    ]);
    const meter = new ModelMeter();
    await expect(askForJson(model, request, 'verdict', shape, meter)).rejects.toMatchObject({ cause });
    expect(meter.cost).toMatchObject({ calls: 1, promptTokens: 30, answerTokens: 8000 });
  });
});
