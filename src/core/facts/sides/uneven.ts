import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { type OneSide, oppositeSide, shortSides } from './one-side';

/** Something that both sides have, and one of them more of: "L > R", "worse on the right". The span holds what tells it. */
export interface Uneven extends Span {
  /** The side that has more of it, or has it worse. */
  side: OneSide;
}

const words = wordTable<OneSide>({ left: 'left', right: 'right' });
/** Letters count beside a sign only. */
const letters = wordTable<OneSide>({ ...words, ...shortSides });

const more = /^(?:more|worse|greater|bigger|larger|higher|severer|stronger)$/;
const less = /^(?:less|better|smaller|milder|lower)$/;
const denied = /^(?:no|not|isn't|wasn't|never|neither|nor|if|whether|doesn't|any)$/;

/** So many tokens may stand between a side and the word that compares it, and between "than" and the other side. */
const reach = 4;

/**
 * Reads which side has more of what the sentence tells: "edema L > R", "the right is worse than the left", "more on the
 * left". Undefined where the sentence compares none, both ways, or denies it.
 * @param list the tokens of one sentence
 */
export function unevenIn(list: readonly Token[]): Uneven | undefined {
  const found = list.flatMap((_, at) => signAt(list, at) ?? comparedAt(list, at) ?? []);
  const [first] = found;
  return first && found.every(({ side }) => side === first.side) ? first : undefined;
}

/** "L > R", "left >> right", "R<L". */
function signAt(list: readonly Token[], at: number): Uneven | undefined {
  const sign = list[at]?.text;
  if ((sign !== '>' && sign !== '<') || list[at - 1]?.text === sign) return undefined;
  let to = at + 1;
  while (list[to]?.text === sign) to++;
  const [before, behind] = [list[at - 1], list[to]];
  const [own, opposite] = [letters[before?.text ?? ''], letters[behind?.text ?? '']];
  if (!before || !behind || !own || !opposite || own === opposite) return undefined;
  return { side: sign === '>' ? own : opposite, start: before.start, end: behind.end };
}

/** "Right greater than left", "worse on the left", "more on the right". */
function comparedAt(list: readonly Token[], at: number): Uneven | undefined {
  const word = list[at]?.text ?? '';
  const isMore = more.test(word);
  if (!isMore && !less.test(word)) return undefined;
  if (list.slice(Math.max(0, at - reach), at).some(({ text }) => denied.test(text))) return undefined;
  const than = list.findIndex(({ text }, index) => index > at && index <= at + reach && text === 'than');
  if (than < 0) return onSide(list, at, isMore);
  const opposite = sideNear(list, than + 1, 1);
  const own = sideNear(list, at + 1, 1, than) ?? sideNear(list, at - 1, -1);
  const [ours, theirs] = [words[own?.text ?? ''], words[opposite?.text ?? '']];
  if (!own || !opposite || !ours || !theirs || ours === theirs) return undefined;
  return {
    side: isMore ? ours : theirs,
    start: Math.min(own.start, list[at]?.start ?? 0),
    end: opposite.end,
  };
}

/** "Worse on the left": with no other side named. */
function onSide(list: readonly Token[], at: number, isMore: boolean): Uneven | undefined {
  const rest = list.slice(at + 1, at + 4).map(({ text }) => text);
  const to = rest[0] === 'so' ? 1 : 0;
  const own = list[at + 3 + to];
  const side = words[own?.text ?? ''];
  if (!own || !side || !/^(?:on|in)$/.test(list[at + 1 + to]?.text ?? '')) return undefined;
  if (!/^(?:the|my|your|his|her)$/.test(list[at + 2 + to]?.text ?? '')) return undefined;
  return { side: isMore ? side : oppositeSide[side], start: list[at]?.start ?? 0, end: own.end };
}

/** The nearest word for a side on one side of a token. */
function sideNear(
  list: readonly Token[],
  from: number,
  step: 1 | -1,
  before = list.length,
): Token | undefined {
  for (let at = from, steps = 0; steps <= reach; at += step, steps++) {
    const token = list[at];
    if (!token || at >= before || /^[.;:!?,]$/.test(token.text)) return undefined;
    if (words[token.text]) return token;
  }
  return undefined;
}
