import { isComparableDose, passageConflict } from '../core/checks/guideline/passage-conflict';
import { passageEvidence } from '../core/checks/passage-evidence';
import { throwIfCancelled } from '../core/errors';
import type { Citation } from '../core/evidence/citation';
import { citePassage } from '../core/evidence/citation-of';
import type { PassageHit } from '../core/evidence/passage';
import { SourceIndex } from '../core/evidence/source-index';
import { hasContent, supportFor } from '../core/evidence/support';
import { extractFacts } from '../core/facts/extract';
import type { QuantityFact } from '../core/facts/fact';
import { foreignLanguage, languageReason } from '../core/text/language';
import { outline, type Statement } from '../core/text/statements';
import type { Verdict } from '../core/verdicts/verdict';
import type { Embedder } from '../core/ports';
import { bestSentences } from './best-sentences';
import type { FactCheckedStatement, FactCheckReport } from './engine';

/** Passages that are shown for a statement. */
const shownPassages = 3;
/** Passages that a value is compared with. */
const comparedPassages = 8;
/** A sentence bears on a statement when, with its headings, it shares this much of its words… */
const relevantShare = 0.5;
/** …or is this close in meaning. */
const relevantSimilarity = 0.55;

/** What the use cases over the library need of it. */
export interface LibraryAccess {
  /** Finds passages for a query, best first. */
  search(query: string, k: number, signal?: AbortSignal): Promise<PassageHit[]>;
  embed: Embedder['embed'];
}

/**
 * Checks each statement of a text against the library. A value that the passages give otherwise contradicts it; a
 * sentence that holds all of its words and facts supports it; anything else that bears on it leaves it not sure.
 * @throws AttestError `cancelled`
 */
export async function factCheck(
  text: string,
  library: LibraryAccess,
  signal?: AbortSignal,
): Promise<FactCheckReport> {
  const statements: FactCheckedStatement[] = [];
  const language = await foreignLanguage(text);
  if (language !== undefined) {
    return { statements, verdict: 'not-scored', notScored: languageReason('the text', language) };
  }
  const { visible, statements: claims } = outline(text);
  for (const statement of claims) {
    throwIfCancelled(signal);
    statements.push(await checkOne(visible, statement, library, signal));
  }
  if (statements.length === 0) {
    return { statements, verdict: 'not-scored', notScored: 'There is no statement in this text.' };
  }
  return { statements, verdict: worst(statements.map(({ verdict }) => verdict)) };
}

// A text takes its worst statement.
const order: Verdict[] = ['contradicted', 'not-sure', 'not-addressed', 'supported', 'not-scored'];

function worst(verdicts: readonly Verdict[]): Verdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'not-scored';
}

async function checkOne(
  text: string,
  statement: Statement,
  library: LibraryAccess,
  signal?: AbortSignal,
): Promise<FactCheckedStatement> {
  const result = (verdict: Verdict, explanation: string, citations: Citation[]): FactCheckedStatement => ({
    start: statement.start,
    end: statement.end,
    text: statement.text,
    verdict,
    explanation,
    citations,
  });
  if (!hasContent(statement.text))
    return result('not-scored', 'There is nothing to check in this statement.', []);
  const facts = extractFacts(text, statement);
  const hits = await library.search(statement.text, comparedPassages, signal);
  const passages = hits.map(({ passage }) => passageEvidence(passage));
  const shown = (await bestSentences(statement.text, passages, library.embed, signal))
    .filter(({ share, similarity }) => share >= relevantShare || similarity >= relevantSimilarity)
    .slice(0, shownPassages)
    .map(({ citation }) => citation);

  for (const fact of facts.flatMap((sentence) => sentence.quantities).filter(isComparable)) {
    const conflict = passageConflict(fact, passages);
    if (!conflict) continue;
    const explanation = `${conflict.title} gives ${conflict.expected} for ${fact.concept?.name}.`;
    return result(
      'contradicted',
      explanation,
      unique([...conflict.citations, ...shown]).slice(0, shownPassages),
    );
  }
  for (const { passage } of passages) {
    const source = new SourceIndex(passage.document, passage.text, passage.version);
    const support = supportFor(facts, source);
    if (!support.supported || !support.sentence) continue;
    const citation = citePassage(passage, support.sentence, support.sentence);
    const explanation = `${passage.title} says the same, word for word or value for value.`;
    return result('supported', explanation, unique([citation, ...shown]).slice(0, shownPassages));
  }
  if (shown.length === 0)
    return result('not-addressed', 'No passage of the library bears on this statement.', []);
  return result('not-sure', 'These passages bear on it; typed comparison alone cannot tell.', shown);
}

/**
 * True for a value that a guideline can contradict: a dose or its frequency, or a bound on a measurement ("below 130").
 * A patient's own measurement is no claim about guidelines.
 */
function isComparable(fact: QuantityFact): boolean {
  if (isComparableDose(fact)) return true;
  if (fact.concept?.kind === 'medication') return fact.unit.dimension === 'frequency';
  return fact.concept?.kind === 'measurement' && (fact.comparator === '<' || fact.comparator === '>');
}

function unique(citations: readonly Citation[]): Citation[] {
  return citations.filter(
    (citation, index) =>
      citations.findIndex(
        (other) => other.document === citation.document && other.quote === citation.quote,
      ) === index,
  );
}
