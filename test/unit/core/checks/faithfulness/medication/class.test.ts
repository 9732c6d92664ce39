import { describe, expect, it } from 'vitest';
import { faithfulnessMedication } from '../../../../../../src/core/checks/faithfulness/medication/medication';
import { sourceOf } from '../../../check-in';
import { noteInput } from '../../note-check';

/** What the rule calls contradicted in a note, as what it expects in its place. */
function against(note: string, source: string): string[] {
  return faithfulnessMedication
    .run({ ...noteInput(note), sources: [sourceOf(source)] })
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ expected }) => expected ?? '');
}

const putOff =
  'Doctor: Let’s hold off on the antibiotics for now and see how you do. Use saline spray.\nPatient: Okay.';
const viral = 'Doctor: You don’t need antibiotics, it’s viral.\nPatient: Okay.';
const noSteroids = 'Doctor: No steroids this time. We’ll do the azithromycin.\nPatient: Okay.';
const statin =
  'Doctor: I’d like you back on the statin.\nPatient: I’d rather not, they gave me cramps.\nDoctor: Fine, we’ll leave it off.';

describe('a class of medicines that the source declines or puts off', () => {
  it.each([
    ['Start antibiotics.', putOff, 'are not to be given now'],
    ['Antibiotics prescribed.', putOff, 'are not to be given now'],
    ['Antibiotics started.', viral, 'are not to be given'],
    ['Start cephalexin 500 mg QID.', viral, 'are not to be given'],
    ['Start steroids.', noSteroids, 'are not to be given'],
    ['Prednisone started.', noSteroids, 'are not to be given'],
    ['Statin restarted.', statin, 'is not to be given'],
    [
      'Continue blood thinner.',
      'Patient: I stopped the blood thinner in June.\nDoctor: Okay.',
      'is no longer taken',
    ],
  ])('contradicts “%s”', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it.each([
    ['No antibiotics for now.', putOff],
    ['Antibiotics deferred.', putOff],
    ['Consider antibiotics if no improvement.', putOff],
    ['Antibiotics not needed.', viral],
    ['Chloramphenicol eye drops prescribed.', viral],
    ['Azithromycin started.', noSteroids],
    ['Fluticasone nasal spray continued.', noSteroids],
    ['Statin declined.', statin],
    ['Statin not restarted.', statin],
    [
      'Antibiotics prescribed as delayed script.',
      'Doctor: Let’s hold off on the antibiotics. I’ll give you a script in case it gets worse.\nPatient: Okay.',
    ],
    [
      'Start antibiotics.',
      'Doctor: We don’t need antibiotics. Actually with that fever let’s do amoxicillin, 500 three times a day.\nPatient: Okay.',
    ],
    [
      'Steroid injection given.',
      'Doctor: Let’s not do steroids by mouth, I’ll inject some into the knee instead.\nPatient: Okay.',
    ],
    [
      'Opioids prescribed, short course.',
      'Doctor: I don’t want you on opioids long term. A short course of oxycodone, five, every six hours.\nPatient: Okay.',
    ],
    [
      'Antibiotics started.',
      'Doctor: No antibiotics recently?\nPatient: No.\nDoctor: Right, let’s start some.',
    ],
    ['Mother takes antibiotics.', viral],
    ['Wean off oxygen.', 'Doctor: Keep the oxygen on for now, we’ll wean it.\nPatient: Okay.'],
    ['Steroids reduced.', 'Doctor: Keep taking the steroids.\nPatient: Okay.'],
  ])('says nothing against “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});
