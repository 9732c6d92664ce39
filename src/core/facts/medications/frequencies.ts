import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import type { NumberMention } from '../quantities/numbers';

/** How often something is taken, per day, found in tokens `from`…`to` (exclusive). */
export interface FrequencyMention {
  perDay: number;
  /** The upper end, where it may vary ("every 4 to 6 hours"). */
  perDayHigh?: number;
  from: number;
  to: number;
}

const latin = wordTable<number>({
  qd: 1, od: 1, bid: 2, bd: 2, tid: 3, tds: 3, qid: 4, qds: 4, qhs: 1, om: 1, nocte: 1, qam: 1, qpm: 1, qod: 0.5, qwk: 1 / 7,
}); // prettier-ignore
const adverbs = wordTable<number>({
  daily: 1, everyday: 1, nightly: 1, weekly: 1 / 7, hourly: 24, monthly: 1 / 30.44,
}); // prettier-ignore
/** "8 hourly", "6-monthly": every so many of these. */
const intervalDays = wordTable<number>({ hourly: 1 / 24, weekly: 7, monthly: 30.44, yearly: 365.25 });
const vagueCounts = wordTable<readonly [number, number]>({ couple: [2, 3], few: [2, 5], several: [3, 6] });
const counts = wordTable<number>({ once: 1, twice: 2, thrice: 3 });
const periodDays = wordTable<number>({
  hour: 1 / 24, hours: 1 / 24, hrs: 1 / 24, hr: 1 / 24, h: 1 / 24, day: 1, days: 1, d: 1, week: 7, weeks: 7, wk: 7, w: 7,
  month: 30.44, months: 30.44, morning: 1, evening: 1, night: 1, bedtime: 1, year: 365.25,
}); // prettier-ignore

/**
 * Finds dosing frequencies: "twice daily", "3 times a day", "every 4 to 6 hours", "8 hourly", "q8h", "b.i.d.", "nightly".
 * @param numbers the numbers of the same tokens
 */
export function findFrequencies(
  list: readonly Token[],
  numbers: readonly NumberMention[],
): FrequencyMention[] {
  const reader = new FrequencyReader(list, numbers);
  const found: FrequencyMention[] = [];
  for (let at = 0; at < list.length;) {
    const mention = reader.read(at);
    if (mention) found.push(mention);
    at = mention ? mention.to : at + 1;
  }
  return found;
}

/** A number or a range of two; `to` is behind it. */
interface Amount {
  low: number;
  high: number;
  to: number;
}

/** Days. "Three days each morning" are a length of time. */
const shortestPeriod = 7;

const firstDay =
  /^(today|tonight|(?:on )?(?:the )?first day|(?:on )?day (?:one|1))(?: ,)?(?: and)? (?:then|followed by)\b/;
const longestFirstDay = 7;

class FrequencyReader {
  private readonly numberAt: ReadonlyMap<number, NumberMention>;

  constructor(
    private readonly list: readonly Token[],
    numbers: readonly NumberMention[],
  ) {
    this.numberAt = new Map(numbers.map((number) => [number.from, number]));
  }

  read(at: number): FrequencyMention | undefined {
    const dotted = this.dotted(at) ?? this.latinInterval(at);
    if (dotted) return dotted;
    const word = this.word(at);
    const abbreviation = latin[word];
    if (abbreviation !== undefined) return { perDay: abbreviation, from: at, to: at + 1 };
    const amount = this.amount(at) ?? this.vague(at);
    const days = amount && this.daysOf(amount, at);
    if (days) return days;
    const cycle = this.cycle(at);
    if (cycle) return cycle;
    const times = amount && /^(?:times|x|×)$/.test(this.word(amount.to)) ? amount : undefined;
    const count = counts[word];
    if (times || count !== undefined) {
      const behind = times ? times.to + 1 : at + 1;
      // "Twice-weekly".
      const period = this.period(this.word(behind) === '-' ? behind + 1 : behind);
      const [low, high] = times ? [times.low, times.high] : [count ?? 0, count ?? 0];
      const firstDay = period ? undefined : this.firstDay(behind);
      if (firstDay !== undefined && low > 0) return mention(low, high, at, firstDay);
      return period && low > 0 ? mention(low / period.high, high / period.low, at, period.to) : undefined;
    }
    if (amount && amount.low > 0) {
      const to = this.word(amount.to) === '-' ? amount.to + 1 : amount.to;
      const days = intervalDays[this.word(to)];
      if (days !== undefined) return mention(1 / (amount.high * days), 1 / (amount.low * days), at, to + 1);
    }
    if (/^(?:every|each)$/.test(word)) {
      const period = this.period(at);
      return period && mention(1 / period.high, 1 / period.low, at, period.to);
    }
    const adverb = adverbs[word];
    return adverb === undefined ? undefined : { perDay: adverb, from: at, to: at + 1 };
  }

  /** "Twice today, then one daily", "twice on day one, then …": how often it is to be taken on the first day; its end. */
  private firstDay(at: number): number | undefined {
    const words = this.list.slice(at, at + longestFirstDay).map(({ text }) => text);
    const said = firstDay.exec(words.join(' '))?.[1];
    return said === undefined ? undefined : at + said.split(' ').length;
  }

  /** "Three days a week", "5 nights per week": so many of a longer period, and no length of time. */
  private daysOf({ low, high, to }: Amount, at: number): FrequencyMention | undefined {
    if (!/^(?:days?|nights?|mornings?|evenings?)$/.test(this.word(to)) || low <= 0) return undefined;
    if (!/^(?:a|per|each|every|\/)$/.test(this.word(to + 1))) return undefined;
    const period = this.period(to + 1);
    return period && period.low >= shortestPeriod
      ? mention(low / period.high, high / period.low, at, period.to)
      : undefined;
  }

  /** "Days 1–12 each month": so many of a longer period. */
  private cycle(at: number): FrequencyMention | undefined {
    const amount = /^(?:days|nights)$/.test(this.word(at)) ? this.amount(at + 1) : undefined;
    if (!amount || amount.high <= amount.low || !/^(?:a|per|each|every|of)$/.test(this.word(amount.to))) {
      return undefined;
    }
    const period = this.period(this.word(amount.to) === 'of' ? amount.to + 1 : amount.to);
    const days = amount.high - amount.low + 1;
    return period && period.low >= shortestPeriod
      ? mention(days / period.high, days / period.low, at, period.to)
      : undefined;
  }

  private word(at: number): string {
    return this.list[at]?.text ?? '';
  }

  /** Behind what speakers put between the words: "every , uh , six hours". */
  private pause(at: number): number {
    let to = at;
    while (/^(?:uh|um|er|,)$/.test(this.word(to)) && to < at + 3) to++;
    return this.list[to]?.kind === 'mark' ? at : to;
  }

  /** "4", "four to six", "4-6". */
  private amount(at: number): Amount | undefined {
    const low = this.numberAt.get(at);
    if (!low) return undefined;
    const link = /^(?:-|–|to|or)$/.test(this.word(low.to)) ? this.numberAt.get(low.to + 1) : undefined;
    const high = link && link.value > low.value ? link : low;
    return { low: low.value, high: high.value, to: high.to };
  }

  /** "A couple of times", "a few times": as many as people mean by it. */
  private vague(at: number): Amount | undefined {
    const range = vagueCounts[this.word(at)];
    const to = this.word(at + 1) === 'of' ? at + 2 : at + 1;
    return range && /^(?:times|x|×)$/.test(this.word(to)) ? { low: range[0], high: range[1], to } : undefined;
  }

  /** "b.i.d.", "q.d.", "t.i.d" as separate tokens. */
  private dotted(at: number): FrequencyMention | undefined {
    let letters = '';
    let to = at;
    while (/^\p{L}$/u.test(this.word(to)) && this.word(to + 1) === '.' && letters.length < 3) {
      letters += this.word(to);
      to += 2;
    }
    const glued = this.list[to]?.start === this.list[to - 1]?.end;
    if (/^\p{L}$/u.test(this.word(to)) && glued && letters.length === 2) {
      letters += this.word(to);
      to++;
    }
    const perDay = letters.length >= 2 ? latin[letters] : undefined;
    return perDay === undefined ? undefined : { perDay, from: at, to };
  }

  /** "q8h", "q.8 h", "q 8 hours", "q4-6h": Latin for "every". */
  private latinInterval(at: number): FrequencyMention | undefined {
    const match = /^q(\d{1,2})?(\p{L}*)$/u.exec(this.word(at));
    if (!match) return undefined;
    const [, digits, unit] = match;
    if (digits === undefined && unit !== '') return undefined;
    const next = this.word(at + 1) === '.' ? at + 2 : at + 1;
    const first: Amount | undefined =
      digits === undefined ? this.amount(next) : { low: Number(digits), high: Number(digits), to: at + 1 };
    const last = this.word(first?.to ?? at) === '-' ? this.numberAt.get((first?.to ?? at) + 1) : undefined;
    const to = last?.to ?? first?.to ?? at;
    const days = periodDays[unit === '' || unit === undefined ? this.word(to) : unit];
    if (!first || first.low <= 0 || days === undefined) return undefined;
    const high = last && last.value > first.high ? last.value : first.high;
    return mention(1 / (high * days), 1 / (first.low * days), at, unit === '' ? to + 1 : to);
  }

  /** "daily", "a day", "per week", "every 8 hours", "in the morning": the length of the period in days. */
  private period(at: number): Amount | undefined {
    const adverb = adverbs[this.word(at)];
    if (adverb !== undefined) return { low: 1 / adverb, high: 1 / adverb, to: at + 1 };
    if (!/^(?:a|an|per|each|every|in|at|\/)$/.test(this.word(at))) return undefined;
    const next = this.pause(/^(?:the|other|single)$/.test(this.word(at + 1)) ? at + 2 : at + 1);
    const amount = this.amount(next) ?? { low: 1, high: 1, to: next };
    const days = periodDays[this.word(amount.to)];
    if (days === undefined || amount.low <= 0) return undefined;
    const length = this.word(at + 1) === 'other' ? days * 2 : days;
    return { low: amount.low * length, high: amount.high * length, to: amount.to + 1 };
  }
}

function mention(low: number, high: number, from: number, to: number): FrequencyMention {
  return { perDay: low, ...(high > low && { perDayHigh: high }), from, to };
}
