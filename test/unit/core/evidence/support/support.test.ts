import { describe, expect, it } from 'vitest';
import { supportFor } from '../../../../../src/core/evidence/support/support';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { sourceOf } from '../../check-in';

const supported = (claim: string, source: string): boolean =>
  supportFor(extractFacts(claim), sourceOf(source)).supported;

describe('support', () => {
  it.each([
    ['The incision is healing well.', 'The incision is healing well.'],
    ['The incision is healing well.', 'I think the incision is healing very well today.'],
    ['Patient reports the incision is healing well.', 'The incision is healing well.'],
    ['Amoxicillin 500 mg three times daily.', 'Take amoxicillin five hundred milligrams three times a day.'],
    ['Lasix 40 mg daily.', 'You are on furosemide 40 mg once daily.'],
    ['Pulse 78 bpm.', 'The pulse is seventy-eight and regular.'],
    ['Denies fever or chills.', '[doctor] Any fever or chills?\n[patient] No.\n[doctor] Good.'],
  ])('"%s" is borne out by %j', (claim, source) => {
    expect(supported(claim, source)).toBe(true);
  });

  it.each([
    ['The wound is recovering nicely.', 'The incision is healing well.', 'a paraphrase'],
    ['The incision is healing well.', 'The incision is not healing well.', 'negated'],
    ['The incision is not healing well.', 'The incision is healing well.', 'negated'],
    ['He never eats meat.', 'He never eats raw meat.', 'narrowed'],
    ['Only the incision is red.', 'The incision is red.', 'narrowed'],
    ['Amoxicillin 250 mg three times daily.', 'Take amoxicillin 500 mg three times a day.', 'another dose'],
    ['Amoxicillin 500 mg twice daily.', 'Take amoxicillin 500 mg three times a day.', 'another frequency'],
    ['Start amoxicillin 500 mg.', 'Stop amoxicillin 500 mg.', 'turned round'],
    ['The left incision is healing.', 'The right incision is healing.', 'the other side'],
    ['The pain increased at night.', 'The pain decreased at night.', 'turned round'],
    ['The incision may be infected.', 'The incision is infected.', 'less certain'],
    ['Is the incision healing well?', 'Is the incision healing well?', 'a question'],
    ['The incision is healing well.', 'Is the incision healing well?', 'only asked'],
    ['The mother treats the daughter.', 'The daughter treats the mother.', 'the other way round'],
    ['Pulse 78 bpm.', 'The pulse is eighty-seven.', 'another value'],
    ['Pulse 78 bpm.', 'The weight is 78 kg.', 'another measurement'],
    ['Denies fever or chills.', '[doctor] Any fever?\n[patient] No.\n[doctor] Good.', 'one of two only'],
    ['Seen in 2019.', 'Seen in 2018.', 'another year'],
    [
      'Naproxen for back pain, no codeine.',
      'My back pain is bad. Codeine is fine. You cannot have naproxen.',
      'what is said of a medicine is no fact of it',
    ],
    ['Ibuprofen 400 mg for headache.', 'I have a headache. You take ibuprofen 400 mg.', 'what it is for'],
  ])('"%s" is not borne out by %j: %s', (claim, source) => {
    expect(supported(claim, source)).toBe(false);
  });

  it('points to the best sentence, also where it does not bear the statement out', () => {
    const text = 'Hello there. The incision on the arm is clean. Goodbye.';
    const { sentence, coverage } = supportFor(extractFacts('The incision is infected.'), sourceOf(text));
    expect(text.slice(sentence?.start, sentence?.end)).toBe('The incision on the arm is clean.');
    expect(coverage).toBeGreaterThan(0);
    expect(coverage).toBeLessThan(1);
  });

  it('finds nothing where no word is shared', () => {
    expect(supportFor(extractFacts('The incision is infected.'), sourceOf('Hello there.'))).toEqual({
      coverage: 0,
      supported: false,
    });
  });
});
