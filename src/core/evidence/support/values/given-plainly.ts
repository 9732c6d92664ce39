import { speechAct } from '../../../facts/answers/answers';
import type { SentenceFacts } from '../../../facts/extract';
import type { QuantityFact } from '../../../facts/fact';
import { namesOthers } from '../../../facts/persons/persons';
import { isClauseMark, runsOnBeyond } from '../../../text/clause-marks';
import { contains } from '../../../text/span';
import { type Token, tokenIndexAt } from '../../../text/tokens';
import type { SourceIndex } from '../../source/source-index';
import { sequenceOf } from '../said-sequence';
import { isSaidOfElse } from '../told/of-else';
import { isOtherValue } from '../told/other-values';
import { phrasesOf } from '../told/told-words';
import { words } from './value-words';

/** A value where a source gives it. */
export interface ValuePlace {
  segment: number;
  sentence: SentenceFacts;
  value: QuantityFact;
}

/** So many words around a value belong to it in a sentence that runs on without marks. */
const reach = 12;
/** So many turns behind a value, and so many sentences of each, may take it back. */
const turnsBehind = 2;
const sentencesBehind = 3;

/**
 * True when a clinician tells a value in plain words that leave open neither whose it is, of when, nor how sure, and nothing
 * behind it takes it back or measures it again.
 * @param claim the claim that gives the value too
 */
export function isGivenPlainly(
  place: ValuePlace,
  claim: readonly SentenceFacts[],
  source: SourceIndex,
): boolean {
  const { segment, sentence, value } = place;
  const { tokens, start, end, dates, quantities } = sentence;
  const speaker = source.segments[segment]?.turn?.speaker;
  if (speaker !== undefined && speaker !== 'clinician') return false;
  const { marked } = sequenceOf(source);
  if (speechAct(source.text.slice(start, end), value.start - start, { marked }) !== 'tells') return false;
  const [from, to] = [tokenIndexAt(tokens, value.start), tokenIndexAt(tokens, value.end)];
  const near = runsOnBeyond(tokens, 2 * reach) ? tokens.slice(Math.max(0, from - reach), to + reach) : tokens;
  const isRead = (token: Token): boolean => quantities.some((fact) => contains(fact, token));
  return (
    dates.every(({ direction }) => direction === 'none') &&
    !namesOthers(near) &&
    !near.some((token) => words.open.has(token.text) && !isRead(token)) &&
    !near.some(({ text }) => words.correcting.has(text)) &&
    isClausePlain(sentence, value) &&
    !isTakenBack(place, claim, source)
  );
}

/** True when a value has only its name and plain words beside it, between the marks and values around. */
function isClausePlain({ tokens, quantities }: SentenceFacts, value: QuantityFact): boolean {
  const { concept } = value;
  if (!concept) return false;
  const isValue = (token: Token | undefined): boolean =>
    token !== undefined && quantities.some((fact) => contains(fact, token));
  const [from, to] = [tokenIndexAt(tokens, value.start), tokenIndexAt(tokens, value.end)];
  const isEdge = (at: number): boolean => isClauseMark(tokens[at]?.text ?? '.') || isValue(tokens[at]);
  let first = from;
  while (!isEdge(first - 1)) first--;
  let end = to;
  while (!isEdge(end)) end++;
  // "Ninety-six on two litres": a number without a name bears on the one beside it.
  const isBound = [tokens[first - 1], tokens[end]].some((token) =>
    quantities.some((fact) => !fact.concept && token !== undefined && contains(fact, token)),
  );
  if (isBound) return false;
  const clause = tokens.slice(first, end);
  // "The pulse, I counted twice, 84": what is measured is named in another clause.
  const isNamed = clause.some((token) => contains(concept, token));
  return (
    isNamed &&
    clause.every(
      (token, index) =>
        isValue(token) ||
        contains(concept, token) ||
        words.plain.has(token.text.replace(/['’]s$/, '')) ||
        (token.text === 'over' && isValue(tokens[first + index - 1]) && isValue(tokens[first + index + 1])),
    )
  );
}

/** True when what follows corrects a value, gives another in its place, or tells that it was measured again. */
function isTakenBack(
  { segment, sentence, value }: ValuePlace,
  claim: readonly SentenceFacts[],
  source: SourceIndex,
): boolean {
  const own = source.segments[segment];
  const rest = (own?.sentences ?? []).slice((own?.sentences.indexOf(sentence) ?? 0) + 1);
  const next = source.segments
    .slice(segment + 1, segment + 1 + turnsBehind)
    .flatMap(({ sentences }) => sentences.slice(0, sentencesBehind));
  const tail = sentence.tokens.filter(({ start }) => start >= value.end).slice(0, 2 * reach);
  const behind = [...rest.slice(0, sentencesBehind), ...next];
  return (
    isSaidOfElse(tail, true) ||
    behind.some(({ tokens }) => isSaidOfElse(tokens, false)) ||
    [tail, ...behind.map(({ tokens }) => tokens.slice(0, 2 * reach))].some(
      (tokens) =>
        phrasesOf('correcting', tokens).length > 0 ||
        tokens.some(({ text }) => words.correcting.has(text) || words.repeated.has(text)),
    ) ||
    [sentence, ...behind].some((one) =>
      one.quantities.some(
        (other) =>
          other.concept === undefined && other.start >= value.end && isOtherValue(other, one, [value], claim),
      ),
    )
  );
}
