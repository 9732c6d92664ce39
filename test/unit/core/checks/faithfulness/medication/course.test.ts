import { describe, expect, it } from 'vitest';
import { faithfulnessMedication } from '../../../../../../src/core/checks/faithfulness/medication/medication';
import { sourceOf } from '../../../check-in';
import { noteInput } from '../../note-check';

/** What the rule calls contradicted in a note, as what it expects in its place. */
function against(note: string, source: string): string[] {
  return faithfulnessMedication
    .run({ ...noteInput(note), sources: [sourceOf(`Doctor: ${source}\nPatient: Okay.`)] })
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ expected }) => expected ?? '');
}

const starts = "I'm going to start you on apixaban 5 mg twice a day.";
const stops = 'I want you to stop the amlodipine because of the swelling.';
const keeps = 'Keep taking the amlodipine 5 mg, no changes there.';
const lowers = "Let's cut the furosemide from 80 down to 40.";
const raises = "Let's go up on the lisinopril from 10 to 20.";

describe('what a note does with a medicine, in a noun, a participle or behind a mark', () => {
  it.each([
    ['Apixaban discontinued.', starts, 'start'],
    ['Discontinuation of apixaban.', starts, 'start'],
    ['Apixaban was stopped.', starts, 'start'],
    ['Apixaban: stop.', starts, 'start'],
    ['Apixaban 5 mg (stopped)', starts, 'start'],
    ['Apixaban on hold.', starts, 'start'],
    ['Continue apixaban 5 mg BID.', starts, 'start'],
    ['Apixaban continued.', starts, 'start'],
    ['Amlodipine, to be continued unchanged.', stops, 'stop'],
    ['Amlodipine: continue.', stops, 'stop'],
    ['Continuation of amlodipine.', stops, 'stop'],
    ['Amlodipine to continue.', stops, 'stop'],
    ['Amlodipine started.', stops, 'stop'],
    ['Amlodipine was stopped.', keeps, 'continue'],
    ['Amlodipine has been stopped due to edema.', keeps, 'continue'],
    ['Amlodipine ceased.', keeps, 'continue'],
    ['Start amlodipine 5 mg.', keeps, 'continue'],
    ['Furosemide increased to 80 mg.', lowers, 'decrease'],
    ['Furosemide dose increase.', lowers, 'decrease'],
    ['Uptitration of furosemide.', lowers, 'decrease'],
    ['Furosemide unchanged.', lowers, 'decrease'],
    ['Furosemide continued at 80 mg.', lowers, 'decrease'],
    ['Lisinopril reduced to 10 mg.', raises, 'increase'],
    ['Reduction of lisinopril.', raises, 'increase'],
    ['Lisinopril stopped.', raises, 'increase'],
    ['Switched from apixaban to warfarin.', 'The warfarin stops and you begin apixaban.', 'start'],
  ])('“%s” contradicts “%s”', (note, source, expected) => {
    expect(against(note, source)[0]).toBe(expected);
  });

  it.each([
    ['Apixaban initiated.', starts],
    ['Initiation of apixaban.', starts],
    ['Amlodipine was discontinued because of swelling.', stops],
    ['Cessation of amlodipine.', stops],
    ['Amlodipine held.', stops],
    // It was begun before, and had to be stopped.
    ['Amlodipine was started in spring.', stops],
    ['Amlodipine: continue.', keeps],
    ['Furosemide reduced to 40 mg.', lowers],
    ['Furosemide was increased last month.', lowers],
    ['Continue furosemide.', lowers],
    ['Lisinopril titrated up to 20 mg.', raises],
    ['Switched from warfarin to apixaban.', 'The warfarin stops and you begin apixaban.'],
    // What was stopped before may be begun again.
    ['Metoprolol was stopped.', "Today we'll restart the metoprolol."],
    ['Consider stopping apixaban.', starts],
    ['Stop apixaban and ring if bleeding.', starts],
    ['Amlodipine 5 mg, remains off.', "We'll leave the amlodipine off for now."],
    ['Amlodipine started in September, swelling since.', stops],
    ['Amlodipine given in the ward.', stops],
    [
      'Co-amoxiclav discontinued.',
      'We did start co-amoxiclav, but the culture was clear so they stopped it on Tuesday.',
    ],
    ['Continue paracetamol.', 'The nurse gave her paracetamol.'],
    ['Amlodipine halved.', "I'd be tempted to stop the amlodipine, no, let's leave something."],
    ['Linagliptin started.', "The glimepiride I'll stop also and put linagliptin in."],
    ['Carboplatin unchanged.', "I'd drop the paclitaxel and leave the carboplatin."],
  ])('“%s” may stand beside “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });

  it('goes on with what the patient has taken before it was ordered', () => {
    const source =
      'How is the apixaban?\nPatient: The apixaban is fine.\nDoctor: Then start apixaban 5 mg twice a day.';
    expect(against('Continue apixaban 5 mg BID.', source)).toEqual([]);
  });

  it('is left alone where the note does elsewhere what the source does', () => {
    expect(against('Apixaban started today.\n\nContinue apixaban for 3 months.', starts)).toEqual([]);
  });
});

describe('what takes the place of what is stopped', () => {
  it.each([
    [
      'Start topical diclofenac gel QID.',
      'Stop the ibuprofen, and use diclofenac gel four times a day instead.',
    ],
    ['Start losartan 50 mg daily.', 'Stop the lisinopril and take losartan 50 mg daily instead.'],
    [
      'Start chlorthalidone 12.5 mg daily.',
      "I'd like to stop the hydrochlorothiazide and give you chlorthalidone 12.5 mg in its place.",
    ],
    ['Start gabapentin 300 mg qhs.', "Let's stop the Norco and use Tylenol and gabapentin 300 mg at night."],
    [
      'Start losartan 50 mg daily.',
      "Stop your lisinopril, that's what's causing the cough, and take losartan 50 once daily.",
    ],
    [
      'Continue albuterol as needed.',
      'You can stop the antibiotic and the steroid, and use the albuterol as needed.',
    ],
    [
      'Start Ozempic 0.25 mg weekly.',
      "I'm going to stop the glipizide, and I'm giving you Ozempic 0.25 mg once a week.",
    ],
    [
      'Start cefuroxime 500 mg PO BID.',
      "We'll stop the IV Rocephin and go to oral cefuroxime 500 mg twice a day.",
    ],
    ['Continue Eliquis.', "I'd stop the aspirin now that you're taking Eliquis."],
    [
      'Start carvedilol 6.25 mg BID.',
      "Let's stop the metoprolol and I'll put in for carvedilol 6.25 twice a day.",
    ],
    // What is held and goes on later is both.
    [
      'Hold metformin until after CT.',
      "We'll hold the metformin until after the scan and restart it 48 hours later.",
    ],
    [
      'Hold apixaban x48h pre-procedure.',
      'Hold your Eliquis for two days before the colonoscopy and restart it the next morning.',
    ],
    ['Continue metoprolol, hold for HR <55.', 'Hold the metoprolol if your pulse is under 55.'],
    ['Hold Lasix today.', 'Skip the Lasix today and start it again tomorrow.'],
  ])('is not stopped: %s', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });

  it.each([
    ['Continue clopidogrel.', 'I want you to stop the aspirin and the clopidogrel.'],
    ['Continue clopidogrel.', 'I want you to stop taking the aspirin and the clopidogrel.'],
    ['Continue lisinopril.', 'Stop the lisinopril and take losartan 50 mg daily instead.'],
  ])('leaves what is stopped with it: %s', (note, source) => {
    expect(against(note, source)).toEqual(['stop']);
  });
});

describe('what is dropped, and what others do', () => {
  const drops = "Okay, we'll drop the prochlorperazine.";

  it('ends a medicine, or makes it less', () => {
    expect(against('Stop prochlorperazine.', drops)).toEqual([]);
    expect(against('Reduce prochlorperazine.', drops)).toEqual([]);
    expect(against('Continue prochlorperazine.', drops)).toEqual(['stop']);
    expect(against('Continue furosemide unchanged.', "Let's drop the furosemide to 20.")).toEqual([
      'decrease',
    ]);
  });

  it('orders nothing where people are spoken of', () => {
    const apixaban = "The apixaban: some people stop it for a day. I'd carry on.";
    expect(against('Continue apixaban.', apixaban)).toEqual([]);
    expect(against('Continue apixaban.', 'The apixaban: stop it for a day.')).toEqual(['stop']);
  });
});
