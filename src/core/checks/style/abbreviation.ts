import dictionary from '../../terminology/dictionaries/error-prone-abbreviations.json';
import { readUnit } from '../../facts/quantities/units';
import type { Token } from '../../text/tokens';
import type { Check, FindingDraft } from '../check';
import { advice } from './advice';

type Entry = (typeof dictionary.entries)[number];

const entryOf = new Map(dictionary.entries.flatMap((entry) => entry.forms.map((form) => [form, entry])));
const escaped = [...entryOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map((form) => form.replaceAll('.', '\\.?'));
// Every form as a word of its own; a number may be glued to it ("10U").
const anyForm = new RegExp(`(?<![\\p{L}/])(?:${escaped.join('|')})(?![\\p{L}\\p{N}-])`, 'gu');

// "39 U/L" is a laboratory result: the lists are about orders.
const laboratory = /^\s*\/\s*(?:m|d|µ|μ|u|n)?l\b/i;

/** The last thing before a place is a number: "10 ", "2,000". */
const numberBefore = /\p{Nd}[ \t]?$/u;

function stands(entry: Entry, text: string, start: number, end: number, list: readonly Token[]): boolean {
  if (entry.where === 'after-number') {
    return (
      numberBefore.test(text.slice(Math.max(0, start - 2), start)) &&
      !laboratory.test(text.slice(end, end + 6))
    );
  }
  // A digit glued to it makes it part of another word.
  if (/\p{Nd}/u.test(text[start - 1] ?? '')) return false;
  if (entry.where !== 'before-dose') return true;
  const at = list.findIndex((token) => token.start === start);
  return at >= 0 && list[at + 1]?.kind === 'number' && readUnit(list, at + 2)?.unit.dimension === 'mass';
}

/** The entry of a match; a form may be written without its full stops. */
function entryFor(match: string): Entry | undefined {
  return entryOf.get(match) ?? entryOf.get(match.replaceAll('.', ''));
}

/** Abbreviations in orders that have been misread with harm: U, IU, QD, QOD, MS, MSO4, MgSO4 and some more. */
export const styleAbbreviation: Check = {
  rule: 'style/abbreviation',
  axis: 'style',
  reports: 'An abbreviation that has been misread with harm.',
  harm: 3,
  run({ statement: { text }, facts }) {
    return [...text.matchAll(anyForm)].flatMap((match): FindingDraft[] => {
      // The full stop of "q.d." may be that of the sentence too; it stays.
      const full = match[0].endsWith('.') && match.index + match[0].length === text.length;
      const found = full ? match[0].slice(0, -1) : match[0];
      const [start, end] = [match.index, match.index + found.length];
      const entry = entryFor(match[0]);
      const list = facts.find((sentence) => sentence.start <= start && start < sentence.end)?.tokens ?? [];
      if (!entry || !stands(entry, text, start, end, list)) return [];
      const glued = /\p{Nd}/u.test(text[start - 1] ?? '');
      const write = entry.write === undefined ? undefined : `${glued ? ' ' : ''}${entry.write}`;
      const what = entry.write === undefined ? (entry.advice ?? '') : `Write "${entry.write}" for "${found}"`;
      const message = `${what}: ${entry.risk} (${entry.source}).`;
      return [advice({ start, end }, entry.official ? 'information' : 'hint', message, write)];
    });
  },
};
