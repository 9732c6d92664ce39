import { sameConcept } from '../../../facts/compare';
import type { SentenceFacts } from '../../../facts/extract';
import { doseDimensions, type QuantityFact } from '../../../facts/fact';
import { distinctValues, saidValue } from '../../../facts/quantities/said-value';
import { once, oncePer } from '../../../once';
import type { SourceIndex } from '../../source/source-index';
import { countsThings } from '../../source/counted-things';
import { tokenIndexAt } from '../../../text/tokens';
import { type Bearing, conceptsOf, sameAmount } from './bearing';
import { isPlainlyFramed } from './told-outright';
import { classes } from './told-words';

/** Values of one thing in one person lie this far apart at most, as a rule. */
const likeness = 5;

/**
 * True when a value that comes right behind a claim's may be said in its place: of the same sort, not the same, and of nothing
 * that is named beside it ("150, scratch that, 130"; "yours is 88").
 */
export function isOtherValue(
  value: QuantityFact,
  sentence: SentenceFacts,
  ours: readonly QuantityFact[],
  claim: readonly SentenceFacts[],
): boolean {
  if (value.change || value.loose || countsThings(sentence, value) || isAimedAt(sentence, value))
    return false;
  if (comesLater(sentence, claim) || isPointedTo(sentence, value)) return false;
  const comparable = ours.filter((own) => isOfSort(own, value));
  if (comparable.length === 0 || ours.some((own) => sameAmount(own, value))) return false;
  if (value.concept)
    return comparable.some((own) => sameConcept(own, value) === 'same') && !isOlder(sentence, value);
  const names = new Set(claim.flatMap(conceptsOf).map(({ name }) => name));
  const isNamedApart = conceptsOf(sentence).some(({ name }) => !names.has(name));
  return !isNamedApart && !isOlder(sentence, value);
}

/** "Our goal is 7": what is wanted is no other value. */
function isAimedAt({ tokens }: SentenceFacts, { start, end }: QuantityFact): boolean {
  const [from, to] = [tokenIndexAt(tokens, start), tokenIndexAt(tokens, end)];
  return tokens.slice(Math.max(0, from - aimReach), to + 2).some(({ text }) => classes.aimed.has(text));
}

const aimReach = 5;

/** "Just those two", "good for seventy-one": a number without a unit that counts what was named, or is an age. */
function isPointedTo({ tokens }: SentenceFacts, { start, unit }: QuantityFact): boolean {
  if (unit.dimension !== 'none') return false;
  const at = tokenIndexAt(tokens, start);
  const [earlier, last] = [tokens[at - 2]?.text ?? '', tokens[at - 1]?.text ?? ''];
  return (
    /^(?:those|these)$/.test(last) ||
    (last === 'for' && /^(?:good|great|fine|usual|typical|expected)$/.test(earlier))
  );
}

function isOfSort(own: QuantityFact, value: QuantityFact): boolean {
  if (own.unit.dimension === value.unit.dimension) return own.unit.dimension !== 'frequency';
  const times = value.value / own.value;
  return value.unit.dimension === 'none' && times >= 1 / likeness && times <= likeness;
}

/** Told to be of before: "it was 12.8 last year". */
function isOlder({ dates, tokens }: SentenceFacts, { start, end }: QuantityFact): boolean {
  const at = tokens.findIndex((token) => token.start >= start);
  const near = tokens
    .slice(Math.max(0, at - 8), at + 8)
    .map(({ text }) => text)
    .join(' ');
  return (
    dates.some((date) => date.direction === 'past' && (date.end < start || date.start >= end)) ||
    older.test(near)
  );
}

const older =
  /\b(?:used to|ago|previous(?:ly)?|before|earlier|initially|originally|last|was|were|had been|first)\b/;

/**
 * True when the source gives another value of what the claim gives one of, outright and not as an older one: which of the two
 * holds is for a reader.
 */
export function hasOtherValue({ claim, sentence }: Bearing, source: SourceIndex): boolean {
  const named = valuesByName(source);
  return distinctValues(claim.flatMap(({ quantities }) => quantities)).some((own) => {
    if (own.concept === undefined || own.unit.dimension === 'frequency' || own.unit.dimension === 'time')
      return false;
    const isMedicine = own.concept.kind === 'medication';
    const isSaid = once(saidValue, (value: QuantityFact) => sameAmount(own, value));
    return named
      .get(own.concept.name)
      ?.some(
        ({ value, within }) =>
          (value.concept !== undefined || isMedicine) &&
          value.unit.dimension === own.unit.dimension &&
          (!isMedicine || doseDimensions.has(value.unit.dimension)) &&
          !value.change &&
          within !== sentence &&
          !isSaid(value) &&
          !comesLater(within, claim) &&
          !isAimedAt(within, value) &&
          !isOlder(within, value) &&
          isOutright(value, within),
      );
  });
}

/** A value with the sentence that gives it. */
interface Told {
  value: QuantityFact;
  within: SentenceFacts;
}

/** The values of a source by what they are of: gathered once, since every claim is compared with them. */
const valuesByName = oncePer((source: SourceIndex): ReadonlyMap<string, readonly Told[]> => {
  const made = new Map<string, Told[]>();
  for (const within of source.segments.flatMap(({ sentences }) => sentences)) {
    for (const value of within.quantities) {
      const name = value.concept?.name ?? value.carried;
      if (name === undefined) continue;
      const list = made.get(name) ?? [];
      list.push({ value, within });
      made.set(name, list);
    }
  }
  return made;
});

/** "Start 5 mg. Increase to 10 mg after 4 weeks": what comes later is no other dose to start with. */
function comesLater(other: SentenceFacts, claim: readonly SentenceFacts[]): boolean {
  const starts = claim.some(({ orders }) => orders.some(({ action }) => action?.name === 'start'));
  return (
    starts && other.orders.some(({ action }) => action?.name === 'increase' || action?.name === 'decrease')
  );
}

function isOutright({ start, end }: QuantityFact, { tokens, ...sentence }: SentenceFacts): boolean {
  return isPlainlyFramed({ tokens, ...sentence }, tokenIndexAt(tokens, start), tokenIndexAt(tokens, end));
}
