import { describe, expect, it } from 'vitest';
import { consistencyDuplicate } from '../../../../../src/core/checks/consistency/duplicate';
import { noteDraftsOf, reportedBy } from '../note-check';

const long = 'The wound on the shin is clean and dry with healthy edges.';

describe('consistency/duplicate', () => {
  it('reports a statement that stands in the note twice, as a hint', () => {
    const [draft] = noteDraftsOf(consistencyDuplicate, `MONDAY\n\n${long}\n\nTUESDAY\n\n${long}`);
    expect(draft).toMatchObject({ text: long, verdict: 'not-sure', severity: 'hint', cited: [long] });
  });

  it('looks past case, spaces and marks', () => {
    expect(
      reportedBy(consistencyDuplicate, `${long}\n\n${long.toUpperCase().replace(' IS', '  is')}`),
    ).toHaveLength(1);
  });

  it('reports a copied paragraph once', () => {
    const next = 'He walks with a stick and climbs one flight of stairs.';
    expect(reportedBy(consistencyDuplicate, `MON\n\n${long} ${next}\n\nTUE\n\n${long} ${next}`)).toEqual([
      long,
    ]);
  });

  it.each([
    'No acute distress. Lungs are clear. No acute distress. Lungs are clear.',
    'Ann is a 50-year-old woman with asthma and a cough.\n\nAnn is a 50-year-old woman with asthma and a cough.',
    'Patient Education and Counseling: We talked about this.\n\nPatient Education and Counseling: We talked about this.',
    'The wound on the shin measures 3 cm across and is clean.\n\nThe wound on the shin measures 2 cm across and is clean.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyDuplicate, note)).toEqual([]);
  });
});
