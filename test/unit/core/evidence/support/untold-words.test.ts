import { describe, expect, it } from 'vitest';
import { untoldWords } from '../../../../../src/core/evidence/support/untold-words';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { sourceOf } from '../../check-in';

const transcript = [
  '[doctor] What brings you in?',
  '[patient] I get a pain in my chest and I am short of breath. It began two weeks ago.',
  '[doctor] And your high blood pressure? Do you still take the Tylenol, five hundred milligrams?',
  '[patient] Yes, two times a day. I walk with my sister. She is sixty-two years old.',
  '[doctor] So this is Joan Smith, seventy-one, and she is well.',
].join('\n');

const untold = (claim: string, ...texts: string[]): string[] =>
  untoldWords(claim, extractFacts(claim), texts.map(sourceOf));

describe('the words of a statement that no source holds', () => {
  it.each([
    ['Exertional chest pain for 3 weeks.', ['Exertional', '3 weeks']],
    ['Walking with a wooden cane.', ['wooden cane']],
    ['Takes metoprolol 25 mg.', ['metoprolol 25 mg']],
    ['Cough, and again a cough.', ['Cough']],
  ])('are listed as it writes them: %s', (claim, words) => {
    expect(untold(claim, transcript)).toEqual(words);
  });

  it.each([
    ['another form', 'Walked with her sisters.'],
    ['another name of the same thing', 'Hypertension.'],
    ['another order', 'Chest pain.'],
    ['another unit or spelled out', 'Acetaminophen 0.5 g.'],
    ['other words for how often', 'Acetaminophen 500 mg BID.'],
    ['a number whose unit is not said', 'Joan Smith, 71 years.'],
    ['an age', 'Joan Smith, 62 years.'],
    ['one of a unit of time', 'Chest pain for 1 month with shortness of breath.'],
    ['words for a time that is the same', 'Chest pain for 14 days.'],
  ])('do not count %s', (_, claim) => {
    expect(untold(claim, transcript)).toEqual([]);
  });

  it('are held by any of several sources', () => {
    expect(untold('Exertional chest pain.', transcript, 'Exertional symptoms since March.')).toEqual([]);
  });

  it('are all of them where there is no source, and none in an empty claim', () => {
    expect(untold('Wooden cane.')).toEqual(['Wooden cane']);
    expect(untold('', transcript)).toEqual([]);
  });
});
