import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { sidesIn } from '../../facts-in';

describe('sides', () => {
  it.each([
    ['left knee pain', ['left knee']],
    ['the right lower leg', ['right leg']],
    ['right first big toe', ['right big toe']],
    ['pain in the knee on the left', ['left knee']],
    ['my knee, the left one', ['left knee']],
    ['bilateral knees', ['bilateral knee']],
    ['both knees', ['bilateral knee']],
    ['knees bilaterally', ['bilateral knee']],
    ['left and right knee', ['bilateral knee']],
    ['right/left knee', ['bilateral knee']],
    ['the left ankle and the right wrist', ['left ankle', 'right wrist']],
    // Whether the ankle is the right one as well, nobody can tell.
    ['right knee and ankle', ['right knee']],
    ['left-sided chest pain', ['left chest']],
    ['left lower extremity', ['left lower extremity']],
    ['Left lower lobe consolidation', ['left lower lobe']],
    ['the ball of the left foot', ['left foot']],
    ['L knee and R shoulder', ['left knee', 'right shoulder']],
    ['(R) hip', ['right hip']],
  ])('binds "%s"', (text, expected) => {
    expect(sidesIn(text)).toEqual(expected);
  });

  it.each([
    'Right now the knee is fine.',
    'Right, the knee.',
    'The knee is all right.',
    'Is your knee hurting, right?',
    'She left. Her knee hurts.',
    'She left the clinic on her own feet.',
    'Nothing is left of the rash on the arm.',
    'The pain is on the right.',
  ])('binds nothing in "%s"', (text) => {
    expect(sidesIn(text)).toEqual([]);
  });

  it('spans side and part, and the word for the side', () => {
    const text = '😀 pain in the knee on the Left today';
    const [side] = extractFacts(text).flatMap(({ sides }) => sides);
    expect(text.slice(side?.start, side?.end)).toBe('knee on the Left');
    expect(text.slice(side?.sideSpan.start, side?.sideSpan.end)).toBe('Left');
  });
});
