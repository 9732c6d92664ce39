import { lineReader } from '../../core/claims/line-reader';
import { checkInput } from '../../core/checks/check-input';
import { checkStatement, notCompared, type StatementResult } from '../../core/checks/check-statement';
import { weighFindings } from '../../core/checks/confidence/weighed-findings';
import { withoutToldElsewhere } from '../../core/checks/told-elsewhere';
import type { SentenceFacts } from '../../core/facts/extract';
import { outline, type Statement } from '../../core/text/statements';
import { outcomePrecision } from '../../core/verdicts/calibration';
import { summariseVerdicts } from '../../core/verdicts/score';
import type { FaithfulnessReport, ScoredSentence, SourceText } from '../engine';
import { noteLanguages } from './languages';
import { readStatement, type StatementReading } from './read-statement';
import type { SourceReader } from './source-reader';

/**
 * Scores how faithful a summary is to its sources: a verdict per sentence, and the share per label with its interval.
 * No source, an empty one, or no sentence gives `notScored` and a null score, never a number.
 * @param sources the texts that the summary was written from
 * @param reading what sentences are read with that typed facts leave open
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function scoreFaithfulness(
  summary: string,
  sources: readonly SourceText[],
  reader: SourceReader,
  reading?: StatementReading,
  signal?: AbortSignal,
): Promise<FaithfulnessReport> {
  const given = sources.filter((source) => source.text.trim() !== '').map((source) => reader.index(source));
  const { visible, statements, sections } = outline(summary, lineReader(reader.terminology));
  const languages = await noteLanguages(visible, sections, given);
  const checked: { statement: Statement; facts: SentenceFacts[]; result: StatementResult }[] = [];
  for (const statement of statements) {
    const section = sections[statement.section];
    const foreign = languages.whole ?? (section && languages.sections.get(section));
    const input = checkInput(statement, section, languages.readable, undefined, reader.terminology);
    const typed = foreign === undefined ? checkStatement(input) : notCompared(foreign);
    const result = reading ? await readStatement(typed, input, reading, signal) : typed;
    checked.push({ statement, facts: input.facts, result });
  }
  const told = withoutToldElsewhere(checked, languages.readable);
  const findings = told.map(({ result }) => result.findings);
  const sentences = weighFindings(told, findings, languages.readable).map(
    ({ checked: { statement, result } }): ScoredSentence => ({
      start: statement.start,
      end: statement.end,
      text: statement.text,
      verdict: result.verdict,
      ...(result.reason !== undefined && { reason: result.reason }),
      confidence: outcomePrecision(result.verdict),
      citations: result.citations,
    }),
  );
  const counts = summariseVerdicts(sentences.map((sentence) => sentence.verdict));
  const notScored =
    given.length === 0
      ? 'There is no source to compare with.'
      : statements.length === 0
        ? 'The summary holds no sentence that can be checked.'
        : languages.whole;
  return {
    score: counts.shares?.supported.share ?? null,
    sentences,
    summary: counts,
    ...(notScored !== undefined && { notScored }),
  };
}
