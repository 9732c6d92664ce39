import { citeSource } from '../../evidence/citations/citation-of';
import type { SourceIndex } from '../../evidence/source/source-index';
import type { SentenceFacts } from '../../facts/extract';
import type { ImpliedVerdict } from '../implied/implied-verdict';
import { changedAs, changesIn } from './changes';
import { itemsOf } from './clause-items';
import { comparedWith, comparisonOf } from './comparisons';
import { byPatientAge } from './patient-age';
import { isSaid, wordsOf, type Place, type ReadSentence, type Told } from './read-sentence';
import { repeatedIn } from './repeated';

/**
 * Decides a claim that a sentence of the evidence repeats, all of it, but for at most one thing that excludes what the sentence
 * says: another age, route, stage, day or length of time, a contrary word ("refused" and "received"), a negation; a comparison
 * turned round; a change the other way.
 * @param claimFacts typed facts of the claim
 */
export function clauseVerdict(
  claimFacts: readonly SentenceFacts[],
  evidence: SourceIndex,
): ImpliedVerdict | undefined {
  const [sentence, ...more] = claimFacts;
  if (!sentence || more.length > 0) return undefined;
  const claim = { sentence, items: itemsOf(sentence, evidence.terminology) };
  const places = evidence.segments.flatMap(({ sentences }, segment) =>
    sentences.map((one) => ({ segment, sentence: one, items: itemsOf(one, evidence.terminology) })),
  );
  const told =
    only(places.flatMap((place) => bySides(claim, place, evidence))) ??
    only(places.flatMap((place) => byChange(claim, place, evidence))) ??
    repeatedIn(claim, places, evidence) ??
    byPatientAge(claim, places, evidence);
  return (
    told && {
      verdict: told.verdict,
      citation: citeSource(evidence, told.place.segment, told.place.sentence),
    }
  );
}

/** What all say; undefined where two say otherwise. */
function only(told: readonly Told[]): Told | undefined {
  const [first] = told;
  return told.every(({ verdict }) => verdict === first?.verdict) ? first : undefined;
}

function bySides(claim: ReadSentence, place: Place, { text }: SourceIndex): Told[] {
  const ours = comparisonOf(claim.sentence, claim.items);
  const theirs = ours && comparisonOf(place.sentence, place.items);
  const verdict = theirs && comparedWith(ours, theirs);
  return verdict && isSaid(claim.sentence, place.sentence, wordsOf(place.sentence), text)
    ? [{ verdict, place }]
    : [];
}

function byChange(claim: ReadSentence, place: Place, { text }: SourceIndex): Told[] {
  const [ours, ...more] = changesIn(claim.sentence, claim.items);
  if (!ours || more.length > 0) return [];
  // "Fell from 45 % to 19 % in pigs and from 16 % to 5 % in patients": an end alone does not tell whose it is.
  const starts = place.sentence.tokens.filter((token) => token.text === 'from').length;
  if (!ours.from && starts > 1) return [];
  const isPlain = isSaid(claim.sentence, place.sentence, wordsOf(place.sentence), text);
  return changesIn(place.sentence, place.items).flatMap((theirs) => {
    const verdict = isPlain ? changedAs(ours, theirs) : undefined;
    return verdict ? [{ verdict, place }] : [];
  });
}
