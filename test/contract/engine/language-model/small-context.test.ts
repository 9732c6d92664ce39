import { afterEach, describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../../src/core/judge/judge';
import { passageAsEvidence } from '../../../../src/core/judge/judge-evidence';
import { modelSettingsSchema } from '../../../../src/core/language-model/model-settings';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { answerQuestion } from '../../../../src/engine/chat/answer-question';
import type { LibraryAccess } from '../../../../src/engine/library/gather-evidence';
import { ModelAccess } from '../../../../src/engine/language-model/model-access';
import { SourceReader } from '../../../../src/engine/note/source-reader';
import { findsNothing } from '../../../support/finds-nothing';
import { libraryPassage } from '../../../support/library-passage';
import {
  startOpenAiServer,
  type ChatBody,
  type OpenAiServer,
  type Reply,
} from '../../../support/openai-server/openai-server';
import { obeying } from '../../../support/openai-server/probe-replies';

// A server that refuses what does not fit into its context, as vLLM does; others cut the beginning off without a word.

/** Clinical text has three to four characters to a token. */
const charactersPerToken = 3;
const said = 'Amlodipine is started at 5 mg once daily.';
const filler = 'Blood pressure is measured on both arms after five minutes of rest. ';
const passages = Array.from({ length: 8 }, (_, at) =>
  libraryPassage(`${said} ${filler.repeat(14)}`, `/g/${at}.md`, `Hypertension, part ${at}`),
);
const library: LibraryAccess = {
  search: () => Promise.resolve(passages.map((passage, at) => ({ passage, rank: at + 1, score: 1 }))),
  neighbours: () => Promise.resolve([]),
  terminology: builtInTerminology,
  embed: (texts) => Promise.resolve(texts.map(() => new Float32Array([1]))),
};
const history = Array.from({ length: 4 }, () => ({
  question: 'And then? '.repeat(60),
  answer: filler.repeat(15),
}));

const cleanUp: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(cleanUp.splice(0).map((one) => one.close()));
});

function tokensOf({ messages = [], max_tokens: most = 0 }: ChatBody): number {
  const characters = messages.reduce((sum, { content }) => sum + String(content).length, 0);
  return Math.ceil(characters / charactersPerToken) + most;
}

function reply(body: ChatBody): Reply {
  const name = body.response_format?.json_schema?.name;
  if (name === 'judgement') {
    const judgement = { passageId: 'P1', quote: said, reason: 'It says so.', verdict: 'supported' };
    return { text: JSON.stringify(judgement) };
  }
  if (name === 'queries') return { text: '{"queries": []}' };
  return body.stream ? { text: `${said} [1]` } : obeying(body);
}

async function served(
  contextTokens: number,
): Promise<{ server: OpenAiServer; access: ModelAccess; over: number[] }> {
  const over: number[] = [];
  const server = await startOpenAiServer((body) => {
    if (tokensOf(body) <= contextTokens) return reply(body);
    over.push(tokensOf(body));
    return { status: 400 };
  });
  server.models.splice(0, 1, { id: 'test-model', max_model_len: contextTokens });
  const settings = modelSettingsSchema.parse({
    provider: 'openai-compatible',
    endpoint: server.baseUrl,
    model: 'test-model',
  });
  const host = { access: () => Promise.resolve({}) };
  const policy = { offlineOnly: false, requireDeidentification: false };
  const access = new ModelAccess({ settings, host, policy }, findsNothing);
  cleanUp.push(access, server);
  return { server, access, over };
}

describe.each([2048, 4096, 8192])('a model that is served with %i tokens', (contextTokens) => {
  it('gets no more than it can read in a chat, with the evidence before what was said earlier', async () => {
    const { server, access, over } = await served(contextTokens);
    const request = { question: 'How is amlodipine started?', history };
    const model = await access.forAction(true);
    const answer = await answerQuestion(request, {
      model,
      library,
      reader: new SourceReader(),
      onEvent: () => undefined,
    });
    expect(over).toEqual([]);
    expect(answer).toMatchObject({ refused: false, answer: expect.stringContaining('5 mg') as string });
    const asked = server.calls.find(({ body }) => body.stream)?.body.messages ?? [];
    expect(String(asked.at(-1)?.content)).toContain(said);
    // With 8,192 tokens there is room for some of it, with 2,048 for none: system message and question alone.
    expect(asked.length > 2).toBe(contextTokens > 4096);
  });

  it('gets as many passages as it can read as a judge', async () => {
    const { access, over, server } = await served(contextTokens);
    const model = await access.forAction(true);
    const evidence = passages.slice(0, 5).map(passageAsEvidence);
    const offline = { verdict: 'not-sure' as const, typed: false, citations: [] };
    const { verdict } = await judgeStatement(model, said, evidence, offline, { samples: 1 });
    expect(over).toEqual([]);
    expect(verdict).toBe('supported');
    const shown = String(server.calls.at(-1)?.body.messages?.at(-1)?.content).match(/kind="passage"/g) ?? [];
    // Five are about 5,000 characters, and stand beside some 2,500 of instructions and room for 400 tokens of answer.
    expect(shown.length === 5).toBe(contextTokens > 2048);
  });
});
