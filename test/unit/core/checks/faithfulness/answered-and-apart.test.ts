import { describe, expect, it } from 'vitest';
import { faithfulnessAllergy } from '../../../../../src/core/checks/faithfulness/allergy/allergy';
import { faithfulnessMedication } from '../../../../../src/core/checks/faithfulness/medication/medication';
import { contradictionsOf } from '../../check-in';
import { saidOfNote } from '../note-check';

/** What the rules of statements, of medicines and of allergies call contradicted. */
function called(note: string, source: string): string[] {
  const ofNote = [faithfulnessAllergy, faithfulnessMedication].flatMap((rule) =>
    saidOfNote(rule, note, source),
  );
  return [...contradictionsOf(note, source), ...ofNote.filter((one) => one.includes('→'))];
}

/** Questions enough to show that a transcript marks them. */
const marked = 'Doctor: How are you? Slept well? Eating?\nPatient: Fine, thanks.\n';
const unmarked =
  'Doctor: hello come in how are you\nPatient: oh getting by\nDoctor: are you sleeping\nPatient: i am now\n';

describe('what an answer, a list or another question says is not the opposite of the note', () => {
  it.each([
    [
      'a medicine that was taken off, asked without a mark',
      'Tramadol was stopped by Dr. Poe.',
      `${unmarked}Doctor: are you still taking the tramadol\nPatient: no doctor poe took me off that in june`,
    ],
    [
      'a symptom asked for under a medicine',
      'On sertraline 50 mg daily.',
      `${marked}Patient: I take sertraline, fifty.\nDoctor: Any nausea or stomach stuff on the sertraline?\nPatient: No.`,
    ],
    [
      'a medicine that is kept in the breath that starts another',
      'Continue ramipril and bisoprolol.',
      `${unmarked}Doctor: so i'll start spironolactone twenty five a day keep the ramipril and the bisoprolol where they are\nPatient: okay`,
    ],
    [
      'a medicine against a reaction, of another person',
      'No known drug allergies.',
      `${marked}Doctor: Allergies?\nPatient: No. Mia's the allergic one, she's got an EpiPen.`,
    ],
    [
      'an allergen that is only asked back',
      'No sulfa allergy.',
      `${marked}Doctor: Any allergies?\nPatient: Sulfa? No, that's my brother. Me, nothing.`,
    ],
    [
      'an allergy that is taken off the list',
      'No known drug allergies.',
      `${marked}Doctor: Any allergies?\nMother: She had spots with cephalexin.\nDoctor: That was the virus. I'm taking that off her chart.`,
    ],
    [
      'the other end of the same part',
      'Tenderness at the medial epicondyle. No lateral elbow tenderness.',
      `${marked}Doctor: There's tenderness on the medial side of the elbow, nothing else.\nPatient: Ow.`,
    ],
    [
      'a problem that is named by its number',
      '1. Eczema.',
      `${marked}Doctor: First problem, eczema.\nPatient: No!\nDoctor: Yes. Start the cream twice a day.`,
    ],
    [
      'a question of the patient without a mark',
      'No nausea.',
      `${unmarked}Doctor: take it with food\nPatient: will i get nausea\nDoctor: hardly anybody does`,
    ],
    [
      'what somebody else took it for',
      'She was seen at a clinic, where she was diagnosed with pneumonia.',
      `${marked}Patient: The clinic said it's pneumonia.\nDoctor: The film is clear. It's not pneumonia.`,
    ],
    [
      'how long something changes, and how long it is',
      'Back pain since age 20, worsening over the past month.',
      `${marked}Doctor: You have had the same back pain for nine years.\nPatient: Yes, and lately it is awful.`,
    ],
    [
      'how often doses are missed',
      'Rosuvastatin nightly. Misses rosuvastatin 2 nights/wk.',
      `${unmarked}Doctor: rosuvastatin every night\nPatient: i miss some two a week`,
    ],
    [
      'colors that look washed out',
      'She reports fatigue.',
      `${marked}Doctor: Do colors look washed out?\nPatient: No. I drag through the day.`,
    ],
  ])('%s', (_, note, source) => {
    expect(called(note, source)).toEqual([]);
  });

  it.each([
    [
      'Tramadol was stopped by Dr. Poe.',
      `${unmarked}Doctor: are you still taking the tramadol\nPatient: yes doctor poe kept me on that`,
    ],
    [
      'On sertraline 50 mg daily.',
      `${marked}Doctor: Are you on the sertraline?\nPatient: No, not since May.`,
    ],
    [
      'Continue bisoprolol.',
      `${unmarked}Doctor: so i'll start ramipril and bisoprolol and keep the spironolactone where it is\nPatient: okay`,
    ],
    ['No sulfa allergy.', `${marked}Doctor: Any allergies?\nPatient: Sulfa? Yes, hives.`],
    [
      'No known drug allergies.',
      `${marked}Doctor: Any allergies?\nMother: She's allergic to cephalexin.\nDoctor: We'll keep that on her chart.`,
    ],
    [
      'No lateral elbow tenderness.',
      `${marked}Doctor: There's tenderness on the lateral side of the elbow.\nPatient: Ow.`,
    ],
    ['She has eczema.', `${marked}Doctor: Any eczema?\nPatient: No.`],
    ['No nausea.', `${unmarked}Doctor: any nausea\nPatient: yes in the mornings`],
    ['Pneumonia on the right.', `${marked}Doctor: The film is clear. It's not pneumonia.\nPatient: Good.`],
    [
      'Rosuvastatin 2 nights/wk.',
      `${unmarked}Doctor: you take rosuvastatin every night\nPatient: yes every night`,
    ],
    ['She reports fatigue.', `${marked}Doctor: Are you tired?\nPatient: No, not at all.`],
  ])('while the opposite is called: %s', (note, source) => {
    expect(called(note, source).length).toBeGreaterThan(0);
  });
});
