import { expect } from 'vitest';
import type { ModelPlace, ModelRequest } from '../../../../src/core/language-model/language-model';
import type { ModelHost, SentCall, UsedCall } from '../../../../src/core/language-model/model-host';
import { modelSettingsSchema, type ModelSettings } from '../../../../src/core/language-model/model-settings';
import type { Policy } from '../../../../src/core/privacy/policy';
import type { AttestError } from '../../../../src/core/errors';
import { ModelAccess } from '../../../../src/engine/language-model/model-access';
import { findsNothing } from '../../../support/finds-nothing';
import { startOpenAiServer, type OpenAiServer } from '../../../support/openai-server/openai-server';

/** A question. */
export const request: ModelRequest = {
  purpose: 'chat',
  messages: [{ role: 'user', content: 'Is the sky blue?' }],
  maxTokens: 50,
};

/** What a test has opened. */
export const open: { close(): Promise<void> }[] = [];

/** Closes what a test has opened; for `afterEach`. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((one) => one.close()));
}

/** A machine without a policy. */
export const unlocked: Policy = { offlineOnly: false, requireDeidentification: false };

/** A front door that says yes, and keeps what it was told. */
export function frontDoor(more: Partial<ModelHost> = {}) {
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

/** A server that answers so, and the access to its model. */
export async function connect(
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

/** How it failed. */
export const failure = async (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('no error'),
    (error: unknown) => error as AttestError,
  );
