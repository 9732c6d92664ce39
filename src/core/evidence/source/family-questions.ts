import type { SentenceFacts } from '../../facts/extract';
import { relativeWords } from '../../facts/persons/relative-words';
import { isAsked } from '../../text/span';
import type { Token } from '../../text/tokens';
import type { Segment } from './source-index';

const family = /^(?:family|families|relatives?|parents?|siblings?|relations?)$/;
const anyone = /^(?:anyone|anybody|someone|somebody|who)$/;
/** Those around, who are no family: who has caught something, and from whom. */
const around =
  /^(?:home|house|household|work|school|daycare|nursery|nurseries|else|around|smoke|smokes|live|lives|help|helps)$/;
/** So many segments behind a question for the family another may go on with "anyone with …?". */
const reach = 4;

/** True for a question after the illnesses of the family: "anything in the family?", "does anyone in your family …". */
export function asksOfFamily(list: readonly Token[]): boolean {
  return (
    list.some(({ text }) => family.test(text)) ||
    relativeWords(list).length > 0 ||
    (list.some(({ text }) => anyone.test(text)) && !list.some(({ text }) => around.test(text)))
  );
}

function names(list: readonly Token[], words: RegExp): boolean {
  return list.some(({ text }) => words.test(text));
}

/** A sentence about the speaker or somebody, with a verb of its own. */
const clause =
  /\b(?:i|i'm|i've|i'd|me|you|he|she|it|we|they|is|was|are|were|has|have|had|been|got|gets?|am|it's|he's|she's|never)\b/i;

/**
 * Gives to the family, in place, what is asked and answered of it in words that name nobody: "anyone with cancer?" behind a
 * question for the family, and "Diabetes and high blood pressure." that answers one.
 */
export function nameForFamily(text: string, segments: readonly Segment[]): void {
  let askedAt = -Infinity;
  segments.forEach(({ turn, sentences }, at) => {
    if (!turn) return;
    if (turn.speaker === 'clinician') {
      for (const sentence of sentences) {
        if (!isAsked(text, sentence) || names(sentence.tokens, around)) continue;
        if (names(sentence.tokens, family) || relativeWords(sentence.tokens).length > 0) askedAt = at;
        else if (names(sentence.tokens, anyone) && at - askedAt <= reach) giveToFamily(sentence);
      }
    } else if (at === askedAt + 1 && turn.speaker === 'patient') {
      const said = sentences.find(({ tokens }) =>
        tokens.some(({ text: word }) => !/^(?:yes|yeah|yep|[.,])$/.test(word)),
      );
      const isFragment =
        said !== undefined &&
        !clause.test(text.slice(said.start, said.end).replaceAll('’', "'")) &&
        !isEmptyQuestion(segments[askedAt]);
      if (isFragment) giveToFamily(said);
    }
  });
}

/** A question that goes on about the patient behind the family's: "Anything in the family, or with you?" */
function isEmptyQuestion(segment: Segment | undefined): boolean {
  const last = segment?.sentences.at(-1);
  return !last || !names(last.tokens, family);
}

function giveToFamily({ polarities }: SentenceFacts): void {
  for (const fact of polarities) if (fact.experiencer === 'patient') fact.experiencer = 'family';
}
