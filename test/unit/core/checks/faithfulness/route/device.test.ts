import { describe, expect, it } from 'vitest';
import { faithfulnessRoute } from '../../../../../../src/core/checks/faithfulness/route/route';
import { saidAgainst } from '../../source-check';

const found = (note: string, source: string): string[] => saidAgainst(faithfulnessRoute, note, source);

const inhaler = 'Doctor: Use the albuterol inhaler, two puffs every four hours.\nPatient: OK.\nDoctor: Good.';
const nebuliser =
  'Doctor: Keep using the budesonide nebulizer.\nPatient: OK.\nDoctor: And salbutamol when needed.';
const both = "Doctor: We gave a nebulizer of albuterol, and here's an albuterol inhaler.\nPatient: OK.";
const cannula = 'Nurse: She is on 2 litres by nasal cannula.\nDoctor: Sats?\nNurse: 94 percent. Pulse is 88.';
const roomAir = 'Nurse: Sats are 96 percent on room air.\nDoctor: OK.\nNurse: Good.';
const changed =
  'Doctor: Room air sats were 88 percent, so we put him on 2 litres by nasal cannula and he came up to 94 percent.\nNurse: Yes.';

describe('a device to inhale by', () => {
  it.each([
    ['Albuterol nebulizer every 4 hours.', inhaler, ['nebulizer → inhaler']],
    ['Albuterol 2.5 mg nebulized every 4 hours.', inhaler, ['nebulized → inhaler']],
    ['Budesonide inhaler twice daily.', nebuliser, ['inhaler → nebuliser']],
  ])('is contradicted: %s', (note, source, expected) => {
    expect(found(note, source)).toEqual(expected);
  });

  it.each([
    ['Albuterol inhaler 2 puffs every 4 hours.', inhaler],
    ['Albuterol MDI 2 puffs q4h.', inhaler],
    ['Albuterol every 4 hours.', inhaler],
    ['Albuterol neb given in clinic.', inhaler],
    ['Budesonide nebs BID.', nebuliser],
    ['Salbutamol inhaler as needed.', nebuliser],
    ['Albuterol nebulizer every 4 hours.', both],
    ['Nebulizer.', inhaler],
  ])('is left alone: %s', (note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});

describe('how oxygen is given', () => {
  it.each([
    ['On 2 L via face mask, SpO2 94%.', cannula, ['face mask → nasal cannula']],
    ['SpO2 94% on room air.', cannula, ['room air → nasal cannula']],
    ['Sats 94% on RA.', cannula, ['RA → nasal cannula']],
    ['SpO2 96% on 2 L oxygen.', roomAir, ['2 L oxygen → room air']],
    ['SpO2 96% on 2 L nasal cannula.', roomAir, ['nasal cannula → room air']],
  ])('is contradicted: %s', (note, source, expected) => {
    expect(found(note, source)).toEqual(expected);
  });

  it.each([
    ['SpO2 94% on 2 L nasal cannula.', cannula],
    ['SpO2 94% on 2L NC.', cannula],
    ['SpO2 94% on supplemental oxygen.', cannula],
    ['RA factor negative.', cannula],
    ['SpO2 99% on room air last week.', cannula],
    ['SpO2 96% on room air.', roomAir],
    ['SpO2 96% RA, no supplemental oxygen.', roomAir],
    ['SpO2 88% on room air, 94% on 2 L NC.', changed],
    ['SpO2 94% on 2 L.', changed],
    ['Home oxygen 2 L with ambulation and sleep.', `${roomAir}\nDoctor: Two refills.`],
    ['Peak 4 L O2, weaned by Monday.', `${roomAir}\nDoctor: Come back in four weeks.`],
    ['O2 2 L for comfort, target 92%.', roomAir],
    [
      'SpO2 96% RA.',
      'Nurse: He was on two litres of oxygen, off since last night. Sats 96 percent.\nDoctor: Good.',
    ],
    ['Home O2 2 L with sleep, SpO2 96%.', roomAir],
    ['SpO2 96% on 2 L oxygen.', `${roomAir}\nPatient: They sent me home with two liters.`],
    ['Peak 4 L O2, weaned to RA.', roomAir],
    [
      'SpO2 95% RA.',
      'Nurse: He was on two litres of oxygen, that is off now.\nDoctor: And?\nNurse: 95 percent.',
    ],
  ])('is left alone: %s', (note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});
