import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../../../../src/core/evidence/source/source-quantities';
import { sourceOf } from '../../check-in';

const countingIn = (text: string): boolean[] =>
  quantitiesOf(sourceOf(text)).map(({ counting }) => counting === true);

describe('a number that counts things', () => {
  it.each([
    '[doctor] The belly is soft, four little incisions.',
    '[patient] I wake up for three drinks.',
    '[patient] I took the blue one.',
  ])('in "%s"', (text) => {
    expect(countingIn(text)).toEqual([true]);
  });

  it.each([
    '[patient] Four.',
    '[patient] I take four in the morning.',
    '[patient] Four weeks.',
    '[patient] It was four, then it went.',
    '[nurse] I gave him four mil.',
  ])('is none in "%s"', (text) => {
    expect(countingIn(text)).toEqual([false]);
  });
});
