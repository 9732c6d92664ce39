import type { Span } from '../../text/span';
import { type Token, tokenIndexAt } from '../../text/tokens';

/** Whether somebody is said to take a medicine: now, no longer, or not ever. The span runs from the words for it to the name. */
export interface Taking extends Span {
  state: 'current' | 'ended' | 'never';
}

/** So many tokens before a name, and behind it, tell whether it is taken. */
const reachBefore = 8;
const reachBehind = 6;

const own = '(?: (?:the|my|your|her|his|their|that|any|a|an|some))*$';
const never = new RegExp(
  String.raw`\b(?:never (?:\p{L}+ )?(?:started|start|began|begun|took|taken|take|tried|filled|picked up|been on|used)|(?:didn't|did not|haven't|have not|hasn't|has not) (?:\p{L}+ )?(?:started|start|begun|filled|fill|picked up|pick up))(?: (?:taking|on|using))?${own}`,
  'u',
);
const ended = new RegExp(
  String.raw`\b(?:used to (?:take|be on|use)|(?:came|come|been|am|is|are|i'm|he's|she's) off(?: of)?|no longer (?:on|taking|takes|take|uses|using)|(?:formerly|previously) (?:on|taking|took))${own}`,
);
const wasOn = new RegExp(String.raw`\b(?:was|were|had been|been) (?:\p{L}+ )?(?:on|taking)${own}`, 'u');
const stopped = new RegExp(String.raw`\b(?:stopped|quit)(?: (?:taking|using))?${own}`);
const current = new RegExp(
  String.raw`(?:^on|\b(?:i'm|i am|he's|she's|he is|she is|patient is|pt is|you're|you are|currently|still|remains|is)(?: (?:still|currently|now))? (?:on|taking|using)|\b(?:takes|uses|still take|still use|i take|currently takes?))${own}`,
);

const longAgo =
  /^(?:\p{L}+ ){0,2}?(?:till|until|up to|up until|in (?:19|20)\d\d|(?:\d+|\p{L}+) years ago|years ago|in the past|back in|before(?= ?(?:[.,;]|$)))(?!\p{L})/u;
const notOn = new RegExp(String.raw`\b(?:not|isn't|aren't) (?:on|taking)${own}`);
const anyMore = /^(?:any ?more|any longer)\b/;
const denied = /\b(?:not|isn't|aren't|never|nor|don't|doesn't|without|off|if|when|was|were)\b/;

/**
 * Reads whether a medicine is taken, from the words around its name: "I was on it till 2019" and "used to take it" are
 * `ended`, "never started it" is `never`, "is on it" is `current`. Undefined where they do not tell.
 * @param list the tokens of the sentence
 * @param name where the medicine is named in it
 */
export function takingOf(list: readonly Token[], name: Span): Taking | undefined {
  const from = tokenIndexAt(list, name.start);
  const to = tokenIndexAt(list, name.end);
  const near = list.slice(Math.max(0, from - reachBefore), from);
  const cut = near.findLastIndex(({ text }) => /^[.,;:!?]$/.test(text)) + 1;
  const before = near.slice(cut);
  const said = before.map(({ text }) => text).join(' ');
  const behind = list
    .slice(to, to + reachBehind)
    .map(({ text }) => text)
    .join(' ');
  const state = stateOf(said, behind);
  return state && { state, start: before[0]?.start ?? name.start, end: name.end };
}

function stateOf(said: string, behind: string): Taking['state'] | undefined {
  if (/\b(?:if|whether|when)\b/.test(said)) return undefined;
  if (never.test(said)) return 'never';
  if (ended.test(said)) return 'ended';
  if ((wasOn.test(said) || stopped.test(said)) && longAgo.test(behind)) return 'ended';
  if (notOn.test(said) && anyMore.test(behind)) return 'ended';
  if (!current.test(said)) return undefined;
  if (denied.test(said) || longAgo.test(behind)) return undefined;
  return 'current';
}
