import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../check-in';

const told = (note: string, source: string): string[] =>
  findingsOf(note, source)
    .filter(({ verdict, severity }) => verdict === 'contradicted' && severity !== 'hint')
    .map(({ rule, text }) => `${rule}: ${text}`);

describe('orderly notes of ordinary talks', () => {
  it.each([
    [
      'the answer names what was asked for, and takes it back at once',
      'Denies pruritus.',
      'Doctor: Sleeping? Itchy?\nPatient: Itchy, not particularly.',
    ],
    [
      'the hour of a dose is none',
      'Ibuprofen 400 mg q8h.',
      'Patient: Two Nurofen at six.\nDoctor: Ibuprofen, four hundred milligrams every eight hours.',
    ],
    [
      'a negative test has its month or day',
      'Syphilis neg Tuesday.',
      'Doctor: Syphilis is negative, that was Tuesday.',
    ],
    [
      'there is less of it than before',
      'Less irritable, sleeping better.',
      'Patient: I got through Sunday without being irritable.',
    ],
    [
      'it is planned',
      'Methotrexate avoided: pregnancy plans.',
      'Doctor: You must not have a pregnancy on it. No pregnancy now.',
    ],
    [
      'why a medicine was not given stands behind a comma',
      'Beta blocker never tried, asthma.',
      'Patient: They would not give me the beta blocker, because of asthma.',
    ],
    [
      'courses of a medicine are counted',
      'Three prednisone courses this year.',
      'Doctor: Prednisone, two tablets every morning for five days. You had three courses this year?\nPatient: Three, yes.',
    ],
    [
      'a span of hours says how often',
      'Salbutamol 2 puffs q4-6h.',
      'Mother: She had two puffs of salbutamol, four times yesterday.',
    ],
    [
      'the other side begins behind an "and"',
      'Flare, mainly right PIPs and left ankle, also the ball of the right foot.',
      'Patient: The knuckles on the right.\nDoctor: I will get you a brace for the left ankle.',
    ],
    [
      'both sides share what is said of them',
      'R wrist and L elbow NAD.',
      'Patient: At Easter it was the left wrist.\nDoctor: The wrist on the right is fine. The left elbow is fine.',
    ],
  ])('are not contradicted where %s', (_, note, source) => {
    expect(told(note, source)).toEqual([]);
  });

  it.each([
    [
      'Prednisone three tablets daily.',
      'Doctor: Prednisone, two tablets every morning.',
      'faithfulness/dose',
    ],
    ['Salbutamol 2 puffs q6h.', 'Doctor: Salbutamol two puffs every four hours.', 'faithfulness/frequency'],
    ['Syphilis positive Tuesday.', 'Doctor: The syphilis test is negative.', 'faithfulness/polarity'],
    [
      'Right ankle swollen and left knee fine.',
      'Doctor: The left ankle is swollen.',
      'faithfulness/laterality',
    ],
  ])('are contradicted in "%s" by "%s"', (note, source, rule) => {
    expect(contradictionsOf(note, source).join()).toContain(rule);
  });
});
