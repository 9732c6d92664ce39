import type { ScoredVerdict } from '../verdicts/verdict';
import type { OfflineVerdict } from './judgement';
import type { GuardedOpinion } from './opinion-guards';

const objections: Record<NonNullable<GuardedOpinion['objection']>, string> = {
  'quote-missing': 'its quote is not in the passage',
  'typed-conflict': 'its quote gives another value',
  'turned-round': 'a fact or a word of its quote says otherwise',
  'number-missing': 'its quote does not give the numbers of the statement',
};

/**
 * One sentence on how a verdict came about, for a person. A model's prose in it is plain text and marked as such: its quote was
 * looked up, and its reason nobody checked.
 */
export function explain(
  verdict: ScoredVerdict,
  opinions: readonly GuardedOpinion[],
  offline: OfflineVerdict,
): string {
  const voice = opinions.find((one) => one.verdict === verdict && !one.objection && one.reason !== '');
  if (voice) return `The model’s reason, not checked: ${voice.reason}`;
  const objected = opinions.find(({ objection }) => objection !== undefined);
  if (verdict === 'not-sure' && objected?.objection && objected.withdrawn) {
    return `The model's "${objected.withdrawn}" was taken back: ${objections[objected.objection]}.`;
  }
  if (verdict === 'not-sure') return 'The readers did not agree.';
  return offline.verdict === verdict ? 'The check without a model says the same.' : 'The readers agreed.';
}
