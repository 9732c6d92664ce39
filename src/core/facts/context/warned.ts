import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';
import type { Term } from './reach';

/** What to do, as a plan writes it behind what may come. */
const acts =
  /^(?:stop|call|ring|phone|go|return|come|seek|hold|send|er|ed|ems|911|999|112|rtc|urgent|immediate|same-day|skip)$/;
const callees =
  /^(?:[,.;]?|911|999|112|us|me|office|clinic|back|photos?|pictures?|right|same|immediately|at|now)$/;
const listed = /^(?:[/,]|or|and)$/;
/** So many words of a list may stand between a finding and the mark behind it. */
const listReach = 14;

/**
 * True where a line says what to do should something come: "hives/swelling - stop med, 911", "fever → call". What stands before
 * the dash or the arrow opens its sentence, and is a list and nothing else.
 */
export function isWarnedOf(list: readonly Token[], terms: readonly Term[], { from, to }: Term): boolean {
  const mark = list.findIndex(
    ({ text }, at) => at >= to && at < to + listReach && /^(?:[-–—→:>]|->|=>)$/.test(text),
  );
  if (mark < 0) return false;
  let act = mark + 1;
  while (/^[>-]$/.test(wordAt(list, act))) act++;
  const word = wordAt(list, act);
  // "Chest pain - call cardiology" is a plan for what is there.
  const isCall = /^(?:call|ring|phone|send)$/.test(word) && !callees.test(wordAt(list, act + 1));
  if (!acts.test(word) || isCall) return false;
  const opens = list.slice(0, mark).findLastIndex(({ text }) => /^[.;]$/.test(text)) + 1;
  if (opens > from) return false;
  // "Chest pain since Monday - call cardiology": a verb or a time tells of what is there.
  return list
    .slice(opens, mark)
    .every(
      ({ text, kind }, index) =>
        listed.test(text) ||
        terms.some((term) => term.from <= opens + index && opens + index < term.to) ||
        (kind === 'word' && !tells.test(text)),
    );
}

const tells =
  /^(?:no|not|nil|denies|since|for|x|has|had|have|is|are|was|were|today|yesterday|now|reports?|with|history|known|ongoing|last)$/;
