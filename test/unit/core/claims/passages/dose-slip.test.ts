import { describe, expect, it } from 'vitest';
import { passageEvidence } from '../../../../../src/core/checks/passage-evidence';
import { doseSlip } from '../../../../../src/core/claims/passages/dose-slip';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { builtInTerminology } from '../../../../../src/core/terminology/built-in';
import { libraryPassage } from '../../../../support/library-passage';

/** What a library of one passage per title expects instead of the claim's dose. */
function expected(claim: string, documents: Record<string, string>): string | undefined {
  const passages = Object.entries(documents).map(([title, text]) =>
    passageEvidence(libraryPassage(text, `/${title}.md`, title)),
  );
  return doseSlip(extractFacts(claim), passages, builtInTerminology)?.expected;
}

const hypertension = {
  Hypertension: 'Start amlodipine 5 mg once daily. The maximum is amlodipine 10 mg once daily.',
};
const sepsis = { Sepsis: 'Hydrocortisone 200 mg daily is suggested in refractory shock.' };

const stroke = {
  'Acute ischaemic stroke': 'Aspirin 300 mg daily is started within 24 hours and continued for 2 weeks.',
};
const asthma = { Asthma: 'Prednisolone 40 mg daily is given.' };
const failure = { 'Heart failure': 'Furosemide 20 mg daily is given.' };
const reflux = { Reflux: 'Omeprazole 20 mg once daily for four weeks.' };
const anaphylaxis = {
  Anaphylaxis:
    'Adrenaline 500 micrograms is given intramuscularly to adults and children over 12 years. Younger children receive 150 micrograms.',
};
const forChildren = { Anaphylaxis: 'Adrenaline 150 micrograms is given intramuscularly to children.' };
const depression = { Depression: 'Amitriptyline 75 mg at night is given.' };

describe('a dose that the library gives otherwise', () => {
  it('is one that is far outside of all of its doses', () => {
    expect(expected('Amlodipine is started at 50 mg once daily.', hypertension)).toBe('5 mg');
    expect(expected('If it is still high in a month, add amlodipine 50 mg once daily.', hypertension)).toBe(
      '5 mg',
    );
    expect(expected('Amlodipine 20 mg once daily is used.', hypertension)).toBeUndefined();
    expect(expected('Amlodipine is started at 10 mg once daily.', hypertension)).toBeUndefined();
  });

  it.each([
    ['that no disease has', 'Aspirin 3 mg daily is taken.', stroke, '300 mg'],
    ['that no disease has, too much', 'You should take 30 g of aspirin a day.', stroke, '300 mg'],
    ['of the same disease', 'Prednisolone 4 mg daily is given in asthma.', asthma, '40 mg'],
    ['ten times as much', 'Furosemide 2 g daily is given.', failure, '20 mg'],
    ['a thousandth', 'Amitriptyline 75 micrograms at night is taken.', depression, '75 mg'],
    [
      'for adults, named beside children',
      'Adrenaline 5 mg IM is given in anaphylaxis.',
      anaphylaxis,
      '500 mcg',
    ],
    ['that only a day’s doses reach', 'Omeprazole 80 mg once daily is taken.', reflux, '20 mg'],
  ])('is one %s', (_, claim, library, dose) => expect(expected(claim, library)).toBe(dose));

  it.each([
    ['another disease', 'Hydrocortisone 1000 mg is given for adrenal crisis.', sepsis],
    ['a relative', 'His mother takes amlodipine 50 mg once daily.', hypertension],
    ['what is denied', 'Amlodipine 50 mg once daily is never given.', hypertension],
    ['another population', 'Amlodipine 0.5 mg once daily is used in infants.', hypertension],
    ['a child’s, of children alone', 'Adrenaline 5 mg IM is given in anaphylaxis.', forChildren],
    ['another phase', 'Amlodipine 50 mg was given as a bolus.', hypertension],
    ['another route', 'Amlodipine 50 mg intravenously is given.', hypertension],
    [
      'a dose beside the right one',
      'Not amlodipine 50 mg: amlodipine 5 mg once daily is the dose.',
      hypertension,
    ],
    [
      'a dose beside the right one, said plainly',
      'Amlodipine 50 mg is a slip for amlodipine 5 mg once daily.',
      hypertension,
    ],
    [
      'an occasion that the passage does not name',
      'Amlodipine 50 mg was given in the catheter laboratory.',
      hypertension,
    ],
    ['a disease that nobody names', 'You should take 75 mg of aspirin a day.', stroke],
    ['a maintenance that nobody names', 'Aspirin 75 mg once daily is taken.', stroke],
    ['a step that nobody names', 'Prednisolone 5 mg daily is taken.', asthma],
    ['a total that nobody names', 'Furosemide 80 mg daily is given.', failure],
    ['an indication that nobody names', 'Amitriptyline 10 mg at night is taken.', depression],
    [
      'what the passage excepts',
      'Rivaroxaban 2 mg daily is given in renal impairment.',
      { Thrombosis: 'Rivaroxaban 20 mg daily is given except in renal impairment.' },
    ],
  ])('is not that of %s', (_, claim, library) => expect(expected(claim, library)).toBeUndefined());
});
