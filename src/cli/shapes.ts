/**
 * The JSON that the command line writes. Field names are part of the interface: docs/cli.md names them all, and a
 * change is a breaking one.
 */
import type { Citation } from '../core/evidence/citations/citation';
import type { PassageHit } from '../core/evidence/passages/passage';
import type { Finding } from '../core/verdicts/finding';
import type { ScoreSummary } from '../core/verdicts/score';
import type { Verdict } from '../core/verdicts/verdict';
import type {
  Answer,
  FactCheckReport,
  FaithfulnessReport,
  IndexReport,
  NoteReport,
  PlanReport,
} from '../engine/engine';

/** A heading path as one string, outermost first. */
export function sectionPath(section: readonly string[]): string {
  return section.join(' > ');
}

function citation({ kind, document, version, section, page, start, end, quote }: Citation): object {
  return { kind, document, version, section: sectionPath(section), page: page ?? null, start, end, quote };
}

function finding(one: Finding): object {
  const { rule, axis, verdict, severity, harm, start, end, text, message, confidence, also, fingerprint } =
    one;
  return {
    rule,
    axis,
    verdict,
    severity,
    harm,
    start,
    end,
    text,
    message,
    expected: one.expected ?? null,
    confidence,
    citations: one.citations.map(citation),
    fixes: one.fixes.map((fix) => ({
      title: fix.title,
      start: fix.start,
      end: fix.end,
      newText: fix.newText,
    })),
    also,
    fingerprint,
  };
}

function summary({ scored, notScored, shares }: ScoreSummary): object {
  return { scored, notScored, shares: shares ?? null };
}

/** The findings and scores of a note, as `check` writes them per note and per pair. */
export function noteShape(report: NoteReport): object {
  return {
    findings: report.findings.map(finding),
    scores: { faithfulness: summary(report.scores.faithfulness) },
    notScored: report.notScored ?? null,
    foreignLanguage: report.foreignLanguage ?? null,
  };
}

/** What `check` adds for a note that is a file. */
export function noteFileShape(note: string, report: NoteReport): object {
  return {
    note,
    ...noteShape(report),
    seconds: report.seconds,
    sources: report.sources,
    ignored: report.ignored.length,
    profile: report.profile,
    problems: report.problems ?? [],
    model: report.model ?? null,
  };
}

/** The result of `index`. */
export function indexShape(report: IndexReport): object {
  const { documents, passages, unchanged, indexed, removed, skipped, seconds } = report;
  return { documents, passages, unchanged, indexed, removed, skipped, seconds };
}

/** One hit of `search`. */
export function hitShape({ passage, rank, score }: PassageHit): object {
  const { document, title, section, page, start, end, text } = passage;
  return {
    rank,
    score,
    document,
    title,
    section: sectionPath(section),
    page: page ?? null,
    start,
    end,
    text,
  };
}

/** The result of `fact-check`. */
export function factCheckShape({ statements, verdict, notScored, model }: FactCheckReport): {
  verdict: Verdict;
  statements: object[];
  notScored: string | null;
  model: object | null;
} {
  return {
    verdict,
    statements: statements.map((statement) => ({
      start: statement.start,
      end: statement.end,
      text: statement.text,
      spans: statement.spans,
      verdict: statement.verdict,
      confidence: statement.confidence ?? null,
      explanation: statement.explanation,
      abstained: statement.abstained ?? null,
      disagreement: statement.disagreement ?? false,
      checkers: statement.checkers ?? null,
      judged: statement.judged ?? null,
      citations: statement.citations.map(citation),
      evidence: statement.evidence.map((one) => ({
        verdict: one.verdict,
        confidence: one.confidence ?? null,
        abstained: one.abstained ?? null,
        checkers: one.checkers ?? null,
        date: one.date ?? null,
        strength: one.strength ?? null,
        also: one.also,
        citation: citation(one.citation),
      })),
    })),
    notScored: notScored ?? null,
    model: model ?? null,
  };
}

/** The result of `verify-plan`: that of `fact-check` with the plan's score, and for each step its own and its problem. */
export function planShape(report: PlanReport): object {
  const { statements } = report;
  const shape = factCheckShape(report);
  return {
    ...shape,
    score: report.score,
    scored: report.scored,
    firstFailing: report.firstFailing ?? null,
    statements: shape.statements.map((statement, index) => ({
      ...statement,
      problem: statements[index]?.problem ?? null,
      score: statements[index]?.score ?? null,
    })),
  };
}

/** The result of `faithfulness`. */
export function faithfulnessShape(report: FaithfulnessReport): object {
  return {
    score: report.score,
    sentences: report.sentences.map((sentence) => ({
      start: sentence.start,
      end: sentence.end,
      verdict: sentence.verdict,
      confidence: sentence.confidence,
      citations: sentence.citations.map(citation),
    })),
    shares: report.summary.shares ?? null,
    scored: report.summary.scored,
    notScored: report.notScored ?? null,
  };
}

/** The result of `ask`. */
export function answerShape({ answer, citations, refused, reason }: Answer): object {
  return { answer, citations: citations.map(citation), refused, reason: reason ?? null };
}
