import type { PassageEvidence } from '../core/checks/check';
import { checkInput, checkStatement, type StatementResult } from '../core/checks/check-statement';
import { isComparableDose } from '../core/checks/guideline-value';
import { passageEvidence } from '../core/checks/passage-evidence';
import { throwIfCancelled } from '../core/errors';
import type { SourceIndex } from '../core/evidence/source-index';
import { extractFacts } from '../core/facts/extract';
import type { GuidelineStore } from '../core/ports';
import { outline, type Statement } from '../core/text/statements';
import type { Finding } from '../core/verdicts/finding';
import { summariseVerdicts } from '../core/verdicts/score';
import { severityRank } from '../core/verdicts/severity';
import { textHash } from '../core/verdicts/suppression';
import { LruMap } from './lru-map';
import type { CheckNoteRequest, CheckedStatement, NoteReport } from './engine';
import type { SourceReader } from './source-reader';

/** The checker hands the event loop back after this long, so that a newer request can cancel it. */
const sliceMs = 12;
/** Passages per medication that a dose is compared with. */
const passagesPerDose = 12;

/** Statement results that are kept; a long note has a few hundred. */
const keptResults = 20_000;

/** Checks notes, and keeps the results of statements, so that only changed ones are checked again. */
export class NoteChecker {
  /** Positions in a kept result are relative to its statement. */
  private readonly results = new LruMap<string, StatementResult>(keptResults);

  /** @param store the library; undefined: no guideline checks */
  constructor(
    private readonly reader: SourceReader,
    private readonly store?: () => Promise<GuidelineStore>,
  ) {}

  /**
   * Checks a note against its sources and, where there is one, the library.
   * @throws AttestError `cancelled`
   */
  async check(request: CheckNoteRequest, signal?: AbortSignal): Promise<NoteReport> {
    const started = performance.now();
    const sources = request.sources
      .filter((source) => source.text.trim() !== '')
      .map((source) => this.reader.index(source));
    const store = request.useLibrary === false ? undefined : await this.store?.();
    const generation = store ? await store.refresh() : -1;
    const { visible, statements, sections } = outline(request.text);
    const base = JSON.stringify([
      sources.map((source) => [source.document, source.version]),
      generation,
      request.severities ?? {},
    ]);
    const checked: { statement: Statement; result: StatementResult }[] = [];
    let reused = 0;
    let sliceStart = performance.now();
    for (const statement of statements) {
      const section = sections[statement.section];
      const key = textHash(`${base}\u0000${section?.title ?? ''}\u0000${statement.text}`);
      const known = this.results.get(key);
      if (known) {
        reused++;
        checked.push({ statement, result: shiftResult(known, statement.start) });
        continue;
      }
      if (performance.now() - sliceStart > sliceMs) {
        await new Promise((resolve) => setImmediate(resolve));
        sliceStart = performance.now();
      }
      throwIfCancelled(signal);
      const passages = store ? await dosePassages(store, visible, statement) : [];
      const result = checkStatement(
        checkInput(visible, statement, section, sources, passages),
        request.severities,
      );
      this.results.set(key, shiftResult(result, -statement.start));
      checked.push({ statement, result });
    }
    return report(request, checked, sources, reused, started);
  }
}

/** Moves every span that points into the note. */
function shiftResult(result: StatementResult, offset: number): StatementResult {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + offset,
    end: span.end + offset,
  });
  return {
    ...result,
    findings: result.findings.map((finding) => ({
      ...move(finding),
      statement: move(finding.statement),
      fixes: finding.fixes.map(move),
    })),
  };
}

/** The passages that name a medication whose dose the statement gives, with their typed facts. */
async function dosePassages(
  store: GuidelineStore,
  note: string,
  statement: Statement,
): Promise<PassageEvidence[]> {
  const doses = extractFacts(note, statement)
    .flatMap((sentence) => sentence.quantities)
    .filter(isComparableDose);
  const names = new Set(
    doses.flatMap(({ concept }) => (concept ? [concept.name, note.slice(concept.start, concept.end)] : [])),
  );
  if (names.size === 0) return [];
  const hits = await store.keywordSearch([...names].join(' '), passagesPerDose);
  return hits.map(({ passage }) => passageEvidence(passage));
}

function report(
  request: CheckNoteRequest,
  checked: readonly { statement: Statement; result: StatementResult }[],
  sources: readonly SourceIndex[],
  reused: number,
  started: number,
): NoteReport {
  const all = checked.flatMap(({ result }) => result.findings).sort(byHarm);
  const isIgnored = (finding: Finding): boolean => request.ignored?.has(finding.fingerprint) ?? false;
  const statements = checked.map(({ statement, result }): CheckedStatement => ({
    start: statement.start,
    end: statement.end,
    text: statement.text,
    verdict: result.verdict,
    ...(result.reason !== undefined && { reason: result.reason }),
    citations: result.citations,
  }));
  const notScored =
    sources.length === 0
      ? 'No source was found for this note.'
      : statements.length === 0
        ? 'The note holds no statement.'
        : undefined;
  return {
    note: request.note,
    findings: all.filter((finding) => !isIgnored(finding)),
    ignored: all.filter(isIgnored),
    statements,
    scores: { faithfulness: summariseVerdicts(statements.map(({ verdict }) => verdict)) },
    ...(notScored !== undefined && { notScored }),
    sources: sources.map((source) => source.document),
    reused,
    seconds: (performance.now() - started) / 1000,
  };
}

function byHarm(a: Finding, b: Finding): number {
  return severityRank[a.severity] - severityRank[b.severity] || a.start - b.start;
}
