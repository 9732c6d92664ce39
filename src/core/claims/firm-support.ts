import type { SourceIndex } from '../evidence/source/source-index';
import { saysPlainly } from '../evidence/support/plain/says-plainly';
import type { SentenceFacts } from '../facts/extract';
import { relativesOrTheirs } from '../facts/persons/persons';
import { tokens } from '../text/tokens';
import { isStopWord } from '../text/words';
import { cue } from './firm-words';
import { keepsSense } from './left-out-words';
import { namesOtherPart } from './named-parts';

/** A reference range ("normal > 60") says what would be normal, not that it is. */
const referenceRange = /\bnormal(?: range| value)?:? ?[<>≤≥\d]/i;

/**
 * True when words and facts that are all in the evidence support the claim for sure. They do not where the evidence speaks
 * of somebody else whom the claim does not name, where the sentence only hopes for it or supposes it or gives a
 * reference range, and where the claim is
 * about all of something and the sentence is not.
 * @param sentence the sentence of the evidence that is quoted for it
 */
export function isFirmSupport(
  claim: string,
  claimFacts: readonly SentenceFacts[],
  evidence: SourceIndex,
  sentence: string,
): boolean {
  if (cue.unreal(sentence) && !cue.unreal(claim)) return false;
  if (cue.wholes(claim) && !cue.wholes(sentence)) return false;
  if (!keepsSense(claim, sentence)) return false;
  if (referenceRange.test(sentence)) return false;
  const ours = claimFacts.flatMap(({ tokens: list }) => list);
  if (namesOtherPart(ours, tokens(sentence))) return false;
  if (!isSaidPlainly(claimFacts, evidence, sentence)) return false;
  const named = claimFacts.flatMap(({ tokens }) => relativesOrTheirs(tokens));
  return evidence.segments
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ tokens }) => relativesOrTheirs(tokens))
    .every((relative) => named.includes(relative));
}

/** True when the sentence that is quoted says it plainly, and each fact that it does not hold is said so in another. */
function isSaidPlainly(claim: readonly SentenceFacts[], evidence: SourceIndex, quote: string): boolean {
  const all = evidence.segments.flatMap(({ sentences }) => sentences);
  const cited = all.filter(({ start, end }) => quote.includes(evidence.text.slice(start, end).trim()));
  const names = (facts: readonly SentenceFacts[]): string[] => [...new Set(facts.flatMap(conceptsOf))];
  const held = new Set(names(cited));
  const elsewhere = names(claim).filter((name) => !held.has(name));
  return (
    cited.every((one) => saysPlainly(claim, one) && claim.every((own) => keepsDates(own, one))) &&
    elsewhere.every((name) => all.some((one) => conceptsOf(one).includes(name) && saysPlainly(claim, one)))
  );
}

/** Where a sentence gives several dates, each of the claim's stands behind the same word: "stopped in May and started in June". */
function keepsDates(claim: SentenceFacts, sentence: SentenceFacts): boolean {
  if (sentence.dates.length < 2 || claim.dates.length === 0) return true;
  const theirs = new Set(datesOf(sentence));
  return datesOf(claim).every((date) => theirs.has(date));
}

/** The words of each date, with the last word before it that says something. */
function datesOf({ dates, tokens: list }: SentenceFacts): string[] {
  return dates.map(({ start, end }) => {
    const before = list.findLast(
      (token) => token.end <= start && token.kind !== 'mark' && !isStopWord(token.text),
    );
    const own = list.filter((token) => token.start >= start && token.end <= end);
    return [before, ...own].map((token) => token?.text ?? '').join(' ');
  });
}

function conceptsOf({ polarities, quantities, medications }: SentenceFacts): string[] {
  const measured = quantities.flatMap(({ concept }) => (concept ? [concept.name] : []));
  return [
    ...polarities.map(({ concept }) => concept.name),
    ...medications.map(({ name }) => name),
    ...measured,
  ];
}
