import { describe, expect, it } from 'vitest';
import { lineReader } from '../../../../src/core/claims/line-reader';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';

const { tellsAlone, tellsListed, givesValue } = lineReader(builtInTerminology);

describe('a word by itself', () => {
  it.each(['Pneumonia', 'febrile'])('tells something: %s', (word) => {
    expect(tellsAlone(word)).toBe(true);
  });

  it.each(['Plan', 'metformin', 'knee', ''])('is a label: %j', (word) => {
    expect(tellsAlone(word)).toBe(false);
  });
});

describe('a word in a list', () => {
  it.each([
    ['Asthma', 'past-history'],
    ['Pneumonia', 'assessment'],
    ['Warfarin', 'medications'],
    ['NKDA', 'other'],
    ['NKA', 'history-of-present-illness'],
  ] as const)('tells something: %s under %s', (word, kind) => {
    expect(tellsListed(word, kind)).toBe(true);
  });

  it.each([
    ['Diabetes', 'family-history'],
    ['Fever', 'review-of-systems'],
    ['Fever', 'instructions'],
    ['Headache', 'chief-complaint'],
    ['Hypertension', 'assessment-and-plan'],
    ['Pneumonia', 'immunizations'],
    ['Warfarin', 'other'],
    ['Reviewed', 'medications'],
  ] as const)('leaves open what it says: %s under %s', (word, kind) => {
    expect(tellsListed(word, kind)).toBe(false);
  });
});

describe('a line in capitals', () => {
  it.each(['GCS 15 (E4 V5 M6)', 'INR 2.5', 'CRP 48', 'BP 1200/80'])('is a value: %s', (line) => {
    expect(givesValue(line)).toBe(true);
  });

  it.each(['DAY 15', 'VISIT 2', 'GCS', 'PHQ-9', 'ICD 10 CODES', 'LABS'])('is a heading: %s', (line) => {
    expect(givesValue(line)).toBe(false);
  });
});
