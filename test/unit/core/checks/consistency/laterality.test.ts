import { describe, expect, it } from 'vitest';
import { consistencyLaterality } from '../../../../../src/core/checks/consistency/laterality';
import { noteDraftsOf, reportedBy } from '../note-check';

const history = 'HISTORY\n\nHe has pain in the right knee since May.\n\n';

describe('consistency/laterality', () => {
  it('reports the side that no other statement shares', () => {
    const exam = 'EXAM\n\nThere is pain on bending the right knee.\n\n';
    const [draft] = noteDraftsOf(
      consistencyLaterality,
      `${history}${exam}PLAN\n\nLeft knee pain: refer to physiotherapy.`,
    );
    expect(draft).toMatchObject({ text: 'Left knee', expected: 'right', fixes: [{ newText: 'Right' }] });
    expect(draft?.cited).toEqual(['He has pain in the right knee since May.']);
  });

  it('shows the later of two that disagree', () => {
    const note = `${history}ASSESSMENT\n\nPain in the left knee, likely arthritis.`;
    expect(reportedBy(consistencyLaterality, note)).toEqual(['left knee']);
  });

  it('shows an operation on the other side of the one at hand', () => {
    const note = 'Admitted for right hip replacement.\n\nPLAN\n\nLeft hip replacement tomorrow.';
    expect(reportedBy(consistencyLaterality, note)).toEqual(['Left hip']);
  });

  it.each([
    `${history}PLAN\n\nRight knee pain: refer to physiotherapy.`,
    `${history}PLAN\n\nThe left ankle pain is better.`,
    `${history}EXAM\n\nThe left knee has full range of motion.`,
    `${history}He also has pain in the left knee.`,
    `${history}Pain in both knees on stairs. Left knee pain is worse.`,
    `${history}PAST SURGICAL HISTORY\n\nLeft knee replacement for pain in 2010.`,
    `${history}EXAM\n\nNo pain in the left knee.`,
    'S/p right total hip replacement.\n\nPLAN\n\nLeft total hip replacement in March.',
    'Underwent left breast lumpectomy last year.\n\nPLAN\n\nRight breast biopsy, then lumpectomy of the right breast.',
    `${history}Pain in the left knee is milder than on the right.`,
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyLaterality, note)).toEqual([]);
  });

  it('leaves alone what a label within the line calls history', () => {
    const note = 'HPI: Pain in the right knee.\nPast history: left knee replacement for pain.';
    expect(reportedBy(consistencyLaterality, note)).toEqual([]);
  });
});
