import { stemmer } from 'stemmer';
import { speechAct } from '../../facts/answers/answers';
import type { SentenceFacts } from '../../facts/extract';
import type { CalendarDate, Concept, DateFact, PolarityFact, QuantityFact } from '../../facts/fact';
import { keyOf } from '../../facts/findings/subtypes';
import { oncePer } from '../../once';
import { holders, type Span } from '../../text/span';
import { type Token, tokenIndexAt } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import data from './restated-words.json';
import type { SourceIndex } from '../source/source-index';
import { isNegation } from './sequence';

/** A token of a source with its place. */
export interface Place {
  token: Token;
  /** Index in its sentence. */
  index: number;
  segment: number;
  sentence: SentenceFacts;
  /** The values that the token is part of. */
  values: readonly QuantityFact[];
}

/** A source as one sequence of tokens, with all that it states. */
export interface SaidSequence {
  places: Place[];
  /** Where each word and concept stands that carries sense, as indices into `places`. */
  at: Map<string, number[]>;
  quantities: QuantityFact[];
  polarities: PolarityFact[];
  /** Questions end in a mark. */
  marked: boolean;
}

/** Indices of the first and the last token of a stretch of a source. */
export interface Stretch {
  from: number;
  to: number;
  /** The words stand about in the order of the claim. */
  ordered: boolean;
}

const groupOf = new Map(data.alike.flatMap((group) => group.map((word) => [stemmer(word), group[0]])));
const idle = new Set(data.idle);
const turning = new Set(data.turning.map(sense));

/** The words of a claim stand this near each other where a source says it: so many times their number, and so many more… */
const spread = 4;
const slack = 10;
/** …over no more turns than this: what was said, asked back and confirmed. */
const mostTurns = 2;
/** So many words before and behind a stretch may still turn it round. */
const before = 7;
const behind = 4;
/** The share of neighbouring words that keep their order. */
const orderNeeded = 0.6;

/** "BP 110/64": the words that name a value which stands with them, and say nothing else, by the measurement. */
const naming = Object.entries(data.naming);

/** What a word is compared by: its stem, or the first word of those that say the same. */
function sense(word: string): string {
  return groupOf.get(stemmer(word)) ?? stemmer(word);
}

/** The words among these that turn a sentence's sense ("stop", "left", "worse"), those that say the same as one. */
export function turningIn(words: readonly string[]): Set<string> {
  return new Set(words.map(sense).filter((word) => turning.has(word)));
}

/** A day or month as one name, however it is written; undefined where it has two readings, or is none. */
export function dateName({ calendar }: DateFact): string | undefined {
  const [date, other] = calendar;
  return date && !other ? `@${parts.map((part) => date[part] ?? '').join('-')}` : undefined;
}

const parts: readonly (keyof CalendarDate)[] = ['year', 'month', 'day'];

/** A word, concept (`#name`) or date (`@date`) that carries sense, with the index of its first token. */
interface Said {
  name: string;
  token: number;
}

/** The words, concepts and dates of a sentence that carry sense. */
export const saidIn = oncePer(readSaid);

function readSaid(sentence: SentenceFacts): readonly Said[] {
  const concepts = [
    ...sentence.medications,
    ...sentence.polarities.map((fact) => fact.concept),
    ...measured(sentence),
  ];
  const cues: Span[] = sentence.polarities.flatMap((fact) => (fact.cue ? [fact.cue] : []));
  const sides = sentence.sides.map((fact) => fact.sideSpan);
  const values = sentence.quantities;
  const names = naming.flatMap(([measurement, words]) =>
    concepts.some(({ name }) => name.endsWith(measurement)) ? words : [],
  );
  const found: Said[] = [];
  const open = new Set<Concept>(concepts);
  const dates = sentence.dates.filter((date) => dateName(date) !== undefined);
  const conceptAt = holders<Concept & Span>(concepts, sentence.tokens);
  const dateAt = holders(dates, sentence.tokens);
  const readAt = holders<Span>([...cues, ...sides, ...values], sentence.tokens);
  sentence.tokens.forEach((token, index) => {
    const concept = conceptAt[index];
    if (concept) {
      if (open.delete(concept)) found.push({ name: `#${keyOf(concept)}`, token: index });
      return;
    }
    const date = dateAt[index];
    if (date) {
      if (token.start === date.start) found.push({ name: dateName(date) ?? '', token: index });
      return;
    }
    const isName = names.includes(token.text);
    if (readAt[index] || isName || token.kind !== 'word') return;
    const word = token.text.replace(/'s$/, '');
    const isSaid = !isStopWord(word) && !idle.has(word) && !isNegation(word);
    if (isSaid || turning.has(sense(word))) found.push({ name: sense(word), token: index });
  });
  return found;
}

function measured({ quantities }: SentenceFacts): Concept[] {
  return quantities.flatMap(({ concept }) =>
    concept?.kind === 'measurement' && !concept.carried ? [concept] : [],
  );
}

/** A source's sequence: made once, since every statement is compared with it. */
export const sequenceOf = oncePer((source: SourceIndex): SaidSequence => {
  const made: SaidSequence = {
    places: [],
    at: new Map(),
    quantities: [],
    polarities: [],
    marked: source.text.includes('?'),
  };
  source.segments.forEach(({ sentences }, segment) => {
    for (const sentence of sentences) {
      for (const { name, token } of saidIn(sentence)) {
        const position = made.places.length + token;
        const others = made.at.get(name);
        if (others) others.push(position);
        else made.at.set(name, [position]);
      }
      const values = valuesAt(sentence);
      made.places.push(
        ...sentence.tokens.map((token, index) => ({
          token,
          index,
          segment,
          sentence,
          values: values[index] ?? [],
        })),
      );
      made.quantities.push(...sentence.quantities);
      made.polarities.push(...sentence.polarities);
    }
  });
  return made;
});

/** For each token of a sentence the values that it is part of. */
function valuesAt({ tokens, quantities }: SentenceFacts): (QuantityFact[] | undefined)[] {
  const found: (QuantityFact[] | undefined)[] = [];
  for (const fact of quantities) {
    for (let at = tokenIndexAt(tokens, fact.start); (tokens[at]?.end ?? Infinity) <= fact.end; at++) {
      found[at] = [...(found[at] ?? []), fact];
    }
  }
  return found;
}

/** The one of these positions that is nearest to another, the first of two. @param list in rising order */
function nearestTo(centre: number, list: readonly number[]): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < centre) low = middle + 1;
    else high = middle;
  }
  const [before = -Infinity, behind = Infinity] = [list[low - 1], list[low]];
  return behind - centre < centre - before ? behind : low > 0 ? before : behind;
}

/**
 * Stretches of a source that hold every one of these words and concepts, near each other.
 * @param keepsOrder `ordered` only where they stand exactly in this order
 */
export function stretchesOf(
  names: readonly string[],
  { at, places }: SaidSequence,
  keepsOrder = false,
): Stretch[] {
  const positions = names.map((name) => at.get(name) ?? []);
  const rarest = positions.reduce(
    (least, list) => (list.length < least.length ? list : least),
    positions[0] ?? [],
  );
  const reach = spread * names.length + slack;
  return rarest.flatMap((centre) => {
    const nearest = positions.map((list) => nearestTo(centre, list));
    const [from, to] = [Math.min(...nearest), Math.max(...nearest)];
    const [first, last] = [places[from], places[to]];
    if (to - from > reach || !first || !last || last.segment - first.segment > mostTurns) return [];
    const kept = nearest.filter((one, index) => index > 0 && one >= (nearest[index - 1] ?? 0)).length;
    const order = nearest.length < 2 ? 1 : kept / (nearest.length - 1);
    return [{ from, to, ordered: order >= (keepsOrder ? 1 : orderNeeded) }];
  });
}

/** A stretch with the words right before and behind it, in its own sentences. */
export function aroundOf({ from, to }: Stretch, { places }: SaidSequence): Place[] {
  const [first, last] = [places[from], places[to]];
  const rest = last ? last.sentence.tokens.length - last.index - 1 : 0;
  return places.slice(from - Math.min(before, first?.index ?? 0), to + 1 + Math.min(behind, rest));
}

/**
 * What the words of a source's sentence do at a place: tell, ask and so on.
 * @param at offsets into the source
 * @param answers they may answer what was asked before
 */
export function actAt(
  sentence: SentenceFacts,
  at: Span,
  source: SourceIndex,
  answers: boolean,
): ReturnType<typeof speechAct> {
  const text = source.text.slice(sentence.start, sentence.end);
  return speechAct(text, at.start - sentence.start, { marked: sequenceOf(source).marked, answers });
}
