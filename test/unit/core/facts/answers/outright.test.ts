import { describe, expect, it } from 'vitest';
import { asksOn, deniesOutright } from '../../../../../src/core/facts/answers/outright';

describe('deniesOutright', () => {
  it.each([
    'No.',
    'Um, no.',
    'No, none.',
    'Nope, never.',
    "Not that I've noticed. The leg is stiff.",
    'No. I sleep on two pillows.',
    'None of those.',
    "I haven't.",
  ])('%s', (answer) => {
    expect(deniesOutright(answer)).toBe(true);
  });

  it.each([
    'No, but my arm hurts.',
    'No. Well, on Sundays.',
    'No. Actually yes.',
    'No cough.',
    'No more than usual.',
    'Not really.',
    'Yes.',
    'I was at home.',
  ])('not “%s”', (answer) => {
    expect(deniesOutright(answer)).toBe(false);
  });
});

describe('asksOn', () => {
  it('asks for more of the same', () => {
    expect(asksOn('Does your foot drag?')).toBe(true);
    expect(asksOn('Lying flat?')).toBe(true);
  });

  it('asks for what somebody can do, takes or has well', () => {
    expect(asksOn('Are you able to lift it?')).toBe(false);
    expect(asksOn('Do you smoke?')).toBe(false);
    expect(asksOn('Sleeping well?')).toBe(false);
  });
});
