import type { Token } from '../../text/tokens';
import type { Concept, SideFact } from '../fact';
import data from '../terms/side-abbreviations.json';

interface Abbreviation {
  part: string;
  side: SideFact['side'];
  /** Words of which one must stand in the same sentence; none where the form means nothing else. */
  only?: ReadonlySet<string>;
  capitals: boolean;
}

const abbreviations = new Map<string, Abbreviation>();
const pairs = new Map<string, string>();
for (const { part, left, right, both = [], only, capitals = false } of data.parts) {
  const add = (forms: readonly string[], side: SideFact['side']): void => {
    const shared = { part, side, capitals, ...(only && { only: new Set(only) }) };
    for (const form of forms) abbreviations.set(form, shared);
  };
  add(left, 'left');
  add(right, 'right');
  add(both, 'bilateral');
  left.forEach((form, at) => {
    const other = right[at];
    if (other === undefined) return;
    pairs.set(form, other);
    pairs.set(other, form);
  });
}

/** Each short form with the one for the other side: "rll" and "lll". In lower case. */
export const oppositeAbbreviations: ReadonlyMap<string, string> = pairs;

/** What stands before the "OD" that means once daily: an amount or how it is taken. */
const ofDose = /^(?:mg|mcg|g|ml|drops?|tabs?|tablets?|caps?|puffs?|units?|po|\d[\d.]*)$/;

/**
 * Finds the short forms that name a part of the body with its side: "RLL", "RUQ", "OD".
 * @param list the tokens of one sentence
 * @param text the text that they point into, for its capitals
 */
export function abbreviatedSides(list: readonly Token[], text: string): SideFact[] {
  return list.flatMap(({ text: word, start, end }, at): SideFact[] => {
    const found = abbreviations.get(word);
    if (!found) return [];
    const written = text.slice(start, end);
    if (found.capitals && written !== written.toUpperCase()) return [];
    if (found.only && !list.some((token) => found.only?.has(token.text))) return [];
    if (word === 'od' && ofDose.test(list[at - 1]?.text ?? '') && !isAcuity(list, at)) return [];
    const concept: Concept = { kind: 'anatomy', name: found.part, start, end };
    return [{ kind: 'side', side: found.side, concept, sideSpan: { start, end }, start, end }];
  });
}

/** "20/40 OD". */
function isAcuity(list: readonly Token[], at: number): boolean {
  return list[at - 2]?.text === '/' && /^(?:20|6)$/.test(list[at - 3]?.text ?? '');
}

const meanings = new Map(Object.entries(data.meaning));

/** What speakers call a finding of one side: weakness, of "hemiparesis". None for other words. */
export function saidFor(word: string): readonly string[] {
  return meanings.get(word) ?? [];
}
