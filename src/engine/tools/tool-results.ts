import type { Citation } from '../../core/evidence/citations/citation';
import { headingPath } from '../../core/evidence/passages/heading-path';
import type { Passage, PassageHit } from '../../core/evidence/passages/passage';
import { LineIndex } from '../../core/text/line-index';
import { byHarm } from '../../core/verdicts/severity';
import { scoredVerdicts, type Verdict } from '../../core/verdicts/verdict';
import type {
  FactCheckedStatement,
  FactCheckReport,
  FaithfulnessReport,
  NoteProblem,
  NoteReport,
  ScoredSentence,
  SourceText,
} from '../engine';
import { toolQuote, toolWords } from './tool-quote';
import type { ToolResult } from './tool-text';

// UTF-16 code units and counts: what one item may take of an answer.
const longestPassage = 2_000;
const longestQuote = 500;
const mostCitations = 3;
const mostRemarks = 10;

type Place = Pick<Passage & Citation, 'document' | 'title' | 'section'> & { page?: number };

/** Where evidence stands; what has no value is left out, since every word costs the reader. */
function placeOf({ document, title, section, page }: Place): object {
  const path = headingPath({ title, section }).join(' > ');
  return {
    document,
    title: toolWords(title),
    ...(path !== '' && { section: toolWords(path) }),
    ...(page !== undefined && { page }),
  };
}

function citationOf(citation: Citation): object {
  return { kind: citation.kind, ...placeOf(citation), ...toolQuote(citation, longestQuote) };
}

function citationsOf(citations: readonly Citation[]): object {
  return citations.length === 0 ? {} : { citations: citations.slice(0, mostCitations).map(citationOf) };
}

function remarks(problems: readonly NoteProblem[] | undefined): object {
  if (!problems || problems.length === 0) return {};
  return { problems: problems.slice(0, mostRemarks).map(({ message, advice }) => `${message} ${advice}`) };
}

/** How many of each verdict there are, and why those that were not scored were not. */
function countsOf(items: readonly { verdict: Verdict; reason?: string }[]): object {
  const verdicts: Record<string, number> = {};
  for (const verdict of [...scoredVerdicts, 'not-scored' as const]) {
    verdicts[verdict] = items.filter((one) => one.verdict === verdict).length;
  }
  const reasons = new Set(items.flatMap((one) => (one.verdict === 'not-scored' ? (one.reason ?? []) : [])));
  return {
    verdicts,
    ...(reasons.size > 0 && { notScoredBecause: [...reasons].slice(0, mostRemarks) }),
  };
}

/** The hits of a search. */
export function searchResult(hits: readonly PassageHit[]): ToolResult {
  return {
    head: hits.length === 0 ? { found: 0, reason: 'No passage of the library bears on the query.' } : {},
    list: 'passages',
    items: hits.map(({ passage, rank }) => ({
      rank,
      ...placeOf(passage),
      ...toolQuote({ start: passage.start, quote: passage.text }, longestPassage),
    })),
  };
}

/** The findings of a note, the most harmful first. */
export function noteResult(note: SourceText, report: NoteReport): ToolResult {
  const lines = new LineIndex(note.text);
  return {
    head: {
      note: note.document,
      sources: report.sources,
      notScored: report.notScored ?? null,
      statements: countsOf(report.statements),
      ignored: report.ignored.length,
      ...remarks(report.problems),
    },
    list: 'findings',
    items: [...report.findings].sort(byHarm).map((one) => ({
      rule: one.rule,
      axis: one.axis,
      verdict: one.verdict,
      severity: one.severity,
      line: lines.position(one.start).line,
      start: one.start,
      end: one.end,
      text: toolWords(one.text),
      message: toolWords(one.message),
      ...(one.expected !== undefined && { expected: toolWords(one.expected) }),
      ...(one.fixes[0] && { fix: toolWords(one.fixes[0].newText) }),
      confidence: one.confidence === null ? null : rounded(one.confidence),
      ...citationsOf(one.citations),
    })),
  };
}

// What a reader must see first; the lists are cut at their end.
const order: readonly Verdict[] = ['contradicted', 'not-sure', 'not-addressed', 'supported', 'not-scored'];

function worstFirst<T extends { verdict: Verdict; start: number }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.start - b.start);
}

/** How often a verdict like this is right; what is not sure or not scored has no such figure. */
function sureness({ verdict, confidence }: { verdict: Verdict; confidence?: number }): object {
  if (confidence === undefined || verdict === 'not-sure' || verdict === 'not-scored') return {};
  return { confidence: rounded(confidence) };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function claimOf(one: FactCheckedStatement): object {
  return {
    start: one.start,
    end: one.end,
    text: toolWords(one.text),
    verdict: one.verdict,
    ...sureness(one),
    explanation: toolWords(one.explanation),
    ...(one.abstained !== undefined && { abstained: one.abstained }),
    ...(one.disagreement && { disagreement: true }),
    ...citationsOf(one.citations),
  };
}

/** The claims of a text with their verdicts, the worst first. */
export function factCheckResult(report: FactCheckReport): ToolResult {
  return {
    head: { verdict: report.verdict, notScored: report.notScored ?? null },
    list: 'claims',
    items: worstFirst(report.statements).map(claimOf),
  };
}

function sentenceOf(one: ScoredSentence, lines: LineIndex): object {
  return {
    line: lines.position(one.start).line,
    start: one.start,
    end: one.end,
    text: toolWords(one.text),
    verdict: one.verdict,
    ...(one.reason !== undefined && { reason: one.reason }),
    ...sureness(one),
    ...citationsOf(one.citations.slice(0, 1)),
  };
}

/** The sentences of a summary with their verdicts, the worst first, and the score. */
export function faithfulnessResult(
  summary: SourceText,
  sources: readonly SourceText[],
  report: FaithfulnessReport,
  problems: readonly NoteProblem[],
): ToolResult {
  const lines = new LineIndex(summary.text);
  const share = report.summary.shares?.supported;
  return {
    head: {
      note: summary.document,
      sources: sources.map(({ document }) => document),
      score: report.score,
      ...(share && { interval: [rounded(share.low), rounded(share.high)] }),
      scored: report.summary.scored,
      notScored: report.notScored ?? null,
      statements: countsOf(report.sentences),
      ...remarks(problems),
    },
    list: 'sentences',
    items: worstFirst(report.sentences).map((one) => sentenceOf(one, lines)),
  };
}
