import { describe, expect, it } from 'vitest';
import { chat, speaker } from './chat-double';

describe('follow-up searches', () => {
  it('go as far as they may', async () => {
    const model = speaker({
      queries: [['chronic kidney']],
      answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].',
    });
    const { answer } = await chat('Is metformin allowed?', model, {
      depth: { rounds: 0, queriesPerRound: 2 },
    });
    expect(answer.trail).toHaveLength(1);
    expect(model.requests.some(({ purpose }) => purpose === 'search-queries')).toBe(false);
  });

  it('are two rounds of two queries at most, and leave a trail', async () => {
    const model = speaker({
      queries: [['chronic kidney', 'nothing here at all', 'a third one'], ['start dose'], ['more']],
      answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].',
    });
    const { answer } = await chat('Is metformin allowed?', model);
    expect(answer.trail.slice(0, 3)).toEqual([
      { round: 0, query: 'Is metformin allowed?', found: 1 },
      { round: 1, query: 'chronic kidney', found: 1 },
      { round: 1, query: 'nothing here at all', found: 0 },
    ]);
    expect(Math.max(...answer.trail.map(({ round }) => round))).toBeLessThanOrEqual(2);
    expect(answer.trail.some(({ query }) => query === 'a third one' || query === 'more')).toBe(false);
  });

  it('stop when a round brings nothing new', async () => {
    const model = speaker({
      queries: [['metformin dose'], ['chronic kidney']],
      answer: 'Metformin is contraindicated at an eGFR under 30 mL/min [1].',
    });
    const { answer } = await chat('Is metformin allowed?', model);
    expect(answer.trail.map(({ query }) => query)).toEqual(['Is metformin allowed?', 'metformin dose']);
  });
});
