import type { SentenceFacts } from '../facts/extract';
import { sectionKind } from '../text/section-kind';
import { contains } from '../text/span';
import type { Token } from '../text/tokens';
import type { Part } from './coordination';
import words from './words.json';

const notItems = new Set([
  ...words.verbs,
  ...words.commands,
  ...words.negations,
  ...words.headEnds,
  ...words.doNotSpread,
  ...words.turns,
  ...words.subjects,
  ...words.qualifiers,
  ...words.pastVerbs,
  ...words.often,
  ...words.ofEach,
]);
const takesObjects = new Set(words.takesObjects);
/** Under these labels every line is a list of names, also of those that no dictionary has. */
const listed = new Set(['past-history', 'medications', 'allergies', 'family-history']);
/** No more words than these name a thing. */
const longestName = 3;

/**
 * Parts with their items, where the dictionaries know none: a value with its name before it ("Na 138"), a name under a
 * label that lists names ("Allergies: penicillin, strawberries"), and what stands first behind "received" or "has".
 */
export function withUnknownItems(
  text: string,
  parts: readonly Part[],
  facts: readonly SentenceFacts[],
): Part[] {
  const measured = parts.map((part) => withMeasurement(part, facts));
  const known = measured.find(({ item }) => item)?.item;
  const [first] = parts;
  if (!known || !first) return measured;
  const label = first.tokens.find(({ text: word }) => word === ':');
  const isListed = label !== undefined && listed.has(sectionKind(text.slice(first.start, label.start)));
  return measured.map((part, at) => {
    if (part.item) return part;
    const behind = at > 0 ? part.tokens : namedFirst(part, isListed ? label : undefined);
    const isName = behind.length > 0 && behind.length <= longestName && behind.every(mayName);
    if (!isName || (at > 0 && !isListed)) return part;
    return { ...part, item: { ...known, start: behind[0]?.start ?? 0, end: behind.at(-1)?.end ?? 0 } };
  });
}

function mayName({ text, kind }: Token): boolean {
  return kind === 'word' && !notItems.has(text);
}

/** What the first part names behind its label, or behind a verb that takes an object. */
function namedFirst({ tokens, verbs }: Part, label: Token | undefined): Token[] {
  if (label) return tokens.filter(({ start }) => start >= label.end);
  const verb = verbs.at(-1);
  return verb && takesObjects.has(verb.text) ? tokens.filter(({ start }) => start >= verb.end) : [];
}

/** "K 4.2", "T 38.2 °C": short names that only a value behind them tells. */
function withMeasurement(part: Part, facts: readonly SentenceFacts[]): Part {
  if (part.item) return part;
  const [value] = facts
    .flatMap(({ quantities }) => quantities)
    .filter(({ concept, start, end }) => concept?.kind === 'measurement' && contains(part, { start, end }));
  const name = value && part.tokens.findLast(({ end }) => end <= value.start);
  if (!value?.concept || name?.kind !== 'word') return part;
  return { ...part, item: { ...value.concept, start: name.start, end: name.end } };
}
