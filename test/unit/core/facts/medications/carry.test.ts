import { describe, expect, it } from 'vitest';
import { ordersIn } from './orders-in';

/** Each order of a text with what was read of it: doses at a time, times a day, days and route. */
function read(text: string): string[] {
  return ordersIn(text).map(({ concept, strength, dose, frequency, duration, route }) =>
    [
      concept.name,
      strength && `${strength.value}`,
      dose && `×${dose.value}`,
      frequency && `${frequency.perDay}/d`,
      duration && `${duration.days}d`,
      route?.name,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

describe('an order that is said before the name of its medicine', () => {
  it.each([
    [
      "Take one tablet by mouth twice a day for ten days. It's called cephalexin, 500 milligrams.",
      ['cefalexin 500 ×1 2/d 10d oral'],
    ],
    [
      "You take it by mouth, one capsule every night, it's called tamsulosin, 0.4 milligrams.",
      ['tamsulosin 0.4 ×1 1/d oral'],
    ],
    ["Put one drop in the left eye four times a day, it's ofloxacin.", ['ofloxacin ×1 4/d ophthalmic']],
    ['Two tablets three times a day for five days. The name is trimethoprim.', ['trimethoprim ×2 3/d 5d']],
  ])('belongs to it: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    // "It" is what was named before.
    [
      "You're on lisinopril 10 mg. Take it twice a day. I'm adding one, it's called amlodipine.",
      ['lisinopril 10', 'lisinopril 2/d', 'amlodipine'],
    ],
    // Nothing of it is taken.
    ["Exercise three times a week. It's called atorvastatin.", ['atorvastatin']],
    // The name is not given to it, but is what comes next.
    ['One tablet twice a day. Stop the ibuprofen.', ['ibuprofen']],
    ["I want the other one. It's called Symbicort.", ['budesonide-formoterol']],
  ])('does not where it is of another, or none: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('how often somebody is up', () => {
  it.each([
    ["You put me on the tamsulosin and it's good. I'm up twice a night.", ['tamsulosin']],
    ["You're on tamsulosin. I take it twice a night.", ['tamsulosin', 'tamsulosin 2/d']],
  ])('is no frequency of what was named before: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
