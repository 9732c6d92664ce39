import { describe, expect, it } from 'vitest';
import { consistencyImpossibleValue } from '../../../../../src/core/checks/consistency/impossible-value';
import { draftsOf } from '../statement-check';

const texts = (note: string): string[] => draftsOf(consistencyImpossibleValue, note).map(({ text }) => text);

describe('consistency/impossible-value', () => {
  it('says which unit a temperature fits', () => {
    const [draft] = draftsOf(consistencyImpossibleValue, 'Temperature 98.6 °C.');
    expect(draft).toMatchObject({ text: '98.6 °C', severity: 'warning', expected: '98.6°F' });
  });

  it('names the limits and their source', () => {
    const [draft] = draftsOf(consistencyImpossibleValue, 'Oxygen saturation 140 %.');
    expect(draft?.message).toMatch(/not possible: .*100.*\(.+\)/);
  });

  it.each([
    ['Heart rate 720 bpm.', '720 bpm'],
    ['Oxygen saturation 198% on room air.', '198%'],
    ['Potassium 45 mmol/L.', '45 mmol/L'],
    ['Respiratory rate 160 per minute.', '160 per minute'],
    ['Height 1.5 cm.', '1.5 cm'],
    ['GCS 18 on arrival.', '18'],
    ['BP 80/120 mmHg.', '80/120'],
    ['Blood pressure is 70/90 today.', '70/90'],
  ])('%s', (note, text) => {
    expect(texts(note)).toEqual([text]);
  });

  it.each([
    'Temperature 98.6.',
    'Height up 1.5 cm.',
    'Temperature 37.2 °C.',
    'Temperature 101.2 °F.',
    'Heart rate 72 bpm.',
    'Pulses 2+ in both feet.',
    'BP 120/80 mmHg.',
    'Oxygen saturation 98 % on 2 L.',
    'Potassium 4.5 mmol/L.',
    'Platelets 250,000.',
    'Platelet count of 250.',
    'GCS 15/15.',
    'Heart rate went up by 20.',
    'Visual acuity 20/20, BP was not taken.',
    'Weight 80 kg.',
    'Hemoglobin 13.7, white count 13.3.',
  ])('is quiet on "%s"', (note) => {
    expect(texts(note)).toEqual([]);
  });
});
