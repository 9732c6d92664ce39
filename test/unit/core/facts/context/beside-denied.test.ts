import { describe, expect, it } from 'vitest';
import { contextsIn } from '../../facts-in';

describe('what is named for something else', () => {
  it.each(['She chewed tobacco for years.', 'There was a chickenpox letter from the school.'])(
    '"%s" tells of no finding',
    (text) => {
      expect(contextsIn(text)).toEqual([]);
    },
  );
});

describe('what a test is for', () => {
  it.each([
    ['The swab for flu, COVID and RSV came back negative.', ['absent influenza', 'absent covid-19']],
    ['The swab for flu was positive.', ['present influenza']],
    ["We'll send a swab for flu.", ['unknown influenza']],
    ['She takes paracetamol for a headache.', ['present headache']],
  ])('is told by the result: %s', (text, expected) => {
    expect(contextsIn(text)).toEqual(expected);
  });
});

describe('what a denial is not of, though it stands behind it', () => {
  it.each([
    ['No palpitations with hot flashes.', ['absent palpitations', 'unknown hot flashes']],
    ['Never wheezy with cough.', ['absent wheezing', 'unknown cough']],
    ['No dizziness on coughing.', ['absent dizziness', 'unknown cough']],
    ['No phototherapy for jaundice.', ['unknown jaundice']],
    ['Not admitted for asthma.', ['unknown asthma (past)']],
    ['Not screened for diabetes in the first pregnancy.', ['unknown pregnancy']],
    ['Aspirin does not trigger her asthma.', ['unknown asthma']],
    ['She has not taken iron this pregnancy.', ['unknown pregnancy']],
    ['No cough remedies advised.', ['unknown cough']],
    ['No migraine aura.', ['unknown migraine']],
    ['No nausea or itching, fatigue by noon.', ['absent nausea', 'absent itching', 'unknown fatigue']],
    ['No nausea or itching, fatigue.', ['absent nausea', 'absent itching', 'unknown fatigue']],
    ['Weight loss not intentional, fatigue.', ['unknown fatigue']],
    ['No eczema, mother had depression.', ['present depression (past, family)']],
    ['I did two of those covid tests.', ['unknown covid-19']],
    ['No nosebleed, headache severe.', ['absent nosebleed', 'present headache']],
    ['No nosebleed, gets full quickly.', ['absent nosebleed', 'present early satiety']],
  ])('"%s" leaves it open, or lets it stand', (text, expected) => {
    const found = contextsIn(text);
    for (const one of expected) expect(found).toContain(one);
  });

  it.each([
    ['Clubbing was found to be absent.', ['absent clubbing']],
    ['Apnea and cyanosis both denied.', ['absent apnea', 'absent cyanosis']],
    ['Malaria test negative.', ['absent malaria']],
    ['No diabetes, mother or father.', ['absent diabetes']],
    ['No concern for pneumonia.', ['absent pneumonia (uncertain)']],
    ['No evidence of pneumonia.', ['absent pneumonia']],
    ['He has not had a cough.', ['absent cough']],
    ["I haven't noticed any nausea or the dizziness.", ['absent nausea', 'absent dizziness']],
    ["I don't have the cough.", ['absent cough']],
    ['Not in any pain, no cough or fever.', ['absent cough', 'absent fever']],
    ['No nausea or vomiting, cough or fever.', ['absent nausea', 'absent vomiting', 'absent cough']],
    ['No nausea, vomiting, cough.', ['absent nausea', 'absent vomiting', 'absent cough']],
    ['Denies nausea or vomiting, cough.', ['absent nausea', 'absent vomiting', 'absent cough']],
    ['Not dizzy, nauseous or short of breath.', ['absent dizziness', 'absent nausea']],
    ['No nausea, headache severe or fever.', ['absent headache']],
  ])('"%s" denies it', (text, expected) => {
    const found = contextsIn(text);
    for (const one of expected) expect(found).toContain(one);
  });
});
