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

  it('takes what an examination finds for the patient’s own, whoever else has it', () => {
    const sisters =
      '[doctor] Do you feel a bulge?\n[patient] No. My sister has that, a prolapse.\n[doctor] The front wall drops a bit.';
    expect(said('# Examination\n\nStage 1 anterior prolapse.', sisters)).toEqual([]);
    expect(said('# Past medical history\n\nShe has a prolapse.', sisters)).toEqual([
      'prolapse → somebody else',
    ]);
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

describe('what a relative who came along tells of themselves', () => {
  const visit = (told: string): string =>
    `Doctor: Is Leo allergic to anything?\nMum: ${told}\nDoctor: I see.`;

  it.each([
    ['Mother has asthma; Leo has none.', visit("He isn't. And I have asthma.")],
    ['His mother has eczema.', visit("He isn't. My eczema is bad, though.")],
    ['His wife has diabetes.', 'Doctor: Any illness at home?\nWife: He is well. I have diabetes.'],
  ])('is not of the patient: "%s"', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });

  it.each([
    ['He has asthma.', visit('He has asthma.'), 'tells of the patient'],
    ['She has headaches.', 'Doctor: What happens?\nDaughter: I think she has headaches.', 'thinks'],
    ['He has a rash.', visit('He is fine now. I noticed a rash on his arm.'), 'noticed'],
    [
      'He has a cough.',
      visit('He sleeps badly. I have to prop him up for his cough.'),
      'does for the patient',
    ],
  ])('leaves what is of the patient: "%s" (%s, %s)', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });

  it('is a hint where the note gives it to the patient', () => {
    const drafts = draftsOfNote(
      faithfulnessExperiencer,
      'Leo has asthma.',
      visit('He is well. I have asthma.'),
    );
    expect(drafts.map(({ verdict }) => verdict)).toEqual(['not-addressed']);
  });
});
