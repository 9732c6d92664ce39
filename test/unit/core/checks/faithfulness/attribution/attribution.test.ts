import { describe, expect, it } from 'vitest';
import { faithfulnessAttribution } from '../../../../../../src/core/checks/faithfulness/attribution/attribution';
import { resultsOf } from '../../../check-in';
import { draftsAgainst } from '../../source-check';

/** The verdicts of the rule alone, with the words that it points at. */
const found = (note: string, source: string): string[] =>
  draftsAgainst(faithfulnessAttribution, note, source).map(
    ({ verdict, start, end }) => `${verdict}: ${note.slice(start, end)}`,
  );

const falls =
  'Doctor: What happened?\nDaughter: He fell twice last week.\nPatient: I did not fall.\nDoctor: Let me look.';
const child =
  'Dr. Lee: Any headaches, Sam?\nSam: No headaches.\nMother: He has headaches every day after school.\n' +
  'Dr. Lee: Any fever?\nMother: He had a fever on Monday.\nDr. Lee: And vomiting?\nMother: No vomiting.';
const confused =
  "Clinician: How is she?\nDaughter: She's confused at night.\nPatient: I'm not confused.\nClinician: Let me see.";
const snores =
  'Doctor: Any problems at night?\nWife: He snores terribly.\nPatient: I sleep fine.\nDoctor: OK.';

describe('who said it', () => {
  it.each([
    ['Patient reports two falls.', falls, 'falls'],
    ['Daughter denies falls.', falls, 'falls'],
    ['Falls (per patient).', falls, 'Falls'],
    ['Mum denies headaches.', child, 'headaches'],
    ['The patient endorses headaches.', child, 'headaches'],
    ['Patient reports confusion at night.', confused, 'confusion'],
    ["Patient's daughter denied confusion.", confused, 'confusion'],
  ])('is contradicted where the one named says the opposite: %s', (note, source, text) => {
    expect(found(note, source)).toEqual([`contradicted: ${text}`]);
  });

  it.each([
    ['Patient reports snoring.', snores, 'snoring'],
    ['Patient reports fever on Monday.', child, 'fever'],
    [
      'Patient believes it is pneumonia.',
      'Doctor: I think this is pneumonia.\nPatient: My chest hurts.\nDoctor: I see.',
      'pneumonia',
    ],
  ])('is asked about where the one named says nothing of it: %s', (note, source, text) => {
    expect(found(note, source)).toEqual([`not-sure: ${text}`]);
    expect(resultsOf(note, [source]).map(({ verdict }) => verdict)).toEqual(['not-sure']);
  });

  it.each([
    ['Daughter reports two falls, which the patient denies.', falls],
    ['Daughter reports two falls; patient denies falling.', falls],
    ['Per daughter, he fell twice. Patient denies falls.', falls],
    ['Two falls last week.', falls],
    ['She reports falls.', falls],
    ['Mother reports daily headaches, patient denies headache.', child],
    ['Parents report fever on Monday.', child],
    ['Patient denies vomiting.', child],
    ['Confusion at night (per daughter).', confused],
    ['Wife reports that he snores.', snores],
    ['Patient reports snoring.', snores.replace('I sleep fine.', "Yes, she's right.")],
    ['Patient reports snoring.', snores.replace('I sleep fine.', 'So my wife tells me.')],
    [
      'Patient reports one fall.',
      falls.replace('Let me look.', 'Really?\nPatient: Well, maybe once.\nDoctor: OK.'),
    ],
    ['Patient reports snoring.', 'My wife says I snore. I do not snore. We came for a check.'],
    ['Patient reports snoring.', 'A: He snores.\nB: I do not.\nC: He does.\nD: Well.'],
    ['Patient reports snoring.', 'Doctor: Tell me.\nMother: He snores.\nDoctor: Since when?\nMother: May.'],
    ['', falls],
  ])('keeps silent: %s', (note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});

const vaccine =
  "Doctor: Would you like the flu vaccine today?\nPatient: I'd rather not have the vaccine.\nDoctor: OK.";
const colonoscopy = "Doctor: I recommend a colonoscopy.\nPatient: I'd rather not.\nDoctor: Fine.";
const shot = "Patient: I'd like to have the flu shot please.\nDoctor: Sure.\nPatient: Thanks.";
const dietitian = 'Doctor: Would you like to see a dietitian?\nPatient: Yes, please.\nDoctor: Good.';
const statin =
  "Doctor: I'd like to start you on a statin.\nPatient: I don't want to take a statin.\nDoctor: It cuts your risk.\n" +
  "Patient: Okay then, I'll take it.";

describe('what the patient wants', () => {
  it.each([
    ['Patient requests the vaccine.', vaccine, 'vaccine'],
    ['Patient agrees to the flu vaccine.', vaccine, 'flu vaccine'],
    ['Patient agrees to flu vaccination.', vaccine, 'flu vaccination'],
    ['She wants to get the flu shot.', vaccine, 'flu shot'],
    ['Patient requests colonoscopy.', colonoscopy, 'colonoscopy'],
    ['Colonoscopy requested by patient.', colonoscopy, 'Colonoscopy'],
    ['Patient declines flu shot.', shot, 'flu shot'],
    ['Flu vaccine declined.', shot, 'Flu vaccine'],
    ['Flu vaccine offered and declined.', shot, 'Flu vaccine'],
    ['Patient declines dietitian referral.', dietitian, 'dietitian'],
  ])('is contradicted by the opposite: %s', (note, source, text) => {
    expect(found(note, source)).toEqual([`contradicted: ${text}`]);
  });

  it.each([
    ['Patient declined flu vaccine.', vaccine],
    ['Patient requests the shingles vaccine.', vaccine.replace('the vaccine', 'the flu vaccine')],
    ['Patient requests information about the vaccine.', vaccine],
    ['Patient requests to defer the vaccine.', vaccine],
    ['Patient agrees to reconsider vaccine.', vaccine],
    ['Colonoscopy recommended, patient declined.', colonoscopy],
    ['Patient requests flu shot.', shot],
    ['Patient wants to lose weight.', shot],
    ['Patient accepts dietitian referral.', dietitian],
    ['Patient agrees to statin.', statin],
    ['Patient declines statin.', statin],
    ['Patient requests epidural.', 'Doctor: An epidural or a spinal?\nPatient: Not sure.\nDoctor: OK.'],
    ['Patient requests', colonoscopy],
    [
      'Slow-release tablets offered and declined.',
      "Doctor: If the count stays low we'll offer an infusion.\nPatient: Okay.",
    ],
  ])('keeps silent: %s', (note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});
