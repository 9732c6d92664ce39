import { expect } from 'vitest';
import type { ModelCapabilities,ModelRequest } from '../../../../src/core/language-model/language-model';
import type { EndpointConfig } from '../../../../src/models/openai/endpoint';
import { OpenAiModel } from '../../../../src/models/openai/openai-model';
import { startOpenAiServer,type OpenAiServer } from '../../../support/openai-server/openai-server';

/** A model that can nothing but write. */
export const none: ModelCapabilities = {
  jsonSchema: false,
  jsonMode: false,
  tools: false,
  logprobs: false,
  vision: false,
};

/** A question. */
export const request: ModelRequest = {
  purpose: 'chat',
  messages: [
    { role: 'system', content: 'Answer briefly.' },
    { role: 'user', content: 'Is the sky blue?' },
  ],
  maxTokens: 50,
};

/** What a test has opened. */
export const open: { close(): Promise<void> }[] = [];

/** Closes what a test has opened; for `afterEach`. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((one) => one.close()));
}

/** A server that answers so, and a model at it. */
export async function connect(
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

/** How it failed. */
export const failure = async (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('no error'),
    (error: unknown) => error as { reason: string; message: string; advice: string },
  );
