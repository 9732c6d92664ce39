import type { PassageEvidence } from '../core/checks/check';
import { passageConflict } from '../core/checks/guideline-value';
import { passageEvidence } from '../core/checks/passage-evidence';
import { throwIfCancelled } from '../core/errors';
import type { Citation } from '../core/evidence/citation';
import { citePassage } from '../core/evidence/citation-of';
import type { PassageHit } from '../core/evidence/passage';
import { SourceIndex } from '../core/evidence/source-index';
import { hasContent, supportFor } from '../core/evidence/support';
import { extractFacts, type SentenceFacts } from '../core/facts/extract';
import { outline, type Statement } from '../core/text/statements';
import { tokenise } from '../core/text/words';
import type { Verdict } from '../core/verdicts/verdict';
import type { FactCheckedStatement, FactCheckReport } from './engine';

/** Passages that are shown for a statement. */
const shownPassages = 3;
/** Passages that a value is compared with. */
const comparedPassages = 8;
/** A passage whose best sentence shares less than this of the statement's words does not bear on it… */
const relevantShare = 0.34;
/** …unless the two are this close in meaning. */
const relevantSimilarity = 0.55;

/** Finds passages for a query, best first. */
export type Search = (query: string, k: number, signal?: AbortSignal) => Promise<PassageHit[]>;

/** The sentence of a passage that shares most words with a text, and the share (0…1). */
export function bestSentence(
  passage: PassageEvidence,
  text: string,
): { sentence: SentenceFacts; share: number } | undefined {
  const words = new Set(tokenise(text));
  let best: { sentence: SentenceFacts; share: number } | undefined;
  for (const sentence of passage.sentences) {
    const theirs = new Set(tokenise(passage.passage.text.slice(sentence.start, sentence.end)));
    const share = words.size === 0 ? 0 : [...words].filter((word) => theirs.has(word)).length / words.size;
    if (!best || share > best.share) best = { sentence, share };
  }
  return best;
}

/**
 * Checks each statement of a text against the library. A value that the passages give otherwise contradicts it; a
 * sentence that holds all of its words and facts supports it; anything else that bears on it leaves it not sure.
 * @throws AttestError `cancelled`
 */
export async function factCheck(
  text: string,
  search: Search,
  signal?: AbortSignal,
): Promise<FactCheckReport> {
  const statements: FactCheckedStatement[] = [];
  for (const statement of outline(text).statements) {
    throwIfCancelled(signal);
    statements.push(await checkOne(text, statement, search, signal));
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
  search: Search,
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
  const hits = await search(statement.text, comparedPassages, signal);
  const passages = hits.map(({ passage }) => passageEvidence(passage));
  const shown = hits
    .map((hit, index) => ({ hit, evidence: passages[index], best: bestOf(passages[index], statement.text) }))
    .filter(
      ({ hit, best }) => best && (best.share >= relevantShare || (hit.similarity ?? 0) >= relevantSimilarity),
    )
    .slice(0, shownPassages)
    .flatMap(({ evidence, best }) =>
      evidence && best ? [citePassage(evidence.passage, best.sentence, best.sentence)] : [],
    );

  for (const fact of facts.flatMap((sentence) => sentence.quantities).filter((found) => found.concept)) {
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

function bestOf(evidence: PassageEvidence | undefined, text: string): ReturnType<typeof bestSentence> {
  return evidence && bestSentence(evidence, text);
}

function unique(citations: readonly Citation[]): Citation[] {
  return citations.filter(
    (citation, index) =>
      citations.findIndex(
        (other) => other.document === citation.document && other.start === citation.start,
      ) === index,
  );
}
