import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const polarity = (note: string, source: string): string[] =>
  contradictionsOf(note, source).filter((line) => line.startsWith('faithfulness/polarity'));

const greeting = 'Doctor: How are you?\nPatient: Fine. Are you?\nDoctor: Shall we start?\nPatient: Yes.\n';

describe('what a note denies of the past', () => {
  it.each([
    [
      'No previous concussion.',
      'Doctor: Had a head injury before?\nPatient: I had concussion last season.\nDoctor: Okay.',
    ],
    ['No prior migraine.', 'Doctor: Did you ever get a migraine before?\nPatient: Yes.\nDoctor: Okay.'],
    ['No vomiting at any stage.', 'Doctor: Anything else?\nPatient: I vomited last month.\nDoctor: Okay.'],
    ['No nausea.', 'Doctor: Do you feel sick?\nPatient: Sick, yeah.\nDoctor: Okay.'],
    ['Never drinks alcohol.', 'Doctor: Do you drink alcohol?\nPatient: A pint on a Sunday.\nDoctor: Okay.'],
  ])('%s', (note, source) => {
    expect(polarity(note, greeting + source)).toHaveLength(1);
  });

  it.each([
    // What is there now is no previous one.
    ['No previous concussion.', 'Doctor: You have got a concussion.\nPatient: Right.\nDoctor: Okay.'],
    ['No prior migraine.', 'Doctor: Did you ever get a migraine before?\nPatient: No.\nDoctor: Okay.'],
    ['No vomiting.', 'Doctor: Anything else?\nPatient: I vomited last month.\nDoctor: Okay.'],
    [
      'No previous concussion.',
      'Doctor: Anything else?\nPatient: My brother had a concussion last year.\nDoctor: Okay.',
    ],
  ])('keeps silent on %s', (note, source) => {
    expect(polarity(note, greeting + source)).toEqual([]);
  });
});
