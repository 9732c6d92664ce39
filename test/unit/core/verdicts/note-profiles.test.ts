import { describe, expect, it } from 'vitest';
import { splitSections } from '../../../../src/core/text/sections';
import { namedProfile } from '../../../../src/core/verdicts/named-profile';
import { profileOf, severitiesOf } from '../../../../src/core/verdicts/note-profiles';

const headed = (...titles: string[]): string => titles.map((title) => `# ${title}\n\nText.\n\n`).join('');
const profile = (...titles: string[]) => profileOf(splitSections(headed(...titles)));

describe('the kind of a note', () => {
  it.each([
    ['soap', ['Subjective', 'Objective', 'Assessment', 'Plan']],
    ['soap', ['History of Present Illness', 'Physical Exam', 'Assessment and Plan']],
    ['discharge', ['Discharge summary', 'Diagnoses', 'Medications']],
    ['discharge', ['Hospital Course', 'Assessment', 'Plan', 'Subjective']],
    ['radiology', ['Clinical Information', 'Findings', 'Impression']],
    ['radiology', ['Chest X-ray', 'Findings', 'Impression']],
    ['radiology', ['Findings', 'Impression']],
    // A clinician's note with the same two headings.
    ['general', ['Findings', 'Impression', 'Plan']],
    ['general', ['HPI', 'Findings', 'Impression']],
    ['referral', ['Referral letter', 'History']],
    ['general', ['Findings']],
    ['general', ['Plan']],
    ['general', []],
  ] as const)('%s is told from %j', (expected, titles) => {
    expect(profile(...titles)).toBe(expected);
  });

  it.each([
    ['referral', 'Dear Dr Smith,\n\nThank you for seeing this 54-year-old man with angina.\n'],
    ['referral', 'Re: Mr Jones\n\nDear colleague\n\nI would be grateful if you could see him soon.\n'],
    // A reply to a referral, and a patient's own letter.
    ['general', 'Dear Dr Smith,\n\nThank you for referring this man with angina. His echo is normal.\n'],
    ['general', 'I would be grateful if you could see him soon.\n'],
  ] as const)('%s is told from a letter: %j', (expected, text) => {
    expect(profileOf(splitSections(text), text)).toBe(expected);
  });

  it.each([
    ['radiology', 'CHEST X-RAY\nFINDINGS: Right basal opacity.\nIMPRESSION: Pneumonia.'],
    ['radiology', '**Findings:** Normal heart.\n**Impression:** Normal study.'],
    ['general', 'Findings: crackles.\nImpression: pneumonia.\nPlan: amoxicillin.'],
    ['general', 'HPI: cough.\nFindings: crackles.\nImpression: pneumonia.'],
    ['general', 'No new findings: he is well.'],
    ['general', 'Discharge: none from the wound.'],
  ] as const)('%s is told from labels in %j', (expected, text) => {
    expect(profileOf(splitSections(text), text)).toBe(expected);
  });

  it('is what the front matter names', () => {
    expect(namedProfile('---\nprofile: radiology\n---\n# Plan\n')).toEqual({ profile: 'radiology' });
    expect(namedProfile('# Plan\n')).toEqual({});
    expect(namedProfile('---\nsource: a.txt\n---\n')).toEqual({});
  });

  it('gives the place of a name that is none, and leaves malformed front matter to its own message', () => {
    const text = '---\nprofile: letter\n---\n';
    const { unknown } = namedProfile(text);
    expect(text.slice(unknown?.start, unknown?.end)).toBe('letter');
    expect(namedProfile('---\nprofile: [\n---\n')).toEqual({});
  });

  it('asks for nothing where nothing is special', () => {
    expect(severitiesOf('general')).toEqual({});
    expect(severitiesOf('radiology')['consistency/laterality']).toBe('error');
  });
});
