import { NoteChecker } from '../../../src/engine/note/check';
import type { NoteReport } from '../../../src/engine/engine';
import { SourceReader } from '../../../src/engine/note/source-reader';
import type { Finding, RuleCode, Severity } from '../../../src/core/verdicts/finding';
import type { Verdict } from '../../../src/core/verdicts/verdict';
import type { NotePair } from '../data/note-pair';
import { plant } from './plant';
import type { Planted } from './planted';

/** What the checker said at one place. */
export interface Alert {
  rule: RuleCode;
  verdict: Verdict;
  severity: Severity;
  /** Where its statement starts, which tells statements apart. */
  statement: number;
}

/** An error that was planted, and what it brought. */
export interface Outcome {
  kind: string;
  bound: boolean | undefined;
  found: Alert[];
  /** The verdict on the changed statement became `contradicted` or `not-addressed`. */
  turned: boolean;
  /** The changed statement is called supported: the worst that can be said of an error. */
  supported: boolean;
}

/** What was counted in one note. */
export interface NoteOutcome {
  id: string;
  statements: number;
  /** …and of these called supported. */
  supported: number;
  /** Alerts on the faithful note: false ones, as far as the note is faithful. */
  alerts: Alert[];
  outcomes: Outcome[];
}

/** Is told of each false alert and each error that brought nothing, for examples. */
export interface Onlooker {
  falseAlert(pair: NotePair, finding: Finding): void;
  missed(pair: NotePair, planted: Planted, found: readonly Finding[]): void;
}

function alertOf({ rule, verdict, severity, statement }: Finding): Alert {
  return { rule, verdict, severity, statement: statement.start };
}

const identity = (finding: Finding): string => `${finding.rule}\u0000${finding.text}\u0000${finding.message}`;

function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(identity(finding), (counts.get(identity(finding)) ?? 0) + 1);
  return counts;
}

/**
 * The findings that an error brought: not among those of the faithful note, and about the changed place. Their statement
 * holds it, or they cite it, as a rule does that compares the parts of a note. Where a sentence was left out, nothing is
 * left to point at, so that every new finding counts.
 */
export function broughtBy(
  planted: Planted,
  after: readonly Finding[],
  faithful: readonly Finding[],
): Finding[] {
  const before = counted(faithful);
  const holds = ({ start, end }: { start: number; end: number }): boolean =>
    start < planted.end && planted.start < end;
  return after.filter((finding) => {
    const left = before.get(identity(finding)) ?? 0;
    if (left > 0) {
      before.set(identity(finding), left - 1);
      return false;
    }
    if (planted.start === planted.end) return true;
    return (
      holds(finding.statement) ||
      finding.citations.some((citation) => citation.kind === 'note' && holds(citation))
    );
  });
}

function verdictAt(report: NoteReport, at: number): Verdict | undefined {
  return report.statements.find(({ start, end }) => start <= at && at < end)?.verdict;
}

const speaksUp = (verdict: Verdict | undefined): boolean =>
  verdict === 'contradicted' || verdict === 'not-addressed';

/** Checks a faithful note, then the note with each error. */
export async function measureNote(
  pair: NotePair,
  kinds: ReadonlySet<string>,
  seed: number,
  onlooker?: Onlooker,
): Promise<NoteOutcome> {
  // A checker of its own per note: it keeps the statements that stay the same, and no more.
  const checker = new NoteChecker(new SourceReader());
  const sources = [{ document: `${pair.id}.transcript.txt`, text: pair.source }];
  const check = (text: string): Promise<NoteReport> => checker.check({ note: pair.id, text, sources });
  const faithful = await check(pair.note);
  for (const finding of faithful.findings) onlooker?.falseAlert(pair, finding);
  const outcomes: Outcome[] = [];
  for (const planted of plant(pair, kinds, seed)) {
    const report = await check(planted.text);
    const brought = broughtBy(planted, report.findings, faithful.findings);
    const verdict = verdictAt(report, planted.start);
    const turned = speaksUp(verdict) && !speaksUp(verdictAt(faithful, planted.start));
    // Where a sentence was left out, what stands there now is another one.
    const supported = planted.start < planted.end && verdict === 'supported';
    if (!brought.some((finding) => finding.verdict === 'contradicted')) {
      onlooker?.missed(pair, planted, brought);
    }
    outcomes.push({
      kind: planted.kind,
      bound: planted.bound,
      found: brought.map(alertOf),
      turned,
      supported,
    });
  }
  return {
    id: pair.id,
    statements: faithful.statements.filter(({ verdict }) => verdict !== 'not-scored').length,
    supported: faithful.statements.filter(({ verdict }) => verdict === 'supported').length,
    alerts: faithful.findings.map(alertOf),
    outcomes,
  };
}
