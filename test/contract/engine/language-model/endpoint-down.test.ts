import { afterEach, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import type { ChatAnswer, ChatContext } from '../../../../src/engine/chat/chat-answer';
import { converse } from '../../../../src/engine/chat/converse';
import type { LibraryAccess } from '../../../../src/engine/library/gather-evidence';
import type { ModelAccess } from '../../../../src/engine/language-model/model-access';
import { SourceReader } from '../../../../src/engine/note/source-reader';
import { libraryPassage } from '../../../support/library-passage';
import { closeAll, connect, frontDoor } from './connect';

// Quotes need no model: a question is answered by them while the endpoint is down or may not be used.

afterEach(closeAll);

const passage = libraryPassage(
  'Start amlodipine with 5 mg once daily.',
  '/g/hypertension.md',
  'Hypertension',
);
const library: LibraryAccess = {
  search: () => Promise.resolve([{ passage, rank: 1, score: 1 }]),
  neighbours: () => Promise.resolve([]),
  terminology: builtInTerminology,
  embed: (texts) => Promise.resolve(texts.map(() => new Float32Array([1]))),
};
const note = { document: '/visit.note.md', text: '# Plan\n\nAmlodipine 10 mg once daily.' };

const ask = (models: ModelAccess, context: ChatContext = {}): Promise<ChatAnswer> =>
  converse(
    { question: 'What dose of amlodipine?', history: [], context },
    {
      library: () => Promise.resolve(library),
      models,
      reader: new SourceReader(),
      checkNote: () => expect.fail('not asked for'),
      factCheck: () => expect.fail('not asked for'),
    },
    () => undefined,
  );

it('quotes library and note while nobody listens, with the cause', async () => {
  const { server, access } = await connect();
  await server.close();
  const answer = await ask(access, { note });
  expect(answer.answer).toContain('> Start amlodipine with 5 mg once daily.');
  expect(answer.answer).toContain('> Amlodipine 10 mg once daily.');
  expect(answer.withoutModel?.message).toMatch(/cannot be reached/);
  expect(answer.withoutModel?.advice).not.toBe('');
  expect(answer.sentences).toEqual([]);
});

it('quotes where the key is refused, and where its use was not agreed to', async () => {
  const refused = await connect({}, {}, [{ status: 401 }]);
  expect((await ask(refused.access)).withoutModel?.message).toMatch(/key/i);
  const { host } = frontDoor({
    access: () => Promise.reject(new AttestError('model-off', 'Not agreed to.', 'Agree to it.')),
  });
  const unagreed = await connect({}, { host });
  expect((await ask(unagreed.access)).withoutModel).toBeDefined();
  expect(unagreed.server.calls).toEqual([]);
});
