import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../../src/core/claims/claims';

const texts = (text: string): string[] => claimsOf(text).claims.map((claim) => claim.text);

describe('a list behind a verb that is denied or asked for', () => {
  it.each([
    [
      'He was not given aspirin or clopidogrel.',
      ['He was not given aspirin', 'He was not given clopidogrel'],
    ],
    [
      'She has not taken ibuprofen or naproxen.',
      ['She has not taken ibuprofen', 'She has not taken naproxen'],
    ],
    ['He did not receive aspirin or heparin.', ['He did not receive aspirin', 'He did not receive heparin']],
    [
      'He was told to avoid aspirin and ibuprofen.',
      ['He was told to avoid aspirin', 'He was told to avoid ibuprofen'],
    ],
    ['No cough, fever or chills.', ['No cough', 'No fever', 'No chills']],
    ['She denies cough, fever, chills.', ['She denies cough', 'She denies fever', 'She denies chills']],
  ])('keeps the verb with every item: %s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('a list of which something else may be said further on', () => {
  it.each([
    'Not taking aspirin, taking clopidogrel and apixaban.',
    'Negative for fever, chills, positive for cough.',
    'Allergic to penicillin, not aspirin and ibuprofen.',
    'CT: no hemorrhage, old infarct.',
    'No hydronephrosis, gallstones.',
    'He was switched from warfarin to apixaban and bisoprolol.',
    'He takes aspirin instead of warfarin and apixaban.',
    'She takes aspirin rather than warfarin and apixaban.',
    'He refused aspirin and clopidogrel.',
    'She did not have significant nausea or vomiting of blood.',
  ])('stays whole: %s', (text) => {
    const [claim, ...more] = texts(text);
    expect(more).toEqual([]);
    expect(claim?.replace(/\.$/, '')).toBe(text.replace(/\.$/, ''));
  });
});
