import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../facts/extract';
import { isTopicWord } from '../../facts/quantities/surroundings';
import { conceptsIn } from '../../facts/quantities/topic';
import { oncePer } from '../../once';
import type { SourceIndex } from './source-index';

/** How rare a stem is in a source: 1 for one that stands in a single segment, towards 0 for one that is everywhere. */
export type WordWeights = (stem: string) => number;

/** The stems of a sentence's content words, and the names of its concepts ("#furosemide"), in order of kind. */
export const stemsOf = oncePer((sentence: SentenceFacts): readonly string[] => [
  ...sentence.tokens.filter(isTopicWord).map(({ text }) => stemmer(text)),
  ...conceptsIn(sentence).map(({ name }) => `#${name}`),
]);

/** How much each word of a source tells apart: counted once per source. */
export const wordWeights = oncePer((source: SourceIndex): WordWeights => {
  const segmentsWith = new Map<string, number>();
  for (const { sentences } of source.segments) {
    for (const stem of new Set(sentences.flatMap(stemsOf))) {
      segmentsWith.set(stem, (segmentsWith.get(stem) ?? 0) + 1);
    }
  }
  const total = source.segments.length;
  const weights = new Map(
    [...segmentsWith].map(([stem, count]) => [stem, Math.log(1 + total / count) / Math.log(1 + total)]),
  );
  return (stem) => weights.get(stem) ?? 1;
});
