import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../src/core/evidence/citations/citation';
import { citedNumbers, markedAnswer } from '../../../src/extension/marked-answer';

describe('an answer with what became of its sentences', () => {
  it('has a mark behind each sentence that was verified', () => {
    const answer = 'Start 5 mg. [1] And then?\nGive 50 mg. [2]';
    const at = (text: string) => ({
      start: answer.indexOf(text),
      end: answer.indexOf(text) + text.length,
      text,
      citations: [],
    });
    const sentences = [
      { ...at('Give 50 mg. [2]'), verdict: 'contradicted' as const },
      { ...at('Start 5 mg. [1]'), verdict: 'supported' as const },
    ];
    expect(markedAnswer({ answer, sentences }, (verdict) => ` *(${verdict})*`)).toBe(
      'Start 5 mg. [1] *(supported)* And then?\nGive 50 mg. [2] *(contradicted)*',
    );
    const kept = (verdict: string) => (verdict === 'contradicted' ? undefined : '');
    expect(markedAnswer({ answer, sentences }, kept)).toBe('Start 5 mg. [1] And then?\n');
  });

  it('stays as it is where it is quotes alone', () => {
    expect(markedAnswer({ answer: '> A quote. [1]', sentences: [] }, () => '!')).toBe('> A quote. [1]');
  });

  it('lists the citations that it names, once each, and none that is not there', () => {
    const citations = [{}, {}, {}] as Citation[];
    expect(citedNumbers({ answer: 'A [3]. B [1][3]. C [7]. D [0].', citations })).toEqual([1, 3]);
    expect(citedNumbers({ answer: 'No finding.', citations: [] })).toEqual([]);
    expect(citedNumbers({ answer: 'Looked at.', citations })).toEqual([1, 2, 3]);
  });
});
