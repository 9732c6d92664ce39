import type { Span } from './span';
import data from './statement-labels.json';

const labels = new Set(data.labels);

/** A sentence without the label that it begins with ("CV: …"), if the label names a part of the note or of the body. */
export function withoutLabel(text: string, { start, end }: Span): Span {
  const label = /^\s*([\p{L}/ ]{1,40}):\s+/u.exec(text.slice(start, end));
  const words =
    label?.[1]
      ?.trim()
      .toLowerCase()
      .split(/ (?:and |of )?/) ?? [];
  const isLabel = words.every((word) => labels.has(word));
  return label && isLabel ? { start: start + label[0].length, end } : { start, end };
}
