import type { PolarityFact } from './fact';

const questionStart =
  /^(?:(?:okay|ok|and|so|all right|alright|um|uh|well|now|then|great|good|yeah|but)[\s,.]+)*(?:any|no|have you|has|do you|did you|are you|is there|are there|were you|was there|had any|what about|how about|does|don't you|haven't you|you (?:have|haven't|don't|do n't|have n't))\b/i;

const fillers =
  /^(?:(?:um|uh|well|oh|so|okay|ok|hmm|mm|you know|actually|honestly|thankfully|god|,|\.|-|…)[\s,.]*)+/i;
// "let's talk about symptoms any joint pain fever": transcripts without punctuation ask in the middle of a sentence.
const askedByAny = /\bany\b(?:(?!\b(?:you|your|there|i|it)\b).)*$/i;
const negated = /(?:\b(?:no|not|without|never)|n[' ]?t)\b[^.?!]{0,40}$/i;
/** A question mark asks for what stands this near before it; transcripts may run on for long before. */
const questionReach = 110;

/**
 * True when a sentence asks for the term at `offset` ("Any chest pain?", "and are you having any fevers or chills").
 * @param offset where the term begins in the sentence
 */
export function isAsked(sentence: string, offset: number): boolean {
  const lead = sentence.length - sentence.trimStart().length;
  const before = sentence.slice(Math.max(lead, offset - 2 * questionReach), offset);
  const asking = questionStart.exec(sentence.slice(lead));
  if (asking && offset <= questionReach) return true;
  if (sentence.trimEnd().endsWith('?') && sentence.length - offset <= questionReach) return true;
  const any = askedByAny.exec(before);
  return (
    any !== null && before.length - any.index <= questionReach && !negated.test(before.slice(0, any.index))
  );
}

/** True when a question asks for more than one thing ("… or …", "and does it …"): a "yes" may answer either. */
export function asksMore(question: string): boolean {
  return /\S\s+or\b|\S[\s,]+and\s+(?:do|does|did|is|are|was|were|have|has)\b/i.test(question);
}

/** True when the negation at `offset` opens the sentence as an answer ("no i have a stuffy nose"), not as "no fever". */
export function isAnswerParticle(sentence: string, offset: number): boolean {
  const rest = /^no\b[\s,.]*(\p{L}+)/iu.exec(sentence.slice(offset));
  const opens = sentence.slice(0, offset).replace(fillers, '').trim() === '';
  return (
    opens &&
    /^(?:i|i'm|i've|it|it's|that|that's|just|not|we|he|she|my|they|the|there|nothing|no)$/i.test(
      rest?.[1] ?? '',
    )
  );
}

const no =
  /^(?:no|nope|nah|none|never|not really|not that|not at all|not recently|not anything|nothing|i don't|i do n't|i haven't|i have n't|i didn't|i did n't|negative|denies)\b/i;
const yes =
  /^(?:yes|yeah|yep|yup|i do|i have|i am|i did|definitely|absolutely|correct|sure|a lot|quite a bit)\b/i;
// "No, but …", "yeah, no", "no, well, a little": the answer takes something back.
const mixed =
  /\b(?:but|except|other than|just|only|a little|a bit|sometimes|well|yeah|yes|maybe|although|though|some)\b/i;
const mixedYes = /\b(?:no|not|but|except|n't|never|just|only)\b/i;

/**
 * What an answer says about everything that was asked. "No" denies all of it; "yes" affirms it only when one thing was
 * asked; anything else is unknown.
 * @param answer what was said next by the other speaker
 * @param asked how many findings the question named
 */
export function answeredPolarity(answer: string, asked: number): PolarityFact['polarity'] {
  const words = answer.trim().replace(fillers, '');
  const firstPart = words.slice(0, 160);
  if (no.test(words)) return mixed.test(firstPart.replace(no, '')) ? 'unknown' : 'absent';
  if (yes.test(words) && asked === 1)
    return mixedYes.test(firstPart.replace(yes, '')) ? 'unknown' : 'present';
  return 'unknown';
}
