import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { contradictionsOf } from '../../check-in';

const read = (text: string): string[] =>
  extractFacts(text)
    .flatMap(({ polarities }) => polarities)
    .map(({ concept, polarity }) => `${concept.name}: ${polarity}`);

describe('a change of weight that is told by its amount', () => {
  it.each([
    ["I've lost ten pounds without trying.", ['weight loss: present']],
    ['She lost about twenty five lbs.', ['weight loss: present']],
    ["He hasn't gained 5 kg.", ['weight gain: absent']],
    ['Gaining a couple of kilos.', ['weight gain: present']],
    ['He lost weight.', ['weight loss: present']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['I lost my job.', 'He lost ten minutes.', 'Lost to follow-up.', 'She weighs ten pounds.', ''])(
    'is none in %j',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  const visit = "[doctor] Any weight loss?\n[patient] I've lost ten pounds without trying.";

  it('is denied by no note', () => {
    expect(contradictionsOf('Denies weight loss.', visit)).toHaveLength(1);
    expect(contradictionsOf('Reports weight loss.', visit)).toEqual([]);
  });
});
