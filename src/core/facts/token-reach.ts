import type { Span } from '../text/span';
import type { Token } from '../text/tokens';

/** The text of a token, lower case; empty where there is none. */
export function wordAt(list: readonly Token[], at: number): string {
  return list[at]?.text ?? '';
}

/** True when nothing stands between a token and the one before it. */
export function glued(list: readonly Token[], at: number): boolean {
  return list[at]?.start === list[at - 1]?.end;
}

/** The span that tokens `from`…`to` (exclusive) cover. */
export function spanOf(list: readonly Token[], from: number, to: number): Span {
  return { start: list[from]?.start ?? 0, end: list[to - 1]?.end ?? 0 };
}
