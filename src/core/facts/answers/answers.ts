import type { PolarityFact } from '../fact';

const opener =
  /^(?:(?:okay|ok|and|so|all right|alright|um|uh|well|now|then|great|good|yeah|but|let's see|also)[\s,.]+)+/i;
const questionStart =
  /^(?:any|ever (?:had|been|have|get|got|feel|felt|any)|have (?:you|there)|has|do (?:you|they)|did (?:you|he|she|it|they)|does|are (?:you|there)|is (?:there|it|that|your|the|he|she)|were (?:you|there|they)|was (?:there|it|he|she)|had any|what about|how about)\b/i;
/** Without question marks, these ask too; with them, "you don't have a fever." is told. */
const unmarkedStart = /^(?:no|don't you|haven't you|you (?:have|haven't|don't|do n't|have n't))\b/i;

/** Words that open an answer and say nothing of it: "um", "well", "and". */
export const fillers =
  /^(?:(?:(?:u+m+|u+h+|e+r+m*|h*m{2,}|h+m+|a+h+|o+h+|well|so|and|okay|ok|gosh|you know|actually|honestly|thankfully|luckily|fortunately|thank god|thank goodness|knock on wood|god|i mean|let me think|let's see|me(?=\s*,))(?![\p{L}'-])|,|\.|-|…)[\s,.]*)+/iu;
// "let's talk about symptoms any joint pain fever": transcripts without punctuation ask in the middle of a sentence.
const askedByAny = /\bany\b(?:(?!\b(?:you|there|i|it)\b|(?<!\b(?:in|on|of|with|from|around) )\byour\b).)*$/i;
const askedOfYou = /\b(?:have|do|did|are|were) you\b(?:(?!\b(?:i|it|he|she)\b)[^.?!]){0,80}$/i;
/** "Will I be groggy", "is it a fracture": who is treated asks, too, with the verb before its subject. */
const asksOwn =
  /^(?:will|would|could|can|should|does|did|is|are|was|am|do) (?:i|it|he|she|that|this|we|they|there|the|my)\b(?!['’])/i;
const hesitation = /^(?:(?:um|uh|er|erm|hmm|u{2,}m+|m{3,})\b(?!-)|[\s.,…-])*$/i;
const acknowledgement = /^[\s.,…-]*(?:okay|ok)[\s.,…-]*$/i;
const negated =
  /(?:\b(?:no|not|without|never|(?:do|does|did|have|has|had|is|are|was|were)nt)|n['’]t)\b(?! (?:be|worry|mind|rush)\b)[^.?!]{0,40}$/i;
/** A question mark asks for what stands this near before it; transcripts may run on for long before. */
const questionReach = 110;

// "…, okay?" asks whether it was understood, not whether it is so.
const understood = /[,\s](?:okay|ok|all right|alright|you know|does that make sense|make sense)\s*\?$/i;
const confirming =
  /[,\s](?:right|correct|yes|yeah|no|is that right|is that correct|is that fair|isn't it|is n't it|don't you|do n't you|doesn't it|does n't it|huh)\s*\?$/i;

const confirmingUnmarked = /\s(?:is that (?:right|correct|fair)|am i right)[\s.]*$/i;

/**
 * What a sentence does with the term at `offset`: `asks` for it ("Any chest pain?"), `confirms` it ("… and no diabetes, is
 * that right?"), or `tells`.
 * @param offset where the term begins in the sentence
 * @param manner `marked`: the transcript has question marks, so that a sentence without one tells; `answers`: the speaker
 * is the one who is asked, so that "no fever" tells
 */
export function speechAct(
  sentence: string,
  offset: number,
  { marked = false, answers = false }: { marked?: boolean; answers?: boolean } = {},
): 'asks' | 'confirms' | 'tells' {
  const whole = sentence.trim();
  const lead = sentence.length - sentence.trimStart().length;
  if (understood.test(whole.slice(-40))) return 'tells';
  // "And the cigarettes; will I refer you?": what is asked is behind the mark.
  if (
    /;\s+(?:will|shall|would|can|could|should|do|did|are|have) (?:i|we|you)\b/i.test(sentence.slice(offset))
  )
    return 'tells';
  if (confirming.test(whole.slice(-40)) || (!marked && confirmingUnmarked.test(whole.slice(-40))))
    return 'confirms';
  if (whole.endsWith('?') && (marked || sentence.length - offset <= questionReach)) return 'asks';
  const before = sentence.slice(Math.max(lead, offset - 2 * questionReach), offset);
  if (askedOfYou.test(before)) return 'asks';
  const said = sentence.slice(lead);
  if (answers) return !marked && asksOwn.test(said.replace(opener, '')) ? 'asks' : 'tells';
  const start = said.slice(opener.exec(said)?.[0].length ?? 0);
  const opens = questionStart.test(start) || (!marked && unmarkedStart.test(start));
  if (opens && offset <= questionReach) return 'asks';
  const any = askedByAny.exec(before);
  const near = any !== null && before.length - any.index <= questionReach;
  return near && !negated.test(before.slice(0, any.index)) ? 'asks' : 'tells';
}

/** True for a turn that only hesitates ("Um."), behind which the answer still comes. */
export function isHesitation(turn: string): boolean {
  return hesitation.test(turn);
}

/** True for a turn that only says that it was heard ("Okay."): the answer may follow in a turn of its own. */
export function isAcknowledgement(turn: string): boolean {
  return acknowledgement.test(turn);
}

/** True when a question asks for more than one thing ("… or …", "and does it …"): a "yes" may answer either. */
export function asksMore(question: string): boolean {
  return /\S\s+or\b|\S[\s,]+and\s+(?:do|does|did|is|are|was|were|have|has)\b/i.test(question);
}

/** True when the negation at `offset` opens the sentence as an answer ("no i have a stuffy nose"), not as "no fever". */
export function isAnswerParticle(sentence: string, offset: number): boolean {
  const rest = /^(?:no|nope|nah)\b[\s,.]*(\p{L}+)/iu.exec(sentence.slice(offset));
  const opens = sentence.slice(0, offset).replace(fillers, '').trim() === '';
  // "None, just hay fever": what is named behind it is what there is.
  const isNone = /^(?:none|nothing)\b[\s,.–-]*(?:just|only|but|except|besides|apart|other than)\b/i;
  return opens && (particleNext.test(rest?.[1] ?? '') || isNone.test(sentence.slice(offset)));
}

/** What follows a "no" that answers; anything else is what is denied ("no belly pain"). */
const particleNext =
  /^(?:i|i'm|i've|im|ive|it|it's|its|that|that's|thats|hes|shes|just|not|n't|we|he|she|my|they|the|there|nothing|nobody|one|no|none|nope|never|sir|ma'am|maam|doctor|doc|thank|thanks|thankfully|actually|um|uh|well|but|only|so|you|neither|everything|mostly|maybe|other|besides|except|unfortunately|fortunately|luckily|really|absolutely|definitely|overall|all|and|in|at|on|for|of|to|knock)$/i;

const no =
  /^(?:nope|nah|none|nobody|never|not really|not that|not th[eo]se|(?:i )?(?:can't|ca n't|cannot|can not) say (?:that )?i(?:'ve| have| had)?|not at all|not a bit|not one bit|not to my knowledge|not recently|not lately|not anything|not so far|not yet|not once|not since|not (?:for|in) (?:(?:a|the|some|many|several|\d+|\p{L}+) )?(?:days|weeks|months|years|ages|while|long time)|not any ?more|i wish(?! i\b)|chance(?: would|['’]d) be|not with (?:this|that|these|those|it|them)|not (?:had|got|noticed|seen|felt) (?:any|anything|it|that|one)|nothing|(?:haven't|have n't|have not|hasn't|has n't) (?:noticed|had|felt|seen|experienced|got)|(?:don't|do n't|do not) (?:think so|have any|get any)|i(?:'ve| have) (?:not|never)|(?:no )?i (?:don't|do n't|do not|haven't|have n't|have not|didn't|did n't|did not|am not|can't say|would n't say|wouldn't say)|i'm not|(?:he|she|it|they|we|there) (?:does n't|doesn't|has n't|hasn't|have n't|haven't|is n't|isn't|did n't|didn't|don't|do n't)|negative|denies|uh-uh|no)\b/iu;
const yes =
  /^(?:yes|yeah|yep|yup|mm-hmm|mhm|mm hmm|uh-huh|uh huh|i do|i have|i am|i did|i was|it does|it is|it has|they do|there is|there are|he does|she does|he has|she has|she did|he did|they did|we did|she was|he was|they was|they were|it was|there was|there were|she is|he is|she has|they have|definitely|absolutely|certainly|correct|exactly|right|that's right|that's correct|sure|of course|a lot|quite a bit|quite a lot|every day|all the time|unfortunately|(?:terrible|awful|dreadful|horrendous|shocking|loads|lots|plenty|constantly|nightly|daily|most (?:days|nights|mornings|evenings)|every (?:single )?(?:night|morning|evening|time|week))(?=\s*(?:[.,;!…-]|$)))\b/i;
// "A little bit", "sometimes": it is there, in some measure.
const partly =
  /^(?:a little(?: bit)?|little bit|wee bit|a wee bit|a bit|a tad|some|some of it|sometimes|occasionally|once in a while|every now and then|here and there|on and off|off and on|kind of|sort of|slightly|mild|mildly|maybe a little(?: bit)?|just a little(?: bit)?|just a bit|only a little|only sometimes|now and then|from time to time)\b/i;
const unsure =
  /^(?:(?:i )?(?:don't|do n't|did n't|didn't) (?:know|remember|recall|think so but)|not sure|i'm not sure|i am not sure|maybe|perhaps|possibly|hard to say|i guess|nothing (?:out of the|too|major|serious|new|more than|crazy|unusual|bad|terrible|different|worse|beyond|(?:i|we|he|she|that|an? \p{L}+) (?:ca|can|could|would|wo|does|did|is)(?:n['’]t|['’]t| not|not)\b|that (?:lasts?|stays?|bothers?))|not (?:much|a lot|too|very|as|that (?:bad|much|often)|usually|always|often|all|every|right now|at the moment|bad))\b/iu;
// "No, but …", "yeah, no", "no, just a little": the answer takes something back; "no, just itchy" names what else there is.
const part =
  '(?:just|only) (?:a (?:little|bit|tad)|once|twice|some|sometimes|occasional|occasionally|mild|mildly|slight|slightly|when|if|at|in|on|with|after|that|this|last|today|yesterday|here)';
const mixed = new RegExp(
  String.raw`\b(?:except|other than|apart from|besides|aside from|a little|a bit|a tad|sometimes|occasionally|yeah|yes|maybe|until|till|til|used to|(?<!\b(?:not|never) )once|ago|before|${part})\b`,
  'i',
);
const turning = /\b(?:but|although|though)\b/i;
const takenBack = new RegExp(
  String.raw`^[.?!]\s*(?:well|but|i mean|actually|yes|yeah|except|maybe|${part})\b`,
  'i',
);
const stutter = /\b(not|i|it|it's|and|yes|yeah)(?:[\s,.]+\1\b)+/gi;
/** "I, no I don't": a beginning that is given up for the answer. */
const falseStart = /^(?:i|it|it's)\s*,\s+(?=(?:no|not|yes|yeah)\b)/i;
/** "My fiancé says no": somebody else's answer to the same. */
const reported =
  /^(?:not that i know,?\s+)?(?:(?:my|the|our)\s+\p{L}+|he|she|they|everyone|everybody)\s+(?:says?|said|tells? me|told me|thinks?|reckons?)\s+(?=(?:no|nope|yes|yeah|i do|i don['’]t|not)\b)/iu;
const mixedYes = /\b(?:no|not|but|except|n't|never|used to|ago|gone|better)\b/i;
/** "Yes, only once a week": it is there, in some measure. */
const measured = /\b(?:just|only)\b/i;

// "No, I have a migraine": something else in its place.
const corrects =
  /^(?:no|nope)[\s,]+(?:i have|i've got|i've had|i got|it's|it is|that's|they're) (?!not\b|no\b|n't\b|been\b|nothing\b|fine\b|okay\b|ok\b|good\b|all\b|the same\b|normal\b|clear\b|(?:dry|clean|healed|closed|stable|warm|gone)\s*(?:[.!,]|$)|(?:my|our) (?:\p{L}+ )?(?:brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband|aunt|uncle|cousin|partner|friend)\b)/iu;

/** The part of an answer that belongs to its first word: to the end of the sentence, or some words without punctuation. */
const answerReach = 90;

/** What an answer says about everything that was asked. */
export interface Answer {
  polarity: PolarityFact['polarity'];
  /** In part only: "a little", "sometimes". */
  narrowed?: true;
  /** With a reservation: "yes, but …". */
  uncertain?: true;
}

const open: Answer = { polarity: 'unknown' };

/**
 * What an answer says about everything that was asked. "No" denies all of it; "yes" affirms it only when one thing was
 * asked; "no chest pain" says nothing of what else was asked; anything else is unknown.
 * @param answer what was said next by the other speaker
 * @param asked how many findings the question named
 * @param othersNamed the answer names another finding: "no, but some tingling" takes nothing back
 */
export function readAnswer(answer: string, asked: number, othersNamed = false): Answer {
  const words = answer
    .trim()
    .replace(fillers, '')
    .replace(stutter, '$1')
    .replace(fillers, '')
    .replace(falseStart, '')
    .replace(reported, '');
  const first = /^[^.?!]*/.exec(words.slice(0, answerReach))?.[0] ?? '';
  if (unsure.test(words)) return open;
  if (no.test(words)) {
    const next = /^no\b[\s,.]*(\p{L}[\p{L}']*)/iu.exec(words);
    const names = next !== null && /^no\s+\p{L}/iu.test(words) && !particleNext.test(next[1] ?? '');
    const rest = first.replace(no, '');
    if (names || corrects.test(words) || mixed.test(rest)) return open;
    if (turning.test(rest) && !othersNamed) return open;
    // "No. I mean, yes": a short first sentence may be taken back by the next.
    return takenBack.test(words.slice(first.length, first.length + 40)) ? open : { polarity: 'absent' };
  }
  if (asked !== 1) return open;
  // "A little bit of numbness" answers for the numbness alone, which stands there by its own name.
  const measure = partly.exec(words)?.[0];
  if (measure !== undefined && /^\s+of\b/i.test(words.slice(measure.length))) return open;
  if (measure !== undefined) {
    return mixedYes.test(first.slice(measure.length)) ? open : { polarity: 'present', narrowed: true };
  }
  if (!yes.test(words)) return open;
  const rest = first.replace(yes, '');
  if (mixedYes.test(rest)) return { polarity: 'present', uncertain: true };
  return { polarity: 'present', ...(measured.test(rest) && { narrowed: true }) };
}

const existence =
  /\b(?:diagnosed with|(?:do|did|have|has|are|were|does|is|was) (?:you|she|he|they)(?: ever| still| also| currently| had| have| got| get| feel| been)*) (?:(?!\b(?:your|the|this|that|these|his|her|my|for|about|with|when|why|how)\b)[^.?!])*$/i;
const predicate = /\b(?:is|are|was|were) (?:any of )?(?:your|his|her|their|the) (?:\p{L}+ ){0,2}$/iu;
const adjective =
  /^(?:swollen|tender|painful|itchy|stiff|sore|numb|weak|red|dry|cracked|blocked|runny|tingly)$/i;

/** "Do your ankles …", "Is your wee …": of a part that everybody has a question asks what is said of it. */
const ofPart = /(?:^|[\s,])(?:do|does|did|is|are|was|were|has|have) (?:your|his|her|the|their) $/i;
const saidOfPart =
  /\S (?:swells?|hurts?|aches?|itch(?:es)?|burns?|stings?|bleeds?|leaks?|tingles?|waters?|races?|pounds?|skips?|flutters?|shakes?|locks?|gives? (?:way|out)|swollen|blocked|runny|sore|tender|stiff|numb|weak|red|dry|dark|pink|loose|irregular|heavy|painful|tight|pale|yellow|black|hoarse|itchy|gritty|sticky|blurry|blurred)$/i;

/**
 * True when a question asks whether something is there, though a word before takes something for granted: "ever been
 * diagnosed with asthma", "are any of your joints swollen".
 * @param before the sentence up to what is asked for
 * @param asked the words that name it
 */
export function asksWhether(before: string, asked: string): boolean {
  if (ofPart.test(before) && saidOfPart.test(asked)) return true;
  return existence.test(before) || (adjective.test(asked) && predicate.test(before));
}

const asksBack =
  /^(?:(?:so|and|okay|ok|but)[\s,]+)*(?:is|are|does|do|did|can|could|should|will|would|what|how|when|why)\b/i;

/** True when a turn asks something itself, and so answers nothing: "no lymph nodes in the neck" – "is it bad". */
export function isCounterQuestion(turn: string): boolean {
  return asksBack.test(turn.trim());
}

/** True when an answer leaves all but what it names out: "just the cough". */
export function isExclusive(answer: string): boolean {
  const words = answer
    .trim()
    .replace(fillers, '')
    .replace(/^(?:no|nope)[\s,.]+/i, '');
  return /^(?:just|only)\s+(?!a (?:little|bit)|the (?:once|one)|once|twice|sometimes|occasionally|when|if|at|in|on)/i.test(
    words,
  );
}

/** What an answer makes of a claim that it was asked to confirm: true when it agrees, undefined when it can't be told. */
export function confirms(answer: string): boolean | undefined {
  const words = answer.trim().replace(fillers, '');
  const first = /^[^.?!]*/.exec(words.slice(0, answerReach))?.[0] ?? '';
  const rest = first.replace(yes, '');
  if (yes.test(words) && !mixedYes.test(rest) && !measured.test(rest)) return true;
  return undefined;
}
