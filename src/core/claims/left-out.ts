import type { Span } from '../text/span';
import type { LeftOutReason } from './claim';
import { isQuestion } from './questions';
import words from './words.json';

const commands = new Set(words.commands);
/** "The patient should take", "GP to check": what somebody is to do. */
const told = new RegExp(
  `^(?:the )?(?:${words.instructed.join('|')})\\s+(?:should|must|is to|are to|to|needs? to|will need to)\\s+(?:not\\s+)?(\\p{L}+)`,
  'iu',
);
/** "If febrile, give paracetamol": what is to be done on a condition. */
const condition = /^(?:if|when|unless|once)\b[^,;]*[,;]\s*(?:then\s+)?/i;
/** "Anaemia - check ferritin", "UTI: treat with …": a problem, and what is to be done about it. */
const problem = /^[^.;:–—-]{2,60}?(?:\s+[-–—]\s+|:\s+)/;
const planned = /^plans?\s*[:–—-]\s*\S/i;
const lead =
  /^(?:[-*•+]\s*|\d{1,2}[.)]\s*|(?:plan|also|then|and|so|to|will|would|otherwise|let's|let’s|let us)[:,]?\s+)+/i;
/** "Review of systems", "Order was placed", "Use is rare": the word is a noun here. */
const nounFollows = /^(?:of|was|were|is|are|has|had|have|by|shows?|showed|and|:)$/i;
const commandNouns = new Set(words.commandNouns);
const nounCompounds = new Map(Object.entries(words.nounCompounds));
const finiteVerbs = new Set(words.finiteVerbs);
const clauseBegins = new Set(words.clauseBegins);
/** "Change in two weeks": a time, and no change in something. */
const time = /^(?:\d|an?$|one$|two$|three$|four$|five$|six$|seven$|ten$|the$)/;

/** "He is a lovely man", and nothing else: with an age or a disease it says something. */
const judgement = new RegExp(
  `^(?:${words.judgedPersons.join('|')})\\b(?:\\s+\\p{Lu}[\\p{L}'’-]*)?\\s+(?:is|are|was|were)\\s+(?:an?\\s+|such an?\\s+)?` +
    `(?:(?:very|really|so|most|quite)\\s+)*(?:${words.judgements.join('|')})` +
    `(?:\\s+(?:young|old|elderly))?(?:\\s+(?:${words.judgedNouns.join('|')}))?[.!]*$`,
  'iu',
);
/** Not the worst: the worst headache ever is a finding. */
const best = /\b(?:best|greatest|finest|nicest)\b/i;
const ever = /\bever[.!]*$/i;

const reasons: Record<LeftOutReason, string> = {
  question: 'This is a question: it says nothing that could be true or false.',
  order: 'This is an order or a plan: it says what to do, not what is so.',
  opinion: 'This is an opinion: evidence can neither support nor contradict it.',
  courtesy: 'This is a greeting or thanks: it says nothing that could be true or false.',
};

/** Why a sentence is no claim, in a sentence of its own. */
export function leftOutReason(reason: LeftOutReason): string {
  return reasons[reason];
}

/** Tells whether a sentence asks, orders or opines; undefined when it says something. */
export function leftOutOf(sentence: string): LeftOutReason | undefined {
  const text = sentence.replace(lead, '').trim();
  if (isQuestion(text)) return 'question';
  if (isCourtesy(text)) return 'courtesy';
  if (planned.test(sentence.trim()) || isAdvice(text)) return 'order';
  const adverb = words.opinionAdverbs.find((one) => beginsWith(text, [one]));
  // "Perhaps start aspirin" is an order all the same.
  if (adverb !== undefined && leftOutOf(text.slice(adverb.length + 1)) === 'order') return 'order';
  if (adverb !== undefined || isOpinion(text)) return 'opinion';
  if (isCommand(text)) return 'order';
  const verb = told.exec(text)?.[1]?.toLowerCase();
  if (verb !== undefined && commands.has(verb)) return 'order';
  const behind = [condition, problem].flatMap((begin) => {
    const [begins] = begin.exec(text) ?? [];
    return begins === undefined ? [] : [text.slice(begins.length)];
  });
  return behind.some(isCommand) ? 'order' : undefined;
}

function isCommand(text: string): boolean {
  const [first = '', ...rest] = wordsOf(text);
  return commands.has(first) && !isNoun(first, rest);
}

/** "We suggest amlodipine"; that "we suggest that it is viral" is an opinion. */
function isAdvice(text: string): boolean {
  const phrase = words.advisers.find((one) => beginsWith(text, [one]));
  return phrase !== undefined && !/^\s+that\b/i.test(text.slice(phrase.length));
}

/** "Kind regards" and nothing else, or "Thank you for …"; not "thanks to". */
function isCourtesy(text: string): boolean {
  const said = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s,.!]+$/, '');
  return words.courtesies.some((one) => said === one) || openings.some((one) => said.startsWith(`${one} `));
}

const openings = words.courtesies.filter((one) => /\b(?:for|to|dear)$/.test(one));

/**
 * What an opinion holds to be so: "statins are overused" in "I think that statins are overused", "Arguably, statins are …".
 * @returns where it stands in the sentence; undefined for one that is doubted, and where nothing is held
 */
export function heldIn(sentence: string): Span | undefined {
  const start = lead.exec(sentence)?.[0].length ?? 0;
  const text = sentence.slice(start);
  const phrase = [...words.opinions, ...words.opinionAdverbs].find((one) => beginsWith(text, [one]));
  if (phrase === undefined) return undefined;
  const [between = ''] = /^[\s,]*(?:that\s+)?/i.exec(text.slice(phrase.length)) ?? [];
  return { start: start + phrase.length + between.length, end: sentence.length };
}

/** Where in an order its leading verb stands ("Stop", in "Plan: Stop aspirin"); undefined where it begins otherwise. */
export function leadingCommand(sentence: string): Span | undefined {
  const start = lead.exec(sentence)?.[0].length ?? 0;
  const [word = ''] = /^\s*[\p{L}'-]+/u.exec(sentence.slice(start)) ?? [];
  const end = start + word.length;
  return commands.has(word.trim().toLowerCase()) ? { start: end - word.trimStart().length, end } : undefined;
}

function isOpinion(text: string): boolean {
  return (
    beginsWith(text, words.opinions) ||
    beginsWith(text, words.doubts) ||
    judgement.test(text) ||
    (ever.test(text) && best.test(text))
  );
}

function beginsWith(text: string, phrases: readonly string[]): boolean {
  const lower = text.toLowerCase().replaceAll('’', "'");
  return phrases.some((phrase) => lower.startsWith(`${phrase} `) || lower.startsWith(`${phrase},`));
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}'-]+|[^\s]/gu) ?? []
  );
}

/**
 * Tells whether a word that can order something names something: "Rest pain is present", "Start date 3 May", "Repeat ECG
 * showed no change". It does where the verb of the sentence comes after it, with no other clause in between.
 */
function isNoun(first: string, rest: readonly string[]): boolean {
  const [next = '', afterNext = ''] = rest;
  if (nounFollows.test(next)) return true;
  if (nounCompounds.get(first)?.includes(next)) return next !== 'in' || !time.test(afterNext);
  if (!commandNouns.has(first)) return false;
  const end = rest.findIndex(
    (word) => finiteVerbs.has(word) || clauseBegins.has(word) || /^[^\p{L}\d]$/u.test(word),
  );
  return finiteVerbs.has(rest[end] ?? '');
}
