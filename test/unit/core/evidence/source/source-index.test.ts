import { describe, expect, it } from 'vitest';
import type { PolarityFact } from '../../../../../src/core/facts/fact';
import { sourceOf } from '../../check-in';

function polarity(transcript: string, finding: string): PolarityFact['polarity'][] {
  return sourceOf(transcript)
    .segments.flatMap(({ sentences }) => sentences)
    .flatMap(({ polarities }) => polarities)
    .filter(({ concept }) => concept.name === finding)
    .map((fact) => fact.polarity);
}

describe('questions and answers', () => {
  it.each([
    ['Any chest pain?', 'No.', 'chest pain', 'absent'],
    ['any chest pain', 'no', 'chest pain', 'absent'],
    ['Any fevers, chills or cough?', 'No.', 'chills', 'absent'],
    ['Do you have a cough?', 'Yes, at night.', 'cough', 'present'],
    ['Do you have a cough?', "I'm not sure.", 'cough', 'unknown'],
    ['Any cough or fever?', 'Yes.', 'fever', 'unknown'],
    ['Any chest pain?', 'No, but my arm hurts.', 'chest pain', 'absent'],
    ['Any chest pain?', 'No, but it comes and goes.', 'chest pain', 'unknown'],
    ['Okay. Coughing, headache.', 'Mhm.', 'headache', 'unknown'],
    ['I hear some wheezing.', 'Okay.', 'wheezing', 'present'],
    ['I do not hear any wheezing.', 'Okay.', 'wheezing', 'absent'],
  ])('"%s" "%s": %s is %s', (question, answer, finding, expected) => {
    expect(polarity(`[doctor] ${question}\n[patient] ${answer}\n[doctor] Good.`, finding)).toEqual([
      expected,
    ]);
  });

  it('takes no answer from the same speaker', () => {
    expect(polarity('[doctor] Any fever?\n[doctor] No.\n[patient] Hello.', 'fever')).toEqual(['unknown']);
  });

  it('does not let the "no" of an answer negate the rest of it', () => {
    expect(
      polarity('[doctor] Do you smoke?\n[patient] No, I just have a cough.\n[doctor] Good.', 'cough'),
    ).not.toContain('absent');
  });

  it('reads a letter as it stands', () => {
    expect(polarity('She has a fever. No cough. Is there chest pain?', 'fever')).toEqual(['present']);
    expect(polarity('She has a fever. No cough.', 'cough')).toEqual(['absent']);
  });
});

describe('medications carried on', () => {
  const carried = (transcript: string): (string | undefined)[] =>
    sourceOf(transcript)
      .segments.flatMap(({ sentences }) => sentences)
      .flatMap(({ quantities }) => quantities)
      .map((fact) => fact.carried);

  it('reach a dose soon after', () => {
    expect(carried('[doctor] Let us raise the Lasix.\n[patient] Okay.\n[doctor] Forty milligrams.')).toEqual([
      'furosemide',
    ]);
  });

  it('do not reach other measurements, or a dose long after', () => {
    expect(carried('[doctor] I see the Lasix here.\n[patient] My weight is 70 kg.')).toEqual([undefined]);
    const later = Array(6).fill('[patient] Hm.').join('\n');
    expect(carried(`[doctor] The Lasix.\n${later}\n[doctor] 40 mg.`)).toEqual([undefined]);
  });
});

describe('windows', () => {
  const source = sourceOf(
    ['Hello there.', 'The blood pressure is fine.', 'Walk every day.', 'The knee is sore.', 'Goodbye.']
      .map((words, index) => `[${index % 2 ? 'patient' : 'doctor'}] ${words}`)
      .join('\n'),
  );

  it('hold three turns around what is asked for, best first', () => {
    const [best] = source.windows('sore knee', 5);
    expect((best?.to ?? 0) - (best?.from ?? 0)).toBeLessThanOrEqual(3);
    expect(source.text.slice(best?.start, best?.end)).toContain('The knee is sore.');
  });

  it('are none when no word is shared', () => {
    expect(source.windows('zebra', 5)).toEqual([]);
    expect(source.windows('', 5)).toEqual([]);
    expect(sourceOf('').windows('knee', 5)).toEqual([]);
  });
});
