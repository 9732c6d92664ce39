import { describe, expect, it } from 'vitest';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import type { LibraryAccess } from '../../../../src/engine/library/gather-evidence';
import { chat, diabetes, speaker } from './chat-double';

const note = {
  document: '/n/visit.note.md',
  text: 'Start metformin with 5000 mg once daily. Metformin is safe.',
};
const empty: LibraryAccess = {
  search: () => Promise.resolve([]),
  neighbours: () => Promise.resolve([]),
  terminology: builtInTerminology,
  embed: (texts) => Promise.resolve(texts.map(() => new Float32Array([1]))),
};

describe('what only the note that goes along says', () => {
  it('is open where the library contradicts it, with both shown', async () => {
    const { answer } = await chat(
      'When is metformin started? When is it contraindicated?',
      speaker({
        answer:
          'Start metformin with 5000 mg once daily [1]. Metformin is contraindicated at an eGFR under 30 mL/min [2].',
      }),
      { context: { note } },
    );
    const [dose] = answer.sentences;
    expect(dose?.verdict).toBe('not-sure');
    const cited = dose?.citations.map((number) => answer.citations[number - 1]);
    expect(cited?.map((citation) => citation?.document)).toEqual([note.document, diabetes.document]);
  });

  it('is open where the transcript that the note was written from contradicts it', async () => {
    const { answer } = await chat(
      'What was begun? Is anything else planned?',
      speaker({ answer: 'Start metformin with 5000 mg once daily [1]. The patient has asthma [2].' }),
      {
        context: {
          note,
          sources: [
            {
              document: '/n/visit.txt',
              text: 'Start metformin with 500 mg once daily. The patient has asthma.',
            },
          ],
        },
      },
    );
    expect(answer.sentences.map(({ verdict }) => verdict)).toEqual(['not-sure', 'supported']);
  });

  it.each([
    ['Is metformin safe?', 'Metformin is safe [1].'],
    ['What does the note say?', 'Metformin is safe [1].'],
  ])('is no support where it is about what is right: %s', async (question, text) => {
    const { answer } = await chat(question, speaker({ answer: text }), {
      context: { note },
      found: empty,
    });
    expect(answer.refused).toBe(true);
  });

  it('is support where it is asked what the note says, and where the answer says that the note says it', async () => {
    const asked = await chat(
      'What dose of metformin was begun?',
      speaker({ answer: 'Start metformin with 5000 mg once daily [1].' }),
      { context: { note }, found: empty },
    );
    expect(asked.answer.sentences[0]?.verdict).toBe('supported');
  });

  it('is support in a summary, which nobody asks what is right', async () => {
    const { answer } = await chat(
      '/summarise',
      speaker({ answer: 'Start metformin with 5000 mg once daily [1].' }),
      {
        context: { note },
      },
    );
    expect(answer.sentences[0]?.verdict).toBe('supported');
  });
});
