import type { SentenceFacts } from '../../facts/extract';
import { shortSides } from '../../facts/sides/one-side';
import type { Token } from '../../text/tokens';
import { sharedStems, stemsOf } from './shared-stems';

const sides = new Map([
  ['left', 'left'],
  ['right', 'right'],
]);
const both = /^(?:both|bilateral|bilaterally)$/;

function sideAt(list: readonly Token[], at: number): string | undefined {
  const { text = '' } = list[at] ?? {};
  const before = list[at - 1];
  // "2 L", "81 g/L".
  const isUnit = before?.kind === 'number' || before?.text === '/';
  return sides.get(text) ?? (isUnit ? undefined : shortSides[text]);
}

/** The one side that a text names, where it names no other. */
function onlySide(list: readonly Token[]): string | undefined {
  if (list.some(({ text }) => both.test(text))) return undefined;
  const named = new Set(list.flatMap((_, at) => sideAt(list, at) ?? []));
  return named.size === 1 ? [...named][0] : undefined;
}

/** True where the claim is of one side, and the sentence of the evidence that shares most words with it is of that side alone. */
export function isSameSide(
  claimFacts: readonly SentenceFacts[],
  evidenceFacts: readonly SentenceFacts[],
): boolean {
  const claim = claimFacts.flatMap(({ tokens }) => tokens);
  const own = onlySide(claim);
  if (own === undefined) return false;
  const stems = stemsOf(claim.filter(({ text }) => !sides.has(text)));
  const [nearest] = evidenceFacts
    .map(({ tokens }) => ({ tokens, shared: sharedStems(stems, tokens) }))
    .sort((a, b) => b.shared - a.shared);
  return nearest !== undefined && nearest.shared > 0 && onlySide(nearest.tokens) === own;
}
