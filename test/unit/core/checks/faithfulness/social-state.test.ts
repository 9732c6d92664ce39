import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';

const quit =
  'Doctor: Do you smoke?\nPatient: No, I quit in 2015.\nDoctor: Alcohol?\nPatient: A beer on Saturdays.\nDoctor: Drugs?\nPatient: Never.';
const smokes =
  'Doctor: Do you smoke at all?\nPatient: Yeah, about ten a day.\nDoctor: Do you drink?\nPatient: Never.\nDoctor: Any recreational drugs?\nPatient: I smoke weed on weekends.';
const vapes =
  'Doctor: Any smoking or alcohol?\nPatient: No, neither.\nDoctor: Do you vape?\nPatient: I used to.';
const told =
  'Patient: I quit smoking ten years ago, and I drink a glass of wine every night. I retired last year and live with my wife.\nDoctor: Do you use a stick?\nPatient: No.';
const asked =
  "Doctor: The pregnancy test came back negative. Are you on any blood thinners?\nPatient: No.\nDoctor: Who lives with you?\nPatient: Just me.\nDoctor: Still working?\nPatient: No, I'm retired, I was a nurse.";
const wishes =
  "Doctor: If your heart stopped, what would you want?\nPatient: I want CPR, but I don't want to be intubated.";
const daughter =
  'Daughter: She lives with me since the fall. She walks with a frame now.\nDoctor: Does she smoke?\nDaughter: No, never. I smoke, but not in the house.\nDoctor: Alcohol?\nDaughter: A sherry at Christmas.';
const tries =
  "Doctor: Are you still smoking?\nPatient: I'm trying to quit. I'm down to five a day.\nDoctor: Okay. And alcohol?\nPatient: Not since the baby.";
const others =
  'Doctor: My advice is to quit smoking.\nPatient: I know.\nDoctor: Do you drink enough water?\nPatient: Yes.\nDoctor: Are you allergic to any drugs?\nPatient: No.\nDoctor: Does your husband smoke?\nPatient: Yes.';
const he =
  "Patient: My husband smokes in the house. I never did.\nDoctor: Do you drink?\nPatient: He does. I don't.";

describe('habits and social facts that exclude each other', () => {
  it.each([
    ['Current smoker.', quit, 'Current smoker'],
    ['Never smoker.', quit, 'Never smoker'],
    ['Denies alcohol use.', quit, 'Denies alcohol use'],
    ['Drinks daily.', quit, 'Drinks daily'],
    ['Uses recreational drugs.', quit, 'Uses recreational drugs'],
    ['Former smoker.', smokes, 'Former smoker'],
    ['Drinks socially.', smokes, 'Drinks socially'],
    ['Currently vapes.', vapes, 'vapes'],
    ['Does not drink.', told, 'Does not drink'],
    ['Lives alone.', told, 'Lives alone'],
    ['Currently works as a teacher.', told, 'Currently works as'],
    ['Walks with a stick.', told, 'Walks with a stick'],
    ['Patient is pregnant.', asked, 'Patient is pregnant'],
    ['On anticoagulants.', asked, 'On anticoagulants'],
    ['Lives with husband.', asked, 'Lives with husband'],
    ['Works as a nurse.', asked, 'Works as'],
    ['Full code.', wishes, 'Full code'],
    ['Code status: DNR/DNI.', wishes, 'DNR'],
    ['Walks with a cane.', daughter, 'Walks with a cane'],
    ['Denies alcohol.', daughter, 'Denies alcohol'],
    ['Former smoker.', tries, 'Former smoker'],
  ])('"%s" is turned down', (note, source, words) => {
    const found = contradictionsOf(note, source).map((one) => one.replace(/ →.*$/, ''));
    expect(found.some((one) => one.includes(words))).toBe(true);
  });

  it.each([
    ['Former smoker, quit 2015. Drinks socially. No drug use.', quit],
    ['Denies tobacco use currently. ETOH: occasional. Illicits: none.', quit],
    ['Tobacco: former. Drinks alcohol.', quit],
    ['Current smoker, 10/day. Denies alcohol. Uses marijuana on weekends.', smokes],
    ['Denies illicit drug use, uses marijuana on weekends.', smokes],
    ['Denies smoking and alcohol. Former vaper.', vapes],
    ['Ex-smoker. Drinks daily. Retired. Lives with wife. Walks unaided.', told],
    ['Drinks alcohol.', told],
    ['UPT negative. Denies blood thinners. Lives alone. Retired nurse.', asked],
    ['Code status: DNI.', wishes],
    ['Never smoker. Lives with daughter. Uses a walker. Drinks occasionally.', daughter],
    ['Current smoker, trying to quit. No alcohol.', tries],
    ['Current smoker, smoking cessation advised.', others],
    ['Denies alcohol. Uses recreational drugs.', others],
    ['Husband smokes. Encouraged to stay a non-smoker.', others],
    ['Never smoker; husband smokes. No alcohol use.', he],
    [
      'Current smoker. Drinks alcohol.',
      "Patient: I don't smoke much, maybe three a day. I don't drink that much either.\nDoctor: Okay.",
    ],
    [
      'Drinks occasionally.',
      'Doctor: Do you drink?\nPatient: No thanks. Oh, you mean alcohol. A glass now and then.\nDoctor: Good.',
    ],
    [
      'Drinks at Christmas only.',
      'Doctor: Alcohol?\nPatient: Used to. Stopped in 2019, except at Christmas.\nDoctor: Good.',
    ],
    ['Family history: father was a heavy smoker.', quit],
    ['', quit],
  ])('"%s" is left alone', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('how much is smoked', () => {
  const ten =
    'Doctor: Do you smoke?\nPatient: Yeah, about ten a day.\nDoctor: How far do you walk?\nPatient: Two miles a day.';
  const former = 'Doctor: Do you smoke?\nPatient: I used to smoke twenty a day, I quit in 2010.';

  it.each([
    ['Smokes 20/day.', ten, 'faithfulness/value: 20 → 10 cigarettes a day'],
    ['Smokes 20 cigarettes per day.', ten, 'faithfulness/value: 20 cigarettes per day → 10 cigarettes a day'],
    ['Smokes 1 pack per day.', ten, 'faithfulness/value: 1 pack per day → 10 cigarettes a day'],
    ['Ex-smoker, 30 cigarettes/day.', former, 'faithfulness/value: 30 cigarettes/day → 20 cigarettes a day'],
  ])('"%s" is turned down', (note, source, expected) => {
    expect(contradictionsOf(note, source)).toEqual([expected]);
  });

  it.each([
    ['Smokes 10/day. Walks 2 miles a day.', ten],
    ['Smokes 10 cigarettes daily.', ten],
    ['Smokes half a pack per day.', ten],
    ['Ex-smoker, 20/day until 2010.', former],
  ])('"%s" is left alone', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  // What can't be read as one state leaves the topic open.
  it.each([
    [
      'Ex-smoker, stopped 8 years ago.',
      'Doctor: Do you smoke?\nPatient: I did. 25 a day, from 15 till I was 58.',
    ],
    ['No current drug use.', 'Doctor: Cannabis, anything?\nPatient: Not since I was twenty.'],
    [
      'Non-smoker. Social drinker.',
      "Doctor: Do you smoke or drink?\nPatient: Never smoked a cigarette in my life. As for alcohol, I'll drink socially.",
    ],
    ['She has never smoked.', 'Doctor: borderline then do you smoke\nPatient: no never'],
    [
      'UPT neg.',
      'Doctor: Any chance of pregnancy?\nPatient: I have the IUD. And the nurse already did the test.',
    ],
    [
      'Quit smoking 17 years ago.',
      'Doctor: How much did you used to smoke?\nPatient: About one pack per day.',
    ],
    [
      'The patient is not working.',
      "Doctor: What do you do for a living?\nPatient: Right now, actually, I'm not working.",
    ],
    ['Uses alcohol now and then.', 'Doctor: Do you drink in the morning?\nPatient: No. Never.'],
    [
      'He was formerly employed as a technician.',
      'Doctor: Are you still working?\nPatient: No, I am retired now.',
    ],
    [
      'He is a non-cigarette smoker.',
      "Doctor: Any smoking or alcohol?\nPatient: No, I don't smoke but I drink wine.",
    ],
  ])('"%s" is left open', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});
