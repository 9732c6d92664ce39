import type { Citation } from '../evidence/citations/citation';
import { callsPatientAlike, tellsSexOf } from '../evidence/source/patient-sex';
import { isHandedOn, speaksOfOther } from '../evidence/support/said-of-whom';
import type { SourceIndex } from '../evidence/source/source-index';
import { namesSameRelatives } from '../evidence/source/told-relatives';
import { relativesIn } from '../facts/persons/persons';
import { citeSource, citeTold } from '../evidence/citations/citation-of';
import { sharedFactIn, supportFor, type Support } from '../evidence/support/support';
import { isUndone } from '../evidence/support/undone/undone';
import { hasContent } from '../text/words';
import { isAsked, type Span } from '../text/span';
import { tokenIndexAt } from '../text/tokens';
import type { Finding } from '../verdicts/finding';
import type { Verdict } from '../verdicts/verdict';
import type { CheckInput } from './check';
import { restatement } from './restatement';
import { reported, runChecks, type SeverityPolicy } from './run-checks';

/** A statement's findings, and its verdict against the sources. Their spans point into the statement. */
export interface StatementResult {
  verdict: Verdict;
  /** Why nothing was checked, for `not-scored`. */
  reason?: string;
  findings: Finding[];
  /** The best evidence, best first. */
  citations: Citation[];
}

/**
 * Checks one statement: typed comparison decides first; then words and facts that are all in the source support it; a
 * statement that shares no word or fact with the source is not addressed; anything else is not sure.
 * @param reading `restated`: much the same words support it too, which is enough for a note, faithful as it is as a rule
 */
export function checkStatement(
  input: CheckInput,
  policy: SeverityPolicy = {},
  { restated = true }: { restated?: boolean } = {},
): StatementResult {
  const findings = runChecks(input, policy);
  const faithfulness = findings.filter((finding) => finding.axis === 'faithfulness');
  const contradiction = faithfulness.find((finding) => finding.verdict === 'contradicted');
  const result = (verdict: Verdict, citations: Citation[] = []): StatementResult => ({
    verdict,
    findings: reported(findings),
    citations,
  });
  if (input.sources.length === 0) {
    return { ...result('not-scored'), reason: 'There is no source to compare with.' };
  }
  if (!hasContent(input.statement.text)) {
    return { ...result('not-scored'), reason: 'There is nothing to check in this statement.' };
  }
  if (contradiction) return result('contradicted', contradiction.citations);
  // What another said is in the source's words, and is not borne out as this one's.
  const misattributed = faithfulness.find(({ rule }) => rule === 'faithfulness/attribution');
  if (misattributed) return result('not-sure', misattributed.citations);
  const alike = input.sources.filter(({ source }) => callsPatientAlike(input.facts, source));
  const supports = alike
    .map(({ source }) => ({ source, ...supportOfPatient(input, source) }))
    .sort((a, b) => Number(b.supported) - Number(a.supported) || b.coverage - a.coverage);
  const best = supports[0];
  if (best?.supported && best.segment !== undefined) {
    return result('supported', citeSupport(best.source, best.segment, best.sentence));
  }
  // Nothing bears out a "she" of whom the source tells no sex; its own words may be quoted all the same.
  const named = alike.filter(
    ({ source }) => tellsSexOf(input.facts, source) && !isUndone(input.facts, source),
  );
  const told = restated ? restatement(input, named) : undefined;
  if (told) return result('supported', told);
  const window = input.sources
    .flatMap(({ source, windows }) => windows.slice(0, 1).map((found) => ({ source, found })))
    .sort((a, b) => b.found.score - a.found.score)[0];
  if (!window) {
    // "HR 78" shares no word with "pulse seventy-eight", and is addressed all the same.
    const shared = restated ? citeShared(input) : [];
    return shared.length > 0 ? result('not-sure', shared) : result('not-addressed');
  }
  const segment = best?.segment ?? window.found.from;
  const source = best?.segment === undefined ? window.source : best.source;
  return result('not-sure', cite(source, segment, best?.sentence));
}

/**
 * A statement's result with what the rules about the whole note find in it: what they show to contradict a source contradicts
 * the statement, whatever was made of it alone.
 * @param found what those rules find in this statement, findings of rules that are `off` included
 */
export function withNoteFindings<T extends StatementResult & { confidence?: number }>(
  result: T,
  found: readonly Finding[],
): T {
  const contradiction = found.find(
    ({ axis, verdict }) => axis === 'faithfulness' && verdict === 'contradicted',
  );
  if (!contradiction || result.verdict === 'contradicted') return result;
  const decided: T = { ...result, verdict: 'contradicted', citations: contradiction.citations };
  // Why it was open, and how sure a reader was of another verdict, is said of that verdict.
  delete decided.reason;
  delete decided.confidence;
  return decided;
}

/** Support by words and facts, if it is about the patient: a patient's "she has asthma" is about somebody else. */
function supportOfPatient({ facts }: CheckInput, source: SourceIndex): Support {
  const support = supportFor(facts, source);
  const { segment, sentence } = support;
  if (!support.supported || segment === undefined || !sentence) return support;
  if (isUndone(facts, source)) return { ...support, supported: false };
  const said = source.factsAt(segment, sentence.start);
  const named = facts.flatMap(({ tokens }) => relativesIn(tokens));
  const names = named.length > 0;
  const isOther =
    said !== undefined &&
    (names
      ? !namesSameRelatives(source, segment, said, named)
      : relativesIn(said.tokens).length > 0 ||
        said.polarities.some(({ end }) => isHandedOn(said, tokenIndexAt(said.tokens, end))) ||
        speaksOfOther(segment, said, source));
  return { ...support, supported: !isOther };
}

/** The result of a statement that nothing was compared with, and why. */
export function notCompared(reason: string): StatementResult {
  return { verdict: 'not-scored', reason, findings: [], citations: [] };
}

function citeSupport(source: SourceIndex, segment: number, sentence: Span | undefined): Citation[] {
  if (!sentence) return cite(source, segment);
  const asks = isAsked(source.text, sentence);
  return citeTold(source, segment, { start: sentence.start, end: sentence.start + 1 }, asks);
}

/** Where a source states one of the statement's facts in other words. */
function citeShared({ facts, sources }: CheckInput): Citation[] {
  for (const { source } of sources) {
    const place = sharedFactIn(facts, source);
    if (place) return cite(source, place.segment, place.sentence);
  }
  return [];
}

function cite(source: SourceIndex, segment: number, sentence?: Span): Citation[] {
  const span = sentence ?? source.segments[segment];
  return span ? [citeSource(source, segment, { start: span.start, end: span.start + 1 })] : [];
}
