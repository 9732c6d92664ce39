import type { PolarityFact } from './fact';

const questionStart =
  /^(?:(?:okay|ok|and|so|all right|alright|um|uh|well|now|then|great|good|yeah|but)[\s,.]+)*(?:any|no|have you|has|do you|did you|are you|is there|are there|were you|was there|had any|what about|how about|does|don't you|haven't you|you (?:have|haven't|don't|do n't|have n't))\b/i;

/** True when a sentence asks for something ("Any chest pain?", "and are you having any fevers or chills"). */
export function isQuestion(sentence: string): boolean {
  return /\?/.test(sentence) || questionStart.test(sentence.trim());
}

const fillers = /^(?:(?:um|uh|well|oh|so|okay|ok|hmm|mm|you know|actually|honestly|thankfully|god|,|\.|-|…)[\s,.]*)+/i;
const no =
  /^(?:no|nope|nah|none|never|not really|not that|not at all|not recently|not anything|nothing|i don't|i do n't|i haven't|i have n't|i didn't|i did n't|negative|denies)\b/i;
const yes = /^(?:yes|yeah|yep|yup|i do|i have|i am|i did|definitely|absolutely|correct|sure|a lot|quite a bit)\b/i;
// "No, but …", "yeah, no", "no, well, a little": the answer takes something back.
const mixed = /\b(?:but|except|other than|just|only|a little|a bit|sometimes|well|yeah|yes|maybe|although|though|some)\b/i;
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
  if (yes.test(words) && asked === 1) return mixedYes.test(firstPart.replace(yes, '')) ? 'unknown' : 'present';
  return 'unknown';
}
