import { describe, expect, it } from 'vitest';
import { consistencyLaterality } from '../../../../../src/core/checks/consistency/laterality';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('something planned for the other side', () => {
  it('is reported with what is wrong on the one side cited', () => {
    const note = '## Exam\n\nLeft wrist swollen and tender.\n\n## Plan\n\nX-ray of the right wrist.';
    const [draft, ...more] = noteDraftsOf(consistencyLaterality, note);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      text: 'right wrist',
      expected: 'left',
      fixes: [],
      cited: ['Left wrist swollen and tender.'],
    });
  });

  it.each([
    ['Right knee osteoarthritis with pain.\n\nPlan: steroid injection into the left knee.', 'left knee'],
    ['## HPI\n\nRight ankle swelling after a fall.\n\n## Plan\n\nXR left ankle. Rest.', 'left ankle'],
    [
      '## Assessment\n\nRight hip osteoarthritis.\n\n## Plan\n\nLeft total hip replacement on Monday.',
      'Left total hip replacement',
    ],
  ])('is seen in "%s"', (note, text) => {
    expect(reportedBy(consistencyLaterality, note)).toEqual([text]);
  });

  it.each([
    '## Exam\n\nLeft knee swollen.\n\n## Plan\n\nX-ray of the left knee.',
    '## Exam\n\nLeft knee swollen.\n\n## Plan\n\nX-ray of both knees.',
    '## Exam\n\nLeft knee swollen.\n\n## Plan\n\nX-ray of the right knee for comparison.',
    '## Exam\n\nLeft knee swollen, right knee normal.\n\n## Plan\n\nX-ray of the right knee.',
    '## HPI\n\nLeft knee pain. Her right knee aches as well.\n\n## Plan\n\nInjection into the right knee.',
    '## Past history\n\nLeft knee pain for years.\n\n## Plan\n\nMRI of the right knee.',
    '## HPI\n\nOld left wrist fracture.\n\n## Plan\n\nX-ray of the right wrist.',
    '## HPI\n\nHusband has left knee pain.\n\n## Plan\n\nMRI of the right knee.',
    '## Exam\n\nNo left knee swelling.\n\n## Plan\n\nX-ray of the right knee.',
    '## Exam\n\nSwelling of the left knee.\n\n## Plan\n\n1. MRI left knee.\n2. Injection right knee.',
    '## HPI\n\nLeft leg swelling.\n\n## Plan\n\nDoppler of the left leg. Blood pressure in the right arm.',
    '## HPI\n\nLeft forearm pain.\n\n## Plan\n\nIV line in the right forearm for CT.',
  ])('is none in "%s"', (note) => {
    expect(reportedBy(consistencyLaterality, note)).toEqual([]);
  });
});
