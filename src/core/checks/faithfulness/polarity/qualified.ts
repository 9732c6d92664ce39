import type { PolarityFact } from '../../../facts/fact';
import type { Mention } from './mention';

/** How many characters around a finding a word that qualifies it may stand. */
export const qualifierReach = 25;

/**
 * "Mild SOB", "headache after the fall", "no rash today": a note that says how much, when or by what has this from somewhere; a mention
 * that does not name it may be about another time or measure.
 * @param text the statement that the note's finding stands in
 */
export function isQualified(note: PolarityFact, text: string): boolean {
  const before = text.slice(Math.max(0, note.concept.start - qualifierReach), note.concept.start);
  const behind = text.slice(note.concept.end, note.concept.end + qualifierReach);
  if (note.polarity === 'absent')
    return (
      nowWords.test(behind) ||
      deniedNow.test(text.slice(0, note.concept.end)) ||
      (note.cue === undefined && persists.test(text.slice(note.concept.end))) ||
      behindAllergies.test(text.slice(0, note.concept.start))
    );
  return (
    aimedAt.test(text.slice(note.concept.end)) ||
    measured.test(before) ||
    caused.test(before) ||
    triggered.test(behind) ||
    onOccasion.test(text.slice(note.concept.end)) ||
    tellsApart.test(text.slice(note.concept.end)) ||
    isOver(text.slice(note.concept.end))
  );
}

/** "Abdominal pain with menses only", "dizzy only on standing": of one occasion, which a bare denial need not be of. */
const onOccasion =
  /^\s+(?:only\s+(?:with|on|when|at|during|after|before|if|in)\b|(?:with|on|when|at|during|after|before|in)\s+[^.;,]{1,30}\bonly\b)/i;

/** "Mild tremor": no more than a measure is said of it. */
export function isMeasuredAlone(note: PolarityFact, text: string): boolean {
  const from = Math.max(0, note.concept.start - qualifierReach);
  const before = text.slice(from, note.concept.start);
  const isBare = text.slice(0, from) + before.replace(measured, ' ');
  return (
    note.polarity === 'present' &&
    measured.test(before) &&
    !isQualified(
      { ...note, concept: { ...note.concept, start: isBare.length, end: isBare.length } },
      isBare + text.slice(note.concept.end),
    )
  );
}

/** "Eyelid swelling a.m.", "ankle edema in the evenings": what comes at one time of the day an examination at another need not find. */
export function isAtOtherTime(note: PolarityFact, text: string, { source, segment, fact }: Mention): boolean {
  return (
    note.polarity === 'present' &&
    timeOfDay.test(text.slice(note.concept.end)) &&
    fact.polarity === 'absent' &&
    fact.answer === undefined &&
    source.segments[segment]?.turn?.speaker === 'clinician'
  );
}

const timeOfDay =
  /^\s*(?:a\.?m\b|p\.?m\b|mane\b|nocte\b|(?:in|on) the (?:mornings?|evenings?)\b|mornings\b|evenings\b|at night\b|(?:each|every) (?:morning|evening|night)\b|on waking\b)/i;

/**
 * "Facial puffiness for a week, settled by Sunday": what a note tells as over, an examination need not find. Further behind a comma it is
 * the next finding that is over ("vomiting, mild dyspnoea (resolved)").
 */
function isOver(behind: string): boolean {
  return over.test(/^[^.,;]*(?:, (?:\S+ )?\S+)?/.exec(behind)?.[0] ?? '');
}

const over =
  /\b(?:settled|resolved|subsided|disappeared|cleared|went away|gone|stopped|until|better since)\b/i;

/** "Resolved in the left foot, persists in the right": one place is told from the other. */
const persists = /^[^.;]{0,60}?(?:,| but| and) (?:still |it )?(?:persist|remain|continu|ongoing|still)/i;
/** "Nil allergies, hayfever": what comes behind the comma is named, and not denied; "no allergies, asthma or eczema" goes on. */
const behindAllergies = /\b(?:no|nil)(?: (?:known|drug|medication|food))* allerg(?:y|ies),\s*$/i;

const nowWords =
  /^[\s,]*(?:today|now|currently|at present|at the moment|this (?:morning|visit|week|time)|since|overnight|yet|so far|noted)\b/i;
/** "Currently no fever", "not currently dizzy", "now afebrile"; who "currently denies" it denies it as ever. */
const deniedNow =
  /\b(?:(?:currently|at present|presently|now|at the moment|today)[,:]? (?:no|not|nil|without|free of|[\p{L}-]+(?:free|less)|afebrile|apyrexial|asymptomatic)|(?:not|n['’]t) (?:currently|presently|now))\b(?: [\p{L}-]+){0,3}$/iu;
const measured =
  /\b(?:(?:mild|mildly|slight|slightly|minimal|minor|trace|some|little|subtle|residual|initial|early)|residual\s+[\p{L}-]+)\s+$/iu;
/** "… on the hill but not on the flat", "20 a day, none since": when it is there and when not is told in one breath. */
const tellsApart =
  /^[^.;]{0,60}?(?:,| but) (?:not (?:at|on|when|in|with|during|while|by)|none since|nil since)\b/i;
/** "Lisinopril caused cough", "effective despite nausea": what came of something, and when, is told of that. */
const caused = /\b(?:caus(?:es|ed|ing)|despite|induc(?:es|ed))\s+(?:\S+\s+)?$/i;
/** "Weight loss of 6 kg in 6 months advised": what is to be, and is not so yet. */
const aimedAt = /^[^.;,]{0,40}?\b(?:advised|recommended|encouraged|(?:is the |as a )?(?:goal|target|aim))\b/i;
const triggered = /^\s+(?:after|upon|during|by|if|unless|until|before|along|over)\s/i;
