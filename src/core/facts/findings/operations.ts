import type { Terminology } from '../../terminology/terminology';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import type { Concept } from '../fact';
import { spanOf, wordAt } from '../token-reach';
import data from '../terms/operations.json';

/** An operation that a sentence names, with the year that it is said to have been in. */
export interface Operation extends Span {
  /** Canonical name, or the word itself. */
  name: string;
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
  year?: Span & { value: number };
}

const procedures: ReadonlySet<Concept['kind']> = new Set(['finding', 'procedure']);
const isOperation = new RegExp(String.raw`(?:${data.endings.join('|')})$`);
const names = new Set(data.names);
const year = /^(?:19|20)\d\d$/;
/** So far from its operation a year may stand. */
const yearBehind = 6;
const yearBefore = 9;

/** The operations that a sentence names, in order: appendectomy, hip replacement, and what ends as such words do. */
export function operationsIn(list: readonly Token[], terminology: Terminology): Operation[] {
  const known = terminology
    .findTerms(list, procedures)
    .filter(({ concept }) => isOperation.test(concept.name) || names.has(concept.name))
    .map(({ concept, from, to }) => ({ name: concept.name, from, to }));
  const inside = new Set(
    known.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  const others = list.flatMap(({ text, kind }, at) =>
    kind === 'word' && !inside.has(at) && isOperation.test(text) && text.length > 6
      ? [{ name: text.replace(/ies$/, 'y').replace(/s$/, ''), from: at, to: at + 1 }]
      : [],
  );
  const all = [...known, ...others].sort((a, b) => a.from - b.from);
  return all.map((one, at) => {
    const found = yearOf(list, one, all[at - 1]?.to ?? 0, all[at + 1]?.from ?? list.length);
    return { ...one, ...spanOf(list, one.from, one.to), ...(found && { year: found }) };
  });
}

/** The year of an operation between its neighbours: "appendectomy 2010", "in 2010 I had my appendix out". */
function yearOf(
  list: readonly Token[],
  { from, to }: { from: number; to: number },
  after: number,
  before: number,
): Operation['year'] {
  const yearsIn = (start: number, end: number): number[] => {
    const found: number[] = [];
    for (let at = Math.max(0, start); at < Math.min(end, list.length); at++)
      if (year.test(wordAt(list, at))) found.push(at);
    return found;
  };
  const behind = yearsIn(to, Math.min(before, to + yearBehind));
  const ahead = after === 0 ? yearsIn(from - yearBefore, from) : [];
  const [at, ...more] = behind.length > 0 ? behind : ahead;
  // "In 2010 the gallbladder and 2012 …", "between 2010 and 2012": which of two it was is open.
  if (at === undefined || more.length > 0 || (behind.length > 0 && ahead.length > 0)) return undefined;
  return { ...spanOf(list, at, at + 1), value: Number(wordAt(list, at)) };
}

const organs: readonly (readonly [RegExp, RegExp])[] = data.organs.map(([operation = '', organ = '']) => [
  new RegExp(operation),
  new RegExp(String.raw`\b(?:${organ})`, 'i'),
]);

/** True when a text names the organ of an operation, whatever was done to it; undefined where the organ is not known. */
export function namesOrganOf(name: string, text: string): boolean | undefined {
  const found = organs.filter(([operation]) => operation.test(name));
  return found.length === 0 ? undefined : found.some(([, organ]) => organ.test(text));
}
