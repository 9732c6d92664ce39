import type { Finding } from '../../core/verdicts/finding';
import type { SourceIndex } from '../../core/evidence/source/source-index';
import { untoldWords } from '../../core/evidence/support/untold-words';
import type { SentenceFacts } from '../../core/facts/extract';
import type { Span } from '../../core/text/span';
import { ModelMeter, type ModelUse } from '../../core/language-model/model-meter';
import type { Statement } from '../../core/text/statements';
import { noteProfiles, type NoteProfile } from '../../core/verdicts/note-profiles';
import { summariseVerdicts } from '../../core/verdicts/score';
import { byHarm } from '../../core/verdicts/severity';
import type { CheckNoteRequest, CheckedStatement, NoteProblem, NoteReport } from '../reports/note';
import type { JudgedResult } from '../judge/statement';
import { isOpen } from './read-statement';

/** A statement with its facts, whose spans are relative to it, and what was made of it. */
interface CheckedPart {
  statement: Statement;
  facts: readonly SentenceFacts[];
  result: JudgedResult;
}

/** What a check of a note found out. */
export interface CheckedNoteParts {
  checked: readonly CheckedPart[];
  /** Spans point into the note. */
  findings: readonly Finding[];
  sources: readonly SourceIndex[];
  profile: NoteProfile;
  /** Where the front matter names a kind of note that there is not. */
  unknownProfile?: Span;
  /** Why nothing was compared: the language of the note or of its sources. */
  foreign?: string;
  /** That language, ISO 639-1. */
  foreignLanguage?: string;
  /** Why no language model judged what is open, where the settings want one to. */
  unjudged?: string;
  /** Statements whose earlier result was taken over. */
  reused: number;
  seconds: number;
}

/** Puts the report of a checked note together: findings by harm, without those that a person ignored. */
export function noteReport(request: CheckNoteRequest, parts: CheckedNoteParts): NoteReport {
  const all = [...parts.findings].sort(byHarm);
  const isIgnored = (finding: Finding): boolean => request.ignored?.has(finding.fingerprint) ?? false;
  const statements = parts.checked.map(({ statement, facts, result }): CheckedStatement => ({
    start: statement.start,
    end: statement.end,
    text: statement.text,
    verdict: result.verdict,
    ...(result.reason !== undefined && { reason: result.reason }),
    citations: result.citations,
    ...untoldIn({ statement, facts, result }, parts.sources),
    ...(result.checkers && { checkers: result.checkers }),
    ...(result.judged && { judged: result.judged }),
    ...(result.confidence !== undefined && { confidence: result.confidence }),
  }));
  const model = modelUse(parts);
  const notScored = parts.foreign ?? nothingToScore(parts);
  return {
    note: request.note,
    profile: parts.profile,
    findings: all.filter((finding) => !isIgnored(finding)),
    ignored: all.filter(isIgnored),
    statements,
    scores: { faithfulness: summariseVerdicts(statements.map(({ verdict }) => verdict)) },
    ...(notScored !== undefined && { notScored }),
    ...(model && { model }),
    ...(parts.foreignLanguage !== undefined && { foreignLanguage: parts.foreignLanguage }),
    sources: parts.sources.map((source) => source.document),
    ...(parts.unknownProfile && { problems: [profileProblem(parts.unknownProfile)] }),
    reused: parts.reused,
    seconds: parts.seconds,
  };
}

/** What a reader of an undecided statement looks for in vain. */
function untoldIn(
  { statement, facts, result: { verdict } }: CheckedPart,
  sources: readonly SourceIndex[],
): Pick<CheckedStatement, 'untold'> {
  if (verdict !== 'not-sure' && verdict !== 'not-addressed') return {};
  const untold = untoldWords(statement.text, facts, sources);
  return untold.length > 0 ? { untold } : {};
}

function nothingToScore({ sources, checked }: CheckedNoteParts): string | undefined {
  if (sources.length === 0) return 'No source was found for this note.';
  return checked.length === 0 ? 'The note holds no statement.' : undefined;
}

function profileProblem(at: Span): NoteProblem {
  return {
    message: 'The front matter names a kind of note that Attest does not know.',
    advice: `Give one of ${noteProfiles.join(', ')}, or leave "profile" out.`,
    at,
  };
}

/** What a language model took for the statements that it judged, whenever that was; undefined where it had no part. */
function modelUse({ checked, unjudged }: CheckedNoteParts): ModelUse | undefined {
  const judged = checked.flatMap(({ result }) => result.judged ?? []);
  const isLeft = checked.some(({ result }) => isOpen(result) && !result.judged);
  const failed = isLeft ? unjudged : undefined;
  if (judged.length === 0 && failed === undefined) return undefined;
  const meter = new ModelMeter();
  for (const { cost } of judged) meter.addCost(cost);
  const model = judged[0]?.model;
  return {
    ...(model !== undefined && { model }),
    cost: meter.cost,
    ...(failed !== undefined && { failed }),
  };
}
