import { readAnswer } from '../../facts/answers/answers';
import type { SentenceFacts } from '../../facts/extract';
import { isAsked } from '../../text/span';
import { nextSaid } from './resolve-turns';
import type { SourceIndex } from './source-index';

/** Words of a question that asks something else of a medicine than whether it is taken. */
const ofSomethingElse =
  /\b(?:allerg\w*|react\w*|need\w*|refills?|want|[^ ]d like|help\w*|work\w*|problems?|trouble|troubles?|effects?|miss\w*|stop\w*|quit|off|h[eo]ld|paus\w*|chang\w*|forg\w*|skip\w*|ran? out|afford|cost\w*|better|worse|enough|still get|cause[ds]?|think|sure|interested|willing|rather|should|could|would|can)\b/i;

/** Tokens. A question without a verb that is longer may ask for something else. */
const longestList = 10;
const ofTaking =
  /\b(?:tak(?:e|es|en|ing)|took|us(?:e|es|ing|ed)|on|tried|trying|started|any|other|else|medic\w+|meds|pills?)\b/i;

/** "Any dizziness on the Vyvanse?": a symptom is asked for, under a medicine that is taken. */
function isAskedUnderIt(text: string, { start, polarities, medications }: SentenceFacts): boolean {
  const [symptom] = polarities;
  const [medicine] = medications;
  if (!symptom || !medicine || symptom.start > medicine.start) return false;
  return /\b(?:on|with|from|since|after|under) (?:(?:the|your|his|her|this|that) )?$/i.test(
    text.slice(start, medicine.start),
  );
}

/**
 * True where a clinician asks whether somebody takes what a sentence names, and the answer is a plain no: "Ibuprofen, Aleve?" – "No,
 * you told me not to."
 * @param segment index into the source's segments
 */
export function isDeniedAsTaken(source: SourceIndex, segment: number, sentence: SentenceFacts): boolean {
  const turn = source.segments[segment];
  if (turn?.turn?.speaker !== 'clinician' || turn.sentences.at(-1) !== sentence) return false;
  const words = source.text.slice(sentence.start, sentence.end);
  if (!isAsked(source.text, sentence) || ofSomethingElse.test(words)) return false;
  if (sentence.tokens.length > longestList && !ofTaking.test(words)) return false;
  if (isAskedUnderIt(source.text, sentence)) return false;
  const reply = source.segments[nextSaid(source.text, source.segments, segment)];
  if (!reply || reply.turn?.speaker === 'clinician') return false;
  return readAnswer(source.text.slice(reply.start, reply.end), 2).polarity === 'absent';
}
