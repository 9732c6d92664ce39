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

describe('an answer that leaves all but one thing out', () => {
  const polarities = (question: string, answer: string): string[] => {
    const { segments } = new SourceIndex(
      'v.txt',
      `Doctor: ${question}\nPatient: ${answer}\nDoctor: Right.`,
      'v',
    );
    return (segments[0]?.sentences ?? []).flatMap((sentence) =>
      sentence.polarities.map(({ concept, polarity }) => `${polarity} ${concept.name}`),
    );
  };

  it('does not deny what it calls by a part of its name', () => {
    const found = polarities('Fevers, chills, night sweats?', 'Just the sweats.');
    expect(found).toContain('absent fever');
    expect(found).toContain('absent chills');
    expect(found).not.toContain('absent night sweats');
  });

  it('denies what it does not name, also where the names share a word', () => {
    expect(polarities('Chest pain, back pain?', 'Just the back pain.')).toContain('absent chest pain');
  });
});
