import { describe, expect, it } from 'vitest';
import { summariseVerdicts } from '../../../../src/core/verdicts/score';
import { scoreView } from '../../../../webview/view-model/score';

describe('a score', () => {
  it('gives count, share and interval of every label, in the order of the verdicts', () => {
    // Wilson score intervals for 1, 0, 0 and 9 of 10, by hand: 1.8–40.4 %, 0–27.8 %, 59.6–98.2 %.
    const view = scoreView(
      summariseVerdicts([...Array<'supported'>(9).fill('supported'), 'contradicted', 'not-scored']),
      'statement',
      undefined,
    );
    expect(view).toMatchObject({
      kind: 'scored',
      caption: '10 statements scored, 1 not scored',
      barLabel: 'Contradicted 10%, Supported 90%',
      rows: [
        { verdict: 'contradicted', countText: '1', share: '10%', interval: '2–40%' },
        { verdict: 'not-addressed', countText: '0', share: '0%', interval: '0–28%' },
        { verdict: 'not-sure', countText: '0', share: '0%', interval: '0–28%' },
        { verdict: 'supported', countText: '9', share: '90%', interval: '60–98%' },
      ],
    });
  });

  it('is never a number when nothing was scored', () => {
    const nothing = summariseVerdicts(['not-scored', 'not-scored']);
    expect(scoreView(nothing, 'sentence', undefined)).toEqual({
      kind: 'not-scored',
      reason: 'None of 2 sentences could be compared.',
    });
    expect(scoreView(nothing, 'sentence', 'No source.')).toEqual({
      kind: 'not-scored',
      reason: 'No source.',
    });
    expect(scoreView(summariseVerdicts([]), 'sentence', undefined)).toEqual({
      kind: 'not-scored',
      reason: 'There was nothing to compare.',
    });
  });
});
