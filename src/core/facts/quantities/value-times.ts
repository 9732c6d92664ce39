import type { Span } from '../../text/span';

/** Of which time a value is told: as it is now, or as it was before (or is as a rule). */
export interface ValueTime {
  time: 'now' | 'before';
  /** A word tells it, and not the tense alone: "was two point four" may be of the same day. */
  isSure: boolean;
}

/** So many letters before and behind a value may tell its time. */
const reach = 60;

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const event = '(?:adm(?:ission)?|booking|presentation|diagnosis|discharge|baseline)';
/** A time that is over, by its own words. */
const over =
  `(?:last (?:time|visit|check|year|month|week|summer|winter|spring|autumn|fall|${months})|previous(?:ly)?|prev|formerly|earlier|initially|yesterday|` +
  `(?:back )?in (?:(?:early |late )?${months}|(?:the )?(?:spring|summer|autumn|fall|winter)|\\d{4})|(?:on|at) (?:the )?${event}|pre-?op\\w*|` +
  `(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d+|(?:a )?(?:few|couple(?: of)?)) (?:days?|weeks?|months?|years?) ago)`;
const present =
  '(?:now|today|currently|at present|this (?:morning|afternoon|week|time|month|visit)|most recent(?:ly)?|latest)';

const former = new RegExp(
  `^\\s*\\(?(?:${over}|(?:when|before) (?:you|he|she|we|i)\\b|before (?!breakfast|lunch|dinner|supper|tea|meals?|food|eating|bed|exercise)[a-z]{3,}|(?:before|prior|then)(?=\\W*(?:$|[,.;)]|and\\b|but\\b)))`,
  'i',
);
const formerAfterComma = new RegExp(`^\\s*[,–-]\\s*(?:${over}|before(?=\\W*$))`, 'i');
const current = new RegExp(`^[\\s,(]*${present}\\b`, 'i');
const commaBehindTime = new RegExp(`\\b(${over}|${present})\\s*,`, 'gi');
// "Last week's echo shows an ejection fraction of 40": what is shown, is so.
const formerAhead = new RegExp(
  `\\b(?:${over}|used to be|had been|before that|prior(?! to))\\b(?![^]*(?:\\b(?:${present}|is|are|shows?|has|have|says?|reads?|gives?)\\b|['’]s\\b))`,
  'i',
);
const currentAhead = new RegExp(`\\b${present}\\b`, 'i');
/** "His normal's 1.1", "best 340": what it is as a rule, or was once, and not today. */
const usualAhead =
  /\b(?:usual(?:ly)?|normal(?:ly)?(?: is| was|['’]s)?|baseline|(?:personal |(?:your|his|her) )?best)(?:\s+(?:weight|value|level|peak flow|pef|creatinine|is|was|of|about|around|runs?|at))*(?:['’]s)?[\s:=]*$/i;

const change =
  'up|down|changed|went|gone|came|come|f[ae]ll(?:en)?|dropped|r[oi]se[ns]?|increas\\w+|decreas\\w+|declin\\w+|improv\\w+|wors\\w+|better|reduc\\w+|climbed|jumped|doubled|halved|[↑↓]';
const changedFrom = new RegExp(
  `\\b(?:${change})\\b[^.;]{0,25}\\bfrom(?: about| around| a)?\\s*$|[↑↓]\\s*from\\s*$`,
  'i',
);
const bareFrom = /(?:^|[(,;]|\bto)\s*from(?: about| around| a)?\s*$/i;
const toNext = /^\W*(?:\w+\s+)?(?:up |down )?to(?: about| around| a)?\s*$/i;
/** "28, down to 20 after the neb". */
const thenTo =
  /^\s*[,(]?\s*(?:(?:and|then|it|has|had|now)\s+)*(?:down|up|f[ae]ll(?:en)?|dropped|r[oi]se[ns]?|increas\w+|decreas\w+|improv\w+|(?:came|come|went|gone)(?: back)? (?:down|up))(?: back)? to(?: about| around)?\s*$/i;
const arrow = /^\s*(?:→|-+>|=>)\s*$/;

const pastTense = /\b(?:was|were|from|previously)\s+(?:[a-z]+ ){0,2}$/i;
const presentTense = /(?:\b(?:is|are|down to|up to)|['’]s)\s+(?:[a-z]+ ){0,2}$/i;
/** "1.3, was 1.1", "9, it was 16": the other tense in one breath. */
const wasBeside = /[(,;]\s*(?:(?:up|down)\s+)?(?:(?:it|he|she|they|you)\s+)?(?:was|were)\s*$/i;

/** The clause right before a value: what a comma or an "and" parts from it is said of another one. */
function clauseOf(ahead: string): string {
  const parts = ahead.replace(commaBehindTime, '$1').split(/[,;:()]|\b(?:and|but|while|whereas|though)\b/i);
  return parts.at(-1) ?? '';
}

/** On a ward yesterday's value is the last one, unless one of today stands beside it. */
const latest = /\byesterday\b/i;
const ofToday = /\b(?:is|are|now|today|this (?:morning|afternoon))\b|['’]s\b/i;
/** Letters before and behind a value that tell whether it is of today. */
const reachAhead = 30;
const reachBehind = 20;

function isToldWithToday(text: string, sentence: Span, values: readonly Span[], at: number): boolean {
  const [before, next] = [values[at - 1], values[at + 1]];
  const ahead = before ? text.slice(Math.max(sentence.start, before.start - reachAhead), before.start) : '';
  const behind = next ? text.slice(next.start, Math.min(sentence.end, next.end + reachBehind)) : '';
  return ofToday.test(ahead) || ofToday.test(behind);
}

/** "87 kg (at discharge) … " and "87 kg (prev 84 kg)": what a bracket holds with the next value is said of that one. */
function ownBehind(behind: string): string {
  const opens = behind.indexOf('(');
  return opens < 0 || behind.includes(')', opens) ? behind : behind.slice(0, opens);
}

/** True for the words before a value that something changed from: "rose from", "down from". */
export function isChangedFrom(ahead: string): boolean {
  return changedFrom.test(ahead);
}

/**
 * Of which time a text tells one of its values; undefined where its words do not say.
 * @param sentence the bounds of the sentence
 * @param values the values of the sentence in order: words between two belong to one of them
 * @param at the index of the value
 */
export function valueTime(
  text: string,
  sentence: Span,
  values: readonly Span[],
  at: number,
): ValueTime | undefined {
  const [before, own, next] = [values[at - 1], values[at], values[at + 1]];
  if (!own) return undefined;
  const from = Math.max(sentence.start, before?.end ?? 0, own.start - reach);
  const ahead = text.slice(from, own.start);
  const to = Math.min(sentence.end, next?.start ?? sentence.end, own.end + reach);
  const behind = ownBehind(text.slice(own.end, to));
  if (former.test(behind) || (!next && formerAfterComma.test(behind)))
    return { time: 'before', isSure: !latest.test(behind) || isToldWithToday(text, sentence, values, at) };
  if (next && (arrow.test(behind) || thenTo.test(behind))) return { time: 'before', isSure: true };
  // "9.1 in the spring; now 4.2": what a comma parts from a value is said of the next one.
  if (current.test(next ? behind.replace(/[,;(][^]*$/, '') : behind)) return { time: 'now', isSure: true };
  const clause = clauseOf(ahead);
  if (usualAhead.test(clause)) return { time: 'before', isSure: true };
  if (currentAhead.test(clause)) return { time: 'now', isSure: true };
  if (formerAhead.test(clause))
    return { time: 'before', isSure: !latest.test(clause) || isToldWithToday(text, sentence, values, at) };
  const whole = text.slice(Math.max(sentence.start, own.start - reach), own.start);
  const isFrom = changedFrom.test(ahead) || (before !== undefined && bareFrom.test(ahead));
  if (isFrom) return { time: 'before', isSure: true };
  if (before && isTo(text, sentence, before, own)) return { time: 'now', isSure: true };
  if (before && wasBeside.test(ahead) && !/\b(?:was|were)\b/i.test(whole.slice(0, -ahead.length)))
    return { time: 'before', isSure: true };
  if (pastTense.test(clause)) return { time: 'before', isSure: false };
  return presentTense.test(clause) ? { time: 'now', isSure: false } : undefined;
}

/** True for the second of two values between which something changed: "from 14.2 to 9.8", "1.1 → 1.3". */
function isTo(text: string, sentence: Span, first: Span, second: Span): boolean {
  const between = text.slice(first.end, second.start);
  if (between.length <= reach && arrow.test(between)) return true;
  const ahead = text.slice(Math.max(sentence.start, first.start - reach), first.start);
  return between.length <= reach && toNext.test(between) && changedFrom.test(ahead);
}
