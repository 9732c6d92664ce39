import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/core/text/sentences';

const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('where a sentence ends', () => {
  it.each([
    ['He has a cough. He has no fever.', ['He has a cough.', 'He has no fever.']],
    ['Is it sore? Yes! Very…', ['Is it sore?', 'Yes!', 'Very…']],
    ['"It hurts." He winced.', ['"It hurts."', 'He winced.']],
    ['No. I slept well.', ['No.', 'I slept well.']],
    ['Takes 5 mg. He sleeps well.', ['Takes 5 mg.', 'He sleeps well.']],
    ['First paragraph\n\nSecond paragraph', ['First paragraph', 'Second paragraph']],
    ['- Metformin 500 mg\n- Ramipril 5 mg', ['Metformin 500 mg', 'Ramipril 5 mg']],
    ['1. Diabetes\n2. Hypertension', ['Diabetes', 'Hypertension']],
    ['| Potassium | 4.4 |\n| Sodium | 140 |', ['| Potassium | 4.4 |', '| Sodium | 140 |']],
    ['Sertraline. 50. It used to be 100.', ['Sertraline.', '50.', 'It used to be 100.']],
    ['Advice. 1. Rest. 2. Fluids.', ['Advice.', 'Rest.', 'Fluids.']],
    ['Pulse 72\r\nWeight 84 kg\r\n', ['Pulse 72', 'Weight 84 kg']],
  ])('in %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    'Seen by Dr. Nair today.',
    'Lisinopril 10 mg p.o. b.i.d. with food.',
    'Temperature 98.6 today.',
    'See fig. 3 for the scan.',
    'Ward no. 3 is full.',
    'Temp was ninety eight . six today.',
    'He came at 5 p.m. for review.',
    'E.g. a rash, i.e. redness.',
    'A line that was wrapped by the editor since it\nwent on and on.',
  ])('not inside of %j', (text) => {
    expect(sentences(text)).toEqual([text]);
  });
});

it('takes each row of a table for itself, however long', () => {
  const rows = [
    'Medicine | Creatinine clearance above 50 mL/min | Creatinine clearance below 30 mL/min',
    'Gabapentin | 300 mg three times daily in divided doses | 300 mg once daily',
  ];
  const text = rows.join('\n');
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(rows);
});

it('takes a genus that is cut short for no item of a list', () => {
  const text = 'H. pylori positive.\nA. First item';
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'H. pylori positive.',
    'First item',
  ]);
});

it('takes the number that a turn begins with for an answer, and the one of a line for its numbering', () => {
  const text = 'Nurse: How many units?\nPatient: 12. Then I stopped.\n  2. Bread';
  const turn = { start: text.indexOf('12'), end: text.indexOf('\n  2') };
  expect(splitSentences(text, turn).map(({ start, end }) => text.slice(start, end))).toEqual([
    '12.',
    'Then I stopped.',
  ]);
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toContain('Bread');
});

describe('spans', () => {
  it('hold no outer white space and no bullet, and come in order', () => {
    const text = '  * One.  \r\n\t- Two 😀. Three.\n\n  ';
    const spans = splitSentences(text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['One.', 'Two 😀.', 'Three.']);
    expect([...spans].sort((a, b) => a.start - b.start)).toEqual(spans);
  });

  it('stay within the part that is asked for', () => {
    const text = 'Before. Inside one. Inside two. After.';
    const within = { start: text.indexOf('Inside one'), end: text.indexOf(' After') };
    expect(splitSentences(text, within).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Inside one.',
      'Inside two.',
    ]);
  });

  it.each(['', '   \n\t\r\n', '...', '- \n- ', '| --- | --- |', '***'])('are none in %j', (text) => {
    expect(splitSentences(text)).toEqual([]);
  });
});

describe('a sentence without an end', () => {
  it('is cut between words', () => {
    const text = 'word '.repeat(20_000);
    const parts = sentences(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join(' ')).toBe(text.trim());
  });

  it('is cut inside of a word that has no end, and not inside of a character', () => {
    const text = '😀a'.repeat(20_000);
    const parts = sentences(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('')).toBe(text);
    // Half of a pair cannot be encoded.
    for (const part of parts) expect(() => encodeURIComponent(part)).not.toThrow();
  });
});

it('begins a line with a label of its own, and goes on with one that was only wrapped', () => {
  const medicines = 'Regular medicines: ramipril 10 mg each morning, amlodipine 5 mg each evening, aspirin';
  const cut = `${medicines}\nReaction to: latex (hives)`;
  expect(sentences(cut)).toEqual([medicines, 'Reaction to: latex (hives)']);
  const wrapped =
    'The plan was gone over with her and with her daughter, who comes from\nLeeds and has a question: when?';
  expect(sentences(wrapped)).toEqual([wrapped]);
});
