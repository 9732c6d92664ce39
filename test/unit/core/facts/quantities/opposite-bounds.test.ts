import { describe, expect, it } from 'vitest';
import { agreementOf, areOpposite } from '../../../../../src/core/facts/compare';
import { extractFacts } from '../../../../../src/core/facts/extract';
import type { QuantityFact } from '../../../../../src/core/facts/fact';

function quantity(text: string): QuantityFact {
  const [found] = extractFacts(text).flatMap(({ quantities }) => quantities);
  if (!found) throw new Error(`no quantity in "${text}"`);
  return found;
}

describe('two bounds of one number', () => {
  it.each([
    ['INR was less than 2.', 'Your INR was greater than 2.'],
    ['eGFR ≥60.', 'Your eGFR is below 60.'],
    ['eGFR >60.', 'eGFR came back at most 60.'],
    ['Ferritin was below 30.', 'Ferritin above 30, which is normal.'],
    ['Cough for more than 3 weeks.', "I've had it for less than 3 weeks."],
    ['Pain for less than 6 weeks.', "I've had the pain for at least 6 weeks."],
    ['Goal INR less than 3.', 'We want your INR to be above 3.'],
    ['Temperature above 38.', 'It never went above 38.'],
  ])('“%s” and “%s” have nothing in common', (note, source) => {
    const [ours, theirs] = [quantity(note), quantity(source)];
    expect(areOpposite(ours, theirs)).toBe(true);
    expect(agreementOf(ours, theirs)).toBe('none');
  });

  it.each([
    ['Temperature below 38.', 'It never went above 38.', 'a negated bound'],
    ['Pain for at least 6 weeks.', "I've had the pain more than 6 weeks.", 'one within the other'],
    ['Potassium of 5 at most.', 'Potassium is at least 5.', 'both hold of 5'],
    ['LDL goal <70.', "If your LDL is over 70 we'll add ezetimibe.", 'a goal and a condition'],
    ['LDL <70.', 'We want your LDL above 70.', 'a value and a goal'],
    ['eGFR >60.', 'Below 60 is what we call kidney disease, if it lasts.', 'no goal, no value'],
    ['Symptoms developed over 2 days.', 'It took less than 2 days.', '“over” of a time'],
    ['Sleeps less than 8 hours.', "I haven't slept for more than 8 hours.", 'what is negated is open'],
    ['Platelets <50.', 'Platelets were 50.', 'no bound'],
  ])('“%s” and “%s”: %s', (note, source) => {
    expect(areOpposite(quantity(note), quantity(source))).toBe(false);
  });

  it('are read with what they hold of', () => {
    expect(quantity('INR no less than 2.')).toMatchObject({ comparator: '>', closed: true });
    expect(quantity("It hasn't been over 140 mmHg.")).toMatchObject({ comparator: '<', closed: true });
    expect(quantity('INR less than 2 is the goal.')).toMatchObject({ comparator: '<', set: 'aim' });
    expect(quantity('Call if INR is above 5.')).toMatchObject({ comparator: '>', set: 'open' });
  });
});
