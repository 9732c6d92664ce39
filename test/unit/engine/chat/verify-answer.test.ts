import { describe, expect, it } from 'vitest';
import type { JudgeCalibration } from '../../../../src/core/judge/calibration';
import { AttestError } from '../../../../src/core/errors';
import { scriptedModel } from '../../../support/scripted-model';
import { chat, diabetes, notAddressed, speaker, type Script } from './chat-double';

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

  it('is not refused for a patient who gave no answer', async () => {
    const text = 'If there is no answer on the phone, the visit is repeated.';
    const { answer } = await chat('What if the phone is silent?', speaker({ answer: `${text} [1]` }), {
      context: { note: { document: '/n/a.md', text } },
    });
    expect(answer).toMatchObject({ refused: false, answer: expect.stringContaining('no answer') as string });
  });

  it.each(['No answer.', '**NO ANSWER**', 'NO ANSWER. The evidence is about metformin.', 'NO ANSWER [1]'])(
    'is refused where the model says it has none: %s',
    async (said) => {
      const { answer } = await chat('Is metformin blue?', speaker({ answer: said }));
      expect(answer).toMatchObject({ refused: true, reason: 'The evidence does not answer this question.' });
    },
  );

  it('holds headings and lead-ins that claim something against the evidence like any sentence', async () => {
    const { answer } = await chat(
      'When is metformin contraindicated?',
      speaker({
        answer:
          '# Start metformin with 850 mg once daily\n\nThe guideline says:\n\nStart metformin with 5000 mg once daily:\n\nMetformin is contraindicated at an eGFR under 30 mL/min [1].',
      }),
    );
    expect(answer.sentences.map(({ verdict }) => verdict)).toEqual([
      'contradicted',
      'contradicted',
      'supported',
    ]);
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
      // It agrees with the statement, and not with its reverse.
      judge: (prompt) =>
        prompt.includes('six months') && !prompt.includes('should not') ? says(quote) : notAddressed,
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

describe('an answer that was cut off', () => {
  const said = (text: string, finish: 'length' | 'filtered') =>
    scriptedModel(({ purpose }) =>
      purpose === 'chat' ? { text, finish } : purpose === 'search-queries' ? '{"queries": []}' : notAddressed,
    );

  it.each(['length', 'filtered'] as const)(
    'by %s says so, and ends with its last whole sentence',
    async (finish) => {
      const text = 'Metformin is contraindicated at an eGFR under 30 mL/min [1]. Start metformin with 50';
      const { answer } = await chat('When is metformin contraindicated?', said(text, finish));
      expect(answer.unfinished).toBe(finish);
      expect(answer.answer).toMatch(/30 mL\/min \[1\]\.$/);
    },
  );

  it('in its first sentence is refused, with the cause', async () => {
    const { answer } = await chat(
      'When is metformin contraindicated?',
      said('Start metformin with 50', 'length'),
    );
    expect(answer).toMatchObject({ refused: true, reason: expect.stringContaining('cut off') as string });
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
      expect(answer.notJudged).toEqual({ sentences: 1, reason: { failed: 'Gone.' } });
    },
  );

  it('says how many of its sentences were one too many for the judge', async () => {
    const open = Array.from({ length: 15 }, (_, at) => `It is costly for clinic number ${at + 1} [1].`);
    const answer = `Metformin is contraindicated at an eGFR under 30 mL/min [1]. ${open.join(' ')}`;
    const said = await chat('When is metformin contraindicated?', speaker({ answer }));
    expect(said.answer.sentences.filter(({ judged }) => judged)).toHaveLength(12);
    expect(said.answer.notJudged).toEqual({ sentences: 3, reason: 'limit' });
    const few = await chat('When is metformin contraindicated?', speaker(script));
    expect(few.answer.notJudged).toBeUndefined();
  });

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
