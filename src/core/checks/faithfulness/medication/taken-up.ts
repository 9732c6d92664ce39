import type { SourceIndex } from '../../../evidence/source/source-index';

/** "Then they put me back on it", "so I'll start it now": so many turns behind may take up what had ended. */
const againReach = 3;
const again =
  /\b(?<!never (?:went|gone|got|been) )(?:back on|again|re-?start\w*|resum\w+|start(?:ed|ing)? (?:it|that|taking)|nowadays)\b/i;

/** True where a source may take up again what it says at one place to have ended, there or soon behind. */
export function isTakenUp({ source, segment }: { source: SourceIndex; segment: number }): boolean {
  const last = source.segments[Math.min(segment + againReach, source.segments.length - 1)];
  return again.test(source.text.slice(source.segments[segment]?.start ?? 0, last?.end));
}

const resumed =
  /\b(?:(?:start|begin|take) (?:it|that|them|those) again|back on (?:it|that|them|those)|(?:re-?start|resume) (?:it|that|them|those))\b/i;

/** True where a source takes up again in so many words, in the same turn or the next, what it ends at one place. */
export function isResumed({ source, segment }: { source: SourceIndex; segment: number }): boolean {
  const last = source.segments[segment + 1] ?? source.segments[segment];
  return resumed.test(source.text.slice(source.segments[segment]?.start ?? 0, last?.end));
}
