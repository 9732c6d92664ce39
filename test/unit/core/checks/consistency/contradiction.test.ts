import { describe, expect, it } from 'vitest';
import { consistencyContradiction } from '../../../../../src/core/checks/consistency/contradiction';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('consistency/contradiction', () => {
  it('reports a finding that is affirmed and denied', () => {
    const note = 'HISTORY\n\nShe reports nausea.\n\nREVIEW OF SYSTEMS\n\nShe denies nausea and vomiting.';
    const [draft] = noteDraftsOf(consistencyContradiction, note);
    expect(draft).toMatchObject({ text: 'nausea', verdict: 'contradicted', cited: ['She reports nausea.'] });
  });

  it('reports it in the other order too', () => {
    const note = 'HISTORY\n\nShe denies shortness of breath.\n\nREVIEW OF SYSTEMS\n\nShe endorses dyspnea.';
    expect(reportedBy(consistencyContradiction, note)).toEqual(['dyspnea']);
  });

  it.each([
    'She reports nausea. She denies vomiting.',
    'She had nausea last week. She denies nausea today.',
    'She denies fever at first. She reports fever.',
    'PAST MEDICAL HISTORY\n\nShe reports asthma.\n\nEXAM\n\nNo asthma.',
    'Her mother has dizziness. She denies dizziness.',
    'She may have dizziness on this tablet. She denies dizziness.',
    'She reports pain in the left knee. No pain in the right knee.',
    'She reports shortness of breath with activity. She denies shortness of breath.',
    'Return if you have fever. She denies fever.',
    'Husband (also on ramipril) has dizziness. She denies dizziness.',
    'He has had dizziness for years. Neither fall was accompanied by dizziness.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyContradiction, note)).toEqual([]);
  });
});
