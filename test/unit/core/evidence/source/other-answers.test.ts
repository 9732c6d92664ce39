import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../../src/core/evidence/source/source-index';

/** What the question for chest pain comes to, by the two who answer it. */
function asked(first: string, second: string): string | undefined {
  const transcript = `Doctor: Any chest pain?\n${first}\n${second}\nDoctor: All right.`;
  const { segments } = new SourceIndex('visit.transcript.txt', transcript, 'version');
  return segments[0]?.sentences[0]?.polarities[0]?.polarity;
}

describe('a question that two people answer', () => {
  it('is answered by who came along, where the first says nothing of it', () => {
    expect(asked('Patient: I play in goal.', 'Mother: No, nothing.')).toBe('absent');
    expect(asked('Patient: I was at school.', 'Mother: Yes, on Sunday.')).toBe('present');
  });

  it.each([
    ['Patient: Sometimes.', 'Mother: No, never.'],
    ["Patient: I don't know.", 'Mother: No.'],
    ['Patient: Why?', 'Mother: No, tell her about the leg.'],
    ['Patient: I play in goal.', 'Mother: He has football on Sundays.'],
    ['Patient: I play in goal.', 'Doctor: No.'],
    ['Patient: I play in goal.', 'Patient: No, wait.'],
  ])('stays open: %s %s', (first, second) => {
    expect(asked(first, second)).not.toBe('absent');
  });
});
