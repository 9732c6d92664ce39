import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';

const unmarked = 'doctor: so what brings you in\npatient: well';

const faithful: [why: string, note: string, source: string][] = [
  [
    'what the patient has not felt is found',
    'EXAM:\nGrade 2 anterior prolapse.',
    'Doctor: Do you feel a bulge down there?\nPatient: No.\nDoctor: All right, lie back please.',
  ],
  [
    'a stage is an examiner’s',
    'ASSESSMENT:\nStage 2 prolapse.',
    'Doctor: Do you feel a bulge down there?\nPatient: No.\nDoctor: All right, lie back please.',
  ],
  [
    'vaccines by the names of diseases',
    'IMMUNIZATIONS:\nInfluenza yes, pneumonia no.',
    `${unmarked}\ndoctor: flu shot pneumonia shot\npatient: flu yes pneumonia no`,
  ],
  [
    'an answer of vaccines against a test',
    'RESULTS:\nInfluenza negative.',
    `${unmarked}\ndoctor: flu shot pneumonia shot\npatient: flu yes pneumonia no`,
  ],
  [
    'an admission of years ago',
    'HPI:\nThis episode: no hospitalization.',
    'Doctor: Anything like it before?\nPatient: When I was nineteen they took me in.\nDoctor: One hospital stay, then?\nPatient: Yes.',
  ],
  [
    'an answer that names something else',
    'ROS:\nDenies chest pain.',
    'Doctor: Chest pain?\nPatient: A bit of tightness, sometimes. Not pain.\nDoctor: Okay.',
  ],
  [
    'a yes that is taken back',
    'HPI:\nSome amnesia for the event.',
    "doctor: remember everything\npatient: yeah well i don't remember the fall itself\ndoctor: okay",
  ],
  [
    'answers in a row, each behind its name',
    'ROS:\nDenies dizziness.',
    'doctor: tired dizzy\npatient: tired yeah dizzy no i nap a lot\ndoctor: okay',
  ],
  [
    'a score with its place',
    'HPI:\nHand itching 7/10.',
    "Doctor: Itching?\nPatient: Hands. Seven out of ten. The knees don't itch.\nDoctor: Okay.",
  ],
  [
    'a time that is no age',
    'HPI:\n31-year-old woman.',
    'Doctor: When would you want a baby?\nPatient: Like, two years. Not now.\nDoctor: Okay.',
  ],
  [
    'a decade behind an answer',
    'HPI:\n55-year-old woman.',
    'Doctor: Any abnormal ever?\nPatient: In my twenties they froze it.\nDoctor: Okay.',
  ],
  [
    'half of what is said',
    'MEDS:\nHydroxyzine 12.5 mg as needed.',
    'Doctor: Which hydroxyzine?\nPatient: Half of the twenty-five.\nDoctor: Okay.',
  ],
  [
    'the dose right behind the name',
    'MEDS:\nMelatonin 3 mg.',
    'doctor: so what is he on\nfamily: he takes the melatonin three\ndoctor: move the melatonin to six milligrams then',
  ],
  [
    'a change ordered without the name',
    'PLAN:\nIncrease carbidopa/levodopa to QID.',
    "doctor: you've been on carbidopa levodopa one tablet three times a day\npatient: yes it wears off\ndoctor: right\npatient: yes\ndoctor: let me look at you\npatient: okay\ndoctor: what I want to do is four times a day instead",
  ],
  [
    'a part by which it is told as over',
    'ROS:\nSore throat resolved.',
    "doctor: tell me\npatient: i got the sore throat and the runny nose\ndoctor: and now\npatient: throat's gone",
  ],
  [
    'how long a medicine is taken',
    'HPI:\nCough for 9 days with fever.',
    "doctor: cough\npatient: it's been nine days and the fever since friday\ndoctor: doxycycline one hundred twice a day for seven days no actually five days at least and fever free two of them",
  ],
  [
    'somebody else’s child',
    'ASSESSMENT:\nWalking within the normal range (15-18 mo).',
    "Mother: My sister's baby walked at ten months.\nDoctor: Up to fifteen, even eighteen months is normal.\nMother: Okay.",
  ],
  [
    'a side of which all is denied',
    'ROS:\nDenies locking, hip pain, R knee symptoms.',
    "Doctor: And the left knee?\nPatient: The left knee swells.\nDoctor: Right one okay?\nPatient: Right's fine.",
  ],
  [
    'a former habit behind its label',
    'SUBSTANCE:\nTobacco: former, quit 2010.',
    'Doctor: Smoke?\nPatient: No. I did for five years, quit in 2010.\nDoctor: Okay.',
  ],
  [
    'the other side, which is well',
    'EXAM:\nLeft single-leg stance unsteady, right normal.',
    "doctor: tandem six steps good single leg left has a couple of wobbles right's fine neck full motion\npatient: okay",
  ],
];

describe('a note that says what was said', () => {
  it.each(faithful)('is not contradicted: %s', (_why, note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

const turned: [why: string, note: string, source: string][] = [
  [
    'a symptom that was denied',
    'HPI:\nReports prolapse.',
    'Doctor: Do you feel a bulge, something coming down?\nPatient: No.\nDoctor: All right.',
  ],
  [
    'what the examiner did not find',
    'EXAM:\nLeft ankle swelling.',
    "Doctor: I don't see any swelling of the left ankle at all.\nPatient: Good.\nDoctor: Right.",
  ],
  [
    'an admission of last week',
    'HPI:\nNo hospitalization.',
    'Doctor: What happened last week?\nPatient: I was hospitalized for three days.\nDoctor: I see.',
  ],
  [
    'a whole life',
    'PAST:\nNever hospitalized.',
    'Doctor: Anything like it before?\nPatient: When I was nineteen they took me in.\nDoctor: One hospital stay, then?\nPatient: Yes.',
  ],
  [
    'a list that denies what there is',
    'ROS:\nDenies rash, chronic cough, fever.',
    'Doctor: Any cough?\nPatient: Yes, since Friday, I have a bad cough.\nDoctor: Okay.',
  ],
  [
    'another dose than the one behind the name',
    'MEDS:\nMelatonin 9 mg.',
    'doctor: so what is he on\nfamily: he takes the melatonin three\ndoctor: move the melatonin to six milligrams then',
  ],
  [
    'a plain answer',
    'ROS:\nDenies chest pain.',
    'Doctor: Chest pain?\nPatient: A bit, sometimes.\nDoctor: Okay.',
  ],
  [
    'the swollen side',
    'EXAM:\nRight knee swollen.',
    'Doctor: The left knee is swollen, I see that.\nPatient: Okay.\nDoctor: Good.',
  ],
];

describe('a note that says otherwise', () => {
  it.each(turned)('is contradicted: %s', (_why, note, source) => {
    expect(contradictionsOf(note, source).length).toBeGreaterThan(0);
  });
});
