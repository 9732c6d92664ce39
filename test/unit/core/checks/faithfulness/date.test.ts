import { describe, expect, it } from 'vitest';
import type { FindingDraft } from '../../../../../src/core/checks/check';
import { faithfulnessDate } from '../../../../../src/core/checks/faithfulness/date';
import { draftsAgainst } from '../source-check';

function found(note: string, source: string): { finding: FindingDraft; fixed: string | undefined }[] {
  return draftsAgainst(faithfulnessDate, note, source).map((finding) => {
    const [fix] = finding.fixes;
    return { finding, fixed: fix && note.slice(0, fix.start) + fix.newText + note.slice(fix.end) };
  });
}

const transcript = [
  '[doctor] Next is Ada Okoro, date of birth 03/18/1961.',
  '[doctor] You had the core biopsy on december 5th, 2019, and the lumpectomy in march of 2020.',
  '[patient] That is right.',
  '[doctor] And when was your last colonoscopy?',
  '[patient] I had that in twenty seventeen.',
  '[doctor] We will see you on Monday for the port removal.',
].join('\n');

describe('a date that the source gives otherwise', () => {
  it.each([
    ['Core biopsy on 12/15/2019.', 'december 5th, 2019', 'Core biopsy on 12/05/2019.'],
    ['Core biopsy on 12/16/2018.', 'december 5th, 2019', undefined],
    // May be the twelfth of May, so that no fix is sure.
    ['Core biopsy on 12/05/2018.', 'december 5th, 2019', undefined],
    ['Core biopsy on December 15, 2019.', 'december 5th, 2019', 'Core biopsy on December 05, 2019.'],
    ['The lumpectomy was in March 2021.', 'march of 2020', 'The lumpectomy was in March 2020.'],
    ['The lumpectomy was in 03/2021.', 'march of 2020', 'The lumpectomy was in 03/2020.'],
    ['The last colonoscopy was in 2011.', 'twenty seventeen', 'The last colonoscopy was in 2017.'],
    ['Port removal on Wednesday.', 'Monday', 'Port removal on Monday.'],
  ])('in "%s"', (note, theirs, fixed) => {
    const [first] = found(note, transcript);
    expect(first?.finding.expected).toBe(theirs);
    expect(first?.fixed).toBe(fixed);
  });

  it.each([
    ['Core biopsy on 12/05/2019.', 'the same date'],
    ['Core biopsy on 5 December 2019.', 'the same date in another order'],
    ['Core biopsy on 05/12/2019.', 'the same date by the other reading'],
    ['Core biopsy in 12/2019.', 'the same month'],
    ['Lumpectomy in 2020.', 'the same year'],
    ['Port removal on Monday.', 'the same day'],
    ['Her sister moved to Leeds in 2014.', 'an event that the source does not speak of'],
    ['Seen on 06/18/1961.', 'alike to a date of birth only'],
    ['Vitamin D 2000 IU.', 'no date'],
  ])('is none in "%s": %s', (note) => {
    expect(found(note, transcript)).toEqual([]);
  });

  it('does not take what the statement gives of something else for what a date should be', () => {
    const source = '[doctor] You did therapy from november 5th 2008.\n[patient] Yes, for a while.';
    expect(found('Therapy from 11/05/2008 to 11/14/2008.', source)).toEqual([]);
  });

  it.each([
    "[doctor] Therapy started in , was that november 2008 ?\n[patient] I don't remember.",
    "[doctor] It's Tuesday the fifth of november 2008.\n[patient] I had therapy.",
  ])('takes no question and no date of today for one of the event: %s', (source) => {
    expect(found('Therapy started in December 2008.', source)).toEqual([]);
  });
});

describe('a date of birth that answers a question', () => {
  const expected = (note: string, source: string): (string | undefined)[] =>
    found(note, source).map(({ finding }) => finding.expected);
  const told = (question: string, answer: string): string => `Nurse: ${question}\nPatient: ${answer}`;

  it.each([
    ['DOB 04/07/1956.', told('Date of birth?', 'Fourth of July, nineteen sixty-five.')],
    ['Born 4 July 1956.', told('When were you born?', 'Fourth of July, nineteen sixty-five.')],
    ['Date of birth: 4 July 1956.', told("What's your birthday?", 'Fourth of July, nineteen sixty-five.')],
  ])('differs from "%s"', (note, source) => {
    expect(expected(note, source)).toEqual(['Fourth of July, nineteen sixty-five']);
  });

  it.each([
    ['DOB 04/07/1965.', told('Date of birth?', 'Fourth of July, nineteen sixty-five.')],
    ['DOB 07/04/1965.', told('Date of birth?', 'Fourth of July, nineteen sixty-five.')],
    // Of somebody else, or of something else.
    ['DOB 04/07/1956.', told("And your son's date of birth?", 'Fourth of July, nineteen ninety-five.')],
    [
      'DOB 04/07/1956.',
      'Patient: It was just after my birthday.\nNurse: Fourth of July, nineteen ninety-five.',
    ],
    [
      'DOB 04/07/1956.',
      told('You had it before your birthday, then.', 'Fourth of July, nineteen ninety-five.'),
    ],
    ['DOB 04/07/1956.', told('When was the operation?', 'Fourth of July, nineteen ninety-five.')],
  ])('is no other than "%s" of %s', (note, source) => {
    expect(expected(note, source)).toEqual([]);
  });
});

describe('a year that is said short', () => {
  it('is compared', () => {
    const [first] = found('Appendectomy in 1998.', 'Patient: I had an appendectomy in eighty-nine.');
    expect(first?.fixed).toBe('Appendectomy in 1989.');
    expect(found('Appendectomy in 1989.', 'Patient: I had an appendectomy in eighty-nine.')).toEqual([]);
  });
});

describe('a date that the source has in numbers alone', () => {
  it.each([
    ['Discharged 7 March.', 'Admission 3 March 2025. Discharged home 7/3.'],
    ['Discharged on 7 March.', 'Admission 3 March 2025. Discharged home on the 7th.'],
    ['Surgery 12 April.', 'Seen 10 April 2025 for surgery. Listed for theatre 12/4.'],
  ])('is no other one: %s', (note, source) => {
    expect(found(note, source)).toEqual([]);
  });

  it('is another one where it is a value', () => {
    expect(found('Core biopsy on 12/15/2019.', `${transcript}\n[doctor] Pain was 5/10.`)).toHaveLength(1);
  });
});

describe('a time that is counted from the date of the visit', () => {
  const visit = [
    'Doctor: Good morning, today is the tenth of March. What happened?',
    'Patient: I fell two days ago, on the ice. And the headache began yesterday.',
    "Doctor: We'll operate in two weeks.",
  ].join('\n');

  it.each([
    'Fell on 8 March.',
    'Fell on 8 March 2025.',
    'Headache since yesterday (9 March).',
    'Operation on 24 March 2025.',
    'Operation around 22 March.',
    'Seen on 10 March 2025.',
  ])('is the date that the note gives: %s', (note) => {
    expect(found(note, visit)).toEqual([]);
  });

  it('contradicts another one, and its own date is the fix', () => {
    const [first] = found('Fell on 3 March 2025.', visit);
    expect(first?.finding.expected).toBe('8 March');
    expect(first?.fixed).toBe('Fell on 8 March 2025.');
  });

  it('keeps the date of another event from contradicting, where the visit has no date', () => {
    const source =
      'Doctor: Your hip was replaced on the fourth of February.\nPatient: Yes. And I fell yesterday.';
    expect(found('Fell on 17 February.', source)).toEqual([]);
    expect(found('Hip replaced on 14 February.', source)).toHaveLength(1);
  });

  it('is not counted from a date that a patient is tested with', () => {
    const source = 'Doctor: What is the date today?\nPatient: Today is March 3rd. I fell yesterday.';
    expect(found('Fell on 9 March.', source)).toEqual([]);
  });
});

describe('a day in digits, and a year right behind what was done', () => {
  const visit =
    'Patient: It started on May twenty-first.\nDoctor: And your last period?\nPatient: June third.\n' +
    'Doctor: Your due date is October fourteenth.\n' +
    'Patient: The mammogram was in twenty nineteen.';

  it.each(['Onset May 12.', 'LMP June 13.', 'LMP 6/13.', 'EDD 10/24.', 'EDD October 4.', 'Mammogram 2017.'])(
    'is wrong: %s',
    (note) => {
      expect(found(note, visit)).toHaveLength(1);
    },
  );

  it.each([
    'Onset May 21.',
    'Onset 5/21.',
    'LMP June 3.',
    'LMP: 6/3.',
    'EDD 10/14.',
    'Mammogram (2019).',
    'Ferritin 2021.',
    'Review 3/12.',
    'Onset 3/7 ago.',
  ])('is right, or no date: %s', (note) => {
    expect(found(note, visit)).toEqual([]);
  });

  it('is held against the answer to a question', () => {
    const asked = 'Doctor: When was your last tetanus shot?\nPatient: I think in 2012.';
    expect(found('Last tetanus 2021.', asked)).toHaveLength(1);
    expect(found('Last tetanus: 2012.', asked)).toEqual([]);
  });
});
