import { splitClaims } from '../claims/split-claims';
import type { Citation } from '../evidence/citations/citation';
import { citeTold } from '../evidence/citations/citation-of';
import { mayBeToldByParts, toldByParts } from '../evidence/support/by-parts';
import { deniedIn } from '../evidence/support/denied';
import { isOfExamination } from '../evidence/support/examined/examined';
import { isOfAllergies } from '../evidence/support/no-allergies';
import { namesAll, type Restated, restatedIn } from '../evidence/support/restated';
import type { SourceIndex } from '../evidence/source/source-index';
import { extractFacts } from '../facts/extract';
import type { Terminology } from '../terminology/terminology';
import { withoutLabel } from '../text/statement-label';
import type { CheckInput, SourceEvidence } from './check';

/** Where one of the sources says a claim. */
interface Found {
  source: SourceIndex;
  place: Restated;
}

/** Where the sources say each claim of the statement in much the same words; undefined where one of them is not found. */
export function restatement(
  { statement, facts, terminology }: CheckInput,
  sources: readonly SourceEvidence[],
): Citation[] | undefined {
  const parts = facts.map((sentence) => ({ sentence, span: withoutLabel(statement.text, sentence) }));
  // A word that no source has is in one of the claims too: no need to take the statement apart. What is told by its
  // parts may be told in other words.
  const isKnown = parts.every(
    ({ sentence, span }) =>
      mayBeToldByParts(sentence) || sources.some(({ source }) => namesAll(sentence, span, source)),
  );
  if (!isKnown) return undefined;
  const all = sources.map(({ source }) => source);
  const citations: Citation[] = [];
  for (const { sentence, span } of parts) {
    const claims = splitClaims(statement.text, span, terminology).map(({ text }) => text);
    // "Examination of the abdomen: soft" says too little without its label, and "not tender" behind "Abdomen soft".
    const whole = statement.text.slice(sentence.start, sentence.end);
    const isWhole = span.start > sentence.start || (claims.length > 1 && isOfExamination([sentence]));
    const found =
      allFound(claims, all, terminology) ?? (isWhole ? allFound([whole], all, terminology) : undefined);
    if (!found) return undefined;
    citations.push(
      ...found.flatMap(({ source, place }) => citeTold(source, place.segment, place.focus, place.asks)),
    );
  }
  return citations.length > 0 ? citations : undefined;
}

function allFound(
  claims: readonly string[],
  sources: readonly SourceIndex[],
  terminology: Terminology,
): Found[] | undefined {
  const found = claims.flatMap((claim) => placeOf(claim, sources, terminology) ?? []);
  return found.length === claims.length ? found : undefined;
}

function placeOf(
  claim: string,
  sources: readonly SourceIndex[],
  terminology: Terminology,
): Found | undefined {
  const facts = extractFacts(claim, undefined, terminology);
  for (const source of sources) {
    // An answer to a question for allergies may name one in its next words.
    const inWords = isOfAllergies(facts) ? undefined : (restatedIn(facts, source) ?? deniedIn(facts, source));
    const place = inWords ?? toldByParts(facts, source);
    if (place) return { source, place };
  }
  return undefined;
}
