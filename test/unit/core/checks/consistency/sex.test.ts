import { describe, expect, it } from 'vitest';
import { consistencySex } from '../../../../../src/core/checks/consistency/sex';
import { noteDraftsOf, reportedBy } from '../note-check';

const man = 'Mr. Hale is a 70-year-old man with cough.';
const woman = 'Ms. Hale is a 44-year-old woman with cough.';

describe('consistency/sex', () => {
  it('reports a patient who is a woman in one place and a man in another', () => {
    const [draft] = noteDraftsOf(consistencySex, `${woman}\n\nPLAN\n\nThis 44-year-old man needs an x-ray.`);
    expect(draft).toMatchObject({ text: 'man', verdict: 'contradicted', cited: [woman] });
  });

  it('reports the pronoun of the other sex, and offers the right one', () => {
    const [draft] = noteDraftsOf(consistencySex, `${man}\n\nHe sleeps well. She has no fever.`);
    expect(draft).toMatchObject({ text: 'She', fixes: [{ newText: 'He' }], cited: [man] });
  });

  it('offers no fix for "her", which may be "his" or "him"', () => {
    const [draft] = noteDraftsOf(consistencySex, `${man} The cough keeps her awake.`);
    expect(draft).toMatchObject({ text: 'her', fixes: [] });
  });

  const hers =
    'Jo is seen today. She has a cough. She sleeps badly. Her knee hurts. She walks. Her back is stiff.';

  it('reports the one statement that has it otherwise than all the rest, where no noun tells the sex', () => {
    const [draft] = noteDraftsOf(consistencySex, `${hers} She works.\n\nPLAN\n\nHe takes ibuprofen.`);
    expect(draft).toMatchObject({
      text: 'He',
      verdict: 'not-sure',
      severity: 'hint',
      fixes: [{ newText: 'She' }],
      cited: ['She has a cough.'],
    });
  });

  it.each([
    // Few others to go by; a second statement that has it otherwise; somebody else named before it.
    'She has a cough. Her knee hurts. She walks. He takes ibuprofen.',
    `${hers} She works.\n\nPLAN\n\nHe takes ibuprofen. He eats well.`,
    `${hers} She works. Her brother came along. He takes ibuprofen.`,
  ])('is quiet where pronouns alone tell too little: "%s"', (note) => {
    expect(reportedBy(consistencySex, note)).toEqual([]);
  });

  it('reports an organ of the other sex', () => {
    expect(reportedBy(consistencySex, `${woman} The prostate is enlarged.`)).toEqual(['prostate']);
    expect(reportedBy(consistencySex, `${man} He has uterine fibroids.`)).toEqual(['uterine fibroids']);
  });

  it.each([
    `${man} He came with his wife. She is 20 weeks pregnant.`,
    `${man} He has BPH and takes tamsulosin.`,
    `${man} His wife is pregnant.`,
    `${man}\n\nFAMILY HISTORY\n\nOvarian cancer at fifty.`,
    `${man} His daughter drove him here. She is worried about falls.`,
    `${man} No vaginal bleeding.`,
    `${woman} Her husband had prostate cancer.`,
    `${woman} MR arthrogram of the hip was normal.`,
    `${woman} She was seen by Dr. Ray. He advised rest.`,
    `Jo Hale is a 44-year-old transgender woman. He was listed as male before. The prostate is normal.`,
    'The patient is a 6-year-old boy. She gave the medicine at home.',
    'The patient is a 60-year-old. Seen by Mrs. Ray. He is well.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencySex, note)).toEqual([]);
  });
});
