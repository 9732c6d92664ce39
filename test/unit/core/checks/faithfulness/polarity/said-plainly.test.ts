import { describe, expect, it } from 'vitest';
import { faithfulnessMedication } from '../../../../../../src/core/checks/faithfulness/medication/medication';
import { contradictionsOf, sourceOf } from '../../../check-in';
import { noteInput } from '../../note-check';

const greeting = 'Doctor: Morning.\nPatient: Hello.\n';
const rules = (note: string, source: string): string[] =>
  contradictionsOf(note, source).map((line) => line.split(':')[0] ?? '');

describe('what the source says plainly', () => {
  it.each([
    [
      'a new value of two that are told',
      'Sodium 146 (128 last week).',
      `${greeting}Doctor: Your sodium was 128 last week. It's 136 now.`,
      'faithfulness/value',
    ],
    [
      'a value in spelt letters beside a stray number',
      'TSH 8.2.',
      '[doctor] hello\n[patient] hi i took two of those for six to twelve months\n[doctor] okay so the blood work your t s h is three point two that is fine',
      'faithfulness/value',
    ],
    [
      'a symptom that is asked for behind a small word',
      'Reports an episode of syncope.',
      '[patient] hello there\n[doctor] how are things\n[patient] fine\n[doctor] okay fainted at all\n[patient] no sir',
      'faithfulness/polarity',
    ],
    [
      'the answer of somebody else',
      'He snores.',
      `${greeting}Doctor: Snoring?\nPatient: My wife says no.`,
      'faithfulness/polarity',
    ],
    [
      'a route beside that of another medicine in the same turn',
      'Metoprolol 25 mg IV.',
      `${greeting}Doctor: I'll start heparin through the drip. And metoprolol, twenty-five, by mouth.`,
      'faithfulness/route',
    ],
    [
      'a little of what an examiner says is not there',
      'Exam: mild tremor.',
      `${greeting}Doctor: How are you? Any pain? Sleeping?\nPatient: Fine.\nDoctor: Hold your arms out for me. Good. No tremor. Strength is good.`,
      'faithfulness/polarity',
    ],
    [
      'the side that is asked for',
      'Right elbow bruise.',
      `${greeting}Daughter: Just a bruise on her elbow.\nDoctor: Which side?\nDaughter: The left.`,
      'faithfulness/laterality',
    ],
    [
      'the side of a part, beside talk of the other one',
      'Ulcer of the left great toe.',
      `${greeting}Patient: It's the ulcer on the right great toe.\nDoctor: And you always put weight on the other foot?\nPatient: Yes.`,
      'faithfulness/laterality',
    ],
  ])('contradicts a note that says otherwise: %s', (_, note, source, rule) => {
    expect(rules(note, source)).toContain(rule);
  });

  it.each([
    [
      'both values',
      'Sodium 136 (128 last week).',
      `${greeting}Doctor: Your sodium was 128 last week. It's 136 now.`,
    ],
    ['the answer of somebody else', 'He snores.', `${greeting}Doctor: Snoring?\nPatient: My wife says I do.`],
    [
      'a route behind two medicines of one sentence',
      'Metoprolol 5 mg IV.',
      `${greeting}Doctor: You had the heparin and the metoprolol IV.`,
    ],
    [
      'a little of what an examiner found',
      'Exam: mild swelling.',
      `${greeting}Doctor: No swelling up here. There's a bit of swelling at the ankle.`,
    ],
    [
      'a little of what the patient alone denies',
      'Exam: mild tremor.',
      `${greeting}Doctor: Any tremor?\nPatient: No.`,
    ],
    [
      'the side that is asked for',
      'Left elbow bruise.',
      `${greeting}Daughter: Just a bruise on her elbow.\nDoctor: Which side?\nDaughter: The left.`,
    ],
  ])('contradicts none that agrees: %s', (_, note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('a medicine that is asked for', () => {
  const against = (note: string, source: string): string[] =>
    faithfulnessMedication
      .run({ ...noteInput(note), sources: [sourceOf(greeting + source)] })
      .filter(({ verdict }) => verdict === 'contradicted')
      .map(({ expected }) => expected ?? '');

  it.each([
    'Doctor: Any naproxen?\nPatient: No.',
    'Doctor: Naproxen, aspirin?\nPatient: No, my stomach.',
    'Doctor: Naproxen?\nPatient: No.\nDoctor: And the warfarin?\nPatient: I was back on that in May.',
    'Doctor: Are you taking naproxen or anything like it?\nPatient: Nope.',
  ])('is not taken where the answer is no: %s', (source) => {
    expect(against('Takes naproxen for her back.', source)).toEqual(['is not taken']);
  });

  it.each([
    'Doctor: Naproxen?\nPatient: Yes, twice a day.',
    'Doctor: Are you allergic to naproxen?\nPatient: No.',
    'Doctor: Do you need a refill of the naproxen?\nPatient: No.',
    'Doctor: Any problems with the naproxen?\nPatient: No.',
    'Doctor: Did you come off the naproxen?\nPatient: No.',
    "Doctor: Naproxen?\nPatient: No. Well, I'm on naproxen when it's bad.",
  ])('may be taken where something else is asked, or answered: %s', (source) => {
    expect(against('Takes naproxen for her back.', source)).toEqual([]);
  });
});
