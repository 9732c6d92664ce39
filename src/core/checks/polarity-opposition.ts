import type { FindingMention } from '../evidence/finding-mentions';
import type { SentenceFacts } from '../facts/extract';
import type { PolarityFact } from '../facts/fact';
import { samePart } from '../facts/body-regions';
import { contentStems } from '../facts/noun-phrases';
import { plainPolarity } from '../facts/polarity';

// What these words name depends on where it is: swelling of the ankle says nothing about swelling of the neck.
const local = new Set(
  (
    'swelling|redness|tenderness|numbness|tingling|weakness|rash|bruising|fracture|effusion|edema|dislocation|stiffness|' +
    'instability|atrophy|crepitus|itching|discharge|bleeding|stones|congestion|mass|nodule|laxity|skin lesion|trauma|cramps|ulcer|' +
    'blood clot|stenosis|thrombus|infarction|ischemia|subluxation|skin changes|free fluid'
  ).split('|'),
);

/**
 * Of these a note that names no place has what it is told: what the source only ever denies, at whatever place, is not
 * there. What is found by touch and sight ("tender", "red") has a place that a note may have in words of no dictionary.
 */
const told = new Set('numbness|tingling|weakness|fracture|itching|cramps|instability'.split('|'));

/** A finding of the note. */
export interface OfNote extends PolarityFact {
  /** It is denied of the patient's whole life: "no history of", "has never had". */
  ever?: boolean;
  /** The words behind it that say where it is ("over the distal phalanx"). */
  place?: ReadonlySet<string>;
}

export interface Mention extends FindingMention {
  /** False where the words may be part of another name. */
  whole?: boolean;
}

/**
 * What a mention says, for or against: "pain at rest" and "sometimes dizzy" say that there is pain and dizziness, while
 * "no pain at rest" does not say that there is none.
 */
export function said(fact: PolarityFact): PolarityFact['polarity'] {
  const { narrowed, ...bare } = fact;
  return narrowed && fact.polarity === 'absent' ? 'unknown' : plainPolarity(bare);
}

/** True when a mention says the same of the patient as the note does, at whatever time and in whatever measure. */
function agrees(fact: PolarityFact, polarity: 'present' | 'absent'): boolean {
  return fact.polarity === polarity && fact.experiencer === 'patient' && fact.certainty !== 'hypothetical';
}

/**
 * True when the mention holds for the side that the note names: "both knees" holds for either, and one without a side does
 * where the source never speaks of the other.
 */
function sameSide(note: PolarityFact, { side }: PolarityFact, mentions: readonly Mention[]): boolean {
  if (note.side === undefined || side === note.side || side === 'bilateral') return true;
  return (
    side === undefined && mentions.every(({ fact }) => fact.side === undefined || fact.side === note.side)
  );
}

/**
 * True when two findings are at one place. A denial that names none holds for all; a finding is only where it is said to
 * be, and a calf that isn't tender says nothing of the knee; what "is not tender" may be a part that no dictionary holds.
 */
function sameSite(note: PolarityFact, mention: Mention): boolean {
  const { source, fact: theirs } = mention;
  if (theirs.site !== undefined || said(theirs) !== 'absent') {
    const isDeniedThroughout = note.site === undefined && said(theirs) === 'absent';
    return (
      note.site === theirs.site ||
      (note.site !== undefined && theirs.site !== undefined && samePart(note.site, theirs.site)) ||
      (isDeniedThroughout && told.has(note.concept.name)) ||
      samePlace(note, mention)
    );
  }
  const place = note.site === undefined ? undefined : placeBefore(mention);
  if (place !== undefined && !samePart(place, note.site ?? place)) return false;
  const cue = theirs.cue ? source.text.slice(theirs.cue.start, theirs.cue.end) : '';
  return (
    !/(?:not|n['’]t)$/i.test(cue) ||
    !/^(?:tender|swollen|red|numb|weak|stiff|itchy)/i.test(wordsOf(source, theirs))
  );
}

/** So many words behind a finding may say where it is. */
const placeReach = 10;
const leading = /^(?:at|over|along|around|near|of|to|in|on|with)$/;
const general =
  /^(?:left|right|both|bilateral|lateral|medial|distal|proximal|upper|lower|anterior|posterior|aspect|palpation|side|area|joint|part|region|exam|patient)$/;

/** The words behind a finding that say where it is, up to the end of the clause; empty where no word for a place leads to them. */
export function placeWords({ tokens: list }: SentenceFacts, { concept }: PolarityFact): ReadonlySet<string> {
  const from = list.findIndex(({ start }) => start >= concept.end);
  if (from < 0 || !leading.test(list[from]?.text ?? '')) return new Set();
  const behind = list.slice(from, from + placeReach);
  const end = behind.findIndex(
    ({ kind, text }) => kind !== 'word' || /^(?:but|and|which|that|um|uh)$/.test(text),
  );
  return new Set(
    contentStems(end < 0 ? behind : behind.slice(0, end))
      .map(({ stem }) => stem)
      .filter((stem) => !general.test(stem)),
  );
}

/** "Over the distal phalanx" on both sides, though one of them also names the finger. */
function samePlace({ place }: OfNote, { source, segment, fact }: Mention): boolean {
  const sentence = source.factsAt(segment, fact.start);
  if (!place || !sentence) return false;
  return [...placeWords(sentence, fact)].some((word) => place.has(word));
}

function wordsOf(source: Mention['source'], { start, end }: PolarityFact): string {
  return source.text.slice(start, end);
}

/** A part of the body stays what is spoken of for this many segments. */
const spokenReach = 1;
const anatomyKinds = new Set(['anatomy'] as const);

/** The part of the body that was named last before a mention which names none itself ("Feet?" "No swelling down there"). */
function placeBefore({ source, segment, fact }: Mention): string | undefined {
  const near = source.segments.slice(Math.max(0, segment - spokenReach), segment + 1);
  return near
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ tokens }) => source.terminology.findTerms(tokens, anatomyKinds))
    .filter(({ concept }) => concept.end <= fact.start && concept.name !== 'side')
    .at(-1)?.concept.name;
}

/** True when both name a place, and not the same: the lung's base is in the lung, and a carotid bruit is at the carotid. */
function isElsewhere({ site: ours, concept }: PolarityFact, { site: theirs }: PolarityFact): boolean {
  if (ours === undefined || theirs === undefined || concept.name.includes(theirs)) return false;
  return !ours.includes(theirs) && !theirs.includes(ours) && !samePart(ours, theirs);
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

/**
 * True when the mention says the opposite of the same time: what the patient has never had is opposed to what they once
 * had, and what they once had to "no history of".
 */
function turns(note: OfNote, { source, fact }: Mention, opposite: 'present' | 'absent'): boolean {
  if (isPast(note)) {
    const before = source.text.slice(Math.max(0, fact.start - everReach), fact.start);
    return said(fact) === 'absent' && (lifelong.has(note.concept.name) || everWords.test(before));
  }
  return said(fact) === opposite || (opposite === 'present' && note.ever === true && isPast(fact));
}

/**
 * The mention that turns the note round: clear ones are all opposite, and none agrees, if only for another time or in
 * part. One that can't be read either way (asked, hypothetical, of another person) says nothing against clear ones.
 */
export function opposed(note: OfNote, mentions: readonly Mention[]): Mention | undefined {
  const isLocal = local.has(note.concept.name);
  const polarity = said(note) === 'unknown' && isPast(note) ? 'present' : said(note);
  if (polarity === 'unknown' || mentions.some(({ fact }) => agrees(fact, polarity))) return undefined;
  const opposite = polarity === 'present' ? 'absent' : 'present';
  const clear = mentions.filter(
    (mention) =>
      (mention.whole ?? true) && turns(note, mention, opposite) && sameSide(note, mention.fact, mentions),
  );
  if (mentions.some((mention) => isLeftOpen(mention, polarity) && !isSettled(mention, clear)))
    return undefined;
  const there = clear.filter((mention) =>
    isLocal ? sameSite(note, mention) : !isElsewhere(note, mention.fact),
  );
  // "No, no dizziness" says more to a reader than the question before it.
  return there.find(({ fact }) => fact.cue) ?? there[0];
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
