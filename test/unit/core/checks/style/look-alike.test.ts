import { describe, expect, it } from 'vitest';
import { styleLookAlike } from '../../../../../src/core/checks/style/look-alike';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('style/look-alike', () => {
  it('hints once where the note names both of a pair, with the letters that differ', () => {
    const note =
      'Continue hydralazine 25 mg daily. Start hydroxyzine 10 mg daily. Hydroxyzine makes him tired.';
    const drafts = noteDraftsOf(styleLookAlike, note);
    expect(drafts).toMatchObject([
      { text: 'hydroxyzine', severity: 'hint', fixes: [{ newText: 'hydrOXYzine' }] },
    ]);
  });

  it('reports a medicine that is ordered for what its look-alike is given for', () => {
    const [draft] = noteDraftsOf(styleLookAlike, 'Start hydralazine 25 mg at night for itching.');
    expect(draft).toMatchObject({ text: 'hydralazine', severity: 'information', fixes: [] });
    expect(draft?.message).toContain('hydrOXYzine');
  });

  it.each([
    'Start hydroxyzine 25 mg at night for itching.',
    'Start hydralazine 25 mg at night for blood pressure.',
    'Start hydralazine 25 mg at night for six weeks.',
    'Start hydralazine 25 mg daily, and see us for itching.',
    'Continue lisinopril 10 mg daily. Start amlodipine 5 mg daily.',
    'Continue prednisone 5 mg daily. Prednisone helps.',
    'Start bupropion 150 mg daily for depression.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(styleLookAlike, note)).toEqual([]);
  });
});
