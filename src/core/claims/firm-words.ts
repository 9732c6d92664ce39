import data from './firm-words.json';

/** Words that prepositions and other hinges are looked up in. */
export const words = {
  places: new Set(data.places),
  behind: new Set(data.behind),
  joins: new Set(data.joins),
  hooks: new Set(data.hooks),
  idle: new Set(data.idle),
  turning: new Set(data.turning),
};

type Cue = (text: string) => boolean;

/** A test whether a text holds one of the words or phrases, as whole words. */
function holds(list: readonly string[]): Cue {
  const escaped = list.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}-])`, 'iu');
  return (text) => pattern.test(text);
}

/** What a text speaks of, by the word lists of firm-words.json. */
export const cue = {
  negated: holds(data.negated),
  otherTime: holds(data.otherTime),
  unreal: holds(data.unreal),
  another: holds(data.another),
  derived: holds(data.derived),
  limits: holds(data.limits),
  changed: holds(data.changed),
  wholes: holds(data.wholes),
  collective: holds(data.collective),
  downward: holds(data.downward),
  formerValue: holds(data.formerValue),
  notAdult: holds(data.notAdult),
  badSample: holds(data.badSample),
  cause: holds(data.cause),
  left: holds(data.left),
  right: holds(data.right),
};

const studied = holds(data.study);
// A hazard ratio has decimals and a heart rate has none; a relative risk is no respiratory rate.
const statistics = /\bCI\b|\b[Pp] ?[<=>≤]|\b(?:a?HR|a?OR|RR|IRR)\b,? ?\(?\d{1,2}\.\d|\bn ?= ?\d/;

/**
 * True for evidence on groups of people or animals: what it names are exposures and outcomes, and a number in it belongs to
 * an arm, a subgroup or a statistic. It has no patient whose finding, side or value could be another.
 */
export function isAboutGroups(text: string): boolean {
  return studied(text) || statistics.test(text);
}
