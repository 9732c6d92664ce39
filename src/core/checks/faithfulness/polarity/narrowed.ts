import { toldCourse } from '../../../evidence/source/told-course';
import type { SentenceFacts } from '../../../facts/extract';
import type { PolarityFact } from '../../../facts/fact';
import { contentStems } from '../../../facts/findings/noun-phrases';
import { overlaps } from '../../../text/span';
import type { Mention, OfNote } from './mention';

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

/** Words that pick one kind of a finding out by its time, its occasion or its cause. */
const kindWords =
  /^(?:initial|early|late|middle|terminal|nocturnal|morning|evening|daytime|exertional|resting|postural|postprandial|specific|particular|typical|classic|classical|unprovoked|provoked|intentional|deliberate|spontaneous|recurrent|persistent|constant|continuous|consensual)$/;

/**
 * "No initial insomnia", "denies any specific injury": what a word before it makes a kind of the finding is denied as that kind, and a
 * mention that has no such word may be of another. A word for a place is compared as a place.
 * @param sentence the note's sentence, which holds the finding
 */
export function isOfOtherKind(
  { tokens, polarities }: SentenceFacts,
  { polarity, cue, concept, site, side }: PolarityFact,
  { source, segment, fact }: Mention,
): boolean {
  if (
    polarity !== 'absent' ||
    !cue ||
    fact.polarity !== 'present' ||
    site !== undefined ||
    side !== undefined
  )
    return false;
  const between = tokens.filter(({ start, end }) => start >= cue.end && end <= concept.start);
  const isList = between.some(
    (token) =>
      token.kind !== 'word' ||
      /^(?:and|or|nor)$/.test(token.text) ||
      polarities.some((other) => overlaps(other.concept, token)),
  );
  const kinds = between.filter(({ text }) => kindWords.test(text));
  if (isList || kinds.length === 0) return false;
  const told = source.factsAt(segment, fact.start);
  const stems = new Set(contentStems(told?.tokens ?? []).map(({ stem }) => stem));
  return contentStems(kinds).some(({ stem }) => !stems.has(stem));
}

/** "Left foot swelling resolved" says nothing of the right one. */
export function isOfOtherSide({ side: ours }: PolarityFact, { side: theirs }: PolarityFact): boolean {
  const areBoth =
    ours === undefined || theirs === undefined || ours === 'bilateral' || theirs === 'bilateral';
  return !areBoth && ours !== theirs;
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
  return mentions.find((mention) => {
    const { source, segment, fact } = mention;
    if (isOfOtherSide(note, fact)) return false;
    const told =
      isOfPatient(fact, 'present') && toldCourse(mention) !== 'over'
        ? source.factsAt(segment, fact.start)
        : undefined;
    if (!told || told.tokens.at(-1)?.text === '?') return false;
    const stems = new Set(contentStems(told.tokens).map(({ stem }) => stem));
    const shared = [...wanted].filter((stem) => stems.has(stem));
    return shared.length >= Math.max(fewestWords, shareNeeded * wanted.size);
  });
}
