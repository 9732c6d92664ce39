import { confirms } from '../../facts/answers/answers';
import { relativesIn } from '../../facts/persons/persons';
import { type Operation, operationsIn } from '../../facts/findings/operations';
import { oncePer } from '../../once';
import { isAsked } from '../../text/span';
import type { SourceIndex } from './source-index';

/** An operation of the patient as a source tells of it. */
export interface ToldOperation {
  source: SourceIndex;
  segment: number;
  operation: Operation;
  /** It was done for sure: told so, or agreed to. */
  done: boolean;
}

const had =
  /\b(?:i|you|s?he|patient)(?:['’]ve|['’]d|['’]s| have| had| has)?(?: already| also| just)? (?:had|got|underwent|undergone|lost)\b|\b(?:took|taken|cut) (?:out|my|your|his|her)\b|\bs\/p\b|\bstatus post\b/i;
const open =
  /\b(?:not|never|no|n['’]t|if|need|needs|needed|might|may|could|would|should|will|going to|gonna|want|wanted|recommend\w*|consider\w*|discuss\w*|offer\w*|schedul\w*|plan\w*|refer\w*|before|almost|nearly|cancel\w*|instead|ever)\b/i;

/** "Any operations?" – "Gallbladder out in 2011.": what is named in answer was done. */
const asksForAny =
  /\b(?:any|ever|what|which|previous|past|prior)\b[^.?!]{0,40}\b(?:operations?|surger(?:y|ies)|surgical history)\b[^.!]*\?|^\W*(?:and |so )?(?:surger(?:y|ies)|operations?|surgical history)\s*\?/i;

function answersForAny({ segments, text }: SourceIndex, segment: number): boolean {
  const [before, own] = [segments[segment - 1], segments[segment]];
  const isReply = own?.turn?.speaker === 'patient' && before?.turn?.speaker === 'clinician';
  return isReply && asksForAny.test(text.slice(before.start, before.end));
}

/** Every operation that a source names of the patient, in order. */
export const toldOperations = oncePer((source: SourceIndex): readonly ToldOperation[] =>
  source.segments.flatMap(({ sentences, turn }, segment) =>
    sentences.flatMap((sentence): ToldOperation[] => {
      if (relativesIn(sentence.tokens).length > 0) return [];
      const operations = operationsIn(sentence.tokens, source.terminology);
      if (operations.length === 0) return [];
      const text = source.text.slice(sentence.start, sentence.end);
      const reply = source.segments[segment + 1];
      const asked = isAsked(source.text, sentence);
      const agreed =
        reply?.turn !== undefined &&
        reply.turn.label !== turn?.label &&
        confirms(source.text.slice(reply.start, reply.end)) === true;
      const told = turn === undefined || turn.speaker !== 'other';
      const isTold = had.test(text) || answersForAny(source, segment);
      const done = told && isTold && !open.test(text) && (!asked || agreed);
      return operations.map((operation) => ({ source, segment, operation, done }));
    }),
  ),
);
