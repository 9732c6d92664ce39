import { describe, expect, it } from 'vitest';
import { faithfulnessMedication } from '../../../../../../src/core/checks/faithfulness/medication/medication';
import { contradictionsOf, sourceOf } from '../../../check-in';
import { noteInput } from '../../note-check';

const greeting = 'Doctor: Morning.\nPatient: Hello.\n';

describe('what is said of another time, side, part or question contradicts nothing', () => {
  it.each([
    [
      'a number that the patient puts right',
      'The drive took 4 hours.',
      `${greeting}Doctor: After a three-hour drive like that, the back will hurt.\nPatient: It was four.\nDoctor: Four.`,
    ],
    [
      'how long to wait under a condition',
      'Cough x 6 days with fever.',
      `${greeting}Patient: The cough began on Tuesday.\nDoctor: If there's still fever or cough in three to four days, come back in.`,
    ],
    [
      'the first part of a longer time, without its unit',
      'For the first 4 days the bleeding is heavy.',
      `${greeting}Patient: They last nine days and the first four are a mess, the bleeding is heavy.`,
    ],
    [
      'a round month and a half',
      'No falls for 6 weeks.',
      `${greeting}Doctor: Any falls?\nPatient: Not for a good month and a half. The new hip should last six years, they said.`,
    ],
    [
      'a vague count beside the number of another speaker',
      'Uses albuterol 2 puffs 7 times a day.',
      `${greeting}Doctor: How often do you use the albuterol?\nPatient: A few times a day.\nDaughter: More like seven.`,
    ],
    [
      'an hour behind a dose',
      'Last dose: acetaminophen 10 mL at 0730.',
      `${greeting}Mother: I gave her the Tylenol at seven thirty.\nDoctor: How much?\nMother: Ten mils.`,
    ],
    [
      'a disease that is denied of one part of the body',
      'Known cancer under surveillance.',
      `${greeting}Patient: The surgeon said there was no cancer in the lymph nodes.`,
    ],
    [
      'the other side, named just before',
      'Right ankle: full range, no swelling.',
      `${greeting}Doctor: The right ankle moves well. And now the left. There's some swelling on the outside.`,
    ],
    [
      'tobacco that is not smoked',
      'Uses smokeless tobacco.',
      `${greeting}Doctor: Do you smoke?\nPatient: No, I don't smoke, I use snuff.`,
    ],
    [
      'the side that is pressed for a pain elsewhere',
      'Tender in the LLQ.',
      `${greeting}Doctor: When I press on the right side, where do you feel it?\nPatient: Over here.\nDoctor: So lower down on the other one.`,
    ],
    [
      'a calf that hurts and is not tender',
      'Calf pain after running.',
      `${greeting}Doctor: The calf is soft, not tender.`,
    ],
  ])('%s', (_, note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('what is said of the same is compared all the same', () => {
  it.each([
    [
      'a time that nobody puts right',
      'The drive took 5 hours.',
      `${greeting}Patient: The drive took three hours.\nDoctor: It was icy.`,
      'faithfulness/time',
    ],
    [
      'a wait of another length',
      'Return in 2 weeks if the fever persists.',
      `${greeting}Doctor: If the fever persists in two days, return to us.`,
      'faithfulness/',
    ],
    [
      'a part of a longer time that is another part',
      'The bleeding is heavy for the first 6 days.',
      `${greeting}Patient: The bleeding is heavy for the first two days.`,
      'faithfulness/',
    ],
    [
      'another unit of the same length',
      'Neck pain for 6 weeks.',
      `${greeting}Patient: I've had this neck pain for six months.`,
      'faithfulness/',
    ],
    [
      'a frequency that no vague count comes to',
      'Takes naproxen once a week.',
      `${greeting}Patient: I take the naproxen a few times a day.`,
      'faithfulness/frequency',
    ],
    [
      'a disease that is denied of the patient',
      'She has diabetes.',
      `${greeting}Doctor: Any diabetes?\nPatient: No.`,
      'faithfulness/polarity',
    ],
    [
      'the same side, named just before',
      'Right ankle: full range, no swelling.',
      `${greeting}Doctor: The left ankle moves well. Now the right ankle, there's swelling on the outside.`,
      'faithfulness/polarity',
    ],
    [
      'tobacco that is smoked',
      'Smokes tobacco.',
      `${greeting}Doctor: Do you smoke?\nPatient: No.`,
      'faithfulness/polarity',
    ],
    [
      'a side that is pressed and hurts',
      'Tender on the left knee.',
      `${greeting}Doctor: Does it hurt when I press on the right knee?\nPatient: Yes, it's tender there, the right knee.`,
      'faithfulness/laterality',
    ],
    [
      'a calf that is tender to the touch',
      'Calf tenderness.',
      `${greeting}Doctor: The calf is soft, not tender.`,
      'faithfulness/polarity',
    ],
  ])('%s', (_, note, source, rule) => {
    expect(contradictionsOf(note, source).filter((line) => line.startsWith(rule))).not.toEqual([]);
  });
});

describe('a course that is told of as begun', () => {
  const against = (note: string, source: string): string[] =>
    faithfulnessMedication
      .run({ ...noteInput(note), sources: [sourceOf(greeting + source)] })
      .filter(({ verdict }) => verdict === 'contradicted')
      .map(({ expected }) => expected ?? '');

  it('may end now', () => {
    const source =
      'Doctor: The culture grew E. coli and we put you on ceftriaxone.\nPatient: Yes.\nDoctor: The line can come out today.';
    expect(against('Stop ceftriaxone.', source)).toEqual([]);
  });

  it.each([
    "I'm going to put you on ceftriaxone.",
    "I'd like to put you on ceftriaxone.",
    "Let's put you on ceftriaxone.",
  ])('is no more than begun: %s', (order) => {
    expect(against('Stop ceftriaxone.', `Doctor: ${order}\nPatient: Okay.`)).toEqual(['start']);
  });
});

describe('a vaccine by the name of its disease', () => {
  it('is one that the source speaks of, beside others', () => {
    const source = `${greeting}Doctor: You had the flu shot in the fall. Did you get the shingles one?\nPatient: Not yet.`;
    const input = { ...noteInput('The shingles vaccine is due.'), sources: [sourceOf(source)] };
    expect(faithfulnessMedication.run(input)).toEqual([]);
  });
});
