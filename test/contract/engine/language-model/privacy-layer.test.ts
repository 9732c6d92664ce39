import { afterEach, describe, expect, it } from 'vitest';
import { modelSettingsSchema, type ModelSettings } from '../../../../src/core/language-model/model-settings';
import type { IdentifierReader } from '../../../../src/core/ports';
import { ModelAccess } from '../../../../src/engine/language-model/model-access';
import { createMiniLmTagger } from '../../../../src/models/minilm-tagger';
import { findsNothing } from '../../../support/finds-nothing';
import { startOpenAiServer } from '../../../support/openai-server/openai-server';
import { closeAll, failure, frontDoor, open, request, unlocked } from './connect';

afterEach(closeAll);

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
