import { describe, expect, it } from 'vitest';
import { contextsIn } from '../../facts-in';

const read = (text: string): string[] => contextsIn(text).map((one) => one.replace(/ \(.*/, ''));

describe('a negation ends where somebody else has a verb of their own', () => {
  it.each([
    ["she never rests my mother had asthma and that's that", 'present asthma'],
    ['my uncle no he had a stroke at fifty', 'present stroke'],
    [
      'sitting up comfortable on air no accessory muscles used lungs have wheezing at both bases heart regular rate and rhythm abdomen soft and flat legs warm',
      'present wheezing',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it.each([
    ['no sign that my mother had asthma', 'absent asthma'],
    ['no asthma in my family', 'absent asthma'],
    ['my uncle never had a stroke', 'absent stroke'],
    [
      'we went through all of it today and no relatives have asthma on either side as far as anybody there can remember from the big family meeting',
      'absent asthma',
    ],
  ])('and not else: %s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe('an exception of one item of a list of denials', () => {
  it.each([
    ['Denies rash except under the watch, nausea, diarrhea, wheezing.', 'absent nausea'],
    ['Denies rash except under the watch, nausea, diarrhea, wheezing.', 'absent wheezing'],
    ['No rash apart from the hands, nausea, or wheezing.', 'absent nausea'],
  ])('is none of the next: %s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it.each([
    ['Denies complaints except cough, wheezing.', 'present wheezing'],
    ['Denies any symptoms other than nausea, diarrhea.', 'present diarrhea'],
    ['No rash apart from bruising, wheezing.', 'present wheezing'],
  ])('goes on where all is excepted, or nothing ends the list: %s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe('what a line says to do should something come', () => {
  it.each(['Wheezing/vomiting - stop the tablets, 911.', 'Fever, vomiting - call us.', 'Vomiting -> ER.'])(
    'is not there yet: %s',
    (text) => {
      expect(contextsIn(text).every((one) => /hypothetical/.test(one))).toBe(true);
    },
  );

  it.each([
    'Vomiting since Monday - call surgery.',
    'Vomiting - settled.',
    'No vomiting - return to school.',
  ])('and this is told: %s', (text) => {
    expect(contextsIn(text).some((one) => /hypothetical/.test(one))).toBe(false);
  });
});

describe('"unlikely" behind a finding', () => {
  it.each([
    ['Pneumonia unlikely given clear lungs.', 'absent pneumonia'],
    ['Pneumonia unlikely.', 'absent pneumonia'],
    ['Cough, unlikely pneumonia.', 'present cough'],
  ])('%s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });
});
