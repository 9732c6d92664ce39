import { resolve } from 'node:path';
import { findIdentifiers } from '../../src/core/privacy/find-identifiers';
import { dateReading } from '../../src/core/privacy/days/dates';
import type { Identifier, IdentifierKind } from '../../src/core/privacy/identifier';
import { wilsonShare } from '../../src/core/verdicts/score';
import { miniLmFolder } from '../../src/models/minilm-embedder';
import { createMiniLmTagger } from '../../src/models/minilm-tagger';
import { clinicalTexts, isDevelopment, snippets, snippetSets, type Snippet } from './deidentification/read';
import { UsageError } from './measure/usage-error';

/** Words of an address or a name that say nothing by themselves. */
const saysNothing =
  /^(?:ext|the|of|st|street|road|lane|ave|avenue|flat|apt|unit|box|po|co|at|in|for|near|dot|de|van|der|del|and|o|n|s|w)$/i;
/** A weekday beside a day is sent on purpose: dates move by whole weeks. */
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/i;

/** What somebody is called by, and has learnt, is sent on purpose; some writers mark it with the name. */
const title =
  /^(?:dr|mr|mrs|ms|miss|prof|sr|fr|rev|uncle|aunt|auntie|aunty|nurse|sister|md|rn|np|pa|do|phd|frcpc?|mrcp|frcs|mbbs|mbchb)$/i;

const isKeptTitle = (word: string, name: string, kind: IdentifierKind): boolean =>
  kind === 'name' && title.test(word) && word !== name;
const isKeptWeekday = (word: string, date: string, kind: IdentifierKind): boolean =>
  kind === 'date' && weekday.test(word) && !weekday.test(date);

interface Result {
  snippet: Snippet;
  found: Identifier[];
  /** Identifiers of which something is left. */
  left: { identifier: Identifier; words: string[] }[];
  /** Letters and digits that were taken although nothing marks them. */
  overmasked: { word: string; kind: IdentifierKind | undefined }[];
}

/** What the learned reader finds in a text; nothing where the rules are measured alone. */
type Reading = (text: string) => Promise<Identifier[]>;

async function measure(snippet: Snippet, read: Reading): Promise<Result> {
  const { text, identifiers } = snippet;
  const found = findIdentifiers([text], dateReading([text]), [await read(text)])[0] ?? [];
  const covers = (list: readonly Identifier[], start: number, end: number): boolean =>
    list.some((one) => one.start < end && start < one.end);
  const left = identifiers.flatMap((identifier) => {
    const inside = text.slice(identifier.start, identifier.end);
    const words = [...inside.matchAll(/[\p{L}\p{N}]+/gu)]
      .filter(
        ([word]) =>
          !saysNothing.test(word) &&
          !isKeptWeekday(word, inside, identifier.kind) &&
          !isKeptTitle(word, inside, identifier.kind),
      )
      .filter(({ 0: word, index }) => {
        const start = identifier.start + index;
        return !covers(found, start, start + word.length);
      })
      .map(([word]) => word);
    return words.length > 0 ? [{ identifier, words }] : [];
  });
  const overmasked = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(
      ({ 0: word, index }) =>
        covers(found, index, index + word.length) && !covers(identifiers, index, index + word.length),
    )
    .map(({ 0: word, index }) => ({
      word,
      kind: found.find(({ start, end }) => start < index + word.length && index < end)?.kind,
    }));
  return { snippet, found, left, overmasked };
}

/** Counts the identifiers of which something is left in what would be sent, and the words that were taken without need. */
export async function run(args: readonly string[]): Promise<void> {
  const reader = createMiniLmTagger(resolve('dist/models', miniLmFolder));
  await runWith('rules alone', () => Promise.resolve([]), args);
  await runWith('rules and tagger', async (text) => (await reader.read([text]))[0] ?? [], args);
  await reader.close();
}

async function runWith(title: string, read: Reading, args: readonly string[]): Promise<void> {
  const named = args.find((arg) => !arg.startsWith('--')) ?? 'test';
  if (named === 'clinical') return runClinical(title, read, args.includes('--examples'));
  const set = snippetSets.find((one) => one === named);
  if (set === undefined) {
    throw new UsageError(
      `usage: deidentification [${[...snippetSets, 'clinical'].join('|')}] [--examples] [--misses]`,
    );
  }
  const results: Result[] = [];
  for (const snippet of snippets(set)) results.push(await measure(snippet, read));
  const all = results.flatMap(({ snippet }) => snippet.identifiers);
  const missed = results.flatMap(({ left, snippet }) => left.map((one) => ({ ...one, snippet })));
  console.log(`\n## ${set}, ${title}: ${results.length} snippets, ${all.length} identifiers`);
  console.log('\n| kind | n | left | share left [95 %] |\n|---|---:|---:|---|');
  const rows = ['name', 'date', 'record', 'phone', 'address', 'email', 'age', 'organisation', undefined];
  for (const kind of rows) {
    const n = all.filter((one) => kind === undefined || one.kind === kind).length;
    const lost = missed.filter(({ identifier }) => kind === undefined || identifier.kind === kind).length;
    if (n > 0) console.log(`| ${kind ?? '**all**'} | ${n} | ${lost} | ${shareOf(lost, n)} |`);
  }
  printTaken(results);
  // Reading the misses of a test set turns it into a development set, so they are shown only to whoever asks for them.
  if (isDevelopment(set) || args.includes('--misses')) {
    console.log(`\n### Left\n`);
    for (const { snippet, identifier, words } of missed) {
      console.log(
        `- ${snippet.id} ${identifier.kind} «${snippet.text.slice(identifier.start, identifier.end)}»: ${words.join(' ')}`,
      );
    }
  }
  if (args.includes('--examples') && isDevelopment(set)) {
    for (const { snippet, overmasked } of results) {
      if (overmasked.length === 0) continue;
      console.log(`over ${snippet.id} «${snippet.text}»: ${overmasked.map(({ word }) => word).join(' ')}`);
    }
  }
}

/** Prints how many harmless words were taken; organisations and ages apart, which the older sets do not mark. */
function printTaken(results: readonly Result[]): void {
  const words = results.reduce((sum, { snippet }) => sum + wordCount(snippet.text), 0);
  const marked = results.reduce(
    (sum, { snippet: { text, identifiers } }) =>
      sum + identifiers.reduce((inner, { start, end }) => inner + wordCount(text.slice(start, end)), 0),
    0,
  );
  const taken = results.flatMap(({ overmasked }) => overmasked);
  const other = taken.filter(({ kind }) => kind === 'organisation' || kind === 'age').length;
  console.log(
    `\nTaken without need: ${taken.length} of ${words - marked} words that tell nothing, ${other} of them as organisations or ages.`,
  );
}

/** Counts the words taken from clinical sentences that name nobody. */
async function runClinical(title: string, read: Reading, examples: boolean): Promise<void> {
  for (const part of ['dev', 'test'] as const) {
    const results: Result[] = [];
    for (const text of clinicalTexts(part)) {
      results.push(await measure({ id: '', kind: 'clinical', text, identifiers: [] }, read));
    }
    const words = results.reduce((sum, { snippet }) => sum + wordCount(snippet.text), 0);
    const taken = results.reduce((sum, { overmasked }) => sum + overmasked.length, 0);
    console.log(`clinical ${part}, ${title}: taken ${taken} of ${words} words, ${shareOf(taken, words)}`);
    if (!examples || part === 'test') continue;
    for (const { snippet, overmasked } of results) {
      if (overmasked.length > 0)
        console.log(`over «${snippet.text}»: ${overmasked.map(({ word }) => word).join(' ')}`);
    }
  }
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function shareOf(count: number, n: number): string {
  const { share, low, high } = wilsonShare(count, n);
  return `${share.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
}
