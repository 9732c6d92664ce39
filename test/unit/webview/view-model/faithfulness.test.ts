import { describe, expect, it } from 'vitest';
import { summariseVerdicts } from '../../../../src/core/verdicts/score';
import { faithfulnessScreen } from '../../../../webview/view-model/faithfulness';
import { emptyPanel, guideline } from './models';

describe('Faithfulness', () => {
  const sentence = { start: 3, end: 9, text: 'A b c.', confidence: 1, citations: [guideline] };

  it('gives the share with its interval and a place in the document for each sentence', () => {
    const screen = faithfulnessScreen({
      ...emptyPanel,
      faithfulness: {
        state: 'done',
        value: {
          name: 's.md',
          uri: 'file:///s.md',
          offset: 100,
          sources: [],
          score: 0.5,
          summary: summariseVerdicts(['supported', 'contradicted']),
          sentences: [{ ...sentence, verdict: 'supported' }],
        },
      },
    });
    // Wilson score interval of 1 of 2: 9.5–90.5 %.
    expect(screen).toMatchObject({ headline: { share: '50%', text: 'contradicted, 95% interval 9–91%' } });
    if (screen.kind !== 'ready') throw new Error('not ready');
    expect(screen.sentences[0]?.show?.message).toEqual({
      type: 'revealSpan',
      uri: 'file:///s.md',
      start: 103,
      end: 109,
    });
  });

  it('has no headline when nothing was scored, and says why', () => {
    const screen = faithfulnessScreen({
      ...emptyPanel,
      faithfulness: {
        state: 'done',
        value: {
          name: 's.md',
          sources: [],
          score: null,
          notScored: 'No source was found.',
          summary: summariseVerdicts(['not-scored']),
          sentences: [{ ...sentence, verdict: 'not-scored', reason: 'No source.' }],
        },
      },
    });
    if (screen.kind !== 'ready') throw new Error('not ready');
    expect(screen.headline).toBeUndefined();
    expect(screen.score).toEqual({ kind: 'not-scored', reason: 'No source was found.' });
    expect(screen.sentences[0]).toMatchObject({ verdictLabel: 'Not scored', reason: 'No source.' });
    expect(screen.sentences[0]?.show).toBeUndefined();
  });
});
