import type { SentenceFacts } from '../../../facts/extract';
import type { PolarityFact } from '../../../facts/fact';
import { isWithin, samePart } from '../../../facts/findings/body-regions';
import { contentStems } from '../../../facts/findings/noun-phrases';
import type { OneSide } from '../../../facts/sides/one-side';
import { sideMentions } from '../../../facts/sides/mentions';
import { findingMentions } from '../../../evidence/source/finding-mentions';
import { deniedEverywhere } from '../../../evidence/source/related-findings';
import { said, type Mention, type OfNote } from './mention';

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

/**
 * "Denies numbness", "X-ray: no fracture", where the source tells of it at one place of the body: a denial that names no place
 * holds for that one too. What an examiner finds by touch and sight may be of the part at hand, and is left out.
 */
function isToldAtOnePlace(name: string, { source, fact }: Mention): boolean {
  if (!told.has(name) || said(fact) !== 'present') return false;
  const places = findingMentions(name, [source]).filter((one) => one.fact.polarity === 'present');
  return new Set(places.map((one) => one.fact.site)).size === 1;
}

/** These may be in one part of the body and not in another: "no diabetes in the eyes" denies none of the patient. */
const spreads = new Set(
  (
    'diabetes|cancer|infection|arthritis|gout|lupus|tuberculosis|sarcoidosis|endometriosis|psoriasis|metastasis|shingles|' +
    'osteoarthritis|rheumatoid arthritis|lymphoma|melanoma|vasculitis|inflammation'
  ).split('|'),
);

/** True for a denial of one part of the body only, of a disease that the note names no part of. */
function isDeniedOfPart(note: OfNote, mention: Mention): boolean {
  return (
    spreads.has(note.concept.name) &&
    note.polarity === 'present' &&
    note.site === undefined &&
    said(mention.fact) === 'absent' &&
    (mention.fact.site !== undefined || namesPlace(mention)) &&
    !samePlace(note, mention)
  );
}

/** True when a mention may be of the place that the note means: the same for what is local, none that is another for the rest. */
export function isAtSamePlace(note: OfNote, mention: Mention): boolean {
  if (isDeniedOfPart(note, mention)) return false;
  return local.has(note.concept.name) ? isAtSite(note, mention) : !isElsewhere(note, mention.fact);
}

/**
 * True when the mention holds for the side that the note names: "both knees" holds for either, and one without a side does
 * where the source never speaks of the other.
 */
export function sameSide(note: PolarityFact, { side }: PolarityFact, mentions: readonly Mention[]): boolean {
  if (note.side === undefined || side === note.side || side === 'bilateral') return true;
  return (
    side === undefined && mentions.every(({ fact }) => fact.side === undefined || fact.side === note.side)
  );
}

/** So many letters before a finding the side may be named that is spoken of. */
const sideReach = 160;

/** The side that was named last before a place in some sentences of one turn, near it. */
export function sideSpokenOf(sentences: readonly SentenceFacts[], at: number): OneSide | undefined {
  const last = sentences
    .filter(({ start, end }) => start < at && at - end < sideReach)
    .flatMap(sideMentions)
    .filter(({ start }) => start < at && at - start < sideReach)
    .at(-1)?.side;
  return last === 'left' || last === 'right' ? last : undefined;
}

/** "Now the right. I see a small effusion": of the other side than the one that the note speaks of. */
export function isOnOtherSide({ spokenSide }: OfNote, { source, segment, fact }: Mention): boolean {
  if (spokenSide === undefined || fact.side === 'bilateral') return false;
  const theirs = fact.side ?? sideSpokenOf(source.segments[segment]?.sentences ?? [], fact.start);
  return theirs !== undefined && theirs !== spokenSide;
}

/** "Abd: soft, no masses", where a source tells of a mass in the belly. */
function isOfSpokenPart({ spokenPart }: OfNote, { site }: PolarityFact): boolean {
  if (spokenPart === undefined || site === undefined) return false;
  const part = spokenPart();
  return part !== undefined && samePart(part, site);
}

/**
 * True when two findings are at one place. A denial that names none holds for all; a finding is only where it is said to
 * be, and a calf that isn't tender says nothing of the knee; what "is not tender" may be a part that no dictionary holds.
 */
function isAtSite(note: OfNote, mention: Mention): boolean {
  const { source, fact: theirs } = mention;
  if (theirs.site !== undefined || said(theirs) !== 'absent') {
    const isDeniedThroughout = note.site === undefined && said(theirs) === 'absent';
    return (
      note.site === theirs.site ||
      (note.site !== undefined && theirs.site !== undefined && samePart(note.site, theirs.site)) ||
      (note.throughout === true && deniedEverywhere(note.concept.name, theirs.site)) ||
      (note.ofLegs === true &&
        said(theirs) === 'absent' &&
        (theirs.side === undefined || theirs.side === 'bilateral') &&
        deniedEverywhere(note.concept.name, theirs.site)) ||
      (isDeniedThroughout && told.has(note.concept.name)) ||
      (note.throughout === true && note.bare === true && isToldAtOnePlace(note.concept.name, mention)) ||
      samePlace(note, mention) ||
      isOfSpokenPart(note, theirs)
    );
  }
  // "No bruises on the scalp" denies none of the hip, though no dictionary holds the scalp.
  if (namesPlace(mention) && note.site !== undefined) return samePlace(note, mention);
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

function namesPlace({ source, segment, fact }: Mention): boolean {
  const sentence = source.factsAt(segment, fact.start);
  return sentence !== undefined && placeWords(sentence, fact).size > 0;
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
  return (
    !ours.includes(theirs) && !theirs.includes(ours) && !samePart(ours, theirs) && !isWithin(ours, theirs)
  );
}
