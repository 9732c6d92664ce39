import type { SourceOrder } from '../../../evidence/source/source-orders';
import { ending } from '../../../facts/medications/medication-fact';
import { isOpenQuestion } from '../../../evidence/source/asked';

/** Said by somebody who decides, in so many words, and not asked. */
export function isDecided({ source, segment, order }: SourceOrder): boolean {
  const { turn } = source.segments[segment] ?? {};
  const sentence = source.sentenceAt(segment, order.start);
  const { start: from = 0, end: to = 0 } = order.action ?? {};
  if (tellsOfBefore(source.text.slice(from, to))) return false;
  const before = source.text.slice(sentence.start, from);
  if (isProvided({ source, segment, order }) || isPutBefore(source.text.slice(from, to), before))
    return false;
  const behind = source.text.slice(to, sentence.end);
  if (
    isTakenBack(behind, { source, segment, order }, to) ||
    (ending.has(order.action?.name ?? 'start') && onlyIf.test(behind))
  )
    return false;
  return !order.carried && turn?.speaker !== 'patient' && !isOpenQuestion(source.text, sentence);
}

/** True for an order under a condition, or one that is only thought of. */
export function isProvided({ source, segment, order }: SourceOrder): boolean {
  if (!order.action) return false;
  const { start } = source.sentenceAt(segment, order.start);
  const before = source.text.slice(start, order.action.start);
  return provided.test(before) || weighed.test(before) || onceDone.test(before);
}

/** "When the pain is better, come off it": not yet. */
const onceDone =
  /\b(?:when|once|as soon as|after)\b[^,;.]*\b(?:better|gone|settled?|settles|improv\w+|resolv\w+|clear(?:s|ed)?|heal(?:s|ed)?|stable)\b/i;

/** "If it's steady, stop the heparin then", "don't let a dentist stop it": nobody stops it now. */
const provided = /\b(?:if|unless|don't|do not|don’t|never|let (?:a|an|any|anyone|anybody|the))\b[^;]*$/i;

/** "I'd be tempted to stop that", "I was thinking to reduce it": a thought. */
const weighed =
  /\b(?:tempted|thinking|thought|wonder\w*|consider\w*|whether|might|could|maybe|perhaps)\b[^.;]*$/i;
/** "Hold the metoprolol if your pulse is under 55", "we'll stop it once the sugar comes down": it goes on, for now. */
const onlyIf =
  /\b(?:if|unless|in case|whenever|when (?:you|your|he|she|they|it)|(?:once|when|as soon as) (?:the|his|her|its|your|you|you['’]re|he|she|they|it|it['’]s|we|we['’]ve|this|that|things|everything)|(?:further )?down the (?:line|road)|later on|at some point|eventually|in due course)\b/i;
/** "I'd like to stop it, but …", "stop that too, no, let's leave it". */
const takenBack = /\bbut\b|[,.] no,/i;

/** "Hold the clopidogrel, but keep taking the aspirin" takes nothing back: what follows is an order of another medicine. */
function isTakenBack(behind: string, { source, segment, order }: SourceOrder, from: number): boolean {
  const back = takenBack.exec(behind);
  if (!back) return false;
  const at = from + back.index;
  const next = source
    .factsAt(segment, order.start)
    ?.orders.find(({ concept, action }) => concept.start > at && action && action.start >= at);
  const between = next?.action && source.text.slice(at, next.action.start);
  return next?.concept.name === order.concept.name || between === undefined || between.length > shortWay;
}

/** Letters between a "but" and the order of another medicine. */
const shortWay = 20;

/** "And we put you on the heparin": without a word that makes it an offer or an order, "put" tells what was done. */
function isPutBefore(action: string, before: string): boolean {
  return (
    /^put\b/i.test(action) &&
    /\b(?:we|they|i|he|she|who|and|then)\s+(?:had\s+|already\s+)?$/i.test(before) &&
    !offers.test(before)
  );
}

const offers =
  /(?:\b(?:will|would|could|can|should|shall|might|let|lets|gonna|going to|want to|like to|need to|have to)|['’](?:ll|d|s))\b[^.;]{0,40}$/i;

const past = /(?:ed|held|began|begun|(?<!hold )(?<!(?:take|get) (?:you|him|her|them) )(?<!come )off)$/i;

/** "Has been held" tells what was, and says nothing against going on. */
export function tellsOfBefore(action: string): boolean {
  return past.test(action);
}
