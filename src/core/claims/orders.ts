import type { Span } from '../text/span';
import words from './words.json';

const commands = new Set(words.commands);
/** What a sentence may begin with before its verb: a bullet, "Plan:", "also", "would". */
export const lead =
  /^(?:[-*•+]\s*|\d{1,2}[.)]\s*|(?:plan|also|then|and|so|to|will|would|must|otherwise|let's|let’s|let us)[:,]?\s+)+/i;
/** "The patient should take", "GP to check": what somebody is to do. */
const told = new RegExp(
  `^(?:the )?(?:${words.instructed.join('|')})\\s+(?:should|must|is to|are to|to|needs? to|will need to)\\s+(?:not\\s+)?(be\\s+)?(\\p{L}+)`,
  'iu',
);
/** "We will start", "I'd stop", "we should also give": what the writer is going to do. */
const intended = new RegExp(
  `^(?:i|we)(?:\\s+|(?='))(${words.intending.modals.join('|')})\\s+(?:also\\s+|now\\s+|then\\s+|therefore\\s+)?(?=\\p{L})`,
  'iu',
);
/** What a team is asked to do; as an order to the reader these are rare. */
const seers = new Set(['see', 'assess', 'attend', 'chase', 'decide']);
const habits = new Set(words.intending.habits);
/** "Bloods to be repeated", "NSAIDs to be avoided": before "to be" stands a thing and no verb. */
const toBeDone = /^((?:[\p{L}\d'-]+\s+){1,4})to\s+be\s+(\p{L}+)/iu;
/** "Follow-up in two weeks", "For repeat CT in 6 weeks", and nothing told of it. */
const arranged =
  /^(?:(?:follow[- ]up|f\/u)\s+(?:in|with|within)|for\s+(?:repeat|review|discharge|admission|transfer|follow[- ]up|referral))\b[^,:;]*$/i;
const soon =
  '(?:tomorrow|tonight|later today|this (?:afternoon|evening|week)|next (?:week|month|visit|appointment)|in (?:an?|\\d+(?:-\\d+)?|one|two|three|four|five|six) (?:hours?|days?|weeks?|months?)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)';
/**
 * "Needs repeat potassium tomorrow", "For CT tomorrow", "NPO after midnight", "Discharge home with GP follow-up": what is to be
 * done, without a verb that says so. Who needs insulin has something.
 */
const tobe = [
  /^(?:(?:the )?(?:patient|pt|he|she)\s+)?needs?\s+(?:an?\s+|another\s+|urgent\s+|further\s+)*(?:repeat|review|referral|referring|follow[- ]up|recheck|re-check)\b[^,:;]*$/i,
  new RegExp(`^(?:(?:the )?(?:patient|pt|he|she)\\s+)?needs?\\b[^,:;]*\\b${soon}[.!]?$`, 'i'),
  new RegExp(`^for\\s+[^,:;]*\\b${soon}[.!]?$`, 'i'),
  /^(?:npo|nbm|nil by mouth|nothing by mouth)\s+(?:after|from|until)\b[^,:;]*$/i,
  /^(?:discharge|transfer)\s+(?:home|back\s+to|to\s+(?!\S+ed\b))[^,:;]*$/i,
];
/** "If febrile, give paracetamol": what is to be done on a condition. */
const condition = /^(?:if|when|unless|once)\b[^,;]*[,;]\s*(?:then\s+)?/i;
/** "Anaemia - check ferritin", "UTI: treat with …": a problem, and what is to be done about it. */
const problem = /^[^.;:–—-]{2,60}?(?:\s+[-–—]\s+|:\s+)/;
const planned = /^plans?\s*[:–—-]\s*\S/i;
/** "Review of systems", "Order was placed", "Use is rare": the word is a noun here. */
const nounFollows = /^(?:of|was|were|is|are|has|had|have|by|shows?|showed|and|:)$/i;
const commandNouns = new Set(words.commandNouns);
const nounCompounds = new Map(Object.entries(words.nounCompounds));
const finiteVerbs = new Set(words.finiteVerbs);
const clauseBegins = new Set(words.clauseBegins);
/** "Change in two weeks": a time, and no change in something. */
const time = /^(?:\d|an?$|one$|two$|three$|four$|five$|six$|seven$|ten$|the$)/;
/** "We suggest that the rash is viral" holds something; what is recommended is to be done. */
const holds = /^(?:(?:we|i)\s+(?:would\s+)?)?suggest\s+that\b/i;

/** Tells whether a sentence says what to do, or what its writer is going to do. */
export function isOrder(sentence: string): boolean {
  const text = sentence.replace(lead, '').trim();
  if (planned.test(sentence.trim()) || isAdvice(text) || isCommand(text)) return true;
  const [, passive, verb = ''] = told.exec(text) ?? [];
  if (passive === undefined ? commands.has(verb.toLowerCase()) : isCommanded(verb)) return true;
  if (seers.has(verb.toLowerCase()) && passive === undefined) return true;
  if (intendedVerb(text) !== undefined || isToBeDone(text) || isArranged(text)) return true;
  return [condition, problem].some((begin) => {
    const [begins] = begin.exec(text) ?? [];
    return begins !== undefined && isCommand(text.slice(begins.length));
  });
}

/** Where in an order its leading verb stands ("Stop", in "Plan: Stop aspirin"); undefined where it begins otherwise. */
export function leadingCommand(sentence: string): Span | undefined {
  const [opening = ''] = lead.exec(sentence) ?? [];
  const said = sentence.slice(opening.length);
  const start = opening.length + (intendedVerb(said)?.start ?? 0);
  const [word = ''] = /^\s*[\p{L}'-]+/u.exec(sentence.slice(start)) ?? [];
  const end = start + word.length;
  return commands.has(word.trim().toLowerCase()) ? { start: end - word.trimStart().length, end } : undefined;
}

function isCommand(text: string): boolean {
  const [first = '', ...rest] = wordsOf(text);
  return commands.has(first) && !isNoun(first, rest);
}

/** "We suggest amlodipine", "Recommend a statin". */
function isAdvice(text: string): boolean {
  const lower = text.toLowerCase().replaceAll('’', "'");
  return words.advisers.some((one) => lower.startsWith(`${one} `)) && !holds.test(lower);
}

/** Where the verb stands behind "we will"; undefined where the writer is going to do nothing, or tells a habit. */
function intendedVerb(text: string): Span | undefined {
  const [begins, modal = ''] = intended.exec(text.replaceAll('’', "'")) ?? [];
  if (begins === undefined) return undefined;
  const [verb = ''] = /^\p{L}+/u.exec(text.slice(begins.length)) ?? [];
  const isHabit = /^(?:would|'d)$/i.test(modal) && habits.has(verb.toLowerCase());
  if (isHabit || !commands.has(verb.toLowerCase())) return undefined;
  return { start: begins.length, end: begins.length + verb.length };
}

function isToBeDone(text: string): boolean {
  const [, thing = '', verb = ''] = toBeDone.exec(text) ?? [];
  return isCommanded(verb) && !wordsOf(thing).some((word) => finiteVerbs.has(word) || /ed$|s to$/.test(word));
}

function isArranged(text: string): boolean {
  const isNamed = arranged.test(text) || tobe.some((form) => form.test(text));
  return isNamed && !wordsOf(text).some((word) => finiteVerbs.has(word));
}

const irregular = new Map(Object.entries(words.irregularParticiples));

/** The participle of a word that orders something: "called", "stopped", "carried"; not "well". */
function isCommanded(verb: string): boolean {
  const word = verb.toLowerCase();
  const base = irregular.get(word) ?? '';
  if (commands.has(base)) return true;
  const [, stem = ''] = /^(\p{L}+?)(?:ed|d)$/u.exec(word) ?? [];
  if (stem === '') return false;
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y'), word.slice(0, -1)].some(
    (one) => commands.has(one),
  );
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
