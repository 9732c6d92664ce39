import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import type { SideFact } from '../fact';
import { shortSides } from './one-side';
import type { TermMention } from '../../terminology/term-index';

const sideWords = wordTable<SideFact['side']>({
  left: 'left',
  right: 'right',
  'left-sided': 'left',
  'right-sided': 'right',
  both: 'bilateral',
  bilateral: 'bilateral',
});

/** How many words may stand between a side and the part of the body ("right first big toe"). */
const reach = 3;
/** The same, with the words of other parts in between. */
const longestReach = 12;

const wordAt = (list: readonly Token[], at: number): string => list[at]?.text ?? '';

/**
 * Binds "left", "right", "both" and "bilateral" to the part of the body that they qualify: before it ("left lower leg"),
 * or after it ("the knee on the left", "knees bilaterally"). "Right" as in "right?" or "right now" binds to nothing.
 * @param list the tokens of one sentence
 * @param terms the dictionary terms found in them
 */
export function findSides(list: readonly Token[], terms: readonly TermMention[]): SideFact[] {
  const parts = terms.filter((term) => term.concept.kind === 'anatomy' && term.concept.name !== 'side');
  const facts: SideFact[] = [];
  for (const part of parts) {
    const bound = sideBefore(list, part, parts) ?? sideAfter(list, part);
    if (!bound) continue;
    const sideToken = list[bound.at];
    if (!sideToken) continue;
    facts.push({
      kind: 'side',
      side: bound.side,
      concept: part.concept,
      sideSpan: { start: sideToken.start, end: sideToken.end },
      start: Math.min(sideToken.start, part.concept.start),
      end: Math.max(sideToken.end, part.concept.end),
    });
  }
  return facts;
}

type Bound = { side: SideFact['side']; at: number };

function sideBefore(
  list: readonly Token[],
  part: TermMention,
  parts: readonly TermMention[],
): Bound | undefined {
  const bracketed = wordAt(list, part.from - 1) === ')' && wordAt(list, part.from - 3) === '(';
  const near = part.from - (bracketed ? 2 : 1);
  // Short forms count right before the part only ("R knee").
  const short = shortSides[wordAt(list, near)];
  if (short) return { side: short, at: near };
  let words = 0;
  for (let at = part.from - 1; at >= part.from - longestReach && words <= reach; at--) {
    const token = list[at];
    if (!token) break;
    const side = sideWords[token.text];
    if (side) {
      const pair = /^(?:and|or|\/)$/.test(wordAt(list, at - 1)) && sideWords[wordAt(list, at - 2)];
      return { side: pair && pair !== side ? 'bilateral' : side, at };
    }
    // "Both my knees", "both of the knees".
    if (/^(?:of|the|my|your|his|her|their)$/.test(token.text)) {
      const both = [wordAt(list, at - 1), wordAt(list, at - 2)];
      if (both[0] === 'both') return { side: 'bilateral', at: at - 1 };
      if (both[0] === 'of' && both[1] === 'both') return { side: 'bilateral', at: at - 2 };
    }
    // Another part of the body in between ("right knee and ankle") passes its side on.
    if (token.kind === 'mark' && !/^[-/]$/.test(token.text)) return undefined;
    if (/^(?:and|or|the|my|your|his|her|to|is|was|in|on|with)$/.test(token.text)) return undefined;
    if (parts.some((other) => other !== part && other.from <= at && at < other.to)) words--;
    words++;
  }
  return undefined;
}

function sideAfter(list: readonly Token[], part: TermMention): Bound | undefined {
  const rest = [0, 1, 2, 3].map((offset) => wordAt(list, part.to + offset));
  if (rest[0] === ',' && rest[1] === 'the' && rest[3] === 'one') {
    const side = sideWords[rest[2] ?? ''];
    return side && { side, at: part.to + 2 };
  }
  if (rest[0] === 'bilaterally') return { side: 'bilateral', at: part.to };
  if (rest[0] === 'on' && rest[1] === 'the') {
    const side = sideWords[rest[2] ?? ''];
    if (side && side !== 'bilateral') return { side, at: part.to + 2 };
  }
  return undefined;
}
