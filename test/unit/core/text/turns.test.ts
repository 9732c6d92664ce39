import { describe, expect, it } from 'vitest';
import { splitTurns } from '../../../../src/core/text/turns';

const turns = (text: string): string[] | undefined =>
  splitTurns(text)?.map(({ speaker, start, end }) => `${speaker}: ${text.slice(start, end)}`);

describe('turns', () => {
  it.each([
    ['[doctor] Any pain?\n[patient] No.', ['clinician: Any pain?', 'patient: No.']],
    ['Doctor: Any pain?\r\nPatient: No.\r\n', ['clinician: Any pain?', 'patient: No.']],
    ['D: Any pain?\nP: No.', ['clinician: Any pain?', 'patient: No.']],
    ['Dr. Nair: Any pain?\nMother: No.', ['clinician: Any pain?', 'family: No.']],
    [
      'FY1: Any pain?\nOncologist: Well?\nPatient: No.',
      ['clinician: Any pain?', 'clinician: Well?', 'patient: No.'],
    ],
    ['GP: Hello 😀.\n\nPt: Hi.\n', ['clinician: Hello 😀.', 'patient: Hi.']],
  ])('of %j', (text, expected) => {
    expect(turns(text)).toEqual(expected);
  });

  it.each([
    [
      "Mother: She's had a rash since Monday. I have hay fever.",
      ["family: She's had a rash since Monday. I have hay fever."],
    ],
    ['Dad: My son is ill.\nMum: He has a fever.', ['family: My son is ill.', 'family: He has a fever.']],
    ['Mother: breast cancer at 60\nFather: MI', undefined],
    ['Mother: asthma', undefined],
    ['Plan: my usual.', undefined],
  ])('of those who came along alone: %j', (text, expected) => {
    expect(turns(text)).toEqual(expected);
  });

  it('go on over lines without a label', () => {
    const text = '[doctor] One.\nTwo.\n[patient] Three.';
    expect(turns(text)).toEqual(['clinician: One.\nTwo.', 'patient: Three.']);
  });

  const talk = (first: string, second: string): string[] | undefined =>
    turns(
      ['How are you?', 'Well.', 'Any pain?', 'No.', 'Any fever?', 'None.']
        .map((said, at) => `${at % 2 === 0 ? first : second}: ${said}`)
        .join('\n'),
    )?.slice(0, 2);

  it('of two speakers, one without a role is the other of the two', () => {
    expect(talk('Doctor', 'Mrs Hill')).toEqual(['clinician: How are you?', 'patient: Well.']);
    expect(talk('Kim', 'Patient')).toEqual(['clinician: How are you?', 'patient: Well.']);
  });

  it('of two speakers without roles, who asks is the clinician', () => {
    expect(talk('K', 'W')).toEqual(['clinician: How are you?', 'patient: Well.']);
    const alike = ['K: Well?', 'W: Well?', 'K: And?', 'W: And?', 'K: So?', 'W: So?'].join('\n');
    expect(turns(alike)).toBeUndefined();
  });

  it.each([
    ['', 'nothing'],
    ['Just a letter.\nOf two lines.', 'no labels'],
    ['Plan: go home\nFollow-up: in a week', 'labels of nobody'],
    ['[doctor] Only one turn.', 'one turn'],
    ['Doctor: one\nline\nline\nline\nPatient: two\nline\nline', 'few labels'],
  ])('are none in %j: %s', (text) => {
    expect(turns(text)).toBeUndefined();
  });

  it('of several speakers, the only one without a role is the patient', () => {
    expect(turns('Dr Lind: Any pain?\nMother: He says so.\nTomas: Here.')).toEqual([
      'clinician: Any pain?',
      'family: He says so.',
      'patient: Here.',
    ]);
  });

  it('of several speakers, two without a role keep none', () => {
    expect(turns('Dr Lind: Any pain?\nRosa: He says so.\nTomas: Here.')).toEqual([
      'clinician: Any pain?',
      'other: He says so.',
      'other: Here.',
    ]);
  });

  const roles = (text: string): Record<string, string> =>
    Object.fromEntries((splitTurns(text) ?? []).map(({ label, speaker }) => [label, speaker]));

  it('of three without roles, who asks is the clinician, who answers the patient, and who speaks of "her" came along', () => {
    const said = [
      'Speaker A: What brings you in?',
      'Speaker B: My knee.',
      'Speaker C: She fell twice.',
      'Speaker A: Any swelling?',
      'Speaker B: A bit.',
      'Speaker A: Does it lock?',
      'Speaker B: No.',
    ];
    expect(roles(said.join('\n'))).toEqual({
      'Speaker A': 'clinician',
      'Speaker B': 'patient',
      'Speaker C': 'family',
    });
  });

  it('of several without roles, who answers for "him" is family, and who is introduced as one a clinician', () => {
    const said = [
      'S1: How is he sleeping?',
      'S2: Badly.',
      'S1: Is he eating?',
      'S2: He picks at it.',
      'S1: Any fever with it? Did he vomit?',
      'S2: No.',
      "S3: Hello, I'm Dr Vane. I heard the story.",
      'S2: Hello.',
    ];
    expect(roles(said.join('\n'))).toEqual({ S1: 'clinician', S2: 'family', S3: 'clinician' });
  });

  it('of two names beside a clinician, who answers is the patient, and who speaks of "him" came along', () => {
    const said = [
      'Dr Lind: What is it?',
      'Tomas: My chest.',
      'Rosa: He coughs all night.',
      'Dr Lind: Any fever?',
      'Tomas: No.',
      'Dr Lind: Any phlegm?',
      'Tomas: Some.',
    ];
    expect(roles(said.join('\n'))).toEqual({ 'Dr Lind': 'clinician', Tomas: 'patient', Rosa: 'family' });
  });

  it('of three without roles who ask alike, none is read', () => {
    const said = ['A: Well?', 'B: Well?', 'C: Well?', 'A: So?', 'B: So?', 'C: So?'];
    expect(splitTurns(said.join('\n'))).toBeUndefined();
  });
});
