import { describe, expect, it } from 'vitest';
import type { TypedSign } from '../../../../src/core/claims/typed-sign';
import { signsOf } from '../../../../src/core/claims/typed-signs';
import { extractFacts } from '../../../../src/core/facts/extract';

function signs(evidence: string, claim: string): TypedSign[] {
  return [
    ...signsOf({ claim, claimFacts: extractFacts(claim), evidence, evidenceFacts: extractFacts(evidence) }),
  ];
}

describe('a number of a claim', () => {
  it.each([
    // Units alone.
    ['Blood lead is 62 µg/dL.', 'The blood lead is 0.62 mg/L.'],
    ['Weight 176 lb.', 'He weighs 80 kg.'],
    // Glucose has 180.16 g/mol.
    ['Glucose was 180 mg/dL.', 'Glucose was 10 mmol/L.'],
  ])('is converted: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['converted']);
  });

  it.each([
    // 3 × 500 mg, 3 × 4000 units.
    ['Metformin 500 mg three times a day.', 'Metformin 1500 mg in all.'],
    ['Epoetin 4000 units three times a week.', 'Weekly epoetin is 12,000 units.'],
    // 47 and 51.
    ['Weight is 47 kg; it was 51 kg in June.', 'She lost 4 kg.'],
    // 0.15 mg/kg of 60 kg; 20 mg/kg of 3 kg.
    ['Dexamethasone 0.15 mg/kg is given.', 'An adult of 60 kg gets 9 mg of dexamethasone.'],
    ['Phenobarbital 20 mg/kg for the baby of 3 kg.', 'Phenobarbital 60 mg was due.'],
    // 5 mL of 1 % hold 50 mg; 45 mL of 1 mg/mL hold 45 mg.
    ['Injected 5 mL of lidocaine 1%.', 'Lidocaine 50 mg was injected.'],
    ['Methadone 45 mL of 1 mg/mL.', 'Methadone 45 mg.'],
    // 60 mL an hour for six hours.
    ['Hartmann 60 mL/h for 6 hours.', 'Hartmann 360 mL.'],
    // 08:35 to 09:10, and over midnight.
    ['Groin puncture 08:35, open at 09:10.', 'Open 35 minutes after puncture.'],
    ['Onset 23:50, call 00:20.', 'The call came after 30 minutes.'],
  ])('is reckoned: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['reckoned']);
  });

  it.each([
    ['Tamsulosin 400 micrograms daily.', 'Tamsulosin 400 mg daily.'],
    ['Tinzaparin 12,000 units.', 'Tinzaparin 1200 units.'],
  ])('is a slip: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['slip']);
  });

  it('is unmeasured where the evidence has nothing in such a unit', () => {
    expect(signs('Drain out, walking well.', 'He received 6 litres of saline.')).toEqual(['unmeasured']);
  });

  it.each([
    ['the same', 'Bisoprolol 5 mg daily.', 'Bisoprolol 5 mg daily.'],
    ['another that does not follow', 'Bisoprolol 5 mg daily.', 'Bisoprolol 3.75 mg daily.'],
    ['a plain number', 'Twelve of 30 patients improved.', 'Eighteen patients improved.'],
    ['none', 'Bisoprolol was stopped.', ''],
    // Which two numbers of several arms a third is made of, nobody can tell.
    [
      'a sum of the arms of a study',
      'Patients were randomised to 12 mg (n = 40) or 30 mg (n = 41); the placebo group had none.',
      'The dose was 18 mg higher in one group.',
    ],
  ])('shows nothing where it is %s', (_, evidence, claim) => {
    expect(signs(evidence, claim)).toEqual([]);
  });
});

describe('the side of a claim', () => {
  it('is the other one where the evidence speaks of that alone', () => {
    expect(signs('Pain in the left knee.', 'The right knee hurts.')).toEqual(['otherSide']);
  });

  it.each([
    ['Left knee replaced, right knee painful.', 'The right knee hurts.'],
    ['The knee is painful.', 'The right knee hurts.'],
    ['Pain in the left knee.', 'Both the left and the right knee hurt.'],
  ])('is open: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual([]);
  });
});
