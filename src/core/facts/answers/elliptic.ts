import { type Answer, fillers } from './answers';

const negated = /\b(?:no|not|never|none|nothing|neither|without|used to|until|till|ago)\b|n['’]t\b/i;
const lead = '(?:(?:yes|yeah|just|only|mainly|mostly|usually|sometimes|maybe|a bit|a little)[\\s,]+)*';
const occasions = [
  // "When I turn my head", but not "when I was a child", which is over.
  '(?:when|whenever|if) (?:i|he|she|we|they|you|it)(?! (?:was|were|had)\\b)\\b',
  'in the (?:mornings?|evenings?|afternoons?|nights?|daytime|day|winter|summer)\\b',
  '(?:mornings|evenings|nights|nighttime|at nights?|at bedtime|at rest|at work|at weekends|weekends)\\b',
  'after (?:meals?|food|eating|breakfast|dinner|lunch|exercise|running|walking|work)\\b',
  'on (?:the )?(?:hills?|stairs|exertion|exercise|waking|standing)\\b',
  // "Any numbness?" – "In my feet, mostly.", "just in the right one".
  '(?:in|on|down|along|around|over|across) (?:the |my |his |her |both |both my |one )?(?:(?:left|right|lower|upper) )?(?:one|side|feet|foot|toes?|legs?|calf|calves|knees?|ankles?|hips?|hands?|fingers?|fingertips|thumbs?|wrists?|arms?|elbows?|shoulders?|neck|face|chest|belly|stomach|tummy|back|ears?|eyes?|scalp|head)\\b',
];
/** "In the mornings.", "Just on the hill.", "If I walk to the temple, some": when it is there is told in place of a "yes". */
const onOccasion = new RegExp(`^${lead}(?:${occasions.join('|')})`, 'i');
/** "Sick, yeah.", "Tired, yes": a word of the question and a yes. */
const echoed =
  /^(?!(?:no|nope|not|never|well|oh|um|uh)\b)(?:[\p{L}'’]+ ){0,2}[\p{L}'’]+, (?:yes|yeah|yep|yup)\b(?!,? (?:but|no)\b)/iu;
const small = '(?:one|two|three|four|five|six|a couple|a few|several)';
/** "I had one in March", "two or three times", "the odd one": so often it was there. */
const occurred = new RegExp(
  `^(?:(?:yes|yeah)[\\s,]+)?(?:(?:(?:i|he|she|we)(?:['’]ve| have| has)? had (?:like )?${small}(?: of (?:them|those|['’]?em))?(?=\\s*[.,;]|\\s+(?:last|in|on|when|this|since|at|yesterday)\\b|\\s*$))|(?:(?:maybe|about|like) )?${small} or ${small} times\\b|the odd (?:one|time|day)\\b)`,
  'i',
);

const some =
  '(?:a bit|a little|a few|some|loads|lots|plenty|a lot|quite a (?:bit|few|lot)|one or two|a couple|one|two|three|several|the odd one)(?: of (?:that|it|them|those))?';
const ends =
  '(?=\\s*(?:[.,;!]|$)|\\s+(?:when|if|in|on|at|after|before|with|now|sometimes|last|this|since|over|for|most|every|from|yesterday|today|there|though|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b)';
const adverb = '(?:(?:always|still|just|only|sometimes|usually|mostly|often|already|do|does|did) )?';
/** "I get that in both hands", "He's had a few", "There was a bit": what was asked for is had, by a pronoun or an amount. */
const owned = new RegExp(
  `^(?:(?:yes|yeah)[\\s,]+)?(?:(?:i|he|she|we|they)(?:['’](?:ve|s)| have| has)? ${adverb}(?:get|gets|got|have|has|had|been getting|been having|feel|feels|felt|notice|noticed) (?:${some}|that|it|them|those)|there(?:['’]s| is| was| were| has| have)(?: been)? ${some})${ends}`,
  'i',
);
/** What came and went may not be there now. */
const over =
  /\b(?:gone|went|better|stopped|settled|cleared|resolved|over with|(?:not|none|nothing) (?:since|now|any ?more))\b/i;

/**
 * What an answer without a yes or no says of the one thing that was asked for, by when it is there, how often it was, or by
 * an echo of the question; undefined where it can't be told.
 * @param answer what was said next by the other speaker
 */
export function readEllipsis(answer: string): Answer | undefined {
  const words = answer.trim().replace(fillers, '');
  const first = /^[^.?!]*/.exec(words)?.[0] ?? '';
  if (negated.test(first)) return undefined;
  if (echoed.test(words)) return { polarity: 'present' };
  if (owned.test(words) && !over.test(words)) return { polarity: 'present', narrowed: true };
  return onOccasion.test(words) || occurred.test(words) ? { polarity: 'present', narrowed: true } : undefined;
}

const high = [
  '(?:thirty[- ]?eight|thirty[- ]?nine|forty)',
  '(?:3[89]|4[01])(?:\\.\\d)?',
  '(?:a|one) hundred (?:and )?(?:one|two|three|four|five)',
  '(?:a |one )?hundred[- ](?:one|two|three|four)',
  '10[1-5](?:\\.\\d)?',
  'one[- ]o[- ](?:one|two|three|four)',
];
const reading = new RegExp(
  `^(?:(?:yes|yeah|about|around|maybe|up to|it was|he was|she was|it got to|it went to|he had a|she had a|highest was)[\\s,]+)*(?:${high.join('|')})\\b(?! (?:hours?|days?|weeks?|times?|years?|minutes?|months?)\\b)`,
  'i',
);

/**
 * True when the answer to a question for fever is a temperature that is one: at least 38 °C, or 101 °F (O'Grady NP et al. Crit
 * Care Med 2008;36:1330–1349 take 38.3 °C for a fever of adults; 38.0 °C is the usual bound for children, NICE NG143, 2019).
 */
export function tellsFever(answer: string): boolean {
  const words = answer.trim().replace(fillers, '');
  const first = /^[^.?!,]*/.exec(words)?.[0] ?? '';
  return reading.test(words) && !negated.test(first);
}
