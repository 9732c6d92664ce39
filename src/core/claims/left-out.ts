import type { Span } from '../text/span';
import type { LeftOutReason } from './claim';
import words from './words.json';

const commands = new Set(words.commands);
const asking =
  /^(?:what|which|who|whom|whose|when|where|why|how(?: (?:much|many|long|often))?)\s+(?:\S+\s+){0,3}?(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)\b/i;
const told =
  /^(?:the )?(?:patient|pt|he|she|they|you|parents?|family)\s+(?:should|must|is to|are to|needs? to|will need to|was (?:advised|told|instructed|asked) to|were (?:advised|told|instructed|asked) to)\s+(?:not\s+)?(\p{L}+)/iu;
const lead = /^(?:[-*•+]\s*|\d{1,2}[.)]\s*|(?:plan|also|then|and|so|to|will)[:,]?\s+)+/i;
/** "Review of systems", "Order was placed", "Use is rare": the word is a noun here. */
const nounFollows = /^(?:of|was|were|is|are|has|had|have|by|shows?|showed|and|:)$/i;

const reasons: Record<LeftOutReason, string> = {
  question: 'This is a question: it says nothing that could be true or false.',
  order: 'This is an order or a plan: it says what to do, not what is so.',
  opinion: 'This is an opinion: evidence can neither support nor contradict it.',
};

/** Why a sentence is no claim, in a sentence of its own. */
export function leftOutReason(reason: LeftOutReason): string {
  return reasons[reason];
}

/** Tells whether a sentence asks, orders or opines; undefined when it says something. */
export function leftOutOf(sentence: string): LeftOutReason | undefined {
  const text = sentence.replace(lead, '').trim();
  if (/\?["'”’)\]*_]*$/.test(text) || (asking.test(text) && !/[.!]$/.test(text))) return 'question';
  const lower = text.toLowerCase().replaceAll('’', "'");
  if (words.opinions.some((phrase) => lower.startsWith(`${phrase} `) || lower.startsWith(`${phrase},`))) {
    return 'opinion';
  }
  const [first = '', next = ''] = lower.match(/[\p{L}'-]+|[^\s]/gu) ?? [];
  if (commands.has(first) && !nounFollows.test(next)) return 'order';
  const verb = told.exec(text)?.[1]?.toLowerCase();
  return verb !== undefined && commands.has(verb) ? 'order' : undefined;
}

/** Where in an order its leading verb stands ("Stop", in "Plan: Stop aspirin"); undefined where it begins otherwise. */
export function leadingCommand(sentence: string): Span | undefined {
  const start = lead.exec(sentence)?.[0].length ?? 0;
  const [word = ''] = /^\s*[\p{L}'-]+/u.exec(sentence.slice(start)) ?? [];
  const end = start + word.length;
  return commands.has(word.trim().toLowerCase()) ? { start: end - word.trimStart().length, end } : undefined;
}
