import { describe, expect, it } from 'vitest';
import { faithfulnessValue } from '../../../../../../src/core/checks/faithfulness/value/value';
import { findingsOf } from '../../../check-in';
import { saidAgainst } from '../../source-check';

const contradictionsOf = (note: string, source: string | readonly string[]): string[] =>
  saidAgainst(faithfulnessValue, note, source);

describe('numbers that speakers put in few words', () => {
  it.each([
    [
      'Naproxen 500 mg three times daily.',
      'Naproxen, five hundred three times with meals.',
      'a count behind hundreds',
    ],
    ['Paracetamol 1 g.', 'I had a gram of paracetamol about nine this morning.', 'a gram, and the hour'],
    [
      'Contact with chickenpox 2 weeks ago. 2 days of fever.',
      'Two days of fever. And a fortnight ago my niece had chickenpox.',
      'a fortnight',
    ],
    ['RR 24.', 'The breathing was thirty and now the breathing is twenty-four.', 'breathing'],
    [
      'Cefalexin 500 mg (10 mL of 250 mg/5 mL).',
      'Cefalexin, five hundred milligrams, so ten mils of the syrup.',
      'the strength of a product',
    ],
  ])('bear "%s" out: %j, %s', (note, told) => {
    expect(contradictionsOf(note, `[doctor] ${told}\n[patient] Okay.`)).toEqual([]);
  });

  it('read a number that a hyphen joins', () => {
    expect(
      contradictionsOf('Aspirin 325 mg.', '[doctor] Aspirin, the two-fifty milligrams.\n[patient] Okay.'),
    ).toHaveLength(1);
    expect(
      contradictionsOf('Aspirin 250 mg.', '[doctor] Aspirin, the two-fifty milligrams.\n[patient] Okay.'),
    ).toEqual([]);
  });
});

describe('a value that was put right, or was another time', () => {
  it.each([
    [
      'SpO2 97%.',
      ['[nurse] Sats were ninety-one, no, sorry, cold finger, it is ninety-seven now.'],
      'in the same turn',
    ],
    [
      'T 98.6.',
      ['[patient] My temperature was ninety-nine four at home.', '[doctor] You are ninety-eight six here.'],
      'with the point left out',
    ],
    [
      'Tmax 103.4 F.',
      ['[mother] Hundred and three point four it went.', '[doctor] Temperature ninety-eight two now.'],
      'with a hundred and no "a"',
    ],
    [
      'Nodule 6 → ~3 mm.',
      ['[doctor] The nodule was six millimetres, and now it is about three.'],
      'behind an arrow',
    ],
  ])('bears "%s" out: %j, %s', (note, told) => {
    expect(contradictionsOf(note, [...told, '[patient] Okay.'].join('\n'))).toEqual([]);
  });

  it('is no excuse for a value that nobody gives', () => {
    const source =
      '[nurse] Sats were ninety-one, no, sorry, cold finger, it is ninety-seven now.\n[patient] Okay.';
    expect(contradictionsOf('SpO2 79%.', source)).toHaveLength(1);
  });
});

describe('a number of the source without a unit, where what it measures has two', () => {
  it.each([
    ['Hb 11.2 g/dL.', 'Your haemoglobin was 112.'],
    ['Haemoglobin 112 g/L.', 'The hemoglobin is 11.2.'],
    ['Albumin 32 g/L.', 'Albumin is 3.2.'],
    ['CRP 5 mg/dL.', 'The CRP was 50.'],
    ['Calcium 2.4 mmol/L.', 'Your calcium is 9.6.'],
    ['HbA1c 53 mmol/mol.', 'Your HbA1c is 7.'],
    ['Glucose 9.9 mmol/L.', 'The glucose is 178.'],
  ])('bears "%s" out: "%s"', (note, source) => {
    expect(findingsOf(note, `[doctor] ${source}`)).toEqual([]);
  });

  it.each([
    ['Hb 1.12 g/dL.', 'Your haemoglobin was 11.2.', '1.12 g/dL → 11.2'],
    ['Hb 14.2 g/dL.', 'Your haemoglobin was 112.', '14.2 g/dL → 112'],
    ['Calcium 3.4 mmol/L.', 'Your calcium is 9.6.', '3.4 mmol/L → 9.6'],
  ])('contradicts "%s": "%s"', (note, source, expected) => {
    expect(contradictionsOf(note, `[doctor] ${source}`)).toEqual([expected]);
  });

  it('is no fix where it would stand before the other unit', () => {
    const [finding] = findingsOf('Hb 14.2 g/dL.', '[doctor] Your haemoglobin was 112.');
    expect(finding?.verdict).toBe('contradicted');
    expect(finding?.fixes).toEqual([]);
  });
});

describe('a number of the medicine before', () => {
  const told = (words: string): string => `[doctor] What do you take?\n[patient] ${words}\n[doctor] Right.`;

  it("is none of the next one's", () => {
    const source = told('Metoprolol fifty twice a day, apixaban, and a multivitamin.');
    expect(
      findingsOf('Apixaban 5 mg BID. Metoprolol 50 mg BID.', source).filter(
        ({ verdict }) => verdict === 'contradicted',
      ),
    ).toEqual([]);
  });

  it('is its own', () => {
    const source = told('Apixaban fifty twice a day, metoprolol, and a multivitamin.');
    expect(
      findingsOf('Apixaban 5 mg BID.', source).filter(({ verdict }) => verdict === 'contradicted'),
    ).not.toEqual([]);
  });
});

describe('a number that is mended in the same breath', () => {
  const told = (words: string): string => `[doctor] And your weight?\n[patient] ${words}\n[doctor] Okay.`;

  it('contradicts neither of the two', () => {
    expect(contradictionsOf('Weight gain of 9 kg.', told("I've put on six kilos, full nine maybe."))).toEqual(
      [],
    );
  });

  it('contradicts any other', () => {
    expect(contradictionsOf('Weight gain of 8 kg.', told("I've put on six kilos."))).toHaveLength(1);
  });
});
