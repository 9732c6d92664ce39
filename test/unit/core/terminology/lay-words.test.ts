import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../src/core/facts/extract';

/** The findings of a sentence, each with what is said of it. */
function told(text: string): string[] {
  return extractFacts(text).flatMap(({ polarities }) =>
    polarities.map(({ polarity, concept }) => `${polarity} ${concept.name}`),
  );
}

describe('findings in the words of patients and of notes', () => {
  it.each([
    // Bowel and bladder.
    ['There was blood on the paper.', 'PR bleeding noted.', 'present blood in stool'],
    ['I keep leaking wee.', 'Stress incontinence.', 'present urinary incontinence'],
    ['There was blood in my wee.', 'Visible haematuria.', 'present hematuria'],
    // Eyes, ears, skin.
    ['Bright light hurts my eyes.', 'Light sensitivity.', 'present photophobia'],
    ['I have ringing in my ears.', 'Tinnitus reported.', 'present tinnitus'],
    ['It came up in a blister.', 'Bullae over the shin.', 'present blisters'],
    // Women's health.
    ['I bleed after sex.', 'PCB reported.', 'present postcoital bleeding'],
    ['I have been bleeding between my periods.', 'IMB for 3/12.', 'present intermenstrual bleeding'],
    // Mind and sleep.
    ['He hears voices at night.', 'Auditory hallucinations.', 'present hallucinations'],
    ['She wets the bed.', 'Nocturnal enuresis.', 'present bedwetting'],
    // Limbs and nerves.
    ['I get pins and needles in my toes.', 'Paraesthesia of the toes.', 'present tingling'],
    ['My knee keeps giving out.', 'Knee gives way.', 'present giving way'],
  ])('%j and %j are told of one thing', (said, written, expected) => {
    expect([...told(said), ...told(written)]).toEqual([expected, expected]);
  });

  it.each([
    ['Sleeps through the night.', 'absent insomnia'],
    ['Appetite is good.', 'absent loss of appetite'],
    ['Foot pulses palpable.', 'absent reduced pulses'],
    ['Liver not palpable.', 'absent hepatomegaly'],
    ['Dry at night.', 'absent bedwetting'],
    ['Weight steady.', 'absent weight loss'],
  ])('%j says that there is none of it', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'FIT was negative.',
    'I saw her last fall.',
    'She went down to the shop.',
    'Hi Marcus, come in.',
    'I drink tea.',
  ])('%j names no finding', (text) => {
    expect(told(text)).toEqual([]);
  });
});
