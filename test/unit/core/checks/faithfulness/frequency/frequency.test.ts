import { describe, expect, it } from 'vitest';
import { faithfulnessFrequency } from '../../../../../../src/core/checks/faithfulness/frequency/frequency';
import { contradictionsOf } from '../../../check-in';
import { draftsAgainst, saidAgainst } from '../../source-check';

const against = (note: string, source: string): string[] => saidAgainst(faithfulnessFrequency, note, source);
const fixed = (note: string, source: string): string | undefined =>
  draftsAgainst(faithfulnessFrequency, note, source)[0]?.fixes[0]?.newText;

const visit = '[doctor] take the metformin five hundred milligrams twice a day .\n[patient] okay .';
const tramadol = '[doctor] tramadol fifty milligrams every six hours as needed .\n[patient] okay .';

describe('faithfulness/frequency', () => {
  it.each([
    ['Metformin 500 mg once daily', visit, ['once daily → twice a day']],
    ['Metformin 500 mg TID', visit, ['TID → twice a day']],
    ['Metformin 500 mg weekly', visit, ['weekly → twice a day']],
    ['She takes metformin 500 mg once daily', visit, ['once daily → twice a day']],
    ['Tramadol 50 mg every 4 hours', tramadol, ['every 4 hours → every six hours']],
  ])('%s: another frequency', (note, source, expected) => {
    expect(against(note, source)).toEqual(expected);
  });

  it.each([
    ['Metformin 500 mg BID', visit],
    [
      'She takes sumatriptan 50 mg on ten days a month.',
      '[doctor] sumatriptan, keep to no more than two days a week, but use a hundred milligrams.\n[patient] okay .',
    ],
    ['Metformin 500 mg q12h', visit],
    ['Metformin 1,000 mg daily', visit],
    ['Metformin 500 mg with meals', visit],
    ['Tramadol 50 mg four times a day', tramadol],
    ['Tramadol 50 mg every 4 to 6 hours', tramadol],
    ['Tramadol 50 mg up to four times a day', tramadol],
    ['Ibuprofen 400 mg once daily', visit],
  ])('%s: no finding', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });

  it('counts a month as four weeks', () => {
    const depot = '[doctor] the depot, paliperidone, every twelve weeks .\n[patient] okay .';
    expect(against('Paliperidone every 3 months.', depot)).toEqual([]);
    expect(against('Paliperidone every 6 months.', depot)).toHaveLength(1);
    expect(against('Paliperidone every 8 weeks.', depot)).toHaveLength(1);
  });

  it('compares two limits with each other', () => {
    const source = '[doctor] take paracetamol one gram up to four times a day .\n[patient] okay .';
    expect(against('Paracetamol 1 g up to six times daily', source)).toEqual([
      'six times daily → four times a day',
    ]);
    expect(against('Paracetamol 1 g up to four times daily', source)).toEqual([]);
  });

  it('does not take the amount in a day of an earlier dose for agreement', () => {
    const source =
      '[doctor] you are on fluoxetine twenty milligrams a day .\n[patient] yes .\n' +
      '[doctor] we will go to fluoxetine forty milligrams a day .';
    expect(against('Was on fluoxetine 20 mg twice daily', source)).toEqual(['twice daily → a day']);
  });

  it('takes "a couple of times" for two or three', () => {
    const source = '[doctor] the ibuprofen six hundred three times a day .\n[patient] okay .';
    expect(against('Ibuprofen 600 mg a couple of times daily', source)).toEqual([]);
    expect(against('Ibuprofen 600 mg a couple of times weekly', source)).toHaveLength(1);
  });

  it('takes how often a medicine is missed for no frequency of it', () => {
    const source = '[patient] atorvastatin forty at night .\n[doctor] okay .';
    expect(against('Misses atorvastatin a couple of times a week.', source)).toEqual([]);
  });

  it.each([
    ['Lamotrigine 25 mg BD 2/52, 50 mg OD 2/52, then 50 mg BD', ['BD → once a day']],
    ['Lamotrigine 25 mg OD 2/52, 50 mg OD 2/52, then 50 mg TDS', ['TDS → once a day']],
    ['Lamotrigine 25 mg OD 2/52, 50 mg OD 2/52, then 50 mg BD', []],
    ['Lamotrigine 25 mg OD, increased to BD', []],
  ])('%s: each step has its own', (note, expected) => {
    const source =
      '[doctor] lamotrigine twenty five once a day for two weeks , then fifty once a day for two weeks , then fifty twice a day .';
    expect(against(note, source)).toEqual(expected);
  });

  it.each([
    ['a count behind an amount', 'Metformin 1 g TDS', '[p] metformin , one gram , twice .', ['TDS → twice']],
    ['a bare dose a day', 'Losartan 50 mg BD', '[d] start losartan fifty a day .', ['BD → a day']],
    [
      'both',
      'Clarithromycin 500 mg OD',
      '[d] so clarithromycin five hundred and metronidazole four hundred , both twice a day , seven days .',
      ['OD → twice a day'],
    ],
    [
      'an answer with the very dose',
      'Sertraline 100 mg BD',
      '[d] which tablets ?\n[p] only the sertraline .\n[d] how much ?\n[p] a hundred once a day , yes .',
      ['BD → once a day'],
    ],
    [
      'another medicine with another dose nearby',
      'Acetaminophen 1 g once daily',
      '[d] tylenol a thousand three times a day .\n[p] okay .\n[d] and the other , one fifty once a day .',
      ['once daily → three times a day'],
    ],
    ['what was done so often', 'Ibuprofen 400 mg TDS', '[p] i took ibuprofen four hundred twice .', []],
    [
      'what it was before',
      'Furosemide 40 mg OM (reduced from BD)',
      '[d] furosemide forty in the morning .',
      [],
    ],
    [
      'two times that are joined',
      'Metformin 1 g BD, gliclazide 80 mg mane',
      "[d] metformin five hundred two in the morning and two at night gliclazide's eighty in the morning",
      [],
    ],
  ])('reads %s', (_, note, source, expected) => {
    expect(against(note, source)).toEqual(expected);
  });

  it('counts times of the day', () => {
    const source = '[doctor] one metformin in the morning and one at night .\n[patient] okay .';
    expect(against('Metformin twice daily', source)).toEqual([]);
    expect(against('Metformin once daily', source)).toEqual(['once daily → in the morning and one at night']);
  });

  it('keeps silent where the frequency is said nearby of nothing in particular', () => {
    const source = `${visit}\n[doctor] and take it once a day to begin with .`;
    expect(against('Metformin 500 mg once daily', source)).toEqual([]);
  });

  it('takes no frequency of measuring for one of the medicine', () => {
    const source =
      '[doctor] are you on the amlodipine ?\n[patient] yes and i took those readings three times a week .';
    expect(against('Amlodipine 5 mg daily', source)).toEqual([]);
  });

  it('leaves one of two frequencies alone of which the source gives the other', () => {
    const source = '[doctor] you take carvedilol twice a day .\n[patient] yes .';
    expect(against('Carvedilol 6.25 mg BID, carvedilol TID on admission', source)).toEqual([]);
    expect(against('Carvedilol 6.25 mg TID', source)).toEqual(['TID → twice a day']);
  });

  it("offers the source's frequency in the note's own style", () => {
    expect(fixed('Metformin 500 mg once daily', visit)).toBe('twice daily');
    expect(fixed('Metformin 500 mg once a day', visit)).toBe('twice a day');
    expect(fixed('Metformin 500 mg TID', visit)).toBe('BID');
    expect(fixed('Metformin 500 mg tid', visit)).toBe('bid');
    expect(fixed('Tramadol 50 mg q8h', tramadol)).toBe('q6h');
    expect(fixed('Tramadol 50 mg twice daily', tramadol)).toBe('every 6 hours');
  });
});

describe('a dose for each part of the day', () => {
  it('has each its own time', () => {
    const source =
      '[patient] I take the carbamazepine, two hundred in the morning and four hundred at night.\n[doctor] Good.';
    expect(saidAgainst(faithfulnessFrequency, 'Carbamazepine 200 mg mane/400 mg nocte.', source)).toEqual([]);
  });
});

describe('the most of a day', () => {
  const told =
    '[doctor] Take paracetamol, one gram every four hours, no more than four grams.\n[patient] Okay.';

  it('is no frequency that the source could give otherwise', () => {
    expect(against('Paracetamol 1 g every 6 hours, max 4 g/day.', told)).toEqual([
      'every 6 hours → every four hours',
    ]);
  });

  it('is a frequency where it is no limit', () => {
    expect(against('Metformin 500 mg/day.', visit)).toHaveLength(1);
  });
});

describe('days of use and a limit to them', () => {
  const headache =
    'Doctor: How many days a month do you take the naproxen?\nPatient: Twelve.\nDoctor: No more than two days a week of naproxen from now on.';

  it('are two things', () => {
    expect(contradictionsOf('Naproxen 500 mg up to 12 days/month.', headache)).toEqual([]);
  });

  it('are the same for an order', () => {
    expect(contradictionsOf('Take naproxen at most 5 days a week.', headache).length).toBeGreaterThan(0);
  });
});
