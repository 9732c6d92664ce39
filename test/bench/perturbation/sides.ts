import data from './data/body-parts.json';
import { anyOf, escaped, likeCase } from './note-text';
import { type Planted, type Planter, replaced } from './planted';

const opposite: Record<string, string> = { left: 'right', right: 'left' };
// Not a side: "right now", "all right", "he left the clinic", "what is left of it", "the right to refuse".
const side =
  /(?<!\b(?:all|that's|is|are|was|he|she|they|patient|has|have|had|just|who) )\b(left|right)\b(?!\s+(?:now|away|after|before|then|here|there|over|the|a|an|his|her|my|home|work|to|of|in|at|on|for|with|without)\b)/gi;

const parts = anyOf(data.parts.flat());
/** The part stands within this many words behind its side. */
const reach = 4;

/** The part of the body that a side at this place of a text is said of, by all its words. */
function partAfter(text: string, at: number): readonly string[] | undefined {
  const near = (/^[^.;\n]*/.exec(text.slice(at))?.[0] ?? '')
    .split(/\s+/)
    .slice(0, reach + 1)
    .join(' ');
  const found = [...near.matchAll(parts)][0]?.[0].toLowerCase();
  return found === undefined ? undefined : data.parts.find((words) => words.includes(found));
}

/** True when the source names the part with this side, and never with the other or with both. */
export function isBoundTo(source: string, part: readonly string[], named: string): boolean {
  const words = part.map(escaped).join('|');
  const says = (sides: string): boolean =>
    new RegExp(`\\b(?:${sides})\\b(?:[ ,]+[\\w'-]+){0,2}?[ ,]+(?:${words})\\b`, 'i').test(source);
  return says(named) && !says(`${opposite[named] ?? ''}|both|bilateral`);
}

/** The other side of the body. */
export const sidePlanter: Planter = {
  kinds: ['laterality flip'],
  plant: ({ text, source }) =>
    [...text.matchAll(side)].map((match): Planted => {
      const named = match[0].toLowerCase();
      const end = match.index + match[0].length;
      const by = likeCase(opposite[named] ?? '', match[0]);
      const part = partAfter(text, end);
      const planted = replaced(text, { start: match.index, end, by }, 'laterality flip');
      return { ...planted, bound: part !== undefined && isBoundTo(source, part, named) };
    }),
};
