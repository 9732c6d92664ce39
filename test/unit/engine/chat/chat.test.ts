import { describe, expect, it } from 'vitest';
import type { JudgeCalibration } from '../../../../src/core/judge/calibration';
import type { ModelRequest } from '../../../../src/core/language-model/language-model';
import type { ChatContext, ChatEvent, SearchDepth } from '../../../../src/engine/chat/chat-answer';
import { AttestError } from '../../../../src/core/errors';
import { converse, type ConversationMeans } from '../../../../src/engine/chat/converse';
import type { LibraryAccess } from '../../../../src/engine/library/gather-evidence';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { SourceReader } from '../../../../src/engine/note/source-reader';
import { libraryPassage } from '../../../support/library-passage';
import { scriptedModel, type Line } from '../../../support/scripted-model';

const diabetes = libraryPassage(
  'Metformin is contraindicated at an eGFR under 30 mL/min. Start metformin with 500 mg once daily.',
  '/g/diabetes.md',
  'Diabetes',
);
const kidney = libraryPassage(
  'In chronic kidney disease check the eGFR twice a year.',
  '/g/kidney.md',
  'Kidney',
);

/** Finds by the first word that query and passage share; vectors say nothing. */
const library: LibraryAccess = {
  search: (query) =>
    Promise.resolve(
      [diabetes, kidney]
        .filter(({ text }) =>
          query
            .toLowerCase()
            .split(/\W+/)
            .some((word) => word.length > 3 && text.toLowerCase().includes(word)),
        )
        .map((passage, index) => ({ passage, rank: index + 1, score: 1 })),
    ),
  neighbours: () => Promise.resolve([]),
  terminology: builtInTerminology,
  embed: (texts) => Promise.resolve(texts.map(() => new Float32Array([1]))),
};

interface Script {
  queries?: string[][];
  answer: string;
  judge?: (prompt: string) => Line;
}

const notAddressed = JSON.stringify({
  passageId: '',
  quote: '',
  reason: 'not there',
  verdict: 'not-addressed',
});

/** A model that plans the given searches, writes the given answer, and judges as told. */
function speaker({ queries = [], answer, judge }: Script) {
  let round = 0;
  return scriptedModel((request: ModelRequest) => {
    if (request.purpose === 'search-queries') return JSON.stringify({ queries: queries[round++] ?? [] });
    if (request.purpose === 'chat') return answer;
    const prompt = request.messages.at(-1)?.content ?? '';
    return judge?.(prompt) ?? notAddressed;
  });
}

async function chat(
  question: string,
  model: ReturnType<typeof scriptedModel> | undefined,
  {
    context,
    found = library,
    calibration,
    ...rest
  }: {
    context?: ChatContext;
    found?: LibraryAccess;
    calibration?: JudgeCalibration;
    again?: boolean;
    depth?: SearchDepth;
  } = {},
) {
  const events: ChatEvent[] = [];
  const means: ConversationMeans = {
    library: () => Promise.resolve(found),
    models: model && {
      isSet: true,
      forAction: () => Promise.resolve(model),
      calibrationOf: () => calibration,
    },
    reader: new SourceReader(),
    checkNote: () => Promise.reject(new Error('not asked for')),
    factCheck: (text) =>
      Promise.resolve({
        verdict: 'not-sure',
        statements: [
          {
            start: 0,
            end: text.length,
            text,
            verdict: 'not-sure',
            explanation: 'Open.',
            spans: [],
            own: { start: 0, end: 0 },
            evidence: [],
            citations: [],
          },
        ],
      }),
  };
  const request = { question, history: [], ...(context && { context }), ...rest };
  const answer = await converse(request, means, (event) => events.push(event));
  return { answer, events };
}

describe('an answer by a model', () => {
  it('streams, cites quotes of the passages, and marks each sentence', async () => {
    const model = speaker({
      answer:
        'Metformin is contraindicated at an eGFR under 30 mL/min [1]. Start metformin with 850 mg once daily [1]. It tastes of metal.',
    });
    const { answer, events } = await chat('When is metformin contraindicated?', model);
    expect(answer.refused).toBe(false);
    expect(answer.sentences.map(({ verdict }) => verdict)).toEqual([
      'supported',
      'contradicted',
      'not-addressed',
    ]);
    for (const { start, end, text } of answer.sentences) {
      expect(answer.answer.slice(start, end)).toContain(text.replace(/[.]$/, ''));
    }
    for (const { quote, start, end } of answer.citations) expect(diabetes.text.slice(start, end)).toBe(quote);
    expect(answer.answer).toMatch(/30 mL\/min \[1\]\./);
    const streamed = events.flatMap((event) => (event.kind === 'text' ? [event.piece] : [])).join('');
    expect(streamed).toContain('contraindicated');
    expect(answer.model).toMatchObject({ name: 'scripted' });
    expect(answer.model?.cost.calls).toBe(model.requests.length);
  });

  it('is refused when nothing in it is supported, with what was looked at', async () => {
    const { answer } = await chat(
      'When is metformin contraindicated?',
      speaker({ answer: 'Metformin cures baldness [1].' }),
    );
    expect(answer).toMatchObject({ answer: '', refused: true });
    expect(answer.citations.map(({ quote }) => quote)).toContain(
      'Metformin is contraindicated at an eGFR under 30 mL/min.',
    );
  });

  it('is refused when the model finds no answer, and when there is no evidence at all', async () => {
    expect((await chat('Is metformin blue?', speaker({ answer: 'NO ANSWER' }))).answer.refused).toBe(true);
    const model = speaker({ answer: 'Bananas [1].' });
    expect((await chat('Bananas?', model)).answer.refused).toBe(true);
    expect(model.requests.map(({ purpose }) => purpose)).not.toContain('chat');
  });

  it('loses citation numbers that stand for nothing', async () => {
    const { answer } = await chat(
      'When is metformin contraindicated?',
      speaker({ answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [9].' }),
    );
    expect(answer.answer).not.toContain('[9]');
    expect(answer.citations).toHaveLength(1);
  });

  it('uses the judge for what words cannot tell, and only with a quote that is there', async () => {
    const says = (quote: string) =>
      JSON.stringify({ passageId: 'P1', quote, reason: 'same', verdict: 'supported' });
    const script = (quote: string): Script => ({
      answer: 'Kidney function should be looked at every six months [1].',
      judge: (prompt) => (prompt.includes('six months') ? says(quote) : notAddressed),
    });
    const good = await chat(
      'How often is chronic disease of the kidney checked?',
      speaker(script('check the eGFR twice a year')),
    );
    expect(good.answer.sentences[0]?.verdict).toBe('supported');
    const bad = await chat(
      'How often is chronic disease of the kidney checked?',
      speaker(script('look every six months')),
    );
    expect(bad.answer.refused).toBe(true);
  });
});

describe('an answer that is there', () => {
  const script: Script = {
    answer:
      'Metformin is contraindicated at an eGFR under 30 mL/min [1]. It is costly for a clinic of this kind [1].',
  };

  it.each(['model-unreachable', 'model-refused', 'budget-spent'] as const)(
    'stays where the judge of a sentence fails with %s: the sentence is not borne out, and nothing is lost',
    async (reason) => {
      const model = scriptedModel((request) =>
        request.purpose === 'search-queries' || request.purpose === 'chat'
          ? request.purpose === 'chat'
            ? script.answer
            : '{"queries": []}'
          : new AttestError(reason, 'Gone.', 'Try again.'),
      );
      const { answer } = await chat('When is metformin contraindicated?', model);
      expect(answer.answer).toContain('contraindicated at an eGFR under 30');
      expect(answer.sentences.map(({ verdict }) => verdict)[0]).toBe('supported');
      expect(answer.sentences[1]?.verdict).not.toBe('supported');
    },
  );

  it('may be another one when the question is asked again', async () => {
    const model = speaker(script);
    await chat('When is metformin contraindicated?', model);
    await chat('When is metformin contraindicated?', model, { again: true });
    const temperatures = model.requests.flatMap(({ purpose, temperature = 0 }) =>
      purpose === 'chat' ? [temperature] : [],
    );
    // The cache keeps no answer of a temperature above 0.
    expect(temperatures).toEqual([0, expect.closeTo(0.5, 1)]);
  });
});

describe('the judge of an answer', () => {
  it('is as sure as its calibration says, and gets a critic where that is not much', async () => {
    const tokens = ['{"verdict":"', 'not-addressed', '"}'].map((token) => ({
      token,
      logprob: 0,
      alternatives: [],
    }));
    const purposes = async (calibration?: JudgeCalibration) => {
      const model = speaker({
        answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1]. It is white and round [1].',
        judge: () => ({ text: notAddressed, tokens }),
      });
      await chat('When is metformin contraindicated?', model, { ...(calibration && { calibration }) });
      return model.requests.map(({ purpose }) => purpose);
    };
    expect(await purposes()).not.toContain('critic');
    const often = { model: 'scripted', basis: 'b', pairs: 48, accuracy: 0.5, slope: 0, intercept: 0 };
    expect(await purposes(often)).toContain('critic');
  });
});

describe('follow-up searches', () => {
  it('go as far as they may', async () => {
    const model = speaker({
      queries: [['chronic kidney']],
      answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].',
    });
    const { answer } = await chat('Is metformin allowed?', model, {
      depth: { rounds: 0, queriesPerRound: 2 },
    });
    expect(answer.trail).toHaveLength(1);
    expect(model.requests.some(({ purpose }) => purpose === 'search-queries')).toBe(false);
  });

  it('are two rounds of two queries at most, and leave a trail', async () => {
    const model = speaker({
      queries: [['chronic kidney', 'nothing here at all', 'a third one'], ['start dose'], ['more']],
      answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].',
    });
    const { answer } = await chat('Is metformin allowed?', model);
    expect(answer.trail.slice(0, 3)).toEqual([
      { round: 0, query: 'Is metformin allowed?', found: 1 },
      { round: 1, query: 'chronic kidney', found: 1 },
      { round: 1, query: 'nothing here at all', found: 0 },
    ]);
    expect(Math.max(...answer.trail.map(({ round }) => round))).toBeLessThanOrEqual(2);
    expect(answer.trail.some(({ query }) => query === 'a third one' || query === 'more')).toBe(false);
  });

  it('stop when a round brings nothing new', async () => {
    const model = speaker({
      queries: [['metformin dose'], ['chronic kidney']],
      answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].',
    });
    const { answer } = await chat('Is metformin allowed?', model);
    expect(answer.trail.map(({ query }) => query)).toEqual(['Is metformin allowed?', 'metformin dose']);
  });
});

describe('what the user gives along', () => {
  const note = { document: '/n/visit.note.md', text: '# Plan\n\nMetformin 500 mg once daily was started.' };

  it('is evidence of its own, cited as the note', async () => {
    const { answer } = await chat(
      'What was begun?',
      speaker({ answer: 'Metformin 500 mg once daily was started [1].' }),
      {
        context: { note },
      },
    );
    expect(answer.citations[0]).toMatchObject({ kind: 'note', document: note.document });
    expect(answer.sentences[0]?.verdict).toBe('supported');
  });

  it('is not sent when it was not given', async () => {
    const model = speaker({ answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].' });
    await chat('Is metformin allowed?', model);
    expect(JSON.stringify(model.requests)).not.toContain('was started');
  });
});

describe('without a model', () => {
  it('quotes, and names no model', async () => {
    const { answer } = await chat('When is metformin contraindicated?', undefined);
    expect(answer.answer).toContain('> Metformin is contraindicated');
    expect(answer.model).toBeUndefined();
  });

  it('/summarise says what it needs', async () => {
    const note = { document: '/n/a.md', text: 'Seen today.' };
    await expect(chat('/summarise', undefined, { context: { note } })).rejects.toMatchObject({
      reason: 'model-off',
    });
  });
});

describe('commands', () => {
  it('/factcheck takes its text, else the selection', async () => {
    const { answer } = await chat('/factcheck Aspirin *helps*.', undefined);
    expect(answer.answer).toContain('**Not sure**: Aspirin \\*helps\\*.');
    await expect(chat('/factcheck', undefined)).rejects.toMatchObject({ reason: 'invalid-input' });
  });

  it('/summarise sums the note up, from the note alone, with each sentence verified', async () => {
    const note = { document: '/n/visit.note.md', text: 'Metformin 500 mg once daily was started.' };
    const model = speaker({ answer: 'Metformin 500 mg once daily was started [1].' });
    const { answer } = await chat('/summarise', model, { context: { note } });
    expect(answer.sentences.map(({ verdict }) => verdict)).toEqual(['supported']);
    expect(answer.citations).toMatchObject([{ kind: 'note', document: note.document }]);
    expect(JSON.stringify(model.requests)).not.toContain('eGFR');
  });

  it('/explain answers from the guidelines, with a model and without', async () => {
    const model = speaker({ answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].' });
    for (const speaking of [model, undefined]) {
      const { answer } = await chat('/explain metformin', speaking);
      expect(answer.refused).toBe(false);
      expect(answer.citations[0]?.document).toBe(diabetes.document);
    }
    expect(JSON.stringify(model.requests)).toContain(
      'What do the guidelines say about this, and why? metformin',
    );
    // The selection is evidence, too: the first.
    const second = speaker({ answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [2].' });
    const { answer } = await chat('/explain', second, {
      context: { note: { document: '/n/a.md', text: 'Seen.' }, selection: 'metformin' },
    });
    expect(answer.refused).toBe(false);
    await expect(chat('/explain', model)).rejects.toMatchObject({ reason: 'invalid-input' });
  });

  it('an unknown one is named', async () => {
    await expect(chat('/dance', undefined)).rejects.toThrow('/dance');
  });
});
