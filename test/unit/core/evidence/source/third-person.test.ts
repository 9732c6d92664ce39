import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../check-in';

const visit = (...turns: readonly string[]): string => turns.join('\n');

describe('what a patient tells of somebody else', () => {
  it.each([
    ['a name', 'No. Derek has the cough, poor man.'],
    ['a name with its verb', "No. Derek's got the cough, he brought it home."],
    ['a pronoun that goes on from a relative', 'No. My mum was poorly though. She had an awful cough.'],
    ['a pronoun behind a name', 'No. Derek smokes in the shed and he has a cough.'],
  ])('is no finding of theirs: %s', (_, answer) => {
    const source = visit('Doctor: Any cough?', `Patient: ${answer}`, 'Doctor: I see.', 'Patient: Yes.');
    expect(findingsOf('No cough.', source)).toEqual([]);
  });

  it.each([
    ['their own words behind a name', 'Derek says so, and I have a cough every night.'],
    ['what a doctor said', 'She said it was a cough of mine, I cough all night, I have a cough.'],
  ])('leaves %s to them', (_, answer) => {
    const source = visit('Doctor: What is wrong?', `Patient: ${answer}`, 'Doctor: I see.', 'Patient: Yes.');
    expect(findingsOf('No cough.', source).map(({ rule }) => rule)).toEqual(['faithfulness/polarity']);
  });

  it('means the patient where the clinician asks for "him" throughout', () => {
    const source = visit(
      'Doctor: Is he eating?',
      'Patient: A bit.',
      'Doctor: Does he sleep?',
      'Patient: He does, but he has a cough every night.',
      'Doctor: Has he been sick?',
      'Patient: Not once.',
    );
    expect(findingsOf('No cough.', source).map(({ rule }) => rule)).toEqual(['faithfulness/polarity']);
  });
});
