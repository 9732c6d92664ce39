import { describe, expect, it } from 'vitest';
import { consistencyLaterality } from '../../../../../src/core/checks/consistency/laterality';
import { noteDraftsOf, reportedBy } from '../note-check';

const report = (findings: string, impression: string): string =>
  `CHEST X-RAY\n\nFINDINGS: ${findings}\n\nIMPRESSION: ${impression}`;

describe('the impression of a report', () => {
  it('is reported where it has the other side than the findings, which are cited', () => {
    const [draft] = noteDraftsOf(
      consistencyLaterality,
      report('Right basal opacity. Heart size normal.', 'Left basal pneumonia.'),
    );
    expect(draft).toMatchObject({ text: 'Left', expected: 'right' });
    expect(draft?.cited).toEqual(['FINDINGS: Right basal opacity.']);
  });

  it.each([
    report('There is right lower lobe opacity.', 'Left lower lobe pneumonia.'),
    '# Findings\n\n5 mm stone in the right ureter.\n\n# Impression\n\nLeft ureteric stone.',
    '**Findings:** Left frontal haemorrhage.\n**Impression:** Right frontal intracerebral haemorrhage.',
  ])('in %j', (note) => {
    expect(reportedBy(consistencyLaterality, note)).toHaveLength(1);
  });

  it.each([
    report('Right basal opacity. Heart size normal.', 'Right basal pneumonia.'),
    report('Right pleural effusion. Left basal opacity.', 'Left basal pneumonia.'),
    report('Right basal opacity. The left lung is clear.', 'Right basal pneumonia.'),
    report('Right lung clear. Left basal opacity.', 'Left pneumonia.'),
    report('Bilateral basal opacities.', 'Left basal pneumonia and right effusion.'),
    report('Old right rib fractures. Patchy basal opacity.', 'Left basal pneumonia.'),
    report('Previous right upper lobe opacity has resolved.', 'New left basal pneumonia.'),
    report('Right renal cyst.', 'Left basal pneumonia.'),
    'Right basal crackles.\n\nPlan: chest X-ray. Left basal pneumonia is treated.',
    '',
  ])('is clean in %j', (note) => {
    expect(reportedBy(consistencyLaterality, note)).toEqual([]);
  });
});
