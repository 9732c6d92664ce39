import { citeSource } from '../../../evidence/citations/citation-of';
import { type SourceTime, timesOf } from '../../../evidence/source/source-times';
import type { DateFact } from '../../../facts/fact';
import type { CheckInput, FindingDraft } from '../../check';
import { bondOf } from './bond';

const past = /\b(?:last|past|previous)\s+$/i;
const ahead = /\b(?:next|coming|upcoming)\s+$/i;
const pastWords = /^(?:last |yesterday|previous )/i;
const aheadWords = /^(?:next |tomorrow|coming )/i;

/** Where a day or a week without a number lies by its own words: "last Tuesday", "next week"; undefined for "on Tuesday". */
function sideOf(fact: DateFact, text: string): 'past' | 'future' | undefined {
  const before = text.slice(Math.max(0, fact.start - 12), fact.start);
  const own = text.slice(fact.start, fact.end);
  if (past.test(before) || pastWords.test(own)) return 'past';
  return ahead.test(before) || aheadWords.test(own) ? 'future' : undefined;
}

const isDay = ({ form, amount }: DateFact): boolean =>
  form === 'weekday' || (form === 'relative' && amount === undefined);

/** The same day of the week, or the same unit: "last week" and "next week". */
function isAlike(a: DateFact, b: DateFact): boolean {
  if (a.form !== b.form) return false;
  return a.form === 'weekday'
    ? a.weekday === b.weekday
    : a.precision === b.precision && b.amount === undefined;
}

/** True when a source's time is of what the note's is said of, whichever way each of them lies. */
function isShared(note: DateFact, time: SourceTime): boolean {
  return bondOf({ ...note, direction: 'none' }, time, -1, undefined).shares;
}

/**
 * "CT last Friday", where the source speaks of next Friday: the same day by its name, behind instead of ahead. Only where
 * every time of that name in the sources lies the other way, and one of them is said of the same.
 */
export function otherWay(note: DateFact, input: CheckInput): FindingDraft[] {
  const { text } = input.statement;
  const ours = isDay(note) ? sideOf(note, text) : undefined;
  if (!ours) return [];
  const alike = input.sources.flatMap(({ source }) =>
    timesOf(source).filter(({ fact }) => isAlike(note, fact)),
  );
  const isOpposite = ({ source, fact, open }: SourceTime): boolean => {
    const theirs = sideOf(fact, source.text);
    return !open && theirs !== undefined && theirs !== ours;
  };
  const told = alike.find((time) => isShared(note, time));
  if (!told || !alike.every(isOpposite)) return [];
  const { source, segment, fact } = told;
  const theirs = ours === 'past' ? 'next' : 'last';
  const said = source.text.slice(fact.start, fact.end);
  const shown = fact.form === 'weekday' ? `${theirs} ${said}` : said;
  return [
    {
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `The source speaks of ${shown}; the note puts it ${ours === 'past' ? 'behind' : 'ahead'}.`,
      expected: shown,
      citations: [citeSource(source, segment, fact)],
      fixes: [],
    },
  ];
}
