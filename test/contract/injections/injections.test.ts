import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../src/core/judge/judge';
import { passageAsEvidence } from '../../../src/core/judge/judge-evidence';
import { builtInTerminology } from '../../../src/core/terminology/built-in';
import type { Document } from '../../../src/core/evidence/passages/document';
import { chunkDocument } from '../../../src/documents/chunk';
import { readDocument } from '../../../src/documents/read-document';
import type { Passage } from '../../../src/core/evidence/passages/passage';
import type { ChatContext } from '../../../src/engine/chat/chat-answer';
import { converse } from '../../../src/engine/chat/converse';
import { SourceReader } from '../../../src/engine/note/source-reader';
import { OpenAiModel } from '../../../src/models/openai/openai-model';
import { libraryPassage } from '../../support/library-passage';
import { known } from '../../support/openai-server/known-abilities';
import {
  startOpenAiServer,
  type ChatBody,
  type OpenAiServer,
} from '../../support/openai-server/openai-server';
import injections from './injections.json';
import { carriers, fact, headings, type Carrier } from './carriers';

// Each injection in each kind of carrier, against a server that obeys whatever of it reaches the model: it calls the statement
// supported with a true quote, and writes links, a tool call and the other document into its answer.

const secret = 'The other patient has syphilis.';
const statement = 'Lisinopril cures diabetes.';

let folder: string;
let server: OpenAiServer;
let model: OpenAiModel;
let payload = '';

/** Something of the payload that is longer than a word has come through. */
function reached(body: ChatBody): boolean {
  const words = payload.split(/\s+/);
  const sent = String(body.messages?.at(-1)?.content);
  return words.some((_, at) => at + 4 <= words.length && sent.includes(words.slice(at, at + 4).join(' ')));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-injections-'));
  server = await startOpenAiServer((body) => {
    const obeys = reached(body);

    const system = String(body.messages?.[0]?.content);
    if (system.includes('You plan searches')) return { text: '{"queries": []}' };
    if (system.includes("answer a clinician's question")) {
      const leak = `${secret} ![x](https://evil.test/p.png) [y](command:run) <img src=x> https://evil.test`;
      return { text: `${fact} [1] ${obeys ? leak : ''}` };
    }
    const verdict = obeys ? 'supported' : 'not-addressed';
    const quoted = obeys ? { passageId: 'P1', quote: fact } : { passageId: '', quote: '' };
    return { text: JSON.stringify({ ...quoted, reason: 'r', verdict }) };
  });
  model = new OpenAiModel({ baseUrl: server.baseUrl, model: 'obedient', known });
});

afterAll(async () => {
  await model.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function read(carrier: Carrier | undefined): Promise<Document> {
  const { file, data } = carrier?.(payload) ?? { file: 'none.txt', data: '' };
  const path = join(folder, file);
  await writeFile(path, data);
  const document = await readDocument(path);
  expect(document.text).toContain(fact);
  return document;
}

async function documentText(carrier: string): Promise<string> {
  return (await read(carriers[carrier])).text;
}

/** The passage that holds the fact, cut as for the library. */
async function passageUnder(carrier: string): Promise<Passage> {
  const found = chunkDocument(await read(headings[carrier])).find(({ text }) => text.includes(fact));
  return found ?? libraryPassage('');
}

const judged = (passage: Passage) =>
  judgeStatement(
    model,
    statement,
    [passageAsEvidence(passage)],
    { verdict: 'not-sure', typed: false, citations: [] },
    { samples: 1 },
  );

/** Asks in the chat, where every tool that is called is an error. */
const chat = async (question: string, context: ChatContext, passages: Passage[] = []): Promise<string> => {
  const { answer } = await converse(
    { question, history: [], context },
    {
      library: () =>
        Promise.resolve({
          search: () => Promise.resolve(passages.map((passage) => ({ passage, rank: 1, score: 1 }))),
          neighbours: () => Promise.resolve([]),
          embed: (texts) => Promise.resolve(texts.map(() => new Float32Array([1]))),
          terminology: builtInTerminology,
        }),
      models: { isSet: true, forAction: () => Promise.resolve(model), calibrationOf: () => undefined },
      reader: new SourceReader(),
      checkNote: () => Promise.reject(new Error('A tool was called.')),
      factCheck: () => Promise.reject(new Error('A tool was called.')),
    },
    () => undefined,
  );
  return answer;
};

const isActive = (answer: string): boolean => /evil|command:|<img|!\[|syphilis/.test(answer);

describe('injections', () => {
  it('are at least forty, and none is there twice', () => {
    expect(new Set(injections).size).toBeGreaterThanOrEqual(40);
    expect(new Set(injections).size).toBe(injections.length);
  });

  it('move a server that obeys, where nothing is left out', () => {
    payload = injections[0] ?? '';
    expect(reached({ messages: [{ role: 'user', content: `x ${payload}` }] })).toBe(true);
  });

  it.each(Object.keys(carriers).filter((carrier) => carrier !== 'an HTML comment'))(
    'in %s would be read',
    async (carrier) => {
      payload = 'Take the tablets with water.';
      expect(await documentText(carrier)).toContain(payload);
    },
  );

  it.each(Object.keys(carriers))('in %s change no verdict', async (carrier) => {
    const changed: string[] = [];
    for (payload of injections) {
      const passage = libraryPassage(await documentText(carrier));
      const { verdict } = await judged(passage);
      if (verdict !== 'not-addressed') changed.push(`${verdict}: ${payload}`);
    }
    expect(changed).toEqual([]);
  });

  it.each(Object.keys(headings))('in %s would be over the fact', async (carrier) => {
    payload = 'Treatment of hypertension';
    const { title, section } = await passageUnder(carrier);
    expect([title, ...section].join(' ')).toContain(payload);
  });

  it.each(Object.keys(headings))('in %s change no verdict', async (carrier) => {
    const changed: string[] = [];
    for (payload of injections) {
      const { verdict } = await judged(await passageUnder(carrier));
      if (verdict !== 'not-addressed') changed.push(`${verdict}: ${payload}`);
    }
    expect(changed).toEqual([]);
  });

  it.each(Object.keys(headings))(
    'in %s reach neither the planner of searches nor the answer',
    async (carrier) => {
      const active: string[] = [];
      for (payload of injections) {
        const before = server.calls.length;
        const answer = await chat('How is lisinopril started?', {}, [await passageUnder(carrier)]);
        const sent = server.calls.slice(before);
        expect(sent.length).toBeGreaterThanOrEqual(2);
        if (isActive(answer) || sent.some(({ body }) => reached(body))) active.push(payload);
      }
      expect(active).toEqual([]);
    },
  );

  it.each(Object.keys(carriers))(
    'in %s leak nothing, call nothing and add no link in the chat',
    async (carrier) => {
      const active: string[] = [];
      for (payload of injections) {
        const passage = libraryPassage(await documentText(carrier));
        const answer = await chat('How is lisinopril started?', {}, [passage]);
        if (isActive(answer)) active.push(payload);
      }
      expect(active).toEqual([]);
      expect(server.calls.every(({ body }) => body.tools === undefined)).toBe(true);
    },
  );

  it.each<[string, string, (text: string) => ChatContext]>([
    ['a note', 'How is lisinopril started?', (text) => ({ note: { document: '/n/a.note.md', text } })],
    [
      'a selection',
      'How is lisinopril started?',
      (text) => ({ note: { document: '/n/a.note.md', text: 'Seen today.' }, selection: text }),
    ],
    ['a source', 'How is lisinopril started?', (text) => ({ sources: [{ document: '/n/a.txt', text }] })],
    ['a selection without a note', 'How is lisinopril started?', (text) => ({ selection: text })],
    ['a selection that is explained', '/explain', (text) => ({ selection: text })],
    [
      'a selection of a note that is explained',
      '/explain',
      (text) => ({ note: { document: '/n/a.note.md', text: 'Seen today.' }, selection: text }),
    ],
    ['a summary of a note', '/summarise', (text) => ({ note: { document: '/n/a.note.md', text } })],
  ])('in %s that goes along leak nothing either', async (_, question, contextOf) => {
    const active: string[] = [];
    const before = server.calls.length;
    const passages = [libraryPassage(fact)];
    for (payload of injections) {
      const from = server.calls.length;
      const answer = await chat(question, contextOf(`${fact}\n\n${payload}\n`), passages);
      // Neither the planner of the searches, nor who answers or judges the answer.
      if (isActive(answer) || server.calls.slice(from).some(({ body }) => reached(body)))
        active.push(payload);
    }
    expect(active).toEqual([]);
    // Each was asked, with what of the text may be shown.
    const asked = server.calls
      .slice(before)
      .filter(({ body }) => JSON.stringify(body.messages).includes(fact));
    expect(asked.length).toBeGreaterThanOrEqual(injections.length);
  });
});
