import { writeFileSync } from 'node:fs';
import type { Finding } from '../../src/core/verdicts/finding';
import type { NotePair } from './data/note-pair';
import { seededRandom } from './measure/statistics';
import { measureNote, type NoteOutcome, type Onlooker } from './perturbation/measure';
import { type Options, readOptions } from './perturbation/options';
import { type Planted, sample } from './perturbation/planted';
import { legend, printed, type SetFigures, setFigures } from './perturbation/report';

/** Keeps some misses per kind, and every false alert, as lines. */
class Examples implements Onlooker {
  readonly alerts: string[] = [];
  private readonly misses = new Map<string, string[]>();

  falseAlert(pair: NotePair, finding: Finding): void {
    const { start, end } = finding.statement;
    const quote = finding.citations[0]?.quote ?? '';
    this.alerts.push(
      `${pair.id} ${finding.rule} ${finding.severity} «${finding.text}» in «${pair.note.slice(start, end)}»: ${finding.message} «${quote}»`,
    );
  }

  missed(pair: NotePair, planted: Planted, found: readonly Finding[]): void {
    const from = Math.max(planted.text.lastIndexOf('\n', planted.start - 1) + 1, planted.start - 150);
    const line = /^[^\n]*/.exec(planted.text.slice(from, planted.end + 100))?.[0] ?? '';
    const hint = found.map((finding) => finding.rule).join(', ');
    const lines = this.misses.get(planted.kind) ?? [];
    const bound = planted.bound === undefined ? '' : planted.bound ? ' (bound)' : ' (not bound)';
    lines.push(
      `${pair.id}${bound} «${planted.before}» → «${planted.after}» in «${line}»${hint && `; hint: ${hint}`}`,
    );
    this.misses.set(planted.kind, lines);
  }

  printed({ examples, seed }: Options): string {
    const misses = [...this.misses].flatMap(([kind, lines]) => [
      `\n### Not called contradicted: ${kind}`,
      ...sample(lines, examples, seededRandom(seed)),
    ]);
    return ['\n### Alerts on faithful notes', ...this.alerts, ...misses].join('\n');
  }
}

/** Plants one error at a time into notes assumed faithful, and counts what the checker says. */
export async function run(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  console.log(`\n${legend}`);
  const all: SetFigures[] = [];
  for (const set of options.sets) {
    const started = performance.now();
    const examples = options.examples > 0 ? new Examples() : undefined;
    const outcomes: NoteOutcome[] = [];
    for (const pair of sample(set.notes(), options.notes, seededRandom(options.seed))) {
      outcomes.push(await measureNote(pair, options.kinds, options.seed, examples));
    }
    const figures = setFigures(set.name, options.seed, outcomes);
    all.push(figures);
    console.log(printed(figures));
    if (examples) console.log(examples.printed(options));
    console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(all, null, 1)}\n`);
}
