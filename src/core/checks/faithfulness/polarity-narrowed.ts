import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { contentStems } from '../../facts/noun-phrases';
import { overlaps } from '../../text/span';
import type { Mention, OfNote } from './polarity-mention';

/** At least so many words that narrow a denial, and this share of them, make what the source tells the same. */
const fewestWords = 2;
const shareNeeded = 0.6;
/** So many characters around a finding the words stand that narrow it. */
const reachBefore = 40;
const reachBehind = 80;

function isOfPatient(
  { polarity, certainty, experiencer }: PolarityFact,
  said: 'present' | 'absent',
): boolean {
  return polarity === said && certainty === 'certain' && experiencer === 'patient';
}

/** The content words around a finding, without the names of findings. */
function wordsAround({ tokens, polarities }: SentenceFacts, { concept }: PolarityFact): Set<string> {
  const near = contentStems(tokens).filter(({ at }) => {
    const token = tokens[at];
    return (
      token !== undefined &&
      token.start >= concept.start - reachBefore &&
      token.end <= concept.end + reachBehind &&
      !polarities.some((other) => overlaps(other.concept, token))
    );
  });
  return new Set(near.map(({ stem }) => stem));
}

/**
 * The mention that tells of the very case that a narrowed denial denies: "denies dizziness when running up the stairs", where
 * the patient was "running up the stairs and got a little dizzy". Nothing where the source denies the finding anywhere.
 * @param sentence the note's sentence, which holds the finding
 */
export function toldWithTheSame(
  sentence: SentenceFacts,
  note: OfNote,
  mentions: readonly Mention[],
): Mention | undefined {
  if (!note.narrowed || !isOfPatient(note, 'absent')) return undefined;
  if (mentions.some(({ fact }) => fact.polarity === 'absent' && fact.experiencer === 'patient'))
    return undefined;
  const wanted = wordsAround(sentence, note);
  if (wanted.size < fewestWords) return undefined;
  return mentions.find(({ source, segment, fact }) => {
    const told = isOfPatient(fact, 'present') ? source.factsAt(segment, fact.start) : undefined;
    if (!told || told.tokens.at(-1)?.text === '?') return false;
    const stems = new Set(contentStems(told.tokens).map(({ stem }) => stem));
    const shared = [...wanted].filter((stem) => stems.has(stem));
    return shared.length >= Math.max(fewestWords, shareNeeded * wanted.size);
  });
}
