import { describe, expect, it } from 'vitest';
import { checkerOpinions } from '../../../../src/core/claims/checker-opinions';
import { extractFacts } from '../../../../src/core/facts/extract';
import type { LabelShares } from '../../../../src/core/verdicts/calibration';

const supports: LabelShares = { supported: 0.97, contradicted: 0.02, notAddressed: 0.01 };
const torn: LabelShares = { supported: 0.3, contradicted: 0.5, notAddressed: 0.2 };

const opinions = (evidence: string, claim: string, typed: 'supported' | 'not-sure', shares?: LabelShares) =>
  checkerOpinions({
    claim,
    claimFacts: extractFacts(claim),
    evidence,
    evidenceFacts: extractFacts(evidence),
    typed,
    typedConfidence: 0.8,
    ...(shares && { shares }),
  });

describe('what each checker says', () => {
  it('is what typed facts say and what the verifier reads, sure or leaning', () => {
    const same = 'The left knee is swollen.';
    expect(opinions(same, same, 'supported', supports)).toEqual([
      { by: 'typed-facts', verdict: 'supported' },
      { by: 'verifier', verdict: 'supported' },
    ]);
    expect(opinions(same, 'A knee hurts.', 'not-sure', torn)).toEqual([
      { by: 'typed-facts', verdict: 'not-sure' },
      { by: 'verifier', verdict: 'contradicted', leans: true },
    ]);
  });

  it.each([
    ['the other side', 'The left knee is swollen.', 'There is swelling of the right knee.'],
    ['another decimal point', 'Give morphine 2.5 mg.', 'Morphine was given, 25 mg.'],
    ['another unit', 'Give levothyroxine 100 mcg.', 'Levothyroxine was given, 100 mg.'],
  ])('leans to a contradiction by %s alone', (_, evidence, claim) => {
    expect(opinions(evidence, claim, 'not-sure', supports)[0]).toEqual({
      by: 'typed-facts',
      verdict: 'contradicted',
      leans: true,
    });
  });

  it('is said by typed facts alone where no verifier reads', () => {
    expect(opinions('It is warm.', 'It is cold.', 'not-sure')).toEqual([
      { by: 'typed-facts', verdict: 'not-sure' },
    ]);
  });
});
