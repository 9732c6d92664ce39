import { describe, expect, it } from 'vitest';
import { contentWords, hasContent, tokenise } from '../../../../src/core/text/words';

describe('contentWords', () => {
  it('drops stop words and keeps the order', () => {
    expect(contentWords('The patient should be given an ACE inhibitor')).toEqual([
      'patient',
      'given',
      'ace',
      'inhibitor',
    ]);
  });

  it('keeps words of negation, which carry meaning', () => {
    expect(contentWords('no fever, not without cough')).toEqual(['no', 'fever', 'not', 'without', 'cough']);
  });

  it('keeps a decimal as one word and drops the commas between thousands', () => {
    expect(contentWords('2.5 mg of 10,000 units (1,250.5).')).toEqual([
      '2.5',
      'mg',
      '10000',
      'units',
      '1250.5',
    ]);
  });

  it('does not read a decimal comma as thousands', () => {
    expect(contentWords('0,5 mg')).toEqual(['0,5', 'mg']);
  });

  it('folds case, accents and compatibility forms', () => {
    expect(contentWords('Ménière ﬁbrosis')).toEqual(['meniere', 'fibrosis']);
  });

  it('splits at hyphens, slashes and apostrophes', () => {
    expect(contentWords("beta-blocker mg/dL Crohn's")).toEqual(['beta', 'blocker', 'mg', 'dl', 'crohn']);
  });

  it('gives nothing for an empty text, punctuation or stop words alone', () => {
    expect(contentWords('')).toEqual([]);
    expect(contentWords('… — !?')).toEqual([]);
    expect(contentWords('what is the')).toEqual([]);
  });

  it('keeps scripts without case', () => {
    expect(contentWords('高血圧 治療')).toEqual(['高血圧', '治療']);
  });
});

describe('tokenise', () => {
  it('gives the same token for the forms of a word', () => {
    const [a] = tokenise('treatment');
    const [b] = tokenise('treatments');
    expect(a).toBe(b);
    expect(tokenise('monitored')).toEqual(tokenise('monitoring'));
  });

  it('leaves words with digits alone', () => {
    expect(tokenise('HbA1c 2.5 B12')).toEqual(['hba1c', '2.5', 'b12']);
  });
});

describe('hasContent', () => {
  it('wants a word that says something', () => {
    expect(hasContent('It is what it is.')).toBe(false);
    expect(hasContent('—')).toBe(false);
    expect(hasContent('Pneumonia.')).toBe(true);
    expect(hasContent('No.')).toBe(true);
  });
});
