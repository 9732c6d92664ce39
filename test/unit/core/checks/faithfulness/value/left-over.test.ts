import { describe, expect, it } from 'vitest';
import { faithfulnessValueLeftOver } from '../../../../../../src/core/checks/faithfulness/value/left-over';
import { draftsOfNote, saidOfNote } from '../../note-check';

const pain = [
  'Doctor: How long was that for?',
  'Patient: Twenty minutes? I sat down, and it went.',
  'Doctor: And then?',
  'Patient: The ambulance came, and I went in.',
].join('\n');
const residual = [
  'Doctor: Your flow was slow, nine millilitres a second, and you passed two hundred and ten.',
  'Doctor: And the scan afterwards showed a hundred and forty left behind.',
].join('\n');
const scales =
  'Nurse: Pop on the scales. Seventy one kilos.\nPatient: I thought I was more than sixty kilos.';

const said = (note: string, source: string): string[] => saidOfNote(faithfulnessValueLeftOver, note, source);

describe('faithfulness/value-left-over', () => {
  it('puts a number that nobody said against the one that the note leaves out, and quotes it', () => {
    const [draft, ...more] = draftsOfNote(
      faithfulnessValueLeftOver,
      'Severe pain ~40 minutes on stairs.\n',
      pain,
    );
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ verdict: 'contradicted', expected: '20 minutes' });
    expect(draft?.citations[0]?.quote).toContain('Twenty minutes?');
  });

  it.each([
    ['Severe pain ~20 minutes on stairs.', pain, 'what was said'],
    ['Severe pain ~35 minutes on stairs.', pain, 'no single slip'],
    ['Severe pain ~40 minutes, eased. Sat down for 20 minutes.', pain, 'said elsewhere in the note'],
    ['Severe pain ~40 minutes.', `${pain}\nPatient: Forty minutes in all.`, 'said in the source'],
    [
      'Severe pain ~40 minutes.',
      `${pain}\nPatient: And ten minutes. No, eighty minutes later.`,
      'several are left',
    ],
    [
      'Advised to rest for 2 days.',
      'Patient: We had some chicken one day.',
      '“one day” is no length of time',
    ],
    [
      'Change metformin to 500 mg, 2 tabs BID with meals (2000 mg).',
      'Doctor: And metformin a thousand twice a day. We change it to five hundred.',
      'a sum',
    ],
  ])('says nothing of “%s”: %s', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });

  it('takes numbers without their unit, where no other is left', () => {
    expect(said('Voided 210 mL, residual 280 mL.\n', residual)).toEqual(['280 mL → 140']);
    expect(said('Voided 210 mL, residual 140 mL.\n', residual)).toEqual([]);
  });

  it('is not told a value by a bound on another', () => {
    expect(said('Came with son.\n\nHt 168 cm, 142 kg.\n', scales)).toEqual(['142 kg → 71 kg']);
  });
});
