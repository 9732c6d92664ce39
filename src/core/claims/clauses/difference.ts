import type { SentenceFacts } from '../../facts/extract';
import type { Terminology } from '../../terminology/terminology';
import { itemsOf, type ClauseItem } from './clause-items';
import { matchesOf, type ClauseTurn } from './clause-match';

/** A text with the typed facts of its sentences, whose spans point into it. */
interface ReadText {
  text: string;
  sentences: readonly SentenceFacts[];
}

/**
 * What a reader should look at where a claim stays open: the one thing in which a sentence of the evidence that holds the rest of
 * it says otherwise.
 * @returns a sentence of its own; undefined where no sentence differs in one thing
 */
export function differenceOf(
  claim: ReadText,
  evidence: ReadText,
  terminology: Terminology,
): string | undefined {
  const [own, ...more] = claim.sentences;
  if (!own || more.length > 0) return undefined;
  const ours = itemsOf(own, terminology);
  const found = evidence.sentences.flatMap((sentence) =>
    matchesOf(ours, itemsOf(sentence, terminology)).map(({ turn }) => ({ sentence, turn })),
  );
  if (found.some(({ turn }) => !turn)) return undefined;
  const [first] = found;
  return first?.turn && told(first.turn, claim.text, own, evidence.text, first.sentence);
}

function told(
  { ours, theirs }: ClauseTurn,
  claim: string,
  own: SentenceFacts,
  evidence: string,
  sentence: SentenceFacts,
): string {
  if (!ours || !theirs) return 'One of the two denies what the other says.';
  const [said, claimed] = [wordsAt(evidence, sentence, theirs), wordsAt(claim, own, ours)];
  return `The evidence says “${said}”, the claim “${claimed}”.`;
}

function wordsAt(text: string, { tokens }: SentenceFacts, { from, to }: ClauseItem): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
