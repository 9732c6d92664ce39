import { describe, expect, it } from 'vitest';
import { styleAbbreviation } from '../../../../../src/core/checks/style/abbreviation';
import { draftsOf, fixedBy } from '../statement-check';

const texts = (note: string): string[] => draftsOf(styleAbbreviation, note).map(({ text }) => text);

describe('style/abbreviation', () => {
  it.each([
    ['Start insulin glargine 10 U at bedtime.', 'Start insulin glargine 10 units at bedtime.'],
    ['Start insulin glargine 10U at bedtime.', 'Start insulin glargine 10 units at bedtime.'],
    ['Heparin 5,000 u every 8 hours.', 'Heparin 5,000 units every 8 hours.'],
    ['Vitamin D 2000 IU each morning.', 'Vitamin D 2000 units each morning.'],
    ['Lisinopril 10 mg QD for pressure.', 'Lisinopril 10 mg daily for pressure.'],
    ['Lisinopril 10 mg q.d. for pressure.', 'Lisinopril 10 mg daily for pressure.'],
    ['Lisinopril 10 mg q.d.', 'Lisinopril 10 mg daily.'],
    ['Prednisone 5 mg QOD until seen.', 'Prednisone 5 mg every other day until seen.'],
    ['Give MSO4 4 mg now.', 'Give morphine sulfate 4 mg now.'],
    ['Give MgSO4 2 g now.', 'Give magnesium sulfate 2 g now.'],
    ['Inject 2 cc of lidocaine.', 'Inject 2 mL of lidocaine.'],
    ['Levothyroxine 50 µg in the morning.', 'Levothyroxine 50 mcg in the morning.'],
    ['Levothyroxine 50μg in the morning.', 'Levothyroxine 50 mcg in the morning.'],
  ])('%s → %s', (note, fixed) => {
    expect(fixedBy(styleAbbreviation, note)).toBe(fixed);
  });

  it('asks which salt is meant by MS before a dose, and offers no fix', () => {
    const [draft] = draftsOf(styleAbbreviation, 'Give MS 4 mg IV now.');
    expect(draft).toMatchObject({ text: 'MS', severity: 'information', fixes: [] });
    expect(draft?.message).toContain('whichever is meant');
  });

  it('names who warns of it', () => {
    const [draft] = draftsOf(styleAbbreviation, 'Lisinopril 10 mg QD for pressure.');
    expect(draft?.message).toContain('The Joint Commission');
  });

  it('shows what is on the list louder than what may come on it', () => {
    expect(draftsOf(styleAbbreviation, 'Insulin 8 U now.')[0]?.severity).toBe('information');
    expect(draftsOf(styleAbbreviation, 'Saline 8 cc now.')[0]?.severity).toBe('hint');
  });

  it.each([
    'AST was 39 U/L and ALT 41 U/L.',
    'TSH 2.1 mIU/L, hCG below 5 IU/L.',
    'Continue insulin U-100 as before.',
    'MS was diagnosed in 2012.',
    'Her MS is stable on MS Contin.',
    'U waves were seen on the ECG.',
    'Omega QDot trial 3.',
    'The IUD was placed in 2019.',
    'Take 10 units at night.',
    'Seen by Dr. U. Meyer.',
    'Ferritin 80 µg/L in May.',
  ])('is quiet on "%s"', (note) => {
    expect(texts(note)).toEqual([]);
  });

  it('reports a dose by weight or time: U/kg and U/h are orders', () => {
    expect(texts('Heparin 80 U/kg, then 18 U/hour.')).toEqual(['U', 'U']);
  });

  it.each(['', 'U', 'qd'.repeat(5000), '10 U '.repeat(3000), '😀 10U😀 now'])(
    'survives hostile text',
    (note) => {
      expect(() => texts(note)).not.toThrow();
    },
  );
});
