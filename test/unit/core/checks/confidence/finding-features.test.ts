import { describe, expect, it } from 'vitest';
import { saidNumbers, shareNumber } from '../../../../../src/core/checks/confidence/said-numbers';
import { toldWhere } from '../../../../../src/core/checks/confidence/told-where';
import { tokenise } from '../../../../../src/core/text/words';
import { sourceOf } from '../../check-in';

const visit = sourceOf(
  '[doctor] How is the left knee?\n[patient] The knee is swollen since the fall.\n' +
    '[doctor] And your weight?\n[patient] It was 82 kg, and now 79.\n[doctor] Good.\n[patient] Thanks.\n' +
    '[doctor] How is the sleep?\n[patient] Bad.',
);

const told = (text: string): { text: string; words: Set<string> } => ({
  text,
  words: new Set(tokenise(text)),
});

describe('where a statement is told', () => {
  const knee = 'Swollen knee since the fall';

  it('is the place with its words', () => {
    const there = toldWhere(told(knee), knee, [told('Weight 79 kg')], 'The knee is swollen', 1, visit);
    expect(there).toMatchObject({ shared: 1, isBest: true });
    expect(there.margin).toBeGreaterThan(0);
    expect(there.ownMargin).toBe(1);
  });

  it('is not a place that speaks of what another statement tells', () => {
    const away = toldWhere(
      told(knee),
      knee,
      [told('It was 82 kg, now 79')],
      'It was 82 kg, and now 79.',
      3,
      visit,
    );
    expect(away.ownMargin).toBeLessThan(0);
    const far = toldWhere(told(knee), knee, [], 'Bad.', 7, visit);
    expect(far.margin).toBeLessThan(0);
    expect(far.isBest).toBe(false);
  });

  it('is nowhere for a statement without words', () => {
    expect(toldWhere(told(''), '', [], '', 0, visit)).toEqual({
      shared: 0,
      margin: 0,
      ownMargin: 0,
      isBest: false,
    });
  });
});

describe('numbers that note and source say elsewhere', () => {
  it('are heard in the source, and told in the note', () => {
    expect(saidNumbers([79], [82], [82], [], visit)).toEqual({
      heard: Math.log(2),
      isToldHere: true,
      isToldElsewhere: true,
    });
  });

  it('tell little where they are small', () => {
    expect(saidNumbers([4], [2], [], [2], visit)).toMatchObject({ heard: 0, isToldElsewhere: false });
  });

  it('are none of a finding without numbers', () => {
    expect(saidNumbers([], [82], [82], [82], visit).isToldHere).toBe(false);
  });

  it('are the same but for rounding in the machine', () => {
    expect(shareNumber([0.1 + 0.2], [0.3])).toBe(true);
    expect(shareNumber([1.5], [1.6])).toBe(false);
    expect(shareNumber([0], [0])).toBe(true);
  });
});
