import { describe, expect, it } from 'vitest';
import { costText, pathText } from '../../../../src/core/judge/path-words';

const t = (text: string, ...args: (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)]));
const cost = { calls: 4, cachedCalls: 0, promptTokens: 2000, answerTokens: 100 };

describe('the way to a verdict, in words', () => {
  it('names each checker and reader in order with what it said, and the cost', () => {
    expect(
      pathText(
        {
          checkers: [
            { by: 'typed-facts', verdict: 'contradicted', leans: true },
            { by: 'verifier', verdict: 'supported' },
          ],
          judged: {
            path: [
              { by: 'judge', verdict: 'supported' },
              { by: 'judge', verdict: 'supported' },
              { by: 'judge', verdict: 'not-sure', withdrawn: 'supported' },
              { by: 'critic', verdict: 'not-addressed' },
            ],
            cost,
          },
        },
        t,
      ),
    ).toBe(
      'typed facts (leans to contradicted) → verifier (supported) → judge (2 × supported, supported, taken back) → ' +
        'critic (not addressed) · 4 calls, 2100 tokens',
    );
  });

  it('takes the readers of a panel together', () => {
    const path = (['strict-reader', 'sceptic', 'clinician'] as const).map((by) => ({
      by,
      verdict: by === 'sceptic' ? ('not-sure' as const) : ('supported' as const),
    }));
    expect(
      pathText({ judged: { path: [...path, { by: 'moderator', verdict: 'supported' }], cost } }, t),
    ).toMatch(/^panel \(2 × supported, not sure\) → moderator \(supported\)/);
  });

  it('says nothing of a model that was not asked, and names typed facts once', () => {
    const judged = {
      path: [{ by: 'typed-facts' as const, verdict: 'not-sure' as const }],
      cost: { ...cost, calls: 0 },
    };
    expect(pathText({ checkers: [{ by: 'typed-facts', verdict: 'not-sure' }], judged }, t)).toBe(
      'typed facts (not sure)',
    );
    expect(pathText({ judged }, t)).toBe('typed facts (not sure)');
  });

  it('is none where nobody said anything', () => {
    expect(pathText({}, t)).toBeUndefined();
  });

  it('counts one call as one', () => {
    expect(costText({ ...cost, calls: 1 }, t)).toBe('1 call, 2100 tokens');
  });
});
