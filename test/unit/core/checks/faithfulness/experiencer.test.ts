import { describe, expect, it } from 'vitest';
import { faithfulnessExperiencer } from '../../../../../src/core/checks/faithfulness/experiencer';
import { draftsOfNote, saidOfNote } from '../note-check';

const said = (note: string, source: string): string[] => saidOfNote(faithfulnessExperiencer, note, source);

const mothers =
  '[doctor] Have you ever had a stroke yourself?\n[patient] No, never. My mother had a stroke, she was eighty.';
const own = '[doctor] Anything else?\n[patient] I have asthma since I was a child.';

describe('faithfulness/experiencer', () => {
  it.each([
    ['# Past medical history\n\nShe had a stroke.', mothers, ['stroke → somebody else']],
    ['# Family history\n\nThe patient had a stroke.', mothers, ['stroke → somebody else']],
    ['# History\n\nHer sister has asthma.', own, ['asthma → the patient']],
  ])('tells in %j that it is somebody else’s', (note, source, expected) => {
    expect(said(note, source)).toEqual(expected);
  });

  it('says no more than a hint where the note tells it of the relative, too', () => {
    const stroke = '# Past medical history\n\nShe had a stroke.';
    const drafts = draftsOfNote(
      faithfulnessExperiencer,
      `${stroke}\n\n# Family history\n\nMother: stroke.`,
      mothers,
    );
    expect(drafts.map(({ verdict }) => verdict)).toEqual(['not-addressed']);
  });

  it('says as a hint what the source tells of a relative alone, and denies of nobody', () => {
    const input = '[doctor] Family?\n[patient] Mum has an underactive thyroid.';
    const [draft] = draftsOfNote(faithfulnessExperiencer, '# Assessment\n\nHypothyroidism: TSH 3.1.', input);
    expect(draft).toMatchObject({
      verdict: 'not-addressed',
      message:
        'The source tells of hypothyroidism in somebody else only; the note says that the patient has it.',
    });
  });

  it.each([
    ['# Past medical history\n\nHer mother had a stroke.', mothers],
    ['# Family history\n\nStroke in her mother.', mothers],
    ['# Family history\n\nMother had heart disease. She had a stroke.', mothers],
    ['# Past medical history\n\nNo stroke.', mothers],
    ['# History\n\nHe has asthma.', own],
    ['# History\n\nHer sister has asthma.', `${own} And so has my sister.`],
    ['# History\n\nHer mother has noticed the asthma.', own],
    [
      '# History\n\nPatient is hard of hearing.',
      '[doctor] Tell me.\n[daughter] My mother is hard of hearing.',
    ],
  ])('keeps silent on %j', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });
});
