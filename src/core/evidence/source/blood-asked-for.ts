import { bareBlood, topicsIn } from '../../facts/findings/bare-blood';
import type { Segment } from './source-index';

/** So many turns before a question what is coughed up or passed may have been named. */
const topicReach = 6;

/**
 * "Bringing up any phlegm?" – "It's green." – "Any blood?": gives blood without a place, in place, the name by what was spoken
 * of last. It stays `blood` where nothing of the kind was, or several things at once.
 */
export function nameBareBlood(segments: readonly Segment[]): void {
  segments.forEach(({ sentences }, at) => {
    for (const fact of sentences.flatMap(({ polarities }) => polarities)) {
      if (fact.concept.name !== bareBlood) continue;
      const name = lastTopic(segments, at, fact.start);
      if (name !== undefined) fact.concept = { ...fact.concept, name };
    }
  });
}

function lastTopic(segments: readonly Segment[], at: number, start: number): string | undefined {
  const near = segments.slice(Math.max(0, at - topicReach), at + 1).flatMap(({ sentences }) => sentences);
  const last = near.findLast((sentence) => sentence.start <= start && topicsIn(sentence.tokens).size > 0);
  const [name, ...others] = last ? topicsIn(last.tokens) : [];
  return others.length > 0 ? undefined : name;
}
