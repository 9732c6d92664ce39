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

const declined = ['is not to be given'];

describe('a medicine that the source declines', () => {
  it.each([
    ['Alprazolam refilled.', "Doctor: Xanax, I don't want to refill that.\nPatient: Okay."],
    ['Salbutamol nebs trialled.', 'Doctor: No salbutamol, no steroids.\nPatient: Okay.'],
    ['Ramipril restarted.', "Doctor: We stopped the ramipril and I'd leave it off.\nPatient: Okay."],
    ['Start gabapentin.', "Patient: My friend is on gabapentin for hers.\nDoctor: I wouldn't, no."],
    ['Lorazepam given.', 'Doctor: No clonazepam or lorazepam to go home with.\nPatient: Okay.'],
    ['Started methotrexate.', 'Doctor: Or there is methotrexate, hm, no, we wait.\nPatient: Okay.'],
    ['Ibuprofen 400 mg tds prescribed.', 'Doctor: Avoid ibuprofen with your kidneys.\nPatient: Okay.'],
    ['Ursodiol started.', 'Patient: And ursodiol?\nDoctor: No need for it.'],
  ])('contradicts “%s”', (note, source) => {
    expect(against(note, source)).toEqual(declined);
  });

  it('is left alone where the source gives it all the same', () => {
    const source =
      "Doctor: I wouldn't start amlodipine.\nPatient: Please.\nDoctor: Fine, start amlodipine, five.";
    expect(against('Amlodipine started.', source)).toEqual([]);
  });

  it('is left alone where it is declined under a condition, or asked for', () => {
    expect(against('Ibuprofen prescribed.', 'Doctor: If it bleeds, no ibuprofen.\nPatient: Yes.')).toEqual(
      [],
    );
    expect(against('Ibuprofen given.', 'Doctor: No ibuprofen today?\nPatient: One this morning.')).toEqual(
      [],
    );
  });

  it('says nothing against a note that declines, considers or plans it', () => {
    const source = "Doctor: Gabapentin at night, a hundred. Let's not start it today.\nPatient: Okay.";
    expect(against('Gabapentin not started.', source)).toEqual([]);
    expect(against('Gabapentin considered.', source)).toEqual([]);
    expect(against('Start gabapentin if pain persists.', source)).toEqual([]);
  });

  it('may be taken up to now, or by somebody else', () => {
    expect(against('Takes ibuprofen.', 'Doctor: Avoid ibuprofen with your kidneys.\nPatient: Okay.')).toEqual(
      [],
    );
    expect(
      against('Sister continues methotrexate.', 'Doctor: No methotrexate for you.\nPatient: Okay.'),
    ).toEqual([]);
  });

  it('says nothing of another medicine in the sentence', () => {
    const source = 'Doctor: No ibuprofen. Start paracetamol, a thousand.\nPatient: Okay.';
    expect(against('Paracetamol started, ibuprofen avoided.', source)).toEqual([]);
    expect(against('Paracetamol 1 g started.', source)).toEqual([]);
  });
});

describe('a medicine that the source puts off', () => {
  const source = "Doctor: So I'd use allopurinol to keep it away. Not now, in two weeks.\nPatient: Okay.";

  it('contradicts a note that has it begun today', () => {
    expect(against('Allopurinol 100 mg started today.', source)).toEqual(['is not to be given now']);
  });

  it('says nothing against a note that begins it at some time', () => {
    expect(against('Start allopurinol.', source)).toEqual([]);
  });
});

describe('a medicine that the patient has given up', () => {
  it.each([
    ['Taking aspirin.', 'Doctor: Any aspirin?\nPatient: I stopped aspirin last year.'],
    ['HCTZ continued.', 'Patient: They gave me hydrochlorothiazide but I quit that.\nDoctor: Okay.'],
    ['Remains on oxybutynin.', 'Carer: The oxybutynin was stopped last month.\nDoctor: Okay.\nPatient: Yes.'],
  ])('contradicts “%s”', (note, source) => {
    expect(against(note, source)).toEqual(['is no longer taken']);
  });

  it('may be begun again', () => {
    const source = 'Patient: I stopped omeprazole in May.\nDoctor: Hm.';
    expect(against('Omeprazole restarted.', source)).toEqual([]);
  });
});

describe('a medicine that the source leaves as it is', () => {
  it.each([
    ['Metformin increased to 1 g BD.', 'Doctor: Metformin stays the same.\nPatient: Okay.'],
    ['Amlodipine discontinued.', 'Doctor: The amlodipine stays as it is.\nPatient: Okay.'],
    ['Warfarin to be held.', "Doctor: We won't stop the warfarin.\nPatient: Okay."],
  ])('contradicts “%s”', (note, source) => {
    expect(against(note, source)).toEqual(['goes on as it is']);
  });

  it('may have been changed before', () => {
    const source = 'Doctor: Stay on the bisoprolol.\nPatient: Okay.';
    expect(against('Bisoprolol was halved last week.', source)).toEqual([]);
    expect(against('His bisoprolol has been held.', source)).toEqual([]);
  });

  it('is not one that is left off, or kept for attacks', () => {
    expect(against('Ramipril stopped.', 'Doctor: Leave the ramipril off for now.\nPatient: Okay.')).toEqual(
      [],
    );
    expect(
      against(
        'Regular prochlorperazine stopped.',
        'Doctor: Keep the prochlorperazine for attacks.\nPatient: Yes.',
      ),
    ).toEqual([]);
  });
});
