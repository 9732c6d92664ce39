/** A piece of a text: UTF-16 code units, `end` exclusive. The text it points into is always named beside it. */
export interface Span {
  start: number;
  end: number;
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * For each of some pieces, in the order of the text and apart from each other, the first of `outer` that contains it. For
 * long lists of both: what lies nowhere near is not looked at.
 */
export function holders<T extends Span>(outer: readonly T[], pieces: readonly Span[]): (T | undefined)[] {
  const held = new Array<T | undefined>(pieces.length);
  for (const span of outer) {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.start ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < pieces.length && contains(span, pieces[at] ?? span); at++) held[at] ??= span;
  }
  return held;
}

/** The span moved by `offset` code units. */
export function shift<T extends Span>(span: T, offset: number): T {
  return { ...span, start: span.start + offset, end: span.end + offset };
}

/** From the first of some pieces, given in their order, to the end of the last one; undefined for none. */
export function around(pieces: readonly Span[]): Span | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** True when a piece of a text ends in a question mark. */
export function isAsked(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trimEnd().endsWith('?');
}
