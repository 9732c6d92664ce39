import { describe, expect, it } from 'vitest';
import { faithfulnessProcedure } from '../../../../../src/core/checks/faithfulness/procedure';
import { saidOfNote } from '../note-check';

const said = (note: string, source: string): string[] => saidOfNote(faithfulnessProcedure, note, source);

const asked =
  'Doctor: You had your appendix out in 2010 and a hysterectomy in 2018, right?\nPatient: Yes.\nDoctor: Good.';
const told =
  'Doctor: Any operations?\nPatient: They took my gallbladder out in 2015, and I had a knee replacement on the left in 2012 ' +
  'and on the right in 2016.\nDoctor: And your tonsils?\nPatient: As a child I had my tonsils out.';
const none =
  'Doctor: Any surgeries?\nPatient: No. My mother had a hysterectomy in 2010, and they want me to have a hip replacement.\n' +
  'Doctor: OK.';

describe('an operation', () => {
  it.each([
    ['PSH: cholecystectomy 2010, hysterectomy 2018.', asked, ['cholecystectomy → appendectomy']],
    ['PSH: appendectomy 2018, hysterectomy 2010.', asked, ['2018 → 2010', '2010 → 2018']],
    ['Appendicectomy in 2012.', asked, ['2012 → 2010']],
    ['Cholecystectomy 2005.', told, ['2005 → 2015']],
    ['Appendectomy 2015.', told, ['Appendectomy → cholecystectomy']],
    ['No prior surgeries.', asked, ['No prior surgeries → appendectomy']],
    ['Denies any previous surgery.', told, ['Denies any previous surgery → cholecystectomy']],
    [
      'No previous surgery.',
      'Doctor: Any operations in the past?\nPatient: Appendix out in 2009.\nDoctor: OK.',
      ['No previous surgery → appendectomy'],
    ],
    [
      'No previous surgery.',
      'Doctor: Any operations?\nPatient: A hip replacement planned for May.\nDoctor: OK.',
      [],
    ],
    ['Past surgical history: none.', told, ['Past surgical history: none. → cholecystectomy']],
  ])('is contradicted: %s', (note, source, expected) => {
    expect(said(note, source)).toEqual(expected);
  });

  it.each([
    ['PSH: appendectomy 2010, hysterectomy 2018.', asked],
    ['Appendicectomy (2010).\nHysterectomy (2018).', asked],
    ['Status post hysterectomy.', asked],
    ['Hysterectomy 2018. Cholecystectomy 2021.', asked],
    ['No other surgeries.', asked],
    ['No prior surgeries.', asked.replace('Yes.', 'No, that was my sister.')],
    ['PSH: cholecystectomy 2015, tonsillectomy.', told],
    ['Left knee replacement 2012, right 2016.', told],
    ['Right knee replacement 2016.', told],
    ['No recent surgeries.', told],
    ['No surgery needed.', told],
    ['No prior surgeries on the shoulder.', told],
    ['No previous surgery. Cholecystectomy 2015.', told],
    ['# Plan\n\nKnee replacement 2027.', told],
    ['No prior surgeries.', none],
    ['Mother: hysterectomy 2012.', none],
    ['No prior surgeries.', 'Doctor: Have you had an appendectomy?\nPatient: No, never.\nDoctor: Fine.'],
    ['No prior surgeries.', 'Doctor: You might need a colectomy.\nPatient: Oh.\nDoctor: Yes.'],
    ['', asked],
  ])('is left alone: %s', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });
});
