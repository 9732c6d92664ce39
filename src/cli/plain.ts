/**
 * Text that a terminal shows as it is: line breaks and control characters, which could move the cursor or hide text,
 * become spaces.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ');
}

/** The beginning of a text on one line, at most about `length` characters. */
export function snippet(text: string, length: number): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s+\S*$/, '')} …`;
}
