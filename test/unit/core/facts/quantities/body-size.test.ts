import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';

/** "name: value unit" of what a sentence measures. */
const measured = (text: string): string[] =>
  extractFacts(text).flatMap(({ quantities }) =>
    quantities.map(({ concept, value, unit }) => `${concept?.name ?? '?'}: ${String(value)} ${unit.code}`),
  );

describe('what somebody is', () => {
  it.each([
    ["I'm five foot ten.", ['body height: 70 [in_i]']],
    ["Height's five eleven.", ['body height: 71 [in_i]']],
    ['Height is six two.', ['body height: 74 [in_i]']],
    ['Height one seventy five.', ['body height: 175 1']],
    ['Height fifty nine inches.', ['body height: 59 [in_i]']],
    ['He is 178 cm.', ['body height: 178 cm']],
    ["I'm 180 pounds.", ['body weight: 180 [lb_av]']],
    ["She's about twelve stone two.", ['body weight: 170 [lb_av]']],
  ])('"%s" is a size of the body', (text, expected) => {
    expect(measured(text)).toEqual(expected);
  });

  it.each([
    ["You're five foot ten away.", ['?: 70 [in_i]']],
    ["I'm 60 pounds overweight.", ['?: 60 [lb_av]']],
    ["It's 80 kilos.", ['?: 80 kg']],
    ["I'm 2 cm dilated.", ['?: 2 cm']],
    ['I lifted 80 kilos.', ['?: 80 kg']],
  ])('"%s" is none', (text, expected) => {
    expect(measured(text)).toEqual(expected);
  });
});

describe('a change of weight', () => {
  it.each([
    ["I've put on four kilos.", ['weight gain: 4 kg']],
    ['Weight up 4 kg.', ['weight gain: 4 kg']],
    ['She lost 10 pounds.', ['weight loss: 10 [lb_av]']],
    ['4 kg weight loss.', ['weight loss: 4 kg']],
    ['Denies weight loss (5 lb gain).', ['weight gain: 5 [lb_av]']],
  ])('"%s" has a way', (text, expected) => {
    expect(measured(text)).toEqual(expected);
  });

  it('is no oxygen that somebody is put on', () => {
    expect(measured('She was put on 4 liters.')).toEqual(['?: 4 L']);
  });
});

describe('a vitamin', () => {
  it.each([
    ['B12 148 pmol/L.', ['vitamin b12 level: 148 pmol/L']],
    ['Vitamin D is 20 ng/mL.', ['vitamin d level: 20 ng/mL']],
    ['Vitamin D 25 mcg daily.', ['vitamin d: 25 ug', 'vitamin d: 1 /d']],
  ])('"%s" is measured where it is a concentration', (text, expected) => {
    expect(measured(text)).toEqual(expected);
  });
});

describe('a time as it is written or said in short', () => {
  it.each([
    ['4/7 productive cough.', ['?: 4 d']],
    ['4/7 nodes positive.', ['?: 4 {/7}']],
    ['7/7 considered, not needed.', ['?: 7 {/7}']],
    ['Year and a half.', ['?: 1.5 a']],
    ['I drink fifteen hundred mils.', ['?: 1500 mL']],
  ])('"%s"', (text, expected) => {
    expect(measured(text)).toEqual(expected);
  });
});
