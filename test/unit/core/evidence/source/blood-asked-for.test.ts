import { describe, expect, it } from 'vitest';
import { polaritiesIn } from '../../facts-in';
import { contradictionsOf } from '../../check-in';

const visit = (...turns: string[]): string =>
  turns.map((turn, at) => `${at % 2 === 0 ? 'Doctor' : 'Patient'}: ${turn}`).join('\n');

const loose = visit('What is wrong?', 'My poos are really loose.', 'Any blood?', 'No.', 'Okay.');
const chesty = visit('Any phlegm?', 'Green, lots.', 'And any blood in it at all?', 'No, nothing.', 'Okay.');
const both = visit(
  'Any phlegm?',
  'Yes, green.',
  'Any blood?',
  'A few streaks, yes.',
  'And your bowels?',
  'Fine.',
  'Any blood?',
  'No.',
);

describe('blood whose place nobody says', () => {
  it.each([
    ['Loose stool, no blood.', ['absent blood in stool']],
    ['No blood.', ['absent blood']],
    ['Sputum clear, no blood or wheeze.', ['absent hemoptysis', 'absent wheezing']],
    ['Passing stool and urine, blood seen.', ['present blood']],
  ])('is a finding in "%s"', (text, expected) => {
    expect(polaritiesIn(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    'No blood pressure tablets.',
    'Bloods today.',
    'Urine dip: no blood, no protein.',
    'We took some blood today.',
    'No blood relatives affected.',
    'Blood in the anterior chamber.',
  ])('is none in "%s"', (text) => {
    expect(polaritiesIn(text).filter((one) => one.includes('blood'))).toEqual([]);
  });

  it.each([
    ['Loose stool with blood.', loose],
    ['Loose stool, blood seen.', loose],
    ['Reports haematochezia.', loose],
    ['Green sputum with haemoptysis.', chesty],
    ['Haemoptysis today.', chesty],
    ['No haemoptysis.', both],
    ['PR bleeding.', both],
  ])('turns "%s" round where it was asked for', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([
    ['No blood.', loose],
    ['Stool: no blood.', loose],
    ['Haematuria.', loose],
    ['No haemoptysis.', chesty],
    ['Blood in sputum.', both],
    ['No blood in stool.', both],
    ['Urine dip blood ++.', loose],
  ])('says nothing against "%s"', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('a kind of what is there that is denied by its own name', () => {
  it.each([
    ['Haemoptysis today.', visit('Any cough?', 'Yes.', 'Coughing up any blood?', 'No.', 'Okay.')],
    ['Reports orthopnoea.', visit('Short of breath?', 'Yes.', 'Any orthopnoea?', 'No.', 'Okay.')],
  ])('is turned round: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it('may be what people say for it', () => {
    const source = visit('Dizzy?', 'Yes, when I turn my head.', 'Any vertigo?', 'No.', 'Okay.');
    expect(contradictionsOf('Has vertigo.', source)).toEqual([]);
  });
});
