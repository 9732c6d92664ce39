import type { ClaimEvidence, FactCheckedStatement } from '../engine';

/**
 * Parts the passages of a claim into those that its verdict rests on and those that were only looked at. A claim that is not
 * sure rests on all that were read and bear on it.
 */
export function byWeight({ verdict, evidence }: FactCheckedStatement): {
  deciding: ClaimEvidence[];
  lookedAt: ClaimEvidence[];
} {
  const isDecided = verdict === 'supported' || verdict === 'contradicted';
  const decides = ({ verdict: own }: ClaimEvidence): boolean =>
    own === 'supported' || own === 'contradicted' || (!isDecided && own === 'not-sure');
  return { deciding: evidence.filter(decides), lookedAt: evidence.filter((one) => !decides(one)) };
}
