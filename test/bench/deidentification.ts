import { findIdentifiers } from '../../src/core/privacy/find-identifiers';
import { dateReading } from '../../src/core/privacy/dates';
import type { Identifier } from '../../src/core/privacy/identifier';
import { wilsonShare } from '../../src/core/verdicts/score';
import { snippets, snippetSets, type Snippet } from './deidentification/read';
import { UsageError } from './measure/usage-error';

/** Words of an address or a name that say nothing by themselves. */
const saysNothing =
  /^(?:ext|the|of|st|street|road|lane|ave|avenue|flat|apt|unit|box|po|co|at|dot|de|van|der|del|and|o|n|w)$/i;

interface Result {
  snippet: Snippet;
  found: Identifier[];
  /** Identifiers of which something is left. */
  left: { identifier: Identifier; words: string[] }[];
  /** Letters and digits that were taken although nothing marks them. */
  overmasked: string[];
}

function measure(snippet: Snippet): Result {
  const { text, identifiers } = snippet;
  const found = findIdentifiers([text], dateReading([text]))[0] ?? [];
  const covers = (list: readonly Identifier[], start: number, end: number): boolean =>
    list.some((one) => one.start < end && start < one.end);
  const left = identifiers.flatMap((identifier) => {
    const inside = text.slice(identifier.start, identifier.end);
    const words = [...inside.matchAll(/[\p{L}\p{N}]+/gu)]
      .filter(([word]) => !saysNothing.test(word))
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
    .map(([word]) => word);
  return { snippet, found, left, overmasked };
}

/** Counts the identifiers of which something is left in what would be sent, and the words that were taken without need. */
export function run(args: readonly string[]): void {
  const examples = args.includes('--examples');
  const named = args.find((arg) => !arg.startsWith('--')) ?? 'test';
  const set = snippetSets.find((one) => one === named);
  if (set === undefined) throw new UsageError('usage: deidentification [dev|test|fresh] [--examples]');
  const results = snippets(set).map(measure);
  const all = results.flatMap(({ snippet }) => snippet.identifiers);
  const missed = results.flatMap(({ left, snippet }) => left.map((one) => ({ ...one, snippet })));
  console.log(`\n## ${set}: ${results.length} snippets, ${all.length} identifiers`);
  console.log('\n| kind | n | left | share left [95 %] |\n|---|---:|---:|---|');
  for (const kind of ['name', 'date', 'record', 'phone', 'address', 'email', undefined] as const) {
    const n = all.filter((one) => kind === undefined || one.kind === kind).length;
    const lost = missed.filter(({ identifier }) => kind === undefined || identifier.kind === kind).length;
    const { share, low, high } = wilsonShare(lost, n);
    const cells = [kind ?? '**all**', n, lost, `${share.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const words = results.reduce(
    (sum, { snippet }) => sum + (snippet.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );
  const marked = results.reduce(
    (sum, { snippet: { text, identifiers } }) =>
      sum +
      identifiers.reduce(
        (inner, { start, end }) => inner + (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
        0,
      ),
    0,
  );
  const taken = results.reduce((sum, { overmasked }) => sum + overmasked.length, 0);
  console.log(`\nTaken without need: ${taken} of ${words - marked} words that tell nothing.`);
  // Every miss is listed, as a promise to the reader; the rules may not be changed after looking at those of test.
  console.log(`\n### Left\n`);
  for (const { snippet, identifier, words: lost } of missed) {
    console.log(
      `- ${snippet.id} ${identifier.kind} «${snippet.text.slice(identifier.start, identifier.end)}»: ${lost.join(' ')}`,
    );
  }
  if (examples && set === 'dev') {
    for (const { snippet, overmasked } of results) {
      if (overmasked.length > 0) console.log(`over ${snippet.id} «${snippet.text}»: ${overmasked.join(' ')}`);
    }
  }
}
