import type { Span } from '../text/span';
import type { LeftOutReason } from './claim';
import { isOrder, lead } from './orders';
import { isQuestion } from './questions';
import words from './words.json';

/** "He is a lovely man", and nothing else: with an age or a disease it says something. */
const judgement = new RegExp(
  `^(?:${words.judgedPersons.join('|')})\\b(?:\\s+\\p{Lu}[\\p{L}'’-]*)?\\s+(?:is|are|was|were|seems?|seemed)\\s+(?:an?\\s+|such an?\\s+)?` +
    `(?:(?:very|really|so|most|quite)\\s+)*(?:${words.judgements.join('|')})` +
    `(?:\\s+(?:young|old|elderly))?(?:\\s+(?:${words.judgedNouns.join('|')}))?[.!]*$`,
  'iu',
);
/** "Metformin is a great drug", and no more. */
const praise =
  /^(?:[\p{L}-]+\s+){1,3}(?:is|are)\s+(?:an?\s+)?(?:(?:very|really|such|quite|truly)\s+)*(?:great|wonderful|terrible|awful|horrible|fantastic|amazing|lousy|superb|brilliant|lovely)\s+(?:drug|medicine|medication|treatment|option|choice|idea|plan)s?[.!]*$/iu;
/** "This is unacceptable care": of what was done, by a word that praises or blames and tells nothing. */
const blame =
  /^(?:this|that|it|the care|the service)\s+(?:is|was|seems?|seemed)\s+(?:simply\s+|totally\s+|completely\s+|frankly\s+)?(?:unacceptable|disgraceful|appalling|outrageous|shameful|deplorable)(?:\s+(?:care|service|practice|management|treatment|behaviour|behavior))?[.!]*$/i;
/** "Personally, I prefer": whose opinion it is, before the opinion. */
const ownView = /^(?:personally|for my part|to be honest|honestly|frankly)\s*,?\s+/i;
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
  if (isQuestion(withoutBullet(sentence)) || isQuestion(text)) return 'question';
  if (isCourtesy(text)) return 'courtesy';
  const adverb = words.opinionAdverbs.find((one) => beginsWith(text, [one]));
  // "Perhaps start aspirin" is an order all the same.
  if (isOrder(sentence) || (adverb !== undefined && leftOutOf(text.slice(adverb.length + 1)) === 'order'))
    return 'order';
  return adverb !== undefined || isOpinion(text) ? 'opinion' : undefined;
}

function withoutBullet(sentence: string): string {
  return sentence.replace(/^(?:[-*•+]|\d{1,2}[.)])\s+/, '').trim();
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

function isOpinion(text: string): boolean {
  return (
    beginsWith(text, words.opinions) ||
    beginsWith(text, words.doubts) ||
    beginsWith(text.replace(ownView, ''), words.preferences.begin) ||
    judgement.test(text) ||
    blame.test(text) ||
    praise.test(text) ||
    (ever.test(text) && best.test(text))
  );
}

function beginsWith(text: string, phrases: readonly string[]): boolean {
  const lower = text.toLowerCase().replaceAll('’', "'");
  return phrases.some((phrase) => lower.startsWith(`${phrase} `) || lower.startsWith(`${phrase},`));
}
