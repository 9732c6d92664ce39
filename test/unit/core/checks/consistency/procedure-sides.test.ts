import { describe, expect, it } from 'vitest';
import { consistencyLaterality } from '../../../../../src/core/checks/consistency/laterality';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('an operation on the other side than its reason', () => {
  it('is reported with the reason cited', () => {
    const [draft] = noteDraftsOf(
      consistencyLaterality,
      'Right hip fracture after a fall.\n\nPLAN\n\nLeft hemiarthroplasty tomorrow.',
    );
    expect(draft).toMatchObject({ text: 'Left hemiarthroplasty', expected: 'right', fixes: [] });
    expect(draft?.cited).toEqual(['Right hip fracture after a fall.']);
  });

  it.each([
    ['A 78-year-old woman with a dense right cataract. Plan: left phaco under local.', 'left phaco'],
    ['Left carpal tunnel syndrome. Book right carpal tunnel release.', 'right carpal tunnel release'],
    ['CT: 7 mm left ureteric stone. Plan: right ureteroscopy.', 'right ureteroscopy'],
    ['Left breast cancer. Consented for right mastectomy.', 'right mastectomy'],
    [
      'Right subdural haematoma. For burr hole drainage on the left tonight.',
      'burr hole drainage on the left',
    ],
    ['Left knee osteoarthritis. Listed for R TKR.', 'R TKR'],
    ['Right knee osteoarthritis. Had right hip replacement in 2019. Listed for left TKR.', 'left TKR'],
  ])('is seen in "%s"', (note, text) => {
    expect(reportedBy(consistencyLaterality, note)).toEqual([text]);
  });

  it.each([
    'Right hip fracture. Plan: right hemiarthroplasty tomorrow.',
    'Right hip fracture. Previous left hemiarthroplasty in 2019. Plan: right hemiarthroplasty.',
    'Left hip replacement 2015. Now right hip pain. Plan: right THR.',
    'Old right hip fracture, healed. Plan: left THR for osteoarthritis.',
    'S/p left TKA in June. Planning right TKA.',
    'S/p left cataract surgery 2022. Plan: right cataract surgery.',
    'PSH: left carpal tunnel release 2020.\nPlan: right carpal tunnel release.',
    'Left TKA done in June. Right knee OA. Plan: right TKA.',
    '# Past surgical history\n\nLeft carpal tunnel release.\n\n# Plan\n\nRight carpal tunnel release.',
    'Father had a right hip fracture. Plan: left THR for osteoarthritis.',
    'Bilateral cataracts, right worse. Plan: left phaco first.',
    'Right glaucoma and left cataract. Plan: left phaco.',
    'Right knee pain for months. Left hip pain. Plan: left THR.',
    'Right shoulder pain. Plan: left knee arthroscopy.',
    'She fell right after lunch: hip fracture. Plan: left hemiarthroplasty.',
    'Left knee ACL tear. Plan: left ACL reconstruction using right hamstring graft.',
  ])('is none in "%s"', (note) => {
    expect(reportedBy(consistencyLaterality, note)).toEqual([]);
  });
});
