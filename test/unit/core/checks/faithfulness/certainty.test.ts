import { describe, expect, it } from 'vitest';
import { faithfulnessCertainty } from '../../../../../src/core/checks/faithfulness/certainty';
import { draftsAgainst, saidAgainst } from '../source-check';

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
