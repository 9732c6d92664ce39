import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const polarity = (note: string, source: string): string[] =>
  contradictionsOf(note, source).filter((line) => line.startsWith('faithfulness/polarity'));

describe('faithfulness/polarity in the words of a visit', () => {
  it.each([
    [
      'what makes another thing worse',
      'Ear ache, not worse with sneezing.',
      'Doctor: Is it worse when you sneeze?\nPatient: No sneezing. Bending is bad.',
    ],
    [
      'what is to be called for',
      'To ring with fever or hoarse voice.',
      'Doctor: Any fever?\nPatient: No, no fever.\nDoctor: Good.',
    ],
    [
      'a clause without a mark in front of it',
      'Nasal mucosa pale.',
      "[patient] hello\n[doctor] there's a bit of wheeze at the end when you breathe out both sides no crackles ears good right and left throat fine tonsils are big but not red nose is pale inside",
    ],
    [
      'what comes behind a predicate without a mark',
      'Ankle oedema.',
      '[patient] hello\n[doctor] abdomen is soft and you are not sore there at all and i cant feel the liver the spleen is not enlarged legs small swelling on both ankles it is pitting',
    ],
    [
      'a place that is asked for next',
      'Lateral joint line TTP.',
      'Doctor: Tender here, on the inside joint line?\nPatient: No.\nDoctor: Outside?\nPatient: Yeah. Ow.\nDoctor: Okay?',
    ],
    [
      'what a relative has in an answer',
      'Not diabetic.',
      '[doctor] and diabetes\n[patient] no its my husband that has diabetes\n[doctor] okay',
    ],
    [
      'a question for what is different',
      'No change in discharge.',
      '[doctor] any discharge thats different\n[patient] no nothing like that\n[doctor] okay',
    ],
    [
      'a label for what to come back with',
      'Precautions: fever, chest pain.',
      'Doctor: Any fever?\nPatient: No, no fever.\nDoctor: Good.',
    ],
    [
      'a clause of its own behind a comma and "and"',
      'No visual loss, and headache is not worse on coughing.',
      'Doctor: So this is chronic migraine headache.\nPatient: The headache is awful.',
    ],
    [
      'what a question goes on from',
      'Smokes 10/day.',
      'Doctor: And the smokes; will I put you in with the smoking cessation lady?\nPatient: No, not now.',
    ],
    [
      'a list that spells a question out',
      'No one-sided numbness or headache.',
      '[doctor] any new symptoms. numbness on one side, the worst headache of your life\n[patient] no, none of those',
    ],
    [
      'what nearly happened',
      'Denies syncope.',
      'Doctor: Any blackouts?\nPatient: I nearly fainted at church, but I sat down.',
    ],
    [
      'a vaccine by the name of its disease',
      'Measles and mumps vaccines up to date.',
      'Doctor: Has she had measles or mumps?\nMother: No, never.',
    ],
    [
      'an item of a list with a predicate of its own',
      'No vomiting, rash confined to the arms.',
      'Doctor: Any rash?\nPatient: Yes, a rash on my arms.',
    ],
    [
      'what a question takes for granted',
      'Known asthma.',
      'Doctor: Any school missed with the asthma?\nPatient: No.\nDoctor: Good.',
    ],
    [
      'what the speaker tells of their own relative',
      'Tobacco use disorder.',
      'Patient: My brother had a stroke, and he never smoked.\nDoctor: I see.',
    ],
    [
      'the place that was spoken of last',
      'Left elbow swollen.',
      'Doctor: Knees?\nPatient: Sore on stairs. No swelling there.\nDoctor: Right.',
    ],
    [
      'what a note tells apart',
      'Breathless on a steep hill but not on the flat.',
      'Doctor: Are you short of breath?\nPatient: No, not walking about.\nDoctor: Good.',
    ],
    [
      'waking with something',
      'Breathless on hills.',
      'Doctor: Do you wake breathless?\nPatient: No.\nDoctor: Good.',
    ],
    [
      'an answer for the time before',
      'Bruising behind the knee.',
      'Doctor: Any bruising?\nPatient: Nothing till the Tuesday. Then it came out behind the knee.\nDoctor: I see.',
    ],
    [
      'a "no?" that asks',
      'Hepatitis B.',
      'Doctor: Hepatitis, no?\nPatient: I was never told.\nDoctor: Okay.',
    ],
    [
      'a status that is not known',
      'Hepatitis status unknown.',
      'Doctor: Do you have hepatitis?\nPatient: No.\nDoctor: Okay.',
    ],
    [
      'a wish',
      'No weight loss.',
      'Doctor: Any black stools, weight loss?\nPatient: Weight loss, I wish.\nDoctor: You are up.',
    ],
    [
      'another clause of speech without marks',
      'Forearm bruising.',
      '[patient] hello\n[doctor] let me look at you arms up so both arms all the way up a bit sore at the end on the right no tenderness pulses are there both sides bruising on the forearms',
    ],
  ])('does not take %s for a denial', (_, note, source) => {
    expect(polarity(note, source)).toEqual([]);
  });

  it.each([
    [
      'an answer by name in a later sentence',
      'Reports nausea.',
      'Doctor: Sweaty, breathless, nauseous?\nPatient: I was sweating. Not nauseous.\nDoctor: Okay.',
      'faithfulness/polarity: nausea → absent',
    ],
    [
      'an answer that denies the rest',
      'Reports dry mouth.',
      'Doctor: Dry mouth, cough, rash?\nPatient: I cough a little. None of the rest.\nDoctor: Okay.',
      'faithfulness/polarity: dry mouth → absent',
    ],
    [
      'a long sentence without marks that denies a verb',
      'Positive for hydronephrosis.',
      '[patient] hello\n[doctor] the stone is in the tube that goes from the kidney down to the bladder alright and i do not see any evidence of hydronephrosis so that is good',
      'faithfulness/polarity: hydronephrosis → absent',
    ],
    [
      'everyday words',
      'Positive for melaena.',
      'Doctor: Any black poo?\nPatient: No, never.\nDoctor: Okay.',
      'faithfulness/polarity: melaena → absent',
    ],
    [
      'somebody else’s possessive',
      'Positive for haematuria.',
      'Doctor: Any blood in his wee?\nMother: No.\nDoctor: Okay.',
      'faithfulness/polarity: haematuria → absent',
    ],
    [
      'a denial of "been sick" as one of vomiting',
      'Positive for vomiting.',
      "Doctor: Any vomiting?\nMother: He's not been sick.\nDoctor: Okay.",
      'faithfulness/polarity: vomiting → absent',
    ],
    [
      'what was put on as not lost',
      'Reports weight loss.',
      "Doctor: Losing weight?\nPatient: I've put on weight.\nDoctor: Okay.",
      'faithfulness/polarity: weight loss → absent',
    ],
    [
      'two names for a limb',
      'Reports upper extremity tingling.',
      'Doctor: Anything else?\nPatient: No tingling in my arms.\nDoctor: Okay.',
      'faithfulness/polarity: tingling → absent',
    ],
    [
      'red flags that were asked for',
      'Red flags: reports fever.',
      'Doctor: Any fever?\nPatient: No, no fever.\nDoctor: Okay.',
      'faithfulness/polarity: fever → absent',
    ],
    [
      'a note whose title ends like a heading of the plan',
      'SLEEP MEDICINE FOLLOW-UP\n\nReports epistaxis.',
      'Doctor: Any nosebleeds?\nPatient: No nosebleeds.\nDoctor: Okay.',
      'faithfulness/polarity: epistaxis → absent',
    ],
    [
      'what a relative has of what was asked for',
      'Mother had no migraine.',
      'Doctor: Any migraines?\nPatient: No. My mum does, poor thing.\nDoctor: Okay.',
      'faithfulness/polarity: had no migraine → present',
    ],
    [
      'a question that is put in other words at once',
      'Positive for locking.',
      "Doctor: Does it lock? As in get stuck so that you can't straighten it?\nPatient: No, never stuck. It clicks.\nDoctor: Okay?",
      'faithfulness/polarity: locking → absent',
    ],
    [
      'a list without marks that asks',
      'Positive for fever.',
      '[doctor] weight loss or fevers or feeling unwell\n[patient] no im fine in myself\n[doctor] okay',
      'faithfulness/polarity: fever → absent',
    ],
    [
      'glands that are not up',
      'Neck supple, with lymphadenopathy.',
      'Doctor: Neck moves well, no glands.\nPatient: Good.\nDoctor: Okay.',
      'faithfulness/polarity: lymphadenopathy → absent',
    ],
    [
      'a sign that only an examination shows',
      'Positive for JVD.',
      'Doctor: Neck veins are flat.\nPatient: Good.\nDoctor: Okay.',
      'faithfulness/polarity: JVD → absent',
    ],
    [
      'a condition for life in the past history',
      'PMH: heart failure',
      'Doctor: Echo showed no heart failure.\nPatient: Good.\nDoctor: Okay.',
      'faithfulness/polarity: heart failure → absent',
    ],
    [
      'a relative in brackets who has it',
      'Positive for asthma (sister has).',
      "Doctor: Have you got asthma?\nPatient: No. My sister's the one.\nDoctor: Okay.",
      'faithfulness/polarity: asthma → absent',
    ],
    [
      'what a clinician tells where the patient asks back',
      'Positive for lymphadenopathy.',
      '[patient] hello\n[doctor] okay no lymph nodes in the neck\n[patient] is it bad\n[doctor] it is not',
      'faithfulness/polarity: lymphadenopathy → absent',
    ],
  ])('reads %s', (_, note, source, expected) => {
    expect(polarity(note, source)).toEqual([expected]);
  });
});

describe('low sugars in the words of a patient', () => {
  const asked = 'Doctor: Any lows?\nPatient: ';

  it('are hypoglycemia', () => {
    expect(polarity('No hypoglycaemia.', `${asked}Yes, in the night.\nDoctor: Okay?`)).toHaveLength(1);
    expect(polarity('Hypoglycaemic episodes at home.', `${asked}No, none.\nDoctor: Okay?`)).toHaveLength(1);
  });

  it('are none where a mood goes up and down', () => {
    expect(
      polarity('No hypoglycaemia.', 'Doctor: Any highs and lows?\nPatient: Yes.\nDoctor: Okay?'),
    ).toEqual([]);
  });
});
