import type { Terminology } from '../../terminology/terminology';
import { TermIndex } from '../../terminology/term-index';
import { levelOf, measurementNameAt, type ValueMeaning } from '../../terminology/value-findings';
import type { Token } from '../../text/tokens';
import data from './claim-words.json';

/** How a value is said to be. */
export type Level = keyof typeof data.levels;

const levels = new TermIndex();
for (const [level, forms] of Object.entries(data.levels)) {
  for (const form of forms) levels.add(form, { kind: 'finding', name: level });
}
const levelKinds = new Set(['finding'] as const);
const measured = new Set(['measurement'] as const);

/** The longest word for a level that begins at token `at`, with the end of it. */
export function levelAt(list: readonly Token[], at: number): { level: Level; to: number } | undefined {
  const found = levels.longest(list, at, levelKinds);
  return found?.meaning && { level: found.meaning.name as Level, to: found.to };
}

/** The measurement that is named at token `at`, with the end of its name. */
export function measurementAt(
  list: readonly Token[],
  at: number,
  terminology: Terminology,
): { name: string; to: number } | undefined {
  const further = measurementNameAt(list, at);
  const term = terminology
    .findTerms(list.slice(at, at + longestName), measured)
    .find(({ from }) => from === 0);
  const to = at + (term?.to ?? 0);
  return term && to >= (further?.to ?? 0) ? { name: term.concept.name, to } : further;
}

/** Tokens. */
const longestName = 8;

/** What it means that a measurement is at a level; undefined where the dictionary does not say. */
export function meaningOf(name: string, level: Level): ValueMeaning | undefined {
  if (level !== 'abnormal') return levelOf(name, level);
  const normal = levelOf(name, 'normal');
  return normal && turned(normal);
}

/** The opposite. */
export function turned({ bands, inside }: ValueMeaning): ValueMeaning {
  return { bands, inside: !inside };
}
