import { afterEach, describe, expect, it } from 'vitest';
import type { SentCall } from '../../../../src/core/language-model/model-host';
import { judgeStatement } from '../../../../src/core/judge/judge';
import { passageAsEvidence } from '../../../../src/core/judge/judge-evidence';
import { libraryPassage } from '../../../support/library-passage';
import { closeAll, connect, failure, frontDoor, request } from './connect';
import { known } from '../../../support/openai-server/known-abilities';

// What an endpoint counts is paid for, whether or not an answer comes of it.

const thinking = {
  ...known,
  form: { limit: 'max_completion_tokens', temperature: false, thinks: true },
} as const;
const priced = { promptPrice: 1, answerPrice: 1 };

afterEach(closeAll);

describe('the meter', () => {
  it('counts an answer that was stopped, as far as it came', async () => {
    const door = frontDoor();
    const words = { text: Array<string>(200).fill('word '), delay: 10 };
    const { access } = await connect(priced, { host: door.host }, () => words);
    const model = await access.forAction(true);
    const stop = new AbortController();
    let pieces = 0;
    const onText = (): void => void (++pieces === 5 && stop.abort());
    expect((await failure(model.stream(request, onText, stop.signal))).reason).toBe('cancelled');
    expect(door.used).toHaveLength(1);
    // 16 characters of the question and five words, four characters to a token.
    expect(door.used[0]).toMatchObject({ cached: false, usage: { promptTokens: 4, estimated: true } });
    expect(door.used[0]?.usage.answerTokens).toBeGreaterThanOrEqual(6);
    expect(door.used[0]?.cost).toBeGreaterThan(0);
  });

  it('counts thoughts that no answer came after, as the endpoint counted them', async () => {
    const door = frontDoor();
    const { access } = await connect(priced, { host: door.host }, () => ({ text: '', finish: 'length' }));
    const model = await access.forAction(true);
    expect((await failure(model.complete(request))).reason).toBe('model-answer');
    expect(door.used).toMatchObject([{ usage: { promptTokens: 11, answerTokens: 7, estimated: false } }]);
  });

  it('counts nothing where the key is refused, nobody is there, or the turn had not come', async () => {
    const door = frontDoor();
    const { access, server } = await connect({ callsPerMinute: 1 }, { host: door.host }, [{ status: 401 }]);
    const model = await access.forAction(true);
    expect((await failure(model.complete(request))).reason).toBe('model-refused');
    const stop = new AbortController();
    const waiting = failure(model.complete({ ...request, maxTokens: 51 }, stop.signal));
    stop.abort();
    expect((await waiting).reason).toBe('cancelled');
    expect(door.used).toEqual([]);
    expect(door.sent.map(({ purpose }: SentCall) => purpose)).toEqual(['chat']);
    expect(server.calls).toHaveLength(1);
  });

  it('counts the answers of a judge that cannot be read', async () => {
    const host = { ...frontDoor().host, access: () => Promise.resolve({ known }) };
    const { access } = await connect({}, { host }, () => ({ text: 'no JSON here' }));
    const passage = passageAsEvidence(libraryPassage('Start lisinopril at 10 mg.'));
    const { cost, verdict } = await judgeStatement(
      await access.forAction(true),
      'Lisinopril is started in adults.',
      [passage],
      { verdict: 'not-sure', typed: false, citations: [] },
    );
    expect(verdict).toBe('not-sure');
    expect(cost).toMatchObject({ calls: 2, promptTokens: 22, answerTokens: 14 });
  });
});

describe('the budget of an action', () => {
  const schema = { name: 'any', schema: { type: 'object' } };

  it('leaves a model that thinks no more tokens than the action has left', async () => {
    const host = { ...frontDoor().host, access: () => Promise.resolve({ known: thinking }) };
    const { access, server } = await connect({ tokensPerAction: 1000 }, { host }, () => ({ text: '{}' }));
    await (await access.forAction(true)).complete({ ...request, schema });
    // 16 characters of the question are four tokens.
    expect(server.calls[0]?.body.max_completion_tokens).toBe(996);
  });

  it('holds what several calls at once may think for', async () => {
    const host = { ...frontDoor().host, access: () => Promise.resolve({ known: thinking }) };
    const { access, server } = await connect({ tokensPerAction: 10_000 }, { host }, () => ({ text: '{}' }));
    const model = await access.forAction(true);
    const asked = [50, 51, 52].map((maxTokens) => model.complete({ ...request, schema, maxTokens }));
    const done = await Promise.allSettled(asked);
    const allowed = server.calls.map(({ body }) => body.max_completion_tokens ?? 0);
    expect(allowed.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10_000);
    expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});
