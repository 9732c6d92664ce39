import type { IdentifierKind } from '../identifier';
import labels from './field-labels.json';

/** Kinds of identifiers that a field of a form, or a column of a table, is for. */
export const fieldKinds = [
  'name',
  'record',
  'phone',
  'address',
  'email',
  'organisation',
] as const satisfies readonly IdentifierKind[];

/** A pattern for what a field of a kind is called, without anchors; to be used without regard to case. */
export function fieldLabel(kind: (typeof fieldKinds)[number]): string {
  // "post ?code" is "postcode" too.
  const pattern = labels[kind].replace(/ \??/g, (gap) => `[ _-]{${gap === ' ' ? '1' : '0'},2}`);
  return `(?:${pattern})`;
}

const noValue = new RegExp(`^(?:${labels.noValue})\\.?$`, 'iu');

/** True for what stands in a field that says nothing of anybody: "none", "as above". */
export function isNoValue(text: string): boolean {
  return noValue.test(text.trim());
}
