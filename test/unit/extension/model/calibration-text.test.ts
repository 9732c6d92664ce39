import { describe, expect, it } from 'vitest';
import { calibrationText } from '../../../../src/extension/model/calibration-text';
import { wilsonShare } from '../../../../src/core/verdicts/score';

const t = (message: string, ...args: (string | number | boolean)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const report = (right: number) => ({
  calibration: { model: 'llama', basis: '', pairs: 40, accuracy: right / 40, slope: 1, intercept: 0 },
  asked: 48,
  decided: 40,
  notSure: 5,
  unusable: 2,
  refused: 1,
  accuracy: wilsonShare(right, 40),
  brier: { before: 0.2451, after: 0.1882 },
  cost: { calls: 48, cachedCalls: 0, promptTokens: 1, answerTokens: 1 },
});

describe('the result of a calibration', () => {
  it('gives what was decided, how often it was right with its interval, and what the calibration changes', () => {
    const { text, isPoor } = calibrationText(report(36), t);
    // Wilson's interval of 36 of 40 is 76.9 % to 96.0 % (statsmodels, proportion_confint, method="wilson").
    expect(text).toContain(
      'llama decided 40 of 48 pairs (not sure: 5, not readable: 2, refused: 1) and was right in 36: 90 % (95 % interval 77–96 %).',
    );
    expect(text).toContain('from 0.245 to 0.188');
    expect(isPoor).toBe(false);
  });

  it('says what to do where the model judges poorly', () => {
    const { text, isPoor } = calibrationText(report(20), t);
    expect(isPoor).toBe(true);
    expect(text).toContain('choose a larger model');
  });
});
