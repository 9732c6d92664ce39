import { describe, expect, it } from 'vitest';
import { faithfulnessExperiencer } from '../../../../../../src/core/checks/faithfulness/experiencer';
import { contradictionsOf, findingsOf, resultsOf } from '../../../check-in';
import { draftsOfNote } from '../../note-check';

const mother =
  "Mother: He's had a cough for three days. My daughter has asthma. My father had a stroke at 60. My husband's mother has diabetes.\nDoctor: I see.";
const dad = 'Dad: My mother has asthma. My wife has eczema. My other son has hay fever.\nDoctor: Okay.';
const daughter =
  "Doctor: Tell me.\nDaughter: My dad had a seizure in 2019. My brother has diabetes.\nDoctor: And you, how are you?\nPatient: I'm fine.";
const wife =
  'Wife: My husband had chest pain last night. His father had gout. My mother had diabetes.\nDoctor: Okay.';
const grandmother =
  'Grandma: My grandson has had diarrhea for two days. My daughter, his mom, has migraines. My son has asthma.\nDoctor: Okay.';

describe('what somebody who came along tells of their own relatives', () => {
  it.each([
    ['FHx: sister asthma.', mother],
    ['FHx: maternal grandfather stroke at 60.', mother],
    ['FHx: grandfather with stroke.', mother],
    ['FHx: paternal grandmother diabetes.', mother],
    ['FHx: paternal grandmother asthma, mother eczema, brother hay fever.', dad],
    ['FHx: son with diabetes.', daughter],
    ['PMH: seizure 2019.', daughter],
    ['FHx: father gout.', wife],
    ['Chest pain last night.', wife],
    ['FHx: mother migraines, uncle asthma.', grandmother],
    ['Diarrhea for 2 days.', grandmother],
    ['FHx: aunt asthma.', "Carer: She's been wheezing. My sister has asthma.\nDoctor: Okay."],
    ['FHx: sister asthma.', "Guardian: She's been wheezing. My sister has asthma.\nDoctor: Okay."],
    [
      'FHx: mother and sister asthma.',
      "Mum: He's well. My daughter has asthma, and so do I.\nDoctor: Since when?",
    ],
  ])('bears out or leaves open "%s"', (note, source) => {
    expect(findingsOf(note, source)).toEqual([]);
    expect(draftsOfNote(faithfulnessExperiencer, note, source)).toEqual([]);
  });

  it.each([
    ['FHx: brother asthma.', mother, 'faithfulness/polarity: asthma → sister'],
    ['FHx: mother asthma.', mother, 'faithfulness/polarity: asthma → sister'],
    ['FHx: maternal grandmother diabetes.', mother, 'faithfulness/polarity: diabetes → paternal grandmother'],
    ['FHx: maternal grandfather stroke at 50.', mother, 'faithfulness/age: 50 → 60'],
    ['FHx: maternal grandmother asthma.', dad, 'faithfulness/polarity: asthma → paternal grandmother'],
    ['FHx: mother hay fever.', dad, 'faithfulness/polarity: hay fever → brother'],
    ['FHx: brother diabetes.', daughter, 'faithfulness/polarity: diabetes → son'],
    ['FHx: mother gout.', wife, 'faithfulness/polarity: gout → father'],
    [
      'FHx: mother lupus.',
      "Father: She's six. Her twin brother had a cold. My mother-in-law has lupus.\nDoctor: I see.",
      'faithfulness/polarity: lupus → maternal grandmother',
    ],
    ['FHx: brother asthma.', grandmother, 'faithfulness/polarity: asthma → father or uncle'],
  ])('turns "%s" down', (note, source, expected) => {
    expect(contradictionsOf(note, source)).toEqual([expected]);
  });

  it('bears out nothing of the patient’s own father by "my father"', () => {
    const source = 'Mum: He is well. My father had a stroke.\nDoctor: And his dad?\nMum: His dad is well.';
    expect(resultsOf('Father had a stroke.', [source]).map(({ verdict }) => verdict)).not.toContain(
      'supported',
    );
  });

  it('bears out no allergy of the patient by the mother’s own', () => {
    const source = "Doctor: Any allergies?\nMother: She's allergic to eggs. I'm allergic to penicillin.";
    const [verdict] = resultsOf('Allergies: penicillin.', [source]).map((result) => result.verdict);
    expect(verdict).not.toBe('supported');
  });

  it('takes a symptom for the patient’s whose son or husband the companion speaks of', () => {
    const son = 'Father: My son has had ear pain for two days.\nFather: No fever. My wife has migraines.';
    expect(contradictionsOf('No ear pain.', son)).toEqual(['faithfulness/polarity: No ear pain → present']);
    expect(contradictionsOf('No migraine.', son)).toEqual([]);
  });
});

describe('a relative who has something else', () => {
  const asked = (answer: string, more = ''): string =>
    `Doctor: What runs in your family?\nPatient: ${answer}\n${more}`;

  it.each([
    ['FH: father asthma.', asked('My mum has asthma and my dad had a stroke.'), 'mother'],
    ['FH: mother stroke.', asked('My mum has asthma and my dad had a stroke.'), 'father'],
    [
      'FH: mother MI.',
      asked('My father had a heart attack at 50.', "Doctor: And your mother?\nPatient: She's fine."),
      'father',
    ],
  ])('"%s" is not theirs', (note, source, expected) => {
    const [only, ...others] = findingsOf(note, source);
    expect([only?.rule, only?.expected, others]).toEqual(['faithfulness/polarity', expected, []]);
  });

  it.each([
    ['FH: mother stroke.', asked("My mum has asthma and my dad had a stroke. She's had one too.")],
    ['FH: mother MI.', asked('My mum had heart trouble, she had a bypass. My dad had a heart attack.')],
    ['FH: brother diabetes.', asked('My mum and my dad both have diabetes. My brother has it as well.')],
    ['FH: mother asthma.', asked('My mum has asthma and my dad had a stroke.')],
    [
      'FH: mother MI.',
      asked('My father had a heart attack at 50.', 'Doctor: And your mother?\nPatient: At 60, I think.'),
    ],
  ])('"%s" may be theirs all the same', (note, source) => {
    expect(findingsOf(note, source)).toEqual([]);
  });
});
