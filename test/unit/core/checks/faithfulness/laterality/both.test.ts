import { describe, expect, it } from 'vitest';
import { faithfulnessLaterality } from '../../../../../../src/core/checks/faithfulness/laterality/laterality';
import { draftsAgainst } from '../../source-check';

const said = (note: string, source: string): string[] =>
  draftsAgainst(faithfulnessLaterality, note, source).map(
    ({ text, verdict, expected }) => `${text}: ${verdict}, ${String(expected)}`,
  );

describe('one side for both, and both for one', () => {
  it.each([
    [
      'Bilateral ear pain.',
      '[patient] My left ear hurts.\n[doctor] Okay.',
      'ear pain: contradicted, the left',
    ],
    [
      'Leg swelling bilaterally.',
      '[patient] My right leg is swollen.\n[doctor] Since when?\n[patient] Sunday.',
      'Leg swelling: contradicted, the right',
    ],
    ['Left knee pain.', '[patient] Both my knees hurt.\n[doctor] Okay.', 'knee pain: not-sure, both sides'],
  ])('“%s” against %j', (note, source, expected) => {
    expect(said(note, source).filter((text) => text.includes('side') || text.includes('the '))).toContain(
      expected,
    );
  });

  it.each([
    ['Bilateral ear pain.', '[patient] My left ear hurts, and the right one too.\n[doctor] Okay.'],
    ['Bilateral ear pain.', '[patient] My ears hurt.\n[doctor] Okay.'],
    ['Bilateral ear pain.', '[patient] My left ear hurts.\n[doctor] And the other ear?\n[patient] A bit.'],
    ['Left ear pain.', '[patient] My left ear hurts.\n[doctor] Okay.'],
    ['Left knee pain worse than right.', '[patient] Both my knees hurt.\n[doctor] Okay.'],
    ['Left knee pain.', '[patient] Both my knees hurt, the left knee more.\n[doctor] Okay.'],
    ['# Examination\n\nLeft knee pain on flexion.', '[patient] Both my knees hurt.\n[doctor] Okay.'],
    ['No bilateral ear pain.', '[patient] My left ear hurts.\n[doctor] Okay.'],
    // What is denied of one side is told of the other.
    ['Denies numbness in the right leg.', '[patient] Some numbness in my left leg.\n[doctor] Okay.'],
    ['No swelling of the right knee.', '[patient] My left knee is swollen.\n[doctor] Okay.'],
  ])('keeps silent on “%s” of %j', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });

  it.each([
    ['Left 5th metatarsal fracture.', 'left', 'right'],
    ['Fracture of the right fifth metatarsal.', 'right', 'left'],
  ])('“%s”: the side of the film is that of what it shows', (note, _, other) => {
    const film = `[doctor] On the x-ray of your ${other} foot there's a fracture of the fifth metatarsal.\n[patient] Oh.`;
    expect(said(note, film)).toHaveLength(1);
    expect(said(note.replace(/left|right/i, other), film)).toEqual([]);
  });
});
