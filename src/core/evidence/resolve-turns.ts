import { answeredPolarity, asksMore, isAnswerParticle, isAsked } from '../facts/answers';
import type { Segment } from './source-index';

/**
 * Reads what is said between two people: a question gets its polarity from the answer; what a clinician only names
 * ("okay, coughing, headache") is a question too; an answer's own "no" does not negate the rest of the answer.
 */
export function resolveTurns(text: string, segments: readonly Segment[]): void {
  segments.forEach((segment, index) => {
    if (segment.turn === undefined) return;
    const next = segments[index + 1];
    const answer = next?.turn?.speaker === segment.turn.speaker ? undefined : next;
    const last = segment.sentences.at(-1);
    for (const sentence of segment.sentences) {
      const words = text.slice(sentence.start, sentence.end);
      // "No fever" asks when a clinician runs through a list, and answers when a patient says it.
      const asks = segment.turn.speaker !== 'patient' || words.trimEnd().endsWith('?');
      for (const fact of sentence.polarities) {
        const named = segment.turn.speaker !== 'patient' && fact.polarity === 'present' && !fact.asserted;
        if (asks && isAsked(words, fact.start - sentence.start)) {
          fact.polarity = answer
            ? answeredPolarity(
                text.slice(answer.start, answer.end),
                sentence === last && !asksMore(words) ? sentence.polarities.length : Infinity,
              )
            : 'unknown';
        } else if (named || (fact.cue && isAnswerParticle(words, fact.cue.start - sentence.start))) {
          fact.polarity = 'unknown';
        }
      }
    }
  });
}
