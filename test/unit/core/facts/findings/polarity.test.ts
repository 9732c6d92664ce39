import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { polaritiesIn } from '../../facts-in';

describe('negation by clause', () => {
  it.each([
    ['No fever.', ['absent fever']],
    [
      'Denies chest pain, shortness of breath, or palpitations.',
      ['absent chest pain', 'absent shortness of breath', 'absent palpitations'],
    ],
    ['He denies any fever and chills.', ['absent fever', 'absent chills']],
    ['Without nausea or vomiting.', ['absent nausea', 'absent vomiting']],
    ['The chest X-ray is negative for pneumonia.', ['absent pneumonia']],
    ['No evidence of fracture or dislocation.', ['absent fracture', 'absent dislocation']],
    ["She doesn't have a cough.", ['absent cough']],
    ['She does not have a cough.', ['absent cough']],
    ['He has never had a seizure.', ['absent seizure']],
    ["I haven't had any fever.", ['absent fever']],
    ['She has had no fever.', ['absent fever']],
    ['He no longer has headaches.', ['absent headache']],
    ['She no longer reports nausea.', ['absent nausea']],
    ['Fever is absent.', ['absent fever']],
    ['Edema: none', ['absent edema']],
    ['Fever: denied', ['absent fever']],
    ['Nil vomiting.', ['absent vomiting']],
    ['Nil nausea/vomiting.', ['absent nausea', 'absent vomiting']],
    ['Non-smoker.', ['absent smoking']],
    ['non smoker', ['absent smoking']],
    ['Abdomen soft and non-tender.', ['absent tenderness']],
    ['Negative headaches, negative syncope.', ['absent headache', 'absent syncope']],
    ['Negative as far as sore throat or cough.', ['absent sore throat', 'absent cough']],
    ['They have not noted him to have any fevers or chills.', ['absent fever', 'absent chills']],
    ['Neither cough nor fever.', ['absent cough', 'absent fever']],
    ['Free of rash.', ['absent rash']],
    ['w/o fever', ['absent fever']],
  ])('reads "%s"', (text, expected) => {
    expect(polaritiesIn(text)).toEqual(expected);
  });

  it.each([
    ['No evidence of pneumonia but there is an effusion.', ['absent pneumonia', 'present effusion']],
    ['No fever, however she has a cough.', ['absent fever', 'present cough']],
    ['Denies fever. Reports cough.', ['absent fever', 'present cough']],
    ['Denies fever but reports cough and fatigue.', ['absent fever', 'present cough', 'present fatigue']],
    ['No fever; cough persists.', ['absent fever', 'present cough']],
    [
      'No rash, no wheezing (ongoing back pain), no dysuria.',
      ['absent rash', 'absent wheezing', 'unknown back pain', 'absent dysuria'],
    ],
    [
      'Not any cramping and the discharge is turned from red to brown.',
      ['absent cramps', 'present discharge', 'present redness'],
    ],
    ['Cough, no fever.', ['present cough', 'absent fever']],
    ['Cough, negative COVID test.', ['present cough']],
    ['The patient presents with nausea without vomiting.', ['present nausea', 'absent vomiting']],
    ['No chest pain except tenderness over the ribs.', ['absent chest pain', 'present tenderness']],
  ])('ends where the clause ends in "%s"', (text, expected) => {
    expect(polaritiesIn(text)).toEqual(expected);
  });

  it('reaches the end of a long list', () => {
    const text =
      'Denies fever, chills, night sweats, nausea, vomiting, diarrhea, constipation, headache, or rash.';
    expect(polaritiesIn(text).map((found) => found.split(' ')[0])).toEqual(Array(9).fill('absent'));
  });

  it('spans the negating word apart from the finding', () => {
    const text = 'She denies any chest pain.';
    const [fact] = extractFacts(text).flatMap(({ polarities }) => polarities);
    expect(text.slice(fact?.start, fact?.end)).toBe('chest pain');
    expect(text.slice(fact?.cue?.start, fact?.cue?.end)).toBe('denies');
  });
});

describe('what is neither present nor absent', () => {
  it.each([
    ['There is no increase in swelling.', 'it may be there as before'],
    ['No change in her cough.', 'it may be there as before'],
    ['No new rash.', 'an old one may be there'],
    ['Possible pneumonia.', 'uncertain'],
    ['Pneumonia is suspected.', 'uncertain'],
    ['Return if fever develops.', 'hypothetical'],
    ['Risk of seizures.', 'hypothetical'],
    ['Call if you have chest pain.', 'hypothetical'],
    ['Rule out fracture.', 'to be found out'],
    ['Acetaminophen as needed for fever.', 'hypothetical'],
    ['History of seizures.', 'past'],
    ['Had a cough last month.', 'past'],
    ['The rash resolved.', 'past'],
    ['Her mother has diabetes.', 'another person'],
    ['Family history of asthma.', 'another person'],
    ['Father died of pneumonia.', 'another person'],
    ['Not sure about fever.', 'uncertain'],
  ])('abstains in "%s": %s', (text) => {
    expect(polaritiesIn(text).map((found) => found.split(' ')[0])).toEqual(['unknown']);
  });
});

it('takes the unit behind a number for no finding', () => {
  expect(polaritiesIn('Long run of 10 mi, and an MI in 2019.')).toEqual(['present myocardial infarction']);
});

describe('the site of a finding', () => {
  it('is the nearest part of the body', () => {
    const sites = extractFacts('Swelling of the left ankle and tenderness over the wrist.')
      .flatMap(({ polarities }) => polarities)
      .map(({ concept, site }) => `${concept.name} ${site}`);
    expect(sites).toEqual(['swelling ankle', 'tenderness wrist']);
  });

  it('is unknown where none is named', () => {
    const [fact] = extractFacts('There is swelling.').flatMap(({ polarities }) => polarities);
    expect(fact?.site).toBeUndefined();
  });
});

describe('a denial until a time', () => {
  it.each([
    ['No fainting until Saturday.', 'present syncope'],
    ['I never passed out until last week.', 'present syncope'],
    ['No fever until yesterday.', 'present fever'],
    ['No rash until two weeks ago.', 'present rash'],
    // It may be there now, or still not.
    ['No fever until now.', 'unknown fever'],
    ['No headache until this morning.', 'unknown headache'],
    // A time that is no beginning, or that has not been.
    ['No fever until discharge.', 'absent fever'],
    ['No fever, and no rash.', 'absent fever'],
  ])('in "%s"', (text, first) => {
    expect(polaritiesIn(text)[0]).toBe(first);
  });
});
