import type { Span } from '../../text/span';
import data from '../terms/giving-devices.json';

type Kind = keyof Pick<typeof data, 'inhaled' | 'oxygen'>;

/** A device by which a medicine is inhaled or oxygen is given, or that none is; the span is that of its words. */
export interface Device extends Span {
  name: string;
}

const read = (kind: Kind): [string, RegExp][] =>
  Object.entries(data[kind]).map(([name, words]) => [
    name,
    new RegExp(String.raw`(?<![\p{L}\d])(?:${words.join('|')})(?![\p{L}\d])`, 'giu'),
  ]);
const patterns: Record<Kind, [string, RegExp][]> = { inhaled: read('inhaled'), oxygen: read('oxygen') };
const denied =
  /\b(?:no|not|without|off|instead of|rather than|n['’]t (?:need|use|have|want))(?: \w+){0,2} $/i;
const lookBack = 40;

/** The devices that a text names, in no order; those that it denies are left out. */
export function devicesIn(text: string, kind: Kind): Device[] {
  return patterns[kind].flatMap(([name, words]) =>
    [...text.matchAll(words)]
      .filter(({ index }) => !denied.test(text.slice(Math.max(0, index - lookBack), index)))
      .map((match) => ({ name, start: match.index, end: match.index + match[0].length })),
  );
}
