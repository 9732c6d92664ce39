import { describe, expect, it } from 'vitest';
import { scriptedModel } from '../../../support/scripted-model';
import { chat, notAddressed, speaker } from './chat-double';

const filler = (at: number): string => `On day ${at} the patient slept well and walked to the garden twice.`;
/** About 6,000 characters, with the plan at the end. */
const long = [
  '# History',
  ...Array.from({ length: 85 }, (_, at) => filler(at + 1)),
  '# Plan',
  'Start amlodipine 5 mg once daily. Stop naproxen.',
].join('\n');
const note = { document: '/n/long.note.md', text: long };

describe('/summarise of a long note', () => {
  it('gives the model all of the note, each sentence once and in order', async () => {
    const model = speaker({ answer: 'Start amlodipine 5 mg once daily.' });
    const { answer } = await chat('/summarise', model, { context: { note } });
    const [asked] = model.requests.filter(({ purpose }) => purpose === 'chat');
    const prompt = asked?.messages.at(-1)?.content ?? '';
    const places = Array.from({ length: 85 }, (_, at) => prompt.indexOf(filler(at + 1)));
    expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true);
    expect(prompt.match(/Stop naproxen/g)).toHaveLength(1);
    expect(answer.refused).toBe(false);
    expect(answer.sentences[0]?.verdict).toBe('supported');
    for (const { start, end, quote } of answer.citations) expect(long.slice(start, end)).toBe(quote);
  });

  it('sums up part by part what a model cannot read at once, with numbers that go on', async () => {
    const model = scriptedModel(
      ({ purpose, messages }) => {
        if (purpose !== 'chat') return notAddressed;
        const prompt = messages.at(-1)?.content ?? '';
        const number = /id="(\d+)" key="[0-9a-f]+">\n[^<]*Start amlodipine/.exec(prompt)?.[1];
        return number ? `Start amlodipine 5 mg once daily [${number}].` : 'NO ANSWER';
      },
      { contextTokens: 2048 },
    );
    const { answer } = await chat('/summarise', model, { context: { note } });
    const asked = model.requests.filter(({ purpose }) => purpose === 'chat');
    expect(asked.length).toBeGreaterThan(1);
    const all = asked.map(({ messages }) => messages.at(-1)?.content ?? '').join('\n');
    for (let at = 1; at <= 85; at++) expect(all).toContain(filler(at));
    for (const { messages, maxTokens } of asked) {
      const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
      expect(characters / 3 + maxTokens).toBeLessThanOrEqual(2048);
    }
    expect(answer.sentences.map(({ verdict }) => verdict)).toEqual(['supported']);
  });

  it('sums up no more than the selected part', async () => {
    const model = speaker({ answer: 'Naproxen is stopped.' });
    const selection = long.slice(long.indexOf('# Plan'));
    await chat('/summarise', model, { context: { note, selection } });
    const sent = JSON.stringify(model.requests);
    expect(sent).toContain('Stop naproxen');
    expect(sent).not.toContain('slept well');
  });

  it('has nothing to say of an empty note', async () => {
    const model = speaker({ answer: 'Naproxen is stopped.' });
    const { answer } = await chat('/summarise', model, {
      context: { note: { document: '/n/a.md', text: ' \n' } },
    });
    expect(answer.refused).toBe(true);
    expect(model.requests).toEqual([]);
  });
});
