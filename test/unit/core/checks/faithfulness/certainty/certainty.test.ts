import { describe, expect, it } from 'vitest';
import { faithfulnessCertainty } from '../../../../../../src/core/checks/faithfulness/certainty/certainty';
import { draftsAgainst, saidAgainst } from '../../source-check';

const sure = '[doctor] the x-ray shows that you have a kidney stone .\n[patient] oh no .';
const unsure = '[doctor] there is possible pneumonia on the film .\n[patient] okay .';
const said = (note: string, source: string): string[] => saidAgainst(faithfulnessCertainty, note, source);

describe('faithfulness/certainty', () => {
  it.each([
    ['Possible kidney stone.', sure, ['kidney stone → certain']],
    ['Suspected left kidney stone.', sure, ['kidney stone → certain']],
    ['Confirmed pneumonia.', unsure, ['pneumonia → possible']],
  ])('%s', (note, source, expected) => {
    expect(said(note, source)).toEqual(expected);
  });

  it.each([
    ['Kidney stone.', sure],
    ['Pneumonia.', unsure],
    ['Possible pneumonia.', unsure],
    ['Possible infection, kidney stone.', sure],
    ['Possible kidney stone.', `${sure}\n[doctor] or it could be a kidney stone that has passed .`],
    ['Family history: possible kidney stone.', sure],
  ])('keeps silent on “%s”', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });

  const spot = '[doctor] there is a spot on the scan that is suspicious for cancer .\n[patient] oh no .';

  it.each([
    ['Malignancy on CT.', spot, ['Malignancy → possible']],
    ['CT shows lung cancer.', spot, ['lung cancer → possible']],
    ['# Assessment\n\nMetastatic cancer.', spot, ['cancer → possible']],
    ['CT suspicious for malignancy.', spot, []],
    ['# Assessment\n\nPossible lung cancer.', spot, []],
    ['Biopsy to rule out cancer.', spot, []],
    ['# Plan\n\nLung cancer clinic.', spot, []],
    ['# Past medical history\n\nBreast cancer.', spot, []],
    ['CT shows lung cancer.', `${spot}\n[doctor] the biopsy says that it is cancer .`, []],
    ['CT shows lung cancer.', '[patient] could it be cancer ?\n[doctor] let us see .', []],
  ])('“%s”: a cancer is none before it is proven', (note, source, expected) => {
    expect(said(note, source)).toEqual(expected);
  });

  const none = '[doctor] it is not pneumonia .\n[patient] good .';

  it.each([
    ['Probable pneumonia.', ['contradicted']],
    ['Likely pneumonia.', ['contradicted']],
    ['Possible pneumonia.', ['not-sure']],
    ['Suspected pneumonia, ruled out.', []],
  ])('“%s”, which the source says there is not', (note, expected) => {
    const drafts = draftsAgainst(faithfulnessCertainty, note, none);
    expect(drafts.map(({ verdict }) => verdict)).toEqual(expected);
  });

  it('leaves a doctor’s suspicion open where only the patient denies it', () => {
    expect(said('Probable pneumonia.', '[doctor] any pneumonia before ?\n[patient] no .')).toEqual([]);
  });
});

describe('the contrary of a doubt', () => {
  const found = (note: string, source: string): string[] =>
    draftsAgainst(faithfulnessCertainty, note, source).map(({ verdict }) => verdict);
  const unlikely = 'Doctor: A DVT is unlikely. It is more of a strain.\nPatient: Good.';
  const probable = "Doctor: It's probably pneumonia, so I'll give you antibiotics.\nPatient: Okay.";

  it.each([
    ['DVT confirmed.', unlikely],
    ['Has DVT.', unlikely],
    ['Assessment: DVT.', unlikely],
    [
      'Assessment: Appendicitis.',
      "Doctor: I doubt it's appendicitis. Could be a stomach bug.\nPatient: Okay.",
    ],
    ['Assessment: No pneumonia.', probable],
    ['Pneumonia ruled out.', probable],
    ['Myocardial infarction excluded.', "Doctor: We can't rule out a heart attack yet.\nPatient: Oh."],
    ['No metastasis.', 'CT chest: metastasis cannot be excluded.'],
  ])('is contradicted: %s', (note, source) => {
    expect(found(note, source)).toEqual(['contradicted']);
  });

  it.each([
    ['a bare name outside of an assessment', 'Left leg DVT.', unlikely],
    ['a bare diagnosis', 'Assessment: Gout.', 'Doctor: It might be gout.\nPatient: Okay.'],
    ['a denial of one thing among others', 'No gout.', 'Doctor: It might be gout.\nPatient: Okay.'],
    [
      'a denial that a test may have settled',
      'No pneumonia.',
      `${probable}\nDoctor: The film came back clear.`,
    ],
  ])('is asked about: %s', (_, note, source) => {
    expect(found(note, source)).toEqual(['not-sure']);
  });

  it.each([
    ['the note doubts as well', 'Assessment: DVT unlikely.', unlikely],
    ['the note denies it', 'No DVT.', unlikely],
    ['it is one of a differential', 'Assessment: Differential: strain, DVT.', unlikely],
    ['a working diagnosis is likely', 'Assessment: Pneumonia.', probable],
    ['the source finds it later', 'Assessment: DVT.', `${unlikely}\nDoctor: Well, the scan shows a DVT.`],
    [
      'the patient doubts',
      'Assessment: Influenza.',
      "Patient: I don't think I have the flu.\nDoctor: We will see.",
    ],
    ['an examination does not find it', 'Examination: No pneumonia on X-ray.', probable],
    ['the source only asks', 'No stroke.', 'Doctor: Could this be a stroke?\nPatient: I hope not.'],
  ])('is none where %s', (_, note, source) => {
    expect(found(note, source)).toEqual([]);
  });
});
