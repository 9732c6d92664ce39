import { describe, expect, it } from 'vitest';
import { faithfulnessTemporality } from '../../../../../src/core/checks/faithfulness/temporality';
import { draftsAgainst } from '../source-check';

/** The verdicts of the rule alone with what the source tells, as "contradicted: over". */
const found = (note: string, source: string): string[] =>
  draftsAgainst(faithfulnessTemporality, note, source).map(
    ({ verdict, expected }) => `${verdict}: ${expected}`,
  );

const stroke = [
  'Doctor: Any past illnesses?',
  'Patient: I had a stroke in 2012, but I completely recovered.',
  'Doctor: And today?',
  'Patient: My knee hurts.',
].join('\n');
const heartburn = 'Patient: I used to have heartburn, not any more.\nDoctor: Good.';

describe('what is over, given for what is there', () => {
  it.each([
    ['Presents with acute stroke.', stroke],
    ['Acute stroke.', stroke],
    ['Ongoing heartburn.', heartburn],
    [
      'Active shingles.',
      'Doctor: Past illnesses?\nPatient: I had shingles in 2015, but it has completely healed. I still get migraines.\nDoctor: I see.',
    ],
    ['Heartburn ongoing.', heartburn],
    ['Active asthma.', 'Patient: I had asthma as a child, but I grew out of it.\nDoctor: I see.'],
    ['Ongoing migraine.', 'Doctor: Do you still get the migraines?\nPatient: No, they stopped years ago.'],
    [
      'Active breast cancer.',
      "Doctor: You had breast cancer in 2009, right?\nPatient: Yes, I've been in remission ever since.",
    ],
    ['Persistent vertigo.', "Doctor: So the vertigo, that's settled?\nPatient: Completely settled."],
    [
      'Presents with kidney stones.',
      'Doctor: In 2018 you had a kidney stone?\nPatient: It passed by itself. Never had one since.',
    ],
    [
      'Ongoing fever.',
      "Doctor: How are you?\nPatient: The fever is gone since Sunday, but I'm still coughing.",
    ],
  ])('is contradicted: %s', (note, source) => {
    expect(found(note, source)).toEqual(['contradicted: over']);
  });

  it('is only asked about where the note reports it, or an assessment may mean a new one', () => {
    expect(found('Reports heartburn.', heartburn)).toEqual(['not-sure: over']);
    const once = 'Patient: I had a seizure when I was six.\nDoctor: And now you fell.';
    expect(found('Presents with seizures.', once)).toEqual(['contradicted: long ago']);
    const year = (said: string): string => `Patient: I had a seizure in ${said}.\nDoctor: And now you fell.`;
    for (const said of [
      '2018',
      'twenty eighteen',
      'nineteen ninety eight',
      'two thousand and nine',
      'the nineties',
    ])
      expect(found('Presents with seizures.', year(said)), said).toEqual(['contradicted: long ago']);
    expect(found('Presents with seizures.', year('my sleep'))).toEqual([]);
    expect(found('Assessment: Acute seizure.', once)).toEqual(['not-sure: long ago']);
  });

  it.each([
    ['the note says so too', 'Stroke in 2012, completely recovered.', stroke],
    ['it is history', 'History of stroke.', stroke],
    ['it is under past history', 'PMH: Acute stroke.', stroke],
    [
      'it has come back',
      'Ongoing migraines.',
      'Patient: I used to have migraines, and they have come back.\nDoctor: Oh.',
    ],
    [
      'it is there at times',
      'Ongoing heartburn.',
      'Patient: I used to have heartburn. Well, I still get it.\nDoctor: Oh.',
    ],
    [
      'it is told elsewhere',
      'Presents with back pain.',
      'Patient: Years ago I had back pain, it went away.\nDoctor: And?\nPatient: Now my back pain is awful.',
    ],
    ['it was last night', 'Presents with fever.', 'Patient: I had a fever last night.\nDoctor: I see.'],
    [
      'nobody gets rid of it',
      'Presents with diabetes.',
      'Patient: I had diabetes years ago already.\nDoctor: Yes.',
    ],
    [
      'the question is not answered so',
      'Ongoing rash.',
      'Doctor: Did the rash go away?\nPatient: It went away and then came back on Friday.',
    ],
    [
      'it is a relative who had it',
      'Active breast cancer.',
      'Patient: My mother had breast cancer in 1999 and fully recovered.\nDoctor: I see.',
    ],
  ])('is none where %s', (_, note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});

describe('what may come, given for what is there', () => {
  const advice = 'Doctor: It is a sprain. If you develop a fever or chills, come back.\nPatient: Okay.';

  it.each([
    ['Presents with fever.', advice, 1],
    ['Reports fever and chills.', advice, 2],
    ['Has leg weakness.', 'Doctor: Watch out for any weakness in the leg.\nPatient: I will.', 1],
    ['Complains of dizziness.', 'Doctor: This medicine can cause dizziness.\nPatient: Okay.', 1],
  ])('is contradicted: %s', (note, source, count) => {
    const drafts = found(note, source);
    expect(drafts).toEqual(Array.from({ length: count }, () => 'contradicted: only what may come'));
  });

  it.each(['Known colon cancer.', 'Patient has colon cancer.'])('and what is looked for: %s', (note) => {
    const source = "Doctor: We're screening you for colon cancer.\nPatient: Fine.";
    expect(found(note, source)).toEqual(['contradicted: only looked for']);
  });

  it('is only asked about where the history names it without a verb', () => {
    expect(found('HPI: Fever.', advice)).toEqual(['not-sure: only what may come']);
  });

  it.each([
    ['the note gives the advice', 'Return if fever or chills.', advice],
    [
      'the patient has it then',
      'Presents with dyspnea.',
      'Patient: If I climb stairs I get short of breath.\nDoctor: Okay.',
    ],
    ['it is there already', 'Presents with fever.', 'Doctor: If the fever lasts, ring us.\nPatient: I will.'],
    [
      'the patient says so',
      'Reports fever.',
      "Doctor: Come back if you get a fever.\nPatient: I've had one since Monday.",
    ],
    [
      'it was asked for',
      'Reports fever.',
      'Doctor: Any fevers?\nPatient: Just the one night.\nDoctor: If you get a fever again, come back.',
    ],
    ['the source does not name it', 'Presents with cough.', advice],
  ])('is none where %s', (_, note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});

describe('what is there, given for what is over', () => {
  const dizzy = 'Patient: I still get dizzy every morning.\nDoctor: I see.';

  it.each(['Dizziness, resolved.', 'Dizziness has resolved completely.', 'Resolved dizziness.'])(
    'is contradicted: %s',
    (note) => {
      expect(found(note, dizzy)).toEqual(['contradicted: still present']);
    },
  );

  it.each([
    [
      'the source says so',
      'Dizziness has resolved.',
      'Patient: I was dizzy every day, it went away.\nDoctor: Good.',
    ],
    ['it is history', 'History of dizziness.', dizzy],
    [
      'nothing says that it is there these days',
      'Rash, resolved.',
      'Patient: There is a rash on my arm.\nDoctor: I see.',
    ],
  ])('is none where %s', (_, note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});
