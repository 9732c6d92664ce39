import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import { scriptedModel } from '../../../support/scripted-model';
import { chat, diabetes, speaker } from './chat-double';

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

  const filler = 'The patient slept well and walked to the garden twice. ';

  it('is read whole where it fits, though the question shares no word with it', async () => {
    const text = `${filler.repeat(70)}Naproxen was stopped.`;
    const model = speaker({ answer: 'Naproxen was stopped.' });
    const { answer } = await chat('Which drugs did I change today?', model, {
      context: { note: { document: '/n/long.md', text } },
    });
    expect(answer.citations.map(({ quote }) => quote)).toEqual(['Naproxen was stopped.']);
    expect(text.length).toBeGreaterThan(3000);
  });

  it('leaves the library its part of the room', async () => {
    const text = filler.repeat(50);
    const sources = Array.from({ length: 5 }, (_, at) => ({ document: `/n/${at}.txt`, text }));
    const model = speaker({ answer: 'Metformin is contraindicated at an eGFR under 30 mL/min.' });
    await chat('When is metformin contraindicated?', model, {
      context: { note: { document: '/n/long.md', text }, sources },
    });
    const sent = JSON.stringify(model.requests.filter(({ purpose }) => purpose === 'chat'));
    expect(sent).toContain('Metformin is contraindicated');
    expect(sent.length).toBeLessThan(16_000);
  });

  it('says what of it was not read for want of room, and nothing where all was', async () => {
    const model = speaker({ answer: 'Naproxen was stopped.' });
    const whole = await chat('What was stopped?', model, {
      context: { note, sources: [{ document: '/n/a.txt', text: 'Naproxen was stopped.' }] },
    });
    expect(whole.answer.leftOut).toBeUndefined();
    const sources = [1, 2, 3, 4, 5].map((at) => ({ document: `/n/${at}.txt`, text: filler.repeat(50) }));
    const text = `${filler.repeat(150)}Naproxen was stopped.`;
    const { answer } = await chat('Was naproxen stopped?', model, {
      context: {
        note: { document: '/n/long.md', text },
        sources: [...sources, { ...sources[0]!, text: 'x' }],
      },
    });
    // The windows that bear on the question are a part of the note; of five sources of 2,700 characters not all fit beside.
    expect(answer.leftOut?.note).toBeGreaterThan(0);
    expect(answer.leftOut?.note).toBeLessThan(0.5);
    const sent = JSON.stringify(model.requests.filter(({ purpose }) => purpose === 'chat').at(-1));
    const read = sent.split('source of the note').length - 1;
    expect(answer.leftOut?.sources).toBe(6 - read);
    expect(answer.leftOut?.sources).toBeGreaterThan(0);
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

  const note = {
    document: '/n/visit.note.md',
    text: '# Plan\n\nMetformin 850 mg twice daily. Walk every day.\n\n# History\n\nAsthma since childhood.',
  };
  const sources = [
    { document: '/n/visit.txt', text: 'We talked about metformin, and the plan is to go on.' },
  ];

  it('quotes the note and its sources that go along, apart from the library', async () => {
    const { answer } = await chat('What dose of metformin is in the plan?', undefined, {
      context: { note, sources },
    });
    expect(answer.citations.filter(({ kind }) => kind !== 'library').map(({ quote }) => quote)).toEqual([
      'Metformin 850 mg twice daily.',
      'We talked about metformin, and the plan is to go on.',
    ]);
    expect(answer.citations.map(({ kind }) => kind)).toContain('note');
    expect(answer.answer).toMatch(/From the note and its sources:\n\n> Metformin 850 mg twice daily\./);
  });

  it('quotes no more of the note than the selected part', async () => {
    const { answer } = await chat('Is there asthma?', undefined, {
      context: { note, selection: 'Asthma since childhood.', selectionStart: note.text.indexOf('Asthma') },
    });
    expect(answer.citations).toMatchObject([{ kind: 'note', quote: 'Asthma since childhood.' }]);
    const other = await chat('Is there asthma?', undefined, {
      context: { note, selection: 'Walk every day.' },
    });
    expect(other.answer.refused).toBe(true);
  });

  it('says that the note holds nothing where the library alone does', async () => {
    const { answer } = await chat('When is metformin contraindicated?', undefined, {
      context: { note: { document: '/n/a.md', text: 'Seen today.' } },
    });
    expect(answer.answer).toContain('hold nothing that bears on this question');
    expect(answer.citations.every(({ kind }) => kind === 'library')).toBe(true);
  });

  it('/summarise says what it needs', async () => {
    const note = { document: '/n/a.md', text: 'Seen today.' };
    await expect(chat('/summarise', undefined, { context: { note } })).rejects.toMatchObject({
      reason: 'model-off',
    });
  });
});

describe('with a model that cannot be had', () => {
  const gone = new AttestError('model-unreachable', 'It is down.', 'Start it.');
  const down = () =>
    scriptedModel(() => {
      throw gone;
    });
  const note = { document: '/n/visit.note.md', text: '# Plan\n\nMetformin 850 mg twice daily.' };

  it('quotes library and note, and says why', async () => {
    const { answer } = await chat('What dose of metformin is in the plan?', down(), { context: { note } });
    expect(answer).toMatchObject({
      refused: false,
      withoutModel: { message: 'It is down.', advice: 'Start it.' },
    });
    expect(answer.answer).toContain('> Metformin 850 mg twice daily.');
    expect(answer.model).toBeUndefined();
    const { answer: explained } = await chat('/explain metformin', down());
    expect(explained.citations[0]?.document).toBe(diabetes.document);
  });

  it('fails where there is nothing to quote, where it was stopped, and where only a model can do it', async () => {
    await expect(chat('Who won the football match?', down())).rejects.toBe(gone);
    await expect(chat('/summarise', down(), { context: { note } })).rejects.toBe(gone);
    const stop = new AttestError('cancelled', 'Cancelled.', 'Ask again.');
    const stopping = scriptedModel(() => {
      throw stop;
    });
    await expect(chat('When is metformin contraindicated?', stopping)).rejects.toBe(stop);
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
