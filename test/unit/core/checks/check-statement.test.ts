import { describe, expect, it } from 'vitest';
import { findingsOf, resultsOf } from '../check-in';

const transcript =
  '[doctor] Your blood pressure was one thirty over eighty.\n[patient] I have had a cough since Monday.\n' +
  '[doctor] I would like you to take amoxicillin 500 mg three times a day.';

const verdict = (note: string, ...sources: string[]): string[] =>
  resultsOf(note, sources).map((result) => result.verdict);

describe('the verdict on a statement', () => {
  it.each([
    ['Blood pressure 130/80 mmHg.', 'supported'],
    ['Blood pressure 150/80 mmHg.', 'contradicted'],
    ['Chest clear on auscultation.', 'not-addressed'],
    ['The cough is likely viral.', 'not-sure'],
  ])('"%s" is %s', (note, expected) => {
    expect(verdict(note, transcript)).toEqual([expected]);
  });

  it('is not scored, with a reason, where there is nothing to compare with or nothing said', () => {
    expect(resultsOf('Blood pressure 130/80 mmHg.', [])).toMatchObject([
      { verdict: 'not-scored', reason: expect.stringContaining('source') as string },
    ]);
    expect(resultsOf('It is what it is.', [transcript])).toMatchObject([{ verdict: 'not-scored' }]);
  });

  it('is supported by much the same words too, and quotes the answer with the question', () => {
    const source =
      "[doctor] Any heartburn?\n[patient] No.\n[doctor] Your gait is steady. I'll book you an echo for Tuesday.";
    expect(verdict('Gait steady. Ordered an echocardiogram.', source)).toEqual(['supported', 'supported']);
    const [denied] = resultsOf('She denies heartburn.', [source]);
    expect(denied?.citations.map(({ quote }) => quote)).toEqual(['Any heartburn?', 'No.']);
  });

  it('is not supported where it calls the patient by the other sex', () => {
    const source = '[doctor] This is a 48 year old man. His gait is steady.\n[patient] Yes.';
    expect(verdict('His gait is steady.', source)).toEqual(['supported']);
    expect(verdict('Her gait is steady.', source)).not.toContain('supported');
  });

  it('takes the best of several sources', () => {
    expect(verdict('Pulse 72 bpm.', transcript, 'The pulse was 72 bpm.')).toEqual(['supported']);
  });

  it('shows evidence that stands verbatim where it says, also when it is not sure', () => {
    for (const note of [
      'Blood pressure 130/80 mmHg.',
      'Blood pressure 150/80 mmHg.',
      'The cough is likely viral.',
    ]) {
      const citations = resultsOf(note, [transcript]).flatMap((result) => result.citations);
      expect(citations.length).toBeGreaterThan(0);
      for (const { start, end, quote } of citations) expect(transcript.slice(start, end)).toBe(quote);
    }
  });
});

describe('a finding', () => {
  const note = 'She is well.\n\nBlood pressure 150/80 mmHg.';
  const [finding] = findingsOf(note, transcript);

  it('says what, where, how loud and how sure', () => {
    expect(finding).toMatchObject({
      rule: 'faithfulness/value',
      axis: 'faithfulness',
      verdict: 'contradicted',
      severity: 'error',
      text: '150',
    });
    expect(note.slice(finding?.start, finding?.end)).toBe('150');
    expect(note.slice(finding?.statement.start, finding?.statement.end)).toBe('Blood pressure 150/80 mmHg.');
    expect(finding?.confidence).toBeGreaterThan(0);
    expect(finding?.confidence).toBeLessThanOrEqual(1);
  });

  it('keeps its fingerprint wherever the statement moves', () => {
    const moved = findingsOf('Blood pressure   150/80 mmHg.\n\nMore text 😀.', transcript);
    expect(moved[0]?.fingerprint).toBe(finding?.fingerprint);
  });

  it('gets another fingerprint when claim or evidence change', () => {
    const claim = findingsOf('Blood pressure 160/80 mmHg.', transcript)[0];
    const evidence = findingsOf(note, transcript.replace('one thirty', 'one twenty'))[0];
    expect(new Set([finding, claim, evidence].map((one) => one?.fingerprint)).size).toBe(3);
  });
});
