import { fillers } from './answers';

/** What opens an answer before its clause: "Yes, …", "No, …" when the question itself denied something. */
const particles = /^(?:(?:yes|yeah|yep|yup|no|nope|oh|actually|well|unfortunately|sadly)\b[\s,.]*)+/i;
const subject = '(?:i|we|he|she|it|they|there)';
const soft = '(?:(?:actually|really|certainly|definitely|still|sure|always|often|sometimes|often) )*';
const pronoun = '(?:it|one|some|that|them|those|a bit|a few)';
const verb = `(?:(?:do|does|did)(?: (?:get|have|feel|notice) ${pronoun}| smoke| drink)?|(?:have|has|had|'ve|'s)(?: (?:had|got|felt|noticed|been))?(?: ${pronoun})?|am|is|are|was|were)`;
const tail =
  '(?:\\s+(?:actually|though|sometimes|indeed|too|unfortunately|now|yes|yeah|sadly|a bit|a little|a lot|on and off|at times|most days|every day|every night))?';
/** "I do.", "I have, actually", "it does, yes": a clause that says by itself that it is so, whatever the question denied. */
const clause = new RegExp(`^${subject} ?${soft}${verb}${tail}\\s*(?:[.,;!…-]|$)`, 'i');
/** "I do not", "I have no siblings" behind a comma: the clause is taken back. */
const takenBack = /^[^.?!]*\b(?:no|not|n['’]t|never|none|but not)\b/i;

function afterParticles(answer: string): string {
  return answer.trim().replace(fillers, '').replace(particles, '').replace(fillers, '');
}

/**
 * True when an answer says by a clause of its own that it is so. "Yes" to a question that denies ("you don't get
 * breathless?") can mean either; "yes, I do" cannot (polar answers to negative questions: Roelofsen F, Farkas DF. Polarity
 * particle responses. Language 2015;91:359–414).
 */
export function affirmsByClause(answer: string): boolean {
  const words = afterParticles(answer);
  const said = clause.exec(words)?.[0];
  return said !== undefined && !takenBack.test(words.slice(said.length));
}

const small = '(?:one|two|three|four|five|six|seven|eight|nine|ten|a couple|a few|several)';
const about =
  "(?:(?:about|around|maybe|probably|roughly|usually|normally|just|only|like|say|nearly|almost|up to|at least|at most|on average|(?:i[’']d|i would) say|i(?: have|[’']ve had| had| get| smoke| drink)?) )*";
const count = `(?:(?:half )?an?|half|\\d+(?:\\.\\d+)?(?:(?: to | or |-)\\d+)?|${small}(?:(?: to | or |-)${small})?|eleven|twelve|fifteen|twenty|thirty|forty|a dozen|a bottle|a pack)`;
const weekday = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const span = `(?:day|night|week|weekend|month|evening|morning|hour|${weekday})`;
/** "A bottle of wine a night", "ten a day", "a pint on a Sunday", "two beers most nights". */
const rate = new RegExp(
  `^${about}${count}(?: \\p{L}+){0,4},? (?:(?:on |of |at )?(?:an?|the)|per|each|every|most|at|on) ${span}s?\\b(?! (?:ago|or so ago))`,
  'iu',
);
/** "Every morning", "twice", "three times last week". */
const often = new RegExp(
  `^${about}(?:(?:once|twice|thrice|${small} times|\\d+ times)\\b|(?:every|each|most) (?:single |other )?${span}s?\\b|(?:nightly|daily|constantly)\\b)`,
  'iu',
);
/** "Two, when she was a baby", "three of them": a count of what can be counted. */
const counted = new RegExp(
  `^${about}(?:one|two|three|four|five|six|seven|eight|nine|ten|a couple|a few|several)(?: of (?:them|those))?(?=\\s*(?:[.,;!]|$)|\\s+(?:when|last|this|in|since|so far|yesterday|as an?)\\b)`,
  'iu',
);
/** What has a size and no number: "Any fever?" – "thirty-seven" does not count fevers. */
const measured =
  /^(?:fever|hypothermia|hypertension|hypotension|obesity|tachycardia|bradycardia|hypoglycemia|hyperglycemia|pain|.*\bpain|weight (?:loss|gain))$/;
const negated = /\b(?:no|not|n['’]t|never|none|zero|nothing|without|rather|instead|water|coffee|tea)\b/i;

/**
 * True when an answer says how much or how often in place of a "yes": "Do you smoke?" – "Ten a day."
 * @param finding canonical name of what was asked for
 */
export function tellsAmount(answer: string, finding: string): boolean {
  const words = answer
    .trim()
    .replace(fillers, '')
    .replace(/^(?:yes|yeah|yep)[\s,.]+/i, '');
  const first = /^[^.?!]*/.exec(words)?.[0] ?? '';
  if (negated.test(first)) return false;
  return rate.test(words) || often.test(words) || (!measured.test(finding) && counted.test(words));
}

/** So many letters of an answer hold a score that is all it says, with the place: "Scalp. Six out of ten." */
const scoreReach = 40;
const score =
  /^[^?]*\b(?:[1-9]|10|one|two|three|four|five|six|seven|eight|nine|ten) (?:out of|over) (?:10|ten)\b/i;

/** True when an answer gives how bad something is on a scale of ten: it is there. */
export function tellsScore(answer: string): boolean {
  return (
    score.test(answer.slice(0, scoreReach)) &&
    !negated.test(answer.slice(0, scoreReach).split(/\bout of\b/i)[0] ?? '')
  );
}

const over =
  /\b(?:ago|used to|until|till|quit|stopped|g[ai]ve (?:it |them |that |this )?up|in the past|as an? (?:\p{L}+ )?(?:child|kid|baby|infant|toddler|teenager|teen|student)|when (?:i|he|she|they|we) (?:was|were)|in my (?:teens|youth|twenties|thirties)|back (?:in|then)|in (?:19|20)\d\d|not any ?more|no longer)\b/iu;

/** True when an answer tells of a time that is over: "two, when she was a baby", "ten a day until I quit", "yes, none since". */
export function isOfThePast(answer: string): boolean {
  return over.test(answer) || ended.test(answer);
}

/** "Nothing since Saturday", "now it is gone". */
const ended =
  /\b(?:(?:nothing|none|not) since|(?:it|that|they|those)(?:['’]s|['’]ve|['’]re| is| are| has| have)? (?:all |now |completely )?(?:gone|went away|cleared up|settled))\b/i;

const wasSo =
  /^(?:(?:yes|yeah|yep|well)[\s,.]+)*(?:i (?:was|did|had)|(?:he|she|it) (?:was|did|had)|they (?:were|did|had)|there (?:was|were))\b(?! (?:not|never|n['’]t))/i;
const askedOfBefore =
  /\b(?:did|was|were|had|ever|been|since|last|yesterday|ago|then|have (?:you|there|they)|has (?:he|she|it|there))\b/i;
const goesOn =
  /\b(?:still|now it|now i|and (?:i|it)(?:['’]m|['’]s| am| is)|again|today|every|always|keeps?)\b/i;

/** True when an answer tells in the past tense of what was asked of now: "Are you constipated?" – "I was, before the Movicol." */
export function tellsOfBefore(answer: string, question: string): boolean {
  const words = answer.trim().replace(fillers, '');
  const first = /^[^.?!]*/.exec(words)?.[0] ?? '';
  return wasSo.test(words) && !askedOfBefore.test(question) && !goesOn.test(first);
}

const gaveUp = new RegExp(
  `^(?:i|we|he|she|they) (?:used to|(?:have |has |['’]ve )?(?:quit|stopped|given (?:it |them |that )?up|gave (?:it |them |that )?up))\\b`,
  'i',
);

/** True when an answer says that it was so once: "I used to", "No, I quit years ago". */
export function tellsOfQuitting(answer: string): boolean {
  return gaveUp.test(
    answer
      .trim()
      .replace(fillers, '')
      .replace(/^(?:(?:no|nope|not (?:now|any ?more)|well)[\s,.]+)+/i, '')
      .replace(/^but /i, ''),
  );
}

/** What an answer may repeat of the verb that was asked with: "Does it burn when you pee?" – "It burns." */
const repeatable = /^(?:burn|sting|itch|hurt|ache|throb|swell|bleed|tingle|leak|cough|wheeze|snore|vomit)/i;

/** True when an answer says by a verb of the question that it is so: "it burns, and …". */
export function affirmsByWord(answer: string, asked: string): boolean {
  const verbs = (asked.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => repeatable.test(word));
  const words = afterParticles(answer);
  return verbs.some((word) => {
    const stem = word.replace(/(?:ing|s|es|ed)$/, '');
    return new RegExp(
      `^(?:it|they|he|she|i|that) ${soft}(?:does |do )?${stem}(?:s|es)?\\s*(?:[.,;!]|$|and\\b)(?!\\s*(?:but |no\\b|not\\b))`,
      'iu',
    ).test(words);
  });
}
