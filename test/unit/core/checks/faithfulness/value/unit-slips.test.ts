import { describe, expect, it } from 'vitest';
import { faithfulnessValueLeftOver } from '../../../../../../src/core/checks/faithfulness/value/left-over';
import { draftsOfNote, saidOfNote } from '../../note-check';

const said = (note: string, source: string): string[] => saidOfNote(faithfulnessValueLeftOver, note, source);

const nap = [
  'Doctor: Do you sleep during the day?',
  'Patient: I lie down after lunch. Forty five minutes, no more.',
  'Doctor: And at night?',
  'Patient: Fine.',
].join('\n');

describe('the unit of a number that the note leaves out', () => {
  it('is put against the one that nobody said, with a fix of the unit alone', () => {
    const [draft, ...more] = draftsOfNote(faithfulnessValueLeftOver, 'Naps of 45 hours.\n', nap);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ verdict: 'contradicted', expected: '45 minutes' });
    expect(draft?.fixes[0]?.newText).toContain('minutes');
  });

  it.each([
    ['Naps of 45 minutes.', nap, 'what was said'],
    ['Naps of 45 hours.', `${nap}\nPatient: Forty five hours a week I work.`, 'the source says it too'],
    ['Naps of 45 hours. Up for 45 minutes at night.', nap, 'the note gives it elsewhere'],
    ['Naps of 45 weeks.', nap, 'no pen slips so far'],
    ['Return in 1 week.', 'Doctor: I saw you one day in May. Come again.', '“one day” is said of everything'],
    ['Takes 2 g at night.', 'Doctor: Drink two litres a day.', 'a volume of something else'],
    ['Off work for 6 months.', 'Doctor: Is it six weeks?\nPatient: No.', 'it was only asked'],
    ['Seen 3 months ago.', 'Doctor: I will see you again in three weeks.', 'the other way in time'],
  ])('“%s” is left alone against “%s”: %s', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });
});
