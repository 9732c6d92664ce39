import { describe, expect, it } from 'vitest';
import {
  documentDate,
  evidenceStrength,
  foreignTag,
  gradeOf,
  isOnlyNote,
} from '../../../../../src/core/evidence/passages/evidence-notes';
import { passageEvidence } from '../../../../../src/core/checks/passage-evidence';
import { libraryPassage } from '../../../../support/library-passage';
import { mergeNearDuplicates } from '../../../../../src/core/evidence/passages/near-duplicates';
import { isVerbatim } from '../../../../../src/core/evidence/citations/verbatim';
import { synonymsOf } from '../../../../../src/core/terminology/synonyms';
import { builtInTerminology } from '../../../../../src/core/terminology/built-in';

describe('the date of a document', () => {
  it.each([
    ['Asthma', '# Asthma\n\nLast reviewed: March 2023\n', 'March 2023'],
    ['Asthma', 'Version 2.1, 14 March 2024. For adults.', '14 March 2024'],
    ['Asthma', '---\nupdated: 2022-05-01\n---\nText', '2022-05-01'],
    ['Asthma', '**Published:** 2019', '2019'],
    ['Asthma', 'Version 2, reviewed 04/2025. For adults.', '04/2025'],
    ['Asthma', 'Updated: 2025/04', '2025/04'],
    ['Asthma guideline 2021', 'No date here.', '2021'],
    ['Clots', 'Clots\nIssue 7, May 2025\nFor adults.', 'May 2025'],
    ['Stroke', '# Stroke\n\nOctober 2023\n\n## Aspirin\nGive aspirin.', 'October 2023'],
    ['Stroke', 'Stroke\n2nd edition, 2022', '2022'],
    ['Stroke', 'Stroke\n*12 June 2021*', '12 June 2021'],
    ['Asthma', 'Asthma in adults\nDate of issue: 1 June 2023\nGive oxygen.', '1 June 2023'],
    ['Kidney', 'Kidney disease guideline (2016)\n\nGive fluids.', '2016'],
    ['Card', '# Pocket card\n\n2024\n\nGive insulin.', '2024'],
  ])('%s: %s', (title, text, date) => expect(documentDate(title, text)).toBe(date));

  it('is not one that the document only speaks of', () => {
    expect(documentDate('Asthma', 'A trial of 2015 found that steroids help.')).toBeUndefined();
    expect(
      documentDate('Asthma', 'The issue of 2015 was the dose.\nSince May 2019 it is lower.'),
    ).toBeUndefined();
    expect(documentDate('Asthma', `${'x'.repeat(4000)}\nUpdated: 2020`)).toBeUndefined();
    expect(documentDate('Asthma', '# Asthma\n\nFor adults.\n\n| Year |\n\n2015\n')).toBeUndefined();
  });
});

describe('the strength of evidence', () => {
  it.each([
    ['Offer a statin (Grade A).', 'Grade A'],
    ['Strong recommendation, moderate-quality evidence.', 'Strong recommendation, moderate-quality evidence'],
    [
      'Offer surgery (weak recommendation, low certainty of evidence).',
      'weak recommendation, low certainty of evidence',
    ],
    ['Level of evidence: B', 'Level of evidence: B'],
    ['Give aspirin [1A].', '[1A]'],
    ['Evidence level: 1++', 'Evidence level: 1++'],
    ['Evidence level: 2-', 'Evidence level: 2-'],
    ['Give aspirin (Class I, Level A).', 'Class I, Level A'],
    ['Give aspirin (COR 1, LOE B-NR).', 'COR 1, LOE B-NR'],
    ['Give aspirin (Level of evidence: B).', 'Level of evidence: B'],
    ['Offer surgery (weak recommendation, low certainty).', 'weak recommendation, low certainty'],
    ['Offer surgery (GRADE: moderate).', 'GRADE: moderate'],
    ['Offer surgery ⊕⊕⊕◯.', '⊕⊕⊕◯'],
    [
      'Offer surgery (Recommendation: conditional; Certainty: low).',
      'Recommendation: conditional, Certainty: low',
    ],
    ['Offer surgery (Evidence: low).', 'Evidence: low'],
    ['Strong recommendation; moderate certainty.', 'Strong recommendation, moderate certainty'],
  ])('%s', (text, strength) => expect(evidenceStrength(text)).toBe(strength));

  it.each([
    'Class of drugs',
    'Grade 3 cells',
    'He is a strong man.',
    'Take it at level ground.',
    'Low quality sleep.',
    'Level 3 of the car park',
  ])('is not read into “%s”', (text) => expect(evidenceStrength(text)).toBeUndefined());
});

describe('a line that says only how a document stands', () => {
  it.each([
    'Version 2, January 2024.',
    'Version 9.',
    'Date: 02/2025.',
    'Issue 7, May 2025',
    'Published 12 April 2023.',
    'Last reviewed: March 2023.',
    '(Strong recommendation, high-certainty evidence)',
    'GRADE: strong recommendation.',
    'October 2023',
    '[1A]',
  ])('is “%s”', (line) => expect(isOnlyNote(line)).toBe(true));

  it.each([
    'Offer a statin (Grade A).',
    'Updated guidance recommends statins.',
    'Give aspirin.',
    'Review after 2 weeks.',
    'The vaccine of 2024 is given in October 2024.',
    'There is a strong recommendation for hydrocortisone.',
    '',
  ])('is not “%s”', (line) => expect(isOnlyNote(line)).toBe(false));
});

describe('near copies', () => {
  const long =
    'Start amlodipine 5 mg once daily and review the blood pressure after four weeks of treatment in the clinic.';

  it('are merged into the first, in order', () => {
    const merged = mergeNearDuplicates(
      [long, 'Colchicine for gout attacks in adults.', `${long} Thanks.`],
      (text) => text,
    );
    expect(merged.map(({ item, also }) => [item, also.length])).toEqual([
      [long, 1],
      ['Colchicine for gout attacks in adults.', 0],
    ]);
  });

  it('are not texts that differ in what matters, nor a sentence and its passage', () => {
    const other = long.replace('amlodipine 5 mg once', 'ramipril 2.5 mg twice').replace('four', 'six');
    expect(mergeNearDuplicates([long, other], (text) => text)).toHaveLength(2);
    expect(mergeNearDuplicates([long, long.replace('5 mg', '10 mg')], (text) => text)).toHaveLength(2);
    expect(mergeNearDuplicates([long, long.replace('and', 'and do not')], (text) => text)).toHaveLength(2);
    const more = Array.from(
      { length: 60 },
      (_, at) => `advice${String.fromCharCode(97 + (at % 26), 97 + at / 3)}`,
    );
    const passage = `${long} ${more.join(' ')}`;
    expect(mergeNearDuplicates([passage, long], (text) => text)).toHaveLength(2);
  });
});

describe('a quote', () => {
  const citation = {
    kind: 'library' as const,
    document: '/g.md',
    title: 'G',
    version: 'v1',
    section: [],
    start: 4,
    end: 8,
    quote: 'dose',
  };
  it('stands in its version, at its place, word for word, or does not', () => {
    expect(isVerbatim(citation, { text: 'The dose.', version: 'v1' })).toBe(true);
    expect(isVerbatim(citation, { text: 'The dose.', version: 'v2' })).toBe(false);
    expect(isVerbatim(citation, { text: 'A dose is.', version: 'v1' })).toBe(false);
    expect(isVerbatim({ ...citation, end: 4, quote: '' }, { text: 'The dose.', version: 'v1' })).toBe(false);
    expect(isVerbatim(citation, undefined)).toBe(false);
  });
});

describe('the names of a concept', () => {
  it('are its own, brands and abbreviations', () => {
    expect(synonymsOf({ kind: 'medication', name: 'furosemide' }, builtInTerminology)).toEqual(
      expect.arrayContaining(['furosemide', 'lasix']),
    );
    expect(synonymsOf({ kind: 'finding', name: 'no such thing' }, builtInTerminology)).toEqual([
      'no such thing',
    ]);
  });
});

describe('the strength of one sentence of a passage', () => {
  const text =
    'Noradrenaline is the first choice. Hydrocortisone is suggested (low certainty of evidence). ' +
    'Offer a statin. Strong recommendation. Take blood cultures.';
  const of = (sentence: string, section: string[] = []): string | undefined => {
    const start = text.indexOf(sentence);
    return gradeOf({ ...libraryPassage(text), section }, { start, end: start + sentence.length });
  };

  it('is its own or that of a tag right behind it, and no other sentence’s', () => {
    expect(of('Hydrocortisone is suggested (low certainty of evidence).')).toBe('low certainty of evidence');
    expect(of('Offer a statin.')).toBe('Strong recommendation');
    expect(of('Noradrenaline is the first choice.')).toBeUndefined();
    expect(of('Take blood cultures.')).toBeUndefined();
  });

  it('is all that the tag behind an item of a list tells', () => {
    const list = '- Give prednisolone. (Strong recommendation, high-certainty evidence)\n- Give oxygen.';
    const strength = (sentence: string): string | undefined => {
      const start = list.indexOf(sentence);
      return gradeOf(libraryPassage(list), { start, end: start + sentence.length });
    };
    expect(strength('Give prednisolone.')).toBe('Strong recommendation, high-certainty evidence');
    expect(strength('Give oxygen.')).toBeUndefined();
  });

  it('is not that of the sentence before, whose tag its line begins with', () => {
    const mixed =
      'Flucloxacillin treats cellulitis. (SIGN grade B)\nClindamycin is an alternative. Quality of evidence: low.';
    const strength = (start: number, end: number): string | undefined =>
      gradeOf(libraryPassage(mixed), { start, end });
    expect(strength(0, mixed.indexOf(' ('))).toBe('SIGN grade B');
    const clindamycin = mixed.indexOf(' Quality');
    expect(strength(mixed.indexOf('('), clindamycin)).toBe('Quality of evidence: low');
    expect(strength(mixed.indexOf('Clindamycin'), clindamycin)).toBe('Quality of evidence: low');
  });

  it.each([
    ['Give aspirin. Evidence level: 1++\nStop warfarin before surgery.', 'Evidence level: 1++'],
    ['Give aspirin. ⊕⊕⊕◯\nStop warfarin before surgery.', '⊕⊕⊕◯'],
    ['Give aspirin. ⊕⊕⊕◯ Stop warfarin before surgery.', '⊕⊕⊕◯'],
    ['Give aspirin.\n[1A]\nStop warfarin before surgery.', '[1A]'],
    ['- Give aspirin. **Grade A**\n- Stop warfarin before surgery.', 'Grade A'],
    ['- Give aspirin. *Level B*\n- Stop warfarin before surgery.', 'Level B'],
  ])('is of one sentence alone: %s', (passage, strength) => {
    const { sentences } = passageEvidence(libraryPassage(passage));
    const at = (words: string): (typeof sentences)[number] | undefined =>
      sentences.find(({ start, end }) => passage.slice(start, end).startsWith(words));
    const [own, next] = [at('Give aspirin.'), at('Stop warfarin')];
    expect(own && gradeOf(libraryPassage(passage), own)).toBe(strength);
    expect(next && gradeOf(libraryPassage(passage), next)).toBeUndefined();
    expect(next?.tokens[0]?.text).toBe('stop');
  });

  it('is of what follows where it begins the line', () => {
    const passage = 'Give aspirin.\n[1A] Stop warfarin before surgery.';
    const start = passage.indexOf('[1A]');
    expect(gradeOf(libraryPassage(passage), { start, end: passage.length })).toBe('[1A]');
    expect(gradeOf(libraryPassage(passage), { start: 0, end: 13 })).toBeUndefined();
  });

  it('takes no line for a tag that says more', () => {
    const more = 'Strong recommendation for surgery\nStop warfarin.';
    expect(foreignTag(more, { start: 0, end: more.length })).toBe(0);
    const alone = 'Strong recommendation\nStop warfarin.';
    expect(foreignTag(alone, { start: 0, end: alone.length })).toBe(alone.indexOf('Stop'));
  });

  it('is that of its heading', () => {
    expect(of('Take blood cultures.', ['Grade A recommendations'])).toBe('Grade A');
  });
});

describe('near copies that may disagree', () => {
  const text = (word: string, dose = '50 micrograms'): string =>
    `In adults with mild disease the morning tablet of ${dose} once daily is ${word} for the first six weeks of treatment.`;

  it.each([
    ['a word with a contrary', text('recommended'), text('contraindicated')],
    ['a unit', text('recommended'), text('recommended', '50 mg')],
    ['a medicine', text('recommended'), `${text('recommended')} Give ramipril.`],
  ])('stay apart where they differ in %s', (_, one, other) => {
    expect(mergeNearDuplicates([one, other], (item) => item)).toHaveLength(2);
  });

  it('are merged where nothing that differs bears on the sense', () => {
    const [one] = mergeNearDuplicates([text('recommended'), `Note: ${text('recommended')}`], (item) => item);
    expect(one?.also).toHaveLength(1);
  });
});
