import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';
import { processorTime, timed } from '../../../support/processor-time';

/**
 * Milliseconds. A second is usual; in a process that has read many other files the engine may interpret its regular expressions
 * in place of compiling them, which takes eight times as long. One that backtracks over all of it takes far longer still.
 */
const longTime = 20_000;

describe('hostile text', () => {
  it.each([
    ['capitals', 'Aa '.repeat(20_000)],
    ['digits', '1'.repeat(60_000)],
    ['groups of digits', '12 '.repeat(20_000)],
    ['commas', 'A, '.repeat(20_000)],
    ['an endless mail address', `${'a.'.repeat(30_000)}@`],
    ['letters', 'a '.repeat(30_000)],
    ['numbers in words', 'one '.repeat(15_000)],
    ['names of firms', 'Oak and '.repeat(8_000)],
    ['cells', 'a|'.repeat(30_000)],
    ['lines', 'Aa bb\n'.repeat(10_000)],
    ['letters without a blank', 'a'.repeat(60_000)],
    ['fields', 'Name: Aa  '.repeat(6_000)],
    ['labels', 'name_'.repeat(10_000)],
    ['a list between commas', `name,mrn,${'a,'.repeat(20_000)}\n${'b,'.repeat(20_000)}`],
    ['parts of an address', `12 Oak Lane, ${'Aa, '.repeat(15_000)}`],
    ['letters and digits', 'A1-'.repeat(15_000)],
    ['words with lines under them', 'a_1'.repeat(15_000)],
    ['a vehicle', `car ${'AB1 '.repeat(15_000)}`],
    ['quotes', 'Aa "Bb" '.repeat(8_000)],
    ['stars', '*'.repeat(50_000)],
    ['an endless street', `1 ${'Oak '.repeat(20_000)}`],
  ])('takes no long time over %s', timed, (_, text) => {
    const started = processorTime();
    new Deidentifier(28).hide([text]);
    expect(processorTime() - started).toBeLessThan(longTime);
  });
});

describe('long text', () => {
  const page =
    'Mrs Okafor (MRN 00482913, 12 Oak Lane, Leeds) came on 14 March 2026 with three days of cough; BP 132/84, SpO2 96%. ' +
    'Her son Emeka rang 0113 555 0147 from Harehills Surgery. Metformin 500 mg twice daily was continued.\n' +
    'patient: its worse since tuesday and grace drove me in from the marsh road flat\n';
  const words = page.split(/\s+/).length - 1;
  const text = (count: number): string => page.repeat(Math.ceil(count / words));
  const milliseconds = (count: number): number => {
    const times = [1, 2, 3].map(() => {
      const started = processorTime();
      new Deidentifier(28).hide([text(count)]);
      return processorTime() - started;
    });
    return Math.min(...times);
  };

  it('takes four times as long for four times as much, and not much more', timed, () => {
    new Deidentifier(28).hide([text(3000)]);
    const [short, long] = [milliseconds(3000), milliseconds(12_000)];
    expect(short).toBeLessThan(1500);
    // Twice as much as if it grew with the text, since the machine does other things too.
    expect(long).toBeLessThan(8 * Math.max(short, 20));
  });
});
