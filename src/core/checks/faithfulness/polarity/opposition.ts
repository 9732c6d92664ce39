import type { PolarityFact } from '../../../facts/fact';
import { said, type Mention, type OfNote } from './mention';
import { isAtSamePlace, isOnOtherSide, sameSide } from './places';

/** True when a mention says the same of the patient as the note does, at whatever time and in whatever measure. */
function agrees(fact: PolarityFact, polarity: 'present' | 'absent'): boolean {
  return fact.polarity === polarity && fact.experiencer === 'patient' && fact.certainty !== 'hypothetical';
}

/** "History of asthma": it is said to have been so, at some time. */
function isPast({ polarity, time, certainty, experiencer, narrowed }: PolarityFact): boolean {
  return (
    polarity === 'present' &&
    time === 'past' &&
    certainty === 'certain' &&
    experiencer === 'patient' &&
    narrowed === undefined
  );
}

/** "Had no kidney stone 25 years ago": it is said not to have been so, at some time. */
function isDeniedOfPast({ polarity, time, certainty, experiencer, narrowed }: PolarityFact): boolean {
  return (
    polarity === 'absent' &&
    time === 'past' &&
    certainty === 'certain' &&
    experiencer === 'patient' &&
    narrowed === undefined
  );
}

/** So far before a finding the word may stand that makes it one of a whole life ("have you ever been told that you have …"). */
export const everReach = 60;
export const everWords = /\b(?:never|ever|history of|hx of)\b[^.?!;]*$/i;

/** Who has had one of these still has it, so that whoever has none has never had it. */
const lifelong = new Set(
  (
    'heart failure|chronic obstructive pulmonary disease|diabetes|coronary artery disease|glaucoma|dementia|parkinson disease|' +
    'multiple sclerosis|rheumatoid arthritis|cirrhosis|chronic kidney disease'
  ).split('|'),
);

/** True for a finding that nobody gets rid of. */
export const isLifelong = (name: string): boolean => lifelong.has(name);

/**
 * True when the mention says the opposite of the same time: what the patient has never had is opposed to what they once
 * had, and what they once had to "no history of".
 */
function turns(note: OfNote, mention: Mention, opposite: 'present' | 'absent'): boolean {
  const { source, fact } = mention;
  if (isDeniedOfPast(note)) return isPast(fact) || isToldOfBefore(note, mention);
  if (isPast(note)) {
    if (isDeniedSince(mention)) return false;
    const before = source.text.slice(Math.max(0, fact.start - everReach), fact.start);
    return (
      said(fact) === 'absent' &&
      (lifelong.has(note.concept.name) || everWords.test(before) || isAskedOfALife(note, mention))
    );
  }
  return said(fact) === opposite || (opposite === 'present' && note.ever === true && isPast(fact));
}

/** A time that a question or its answer is of. */
const ofSomeTime =
  /\b(?:now|today|tonight|currently|moment|this (?:time|week|month|year|morning)|these days|lately|recent(?:ly)?|since|still|yet|again|last|past (?:few|couple|week|month|year)|symptoms?|with (?:it|that|this))\b/i;

/** What somebody does, or what happens to them, is asked for as of now. */
const habits = /\b(?:use|smok\w*|vaping|falls|pregnancy|obesity|abuse|exposure|allerg\w*|trauma)\b/i;

/**
 * "Any asthma, meningitis?" – "No.": who asks for the names of diseases, of no time more than another, asks for a whole life. A symptom is
 * asked for as of now.
 */
function isAskedOfALife({ concept }: OfNote, { source, segment, fact }: Mention): boolean {
  if (fact.answer === undefined || fact.polarity !== 'absent' || habits.test(concept.name)) return false;
  if (source.terminology.clinicalConcept(concept.name)?.category !== 'problem') return false;
  const { start, end } = source.sentenceAt(segment, fact.start);
  const answer = source.text.slice(fact.answer.start, fact.answer.end);
  return (
    !ofSomeTime.test(source.text.slice(start, end)) && !ofSomeTime.test(/^[^.?!]*/.exec(answer)?.[0] ?? '')
  );
}

/** "Any fits?" – "Not since March.": what is denied since some time was there before. */
function isDeniedSince({ source, fact }: Mention): boolean {
  return fact.answer !== undefined && since.test(source.text.slice(fact.answer.start, fact.answer.end));
}

const since =
  /^\W*(?:(?:no|nope|well)\W+)*(?:not|none|nothing) (?:since|for|in|any ?more|now|lately|recently|yet)\b/i;

/** "Did you ever have a skin cancer before?" – "I did.": asked of the past, and answered. */
function isToldOfBefore({ concept }: OfNote, { source, segment, fact }: Mention): boolean {
  if (fact.answer === undefined || said(fact) !== 'present' || concept.name !== fact.concept.name)
    return false;
  const { start, end } = source.sentenceAt(segment, fact.start);
  return /\b(?:ever|before|previous(?:ly)?|in the past)\b/i.test(source.text.slice(start, end));
}

/**
 * The mention that turns the note round: clear ones are all opposite, and none agrees, if only for another time or in
 * part. One that can't be read either way (asked, hypothetical, of another person) says nothing against clear ones.
 */
export function opposed(note: OfNote, mentions: readonly Mention[]): Mention | undefined {
  const polarity = pastOf(note) ?? said(note);
  if (polarity === 'unknown' || mentions.some(({ fact }) => agrees(fact, polarity))) return undefined;
  const opposite = polarity === 'present' ? 'absent' : 'present';
  const clear = mentions.filter(
    (mention) =>
      (mention.whole ?? true) &&
      turns(note, mention, opposite) &&
      sameSide(note, mention.fact, mentions) &&
      !isOnOtherSide(note, mention),
  );
  if (mentions.some((mention) => isLeftOpen(mention, polarity) && !isSettled(mention, clear)))
    return undefined;
  const there = clear.filter((mention) => isAtSamePlace(note, mention));
  // "No, no dizziness" says more to a reader than the question before it.
  return there.find(({ fact }) => fact.cue) ?? there[0];
}

/** What a note says of a time in the past. */
function pastOf(note: OfNote): 'present' | 'absent' | undefined {
  if (said(note) !== 'unknown') return undefined;
  return isPast(note) ? 'present' : isDeniedOfPast(note) ? 'absent' : undefined;
}

/** A clinician's question is asked again later, and answered then. */
function isSettled({ source, segment }: Mention, clear: readonly Mention[]): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  if (speaker === 'patient' || speaker === 'family') return false;
  return clear.some((later) => later.source === source && later.segment > segment);
}

/**
 * The patient speaks of it in words that can't be read, or answers a question for it so: they may say what the note says.
 */
function isLeftOpen({ source, segment, fact }: Mention, polarity: 'present' | 'absent'): boolean {
  const turn = source.segments[segment]?.turn;
  if (turn === undefined || fact.polarity !== 'unknown') return false;
  if (turn.speaker === 'patient' || turn.speaker === 'family') return true;
  if (polarity === 'absent' || fact.granted || fact.certainty === 'hypothetical') return false;
  const sentence = source.sentenceAt(segment, fact.start);
  const asks = /\?\s*$/.test(source.text.slice(fact.end, sentence.end));
  return asks && !openQuestion.test(source.text.slice(sentence.start, fact.start));
}

/** What a question for more than a yes or no takes for granted is there. */
const openQuestion = /\b(?:how|what|where|when|which|why|who)\b/i;

/** What an allergen once did to the patient is asked for in the words of today's symptoms. */
const reactions = new Set(
  'rash|hives|swelling|facial swelling|shortness of breath|anaphylaxis|itching|vomiting|nausea|wheezing|throat tightness|diarrhea'.split(
    '|',
  ),
);
const ofAllergy = /\b(?:allerg|anaphyla|epipen|reaction)/i;
/** So many turns behind one that speaks of an allergy may go on about it. */
const allergyReach = 4;

export function isOfReaction({ source, segment, fact }: Mention): boolean {
  if (!reactions.has(fact.concept.name) || source.segments[segment]?.turn === undefined) return false;
  const from = source.segments[Math.max(0, segment - allergyReach)]?.start ?? 0;
  return ofAllergy.test(source.text.slice(from, fact.start));
}
