import { NoteChecker } from '../../src/engine/check-note';
import { SourceReader } from '../../src/engine/source-reader';
import type { Finding } from '../../src/core/verdicts/finding';
import { wilsonShare } from '../../src/core/verdicts/score';
import { aciBenchNotes, type NotePair } from './data/aci-bench';

/** One error planted into a note: the changed text, and where the change lies in it. */
interface Planted {
  kind: string;
  text: string;
  start: number;
  end: number;
}

// What counts as a number with a unit is decided here, apart from the extractor under test: a number that it does not
// see is a miss.
const numberWithUnit =
  /(?<![\w./-])(\d+(?:\.\d+)?)([ -]?)(mg\/dL|mg|mcg|grams?|kg|lbs?|pounds|ml|cm|mm|inch(?:es)?|feet|%|percent|mmHg|bpm|beats per minute|degrees|years?|months?|weeks?|days?|hours?|minutes?|units?|tablets?|capsules?|puffs?)(?![\w/])/gi;
const changes: [string, (value: number) => number][] = [
  ['value ×10', (value) => value * 10],
  ['value ÷10', (value) => value / 10],
  ['value ×2', (value) => value * 2],
  ['value ÷2', (value) => value / 2],
  ['value +1', (value) => value + 1],
];

function replaced(text: string, start: number, end: number, by: string, kind: string): Planted {
  return { kind, text: text.slice(0, start) + by + text.slice(end), start, end: start + by.length };
}

function plantValues(text: string): Planted[] {
  return [...text.matchAll(numberWithUnit)].flatMap((match) => {
    const raw = match[1] ?? '';
    return changes.map(([kind, change]) => {
      const value = String(Number(change(Number(raw)).toFixed(4)));
      return replaced(text, match.index, match.index + raw.length, value, kind);
    });
  });
}

function plantSides(text: string): Planted[] {
  return [...text.matchAll(/\b(left|right)\b(?!\s+(?:now|away))/gi)].map((match) => {
    const other = match[0].toLowerCase() === 'left' ? 'right' : 'left';
    return replaced(text, match.index, match.index + match[0].length, other, 'laterality flip');
  });
}

function plantNegations(text: string): Planted[] {
  const away = [...text.matchAll(/\b(?:denies any|denies|no evidence of|no|without)\b /gi)].map((match) =>
    replaced(
      text,
      match.index,
      match.index + match[0].length,
      /^den/i.test(match[0]) ? 'reports ' : 'with ',
      'negation removed',
    ),
  );
  const added = [...text.matchAll(/\b(?:reports|endorses|complains of)\b /gi)].map((match) =>
    replaced(text, match.index, match.index + match[0].length, 'denies ', 'negation added'),
  );
  return [...away, ...added];
}

interface Tally {
  planted: number;
  contradicted: number;
  hinted: number;
}

const rest = (finding: Finding): string => `${finding.rule}\u0000${finding.text}\u0000${finding.message}`;

/** Findings that the change brought: not among those of the faithful note, and in the changed statement. */
function broughtBy(planted: Planted, after: readonly Finding[], before: ReadonlySet<string>): Finding[] {
  return after.filter(
    (finding) =>
      finding.statement.start < planted.end &&
      planted.start < finding.statement.end &&
      !before.has(rest(finding)),
  );
}

async function measure(pairs: readonly NotePair[]): Promise<void> {
  const checker = new NoteChecker(new SourceReader());
  const tallies = new Map<string, Tally>();
  const falseByRule = new Map<string, number>();
  let alerted = 0;
  let hints = 0;
  const examples: string[] = [];
  for (const { id, note, source } of pairs) {
    const sources = [{ document: `${id}.transcript`, text: source }];
    const faithful = await checker.check({ note: id, text: note, sources });
    const contradicted = faithful.findings.filter((finding) => finding.verdict === 'contradicted');
    hints += faithful.findings.length - contradicted.length;
    alerted += contradicted.length > 0 ? 1 : 0;
    for (const finding of contradicted) {
      falseByRule.set(finding.rule, (falseByRule.get(finding.rule) ?? 0) + 1);
      const line = note.slice(finding.statement.start, finding.statement.end);
      examples.push(`${id} ${finding.rule} «${line}» ${finding.message} «${finding.citations[0]?.quote}»`);
    }
    const before = new Set(faithful.findings.map(rest));
    for (const planted of [...plantValues(note), ...plantSides(note), ...plantNegations(note)]) {
      const report = await checker.check({ note: id, text: planted.text, sources });
      const brought = broughtBy(planted, report.findings, before);
      const tally = tallies.get(planted.kind) ?? { planted: 0, contradicted: 0, hinted: 0 };
      tally.planted++;
      if (brought.some((finding) => finding.verdict === 'contradicted')) tally.contradicted++;
      else if (brought.length > 0) tally.hinted++;
      tallies.set(planted.kind, tally);
    }
  }
  print(pairs.length, tallies, falseByRule, alerted, hints);
  if (process.env['ATTEST_BENCH_EXAMPLES']) console.log(examples.join('\n'));
}

function share(count: number, total: number): string {
  if (total === 0) return 'none planted';
  const { share: value, low, high } = wilsonShare(count, total);
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function print(
  notes: number,
  tallies: ReadonlyMap<string, Tally>,
  falseByRule: ReadonlyMap<string, number>,
  alerted: number,
  hints: number,
): void {
  const total = [...falseByRule.values()].reduce((sum, count) => sum + count, 0);
  console.log(`\nFaithful notes: ${notes}`);
  console.log(`  called contradicted: ${total} (${(total / notes).toFixed(3)} per note; ${alerted} notes)`);
  for (const [rule, count] of falseByRule) console.log(`    ${rule}: ${count}`);
  console.log(`  hints: ${hints} (${(hints / notes).toFixed(2)} per note)`);
  console.log('\n| planted | n | contradicted [95 %] | contradicted or hint [95 %] |\n|---|---:|---|---|');
  const rows = [...tallies];
  const values = rows.filter(([kind]) => kind.startsWith('value'));
  const all = values.reduce(
    (sum, [, tally]) => ({
      planted: sum.planted + tally.planted,
      contradicted: sum.contradicted + tally.contradicted,
      hinted: sum.hinted + tally.hinted,
    }),
    { planted: 0, contradicted: 0, hinted: 0 },
  );
  for (const [kind, tally] of [...rows, ['all values', all] as const]) {
    const either = tally.contradicted + tally.hinted;
    console.log(
      `| ${kind} | ${tally.planted} | ${share(tally.contradicted, tally.planted)} | ${share(either, tally.planted)} |`,
    );
  }
}

/** Plants one error at a time into notes assumed faithful, and counts what the checker says. */
export async function run(): Promise<void> {
  for (const split of ['train', 'valid'] as const) {
    const pairs = aciBenchNotes(split);
    console.log(`\n## ACI-Bench ${split}, ${pairs.length} notes`);
    await measure(pairs);
  }
}
