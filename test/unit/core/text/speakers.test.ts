import { describe, expect, it } from 'vitest';
import { speakerRole } from '../../../../src/core/text/speakers';
import { splitTurns } from '../../../../src/core/text/turns';

describe('the role of a speaker', () => {
  it.each([
    ['DOCTOR', 'clinician'],
    ['Dr. Nair', 'clinician'],
    ['dr smith', 'clinician'],
    ['D', 'clinician'],
    ['Nurse 2', 'clinician'],
    ['Guest_clinician', 'clinician'],
    ['Medical assistant', 'clinician'],
    ['P', 'patient'],
    ['patient_guest', 'patient'],
    ['Pt', 'patient'],
    ['Mum', 'family'],
    ['Guest_family', 'family'],
    ['Guest_family_1', 'family'],
    ['Patient’s daughter', 'family'],
    ["The patient's wife", 'family'],
    ['The father', 'family'],
    ['Family member', 'family'],
    ['Friend', 'family'],
    ['John', 'other'],
    ['Paul', 'other'],
    ['Plan', 'other'],
    ['Dad', 'family'],
    ['', 'other'],
    ['🙂', 'other'],
    ['TRIAGE NURSE', 'clinician'],
    ['ED doc', 'clinician'],
  ])('%s: %s', (label, role) => {
    expect(speakerRole(label)).toBe(role);
  });

  it('goes with its turn, and so does the label', () => {
    const turns = splitTurns('Dr Okoro: How is he?\nMum: He sleeps badly.\nPatient: I am fine.');
    expect(turns?.map(({ speaker, label }) => `${label} is ${speaker}`)).toEqual([
      'Dr Okoro is clinician',
      'Mum is family',
      'Patient is patient',
    ]);
  });

  it('of a family member alone makes no transcript: "Mother: asthma" heads a family history', () => {
    expect(splitTurns('Mother: asthma.\nFather: gout.\nSister: well.')).toBeUndefined();
  });
});
