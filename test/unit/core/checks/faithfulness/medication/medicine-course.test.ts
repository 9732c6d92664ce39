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

describe('a medicine that is taken for another one', () => {
  const swap = 'Doctor: I’d like to swap the omeprazole for pantoprazole, forty once a day.\nPatient: Fine.';
  const change = "Doctor: I'm changing the insulin from Lantus to Tresiba, same units.\nPatient: Okay.";

  it.each([
    ['Continue omeprazole.', swap, 'stop'],
    ['Stop pantoprazole.', swap, 'start'],
    ['Continue Lantus.', change, 'stop'],
    [
      'Start omeprazole.',
      'Doctor: Let’s switch you to pantoprazole from omeprazole.\nPatient: Okay.',
      'stop',
    ],
    ['Continue warfarin.', 'Doctor: We’ll move you from warfarin to apixaban.\nPatient: Okay.', 'stop'],
    ['Stop losartan.', 'Doctor: I’ll replace the lisinopril with losartan fifty.\nPatient: Okay.', 'start'],
  ])('contradicts “%s”', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it.each([
    ['Stop omeprazole. Start pantoprazole 40 mg daily.', swap],
    ['Switch omeprazole to pantoprazole.', swap],
    ['Takes omeprazole.', swap],
    ['Discontinue Lantus. Start Tresiba.', change],
    ['Continue metformin.', 'Doctor: We’re going to move your metformin to the evening.\nPatient: Okay.'],
    ['Give KCl 40 mEq.', 'Doctor: Replace the potassium, 40 of KCl now, and recheck.\nNurse: Okay.'],
    ['Consider mirtazapine.', 'Doctor: If this doesn’t work we’ll switch to mirtazapine.\nPatient: Okay.'],
  ])('says nothing against “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});

describe('what the patient says of a medicine that was asked for', () => {
  const stopped = 'Doctor: Are you still taking the Lipitor?\nPatient: I stopped it in May.\nDoctor: I see.';

  it.each([
    ['Continue atorvastatin.', stopped],
    ['Currently taking Lipitor.', stopped],
    [
      'Takes sertraline daily.',
      'Doctor: How’s the sertraline?\nPatient: I ran out two weeks ago and never went back to it.',
    ],
    ['Continues citalopram.', 'She self-discontinued citalopram four months ago.'],
    ['Gliclazide started.', 'Doctor: Any change?\nPatient: I stopped the gliclazide in March.'],
  ])('contradicts “%s”', (note, source) => {
    expect(against(note, source)).toEqual(['is no longer taken']);
  });

  it.each([
    ['Stopped atorvastatin in May.', stopped],
    ['Was on atorvastatin until May.', stopped],
    [
      'Continue metformin.',
      'Doctor: Are you taking the metformin?\nPatient: I stopped it for a bit, but I’m back on it now.',
    ],
    ['Takes citalopram.', 'Doctor: So the citalopram, you stopped that?\nPatient: No, I’m still taking it.'],
    [
      'Continue omeprazole.',
      'Doctor: Did you stop the omeprazole?\nPatient: I stopped it and it came back, so I started again.',
    ],
    [
      'Takes Xarelto.',
      'Doctor: What about the Xarelto, did they stop it?\nPatient: They stopped it for three days.',
    ],
    [
      'Start ramipril 5 mg.',
      'Doctor: You stopped the ramipril?\nPatient: Yes.\nDoctor: I’d like you to go back on that, five.',
    ],
    [
      'Started amoxicillin in March, stopped after two days.',
      'Patient: I took amoxicillin in March, and I stopped it after two days.',
    ],
  ])('says nothing against “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});

describe('a medicine that is thought of and ruled out, or put off', () => {
  it.each([
    [
      'Start propranolol.',
      'Doctor: We could add propranolol, but you have asthma, so no.\nPatient: Okay.',
      'is not to be given',
    ],
    [
      'Start amitriptyline.',
      'Doctor: I thought about amitriptyline, but with your heart that’s a no.\nPatient: Okay.',
      'is not to be given',
    ],
    [
      'Restart hydrochlorothiazide.',
      'We will resume losartan. Hydrochlorothiazide will not be restarted.',
      'is not to be given',
    ],
    [
      'Start aspirin.',
      'Doctor: You’re on the warfarin, so no aspirin, okay?\nPatient: Okay.',
      'is not to be given',
    ],
    ['Continue gliclazide.', 'Patient: And the gliclazide?\nDoctor: That can go.', 'is not to be given'],
    [
      'Continue ibuprofen.',
      'Patient: I’ve been taking ibuprofen for my back.\nDoctor: With an ulcer you can’t have that. Bin it.',
      'is not to be given',
    ],
    [
      'Morphine given.',
      'Doctor: Hold off on the morphine till the scan.\nNurse: Yes.',
      'is not to be given now',
    ],
    [
      'Influenza vaccine given today.',
      'Doctor: Would you like the flu shot?\nPatient: Not today.',
      'is not to be given now',
    ],
    [
      'Allopurinol started.',
      'Doctor: I’ll leave the allopurinol for today, we’ll start it once the gout has settled.\nPatient: Okay.',
      'is not to be given now',
    ],
    ['Give warfarin tonight.', 'Doctor: Hold the warfarin tonight.\nPatient: Okay.', 'hold'],
    ['Continue lisinopril.', 'Lisinopril remains on hold.', 'hold'],
    ['Continue amlodipine.', 'Doctor: So we’ll take you off the Norvasc.\nPatient: Okay.', 'stop'],
    [
      'Continue clopidogrel.',
      'Doctor: Hold the clopidogrel before the operation, but keep taking the aspirin.\nPatient: Okay.',
      'hold',
    ],
  ])('contradicts “%s”', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it.each([
    [
      'Bupropion contraindicated given seizure history.',
      'She asks for bupropion but has a seizure history, so this is contraindicated.',
    ],
    [
      'Start Ozempic.',
      'Doctor: Ozempic is contraindicated in pancreatitis, which you’ve not had, so we can start it.\nPatient: Okay.',
    ],
    ['Has been taking ibuprofen.', 'Patient: I’ve been taking ibuprofen.\nDoctor: Bin it.'],
    ['Start naproxen.', 'Doctor: The naproxen, if it upsets your stomach, stop it.\nPatient: Okay.'],
    ['Continue furosemide.', 'Patient: I skip the furosemide sometimes.\nDoctor: Try not to skip it.'],
    ['Morphine given in ED last week.', 'Doctor: Hold off on the morphine till the scan.\nNurse: Yes.'],
    [
      'Influenza vaccine given last year.',
      'Doctor: Would you like the flu shot?\nPatient: Not today, I had it last year.',
    ],
    ['Warfarin given yesterday.', 'Doctor: Hold the warfarin tonight.\nPatient: Okay.'],
    [
      'Continue metformin after scan.',
      'Doctor: Hold the metformin on the day. You can start it again two days later.\nPatient: Okay.',
    ],
    [
      'Continue tramadol.',
      'Doctor: When the pain is better, cut down the tramadol and then come off it.\nPatient: Okay.',
    ],
    ['Lisinopril held.', 'Lisinopril remains on hold.'],
    [
      'Start sertraline 50 mg after citalopram taper.',
      'Doctor: Come off the citalopram, then start sertraline 50.\nPatient: Okay.',
    ],
    [
      'Allopurinol to be started once gout has settled.',
      'Doctor: Leave the allopurinol for today.\nPatient: Okay.',
    ],
  ])('says nothing against “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});

describe('a medicine that goes on', () => {
  it.each([
    ['Stop lisinopril.', 'Doctor: The lisinopril, leave it where it is.\nPatient: Fine.', 'goes on as it is'],
    ['Stop Symbicort.', 'Doctor: Keep the Symbicort going.\nPatient: Fine.', 'goes on as it is'],
    ['Stop ibuprofen.', 'Doctor: And keep up the ibuprofen 800 with food.\nPatient: Fine.', 'continue'],
    [
      'Stop methotrexate.',
      'Patient: And the methotrexate?\nDoctor: Restart it on Monday at fifteen.',
      'is to be taken again',
    ],
  ])('contradicts “%s”', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it.each([
    ['Taper prednisolone by 5 mg weekly.', 'Doctor: Don’t stop the prednisolone suddenly.\nPatient: Okay.'],
    ['Hold Eliquis.', 'Doctor: The Eliquis, skip it for two days and restart it after.\nPatient: Okay.'],
    [
      'Stop metoprolol if pulse <50.',
      'Doctor: Don’t stop the metoprolol unless your pulse drops.\nPatient: Okay.',
    ],
    ['Stop amoxicillin after course.', 'Doctor: Finish the amoxicillin and then stop.\nPatient: Okay.'],
  ])('says nothing against “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});
