import { citeSource } from '../evidence/citation-of';
import { type FindingMention, findingMentions } from '../evidence/finding-mentions';
import { isAffirmed, isDenied, phraseFact, phraseMentions } from '../evidence/phrase-mentions';
import { toldAs } from '../evidence/told-clause';
import type { SentenceFacts } from '../facts/extract';
import type { PolarityFact } from '../facts/fact';
import { affirmedPhrases, deniedClauses, deniedPhrases } from '../facts/noun-phrases';
import { plainPolarity } from '../facts/polarity';
import { inSection } from '../facts/section-context';
import { spanOf } from '../facts/token-reach';
import { type SectionKind, statementKind } from '../text/section-kind';
import { overlaps } from '../text/span';
import type { Check, CheckInput, FindingDraft } from './check';
import { checkRelatives } from './polarity-of-relatives';

// What these words name depends on where it is: swelling of the ankle says nothing about swelling of the neck.
const local = new Set(
  (
    'swelling|redness|tenderness|numbness|tingling|weakness|rash|bruising|fracture|effusion|edema|dislocation|stiffness|' +
    'instability|atrophy|crepitus|itching|discharge|bleeding|stones|congestion|mass|nodule|laxity|skin lesion|trauma|cramps|ulcer|' +
    'blood clot|stenosis|thrombus|infarction|ischemia|subluxation|skin changes|free fluid'
  ).split('|'),
);

// What these hold is not about the patient as they are now.
const notThePatientNow: ReadonlySet<SectionKind> = new Set(['family-history', 'allergies']);
// What is planned is not yet so; its phrases are compared by no dictionary.
const wordless: ReadonlySet<SectionKind> = new Set(['plan', 'instructions']);

/** A finding of the note. */
interface OfNote extends PolarityFact {
  /** It is denied of the patient's whole life: "no history of", "has never had". */
  ever?: boolean;
}

interface Mention extends FindingMention {
  /** False where the words may be part of another name. */
  whole?: boolean;
}

/**
 * What a mention says, for or against: "pain at rest" and "sometimes dizzy" say that there is pain and dizziness, while
 * "no pain at rest" does not say that there is none.
 */
function said(fact: PolarityFact): PolarityFact['polarity'] {
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

/** How many characters before a finding a word that qualifies it may stand. */
const qualifierReach = 25;

/**
 * True when two findings are at one place. A denial that names none holds for all; a finding is only where it is said to
 * be, and a calf that isn't tender says nothing of the knee; what "is not tender" may be a part that no dictionary holds.
 */
function sameSite(note: PolarityFact, { source, fact: theirs }: Mention): boolean {
  if (theirs.site !== undefined || said(theirs) !== 'absent') return note.site === theirs.site;
  const cue = theirs.cue ? source.text.slice(theirs.cue.start, theirs.cue.end) : '';
  return (
    !/(?:not|n['’]t)$/i.test(cue) ||
    !/^(?:tender|swollen|red|numb|weak|stiff|itchy)/i.test(wordsOf(source, theirs))
  );
}

function wordsOf(source: Mention['source'], { start, end }: PolarityFact): string {
  return source.text.slice(start, end);
}

/** True when both name a place, and not the same. */
function isElsewhere(note: PolarityFact, theirs: PolarityFact): boolean {
  return note.site !== undefined && theirs.site !== undefined && note.site !== theirs.site;
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
const everReach = 60;
const everWords = /\b(?:never|ever|history of|hx of)\b[^.?!;]*$/i;

/**
 * True when the mention says the opposite of the same time: what the patient has never had is opposed to what they once
 * had, and what they once had to "no history of".
 */
function turns(note: OfNote, { source, fact }: Mention, opposite: 'present' | 'absent'): boolean {
  if (isPast(note)) {
    const before = source.text.slice(Math.max(0, fact.start - everReach), fact.start);
    return said(fact) === 'absent' && everWords.test(before);
  }
  return said(fact) === opposite || (opposite === 'present' && note.ever === true && isPast(fact));
}

/**
 * The mention that turns the note round: clear ones are all opposite, and none agrees, if only for another time or in
 * part. One that can't be read either way (asked, hypothetical, of another person) says nothing against clear ones.
 */
function opposed(note: OfNote, mentions: readonly Mention[], isLocal: boolean): Mention | undefined {
  const polarity = said(note) === 'unknown' && isPast(note) ? 'present' : said(note);
  if (polarity === 'unknown' || mentions.some(({ fact }) => agrees(fact, polarity))) return undefined;
  const opposite = polarity === 'present' ? 'absent' : 'present';
  const clear = mentions.filter(
    (mention) =>
      (mention.whole ?? true) && turns(note, mention, opposite) && sameSide(note, mention.fact, mentions),
  );
  if (mentions.some((mention) => isLeftOpen(mention, polarity))) return undefined;
  const there = clear.filter((mention) =>
    isLocal ? sameSite(note, mention) : !isElsewhere(note, mention.fact),
  );
  // "No, no dizziness" says more to a reader than the question before it.
  return there.find(({ fact }) => fact.cue) ?? there[0];
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

function isOfReaction({ source, segment, fact }: Mention): boolean {
  if (!reactions.has(fact.concept.name) || source.segments[segment]?.turn === undefined) return false;
  const from = source.segments[Math.max(0, segment - allergyReach)]?.start ?? 0;
  return ofAllergy.test(source.text.slice(from, fact.start));
}

function draft(note: PolarityFact, name: string, { source, segment, fact }: Mention): FindingDraft {
  const absent = said(fact) === 'absent';
  return {
    start: note.cue ? Math.min(note.cue.start, note.start) : note.start,
    end: note.end,
    verdict: 'contradicted',
    message: absent
      ? `The source says that there is no ${name}; the note says that it is present.`
      : `The source says that ${name} is present; the note says that it is absent.`,
    expected: absent ? 'absent' : 'present',
    citations: [citeSource(source, segment, fact)],
    fixes: [],
  };
}

/** What an examination finds may differ from what the patient reports: "not breathless on examination". */
function isExamined(input: CheckInput, kind: SectionKind): boolean {
  return kind === 'examination' || /\b(?:seen|visible|on inspection)\b/i.test(input.statement.text);
}

/**
 * "Mild SOB", "headache after the fall", "no rash today": a note that says how much, when or by what has this from somewhere; a mention
 * that does not name it may be about another time or measure.
 */
function isQualified(note: PolarityFact, { statement: { text } }: CheckInput): boolean {
  const before = text.slice(Math.max(0, note.concept.start - qualifierReach), note.concept.start);
  const behind = text.slice(note.concept.end, note.concept.end + qualifierReach);
  if (note.polarity === 'absent') return nowWords.test(behind);
  return measured.test(before) || triggered.test(behind);
}

const nowWords =
  /^[\s,]*(?:today|now|currently|at present|at the moment|this (?:morning|visit|week|time)|since|overnight|yet|so far|noted)\b/i;
const measured =
  /\b(?:mild|mildly|slight|slightly|minimal|minor|trace|some|little|subtle|residual|initial|early)\s+$/i;
const triggered = /^\s+(?:after|upon|during|by|if|unless|until|before|along|over)\s/i;

/** What the patient says, or the clinician says back to them ("you said you're breathless"). */
function isReported({ source, segment, fact }: Mention): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  if (fact.polarity !== 'present' || speaker === undefined) return false;
  const before = source.text.slice(Math.max(0, fact.start - saidBackReach), fact.start);
  return speaker === 'patient' || speaker === 'family' || saidBack.test(before);
}

const saidBackReach = 80;
const saidBack =
  /\byou(?:'re| are| have|'ve| were)? (?:said|mention|told|tell|report|feel|felt|been|having|get|got|a bit|notic)/i;

/** "No acute fracture" denies all of what a note calls an acute fracture. */
function asQualified(note: PolarityFact, input: CheckInput, mention: Mention): Mention {
  const { cue, narrowed, ...bare } = mention.fact;
  const word = cue && mention.source.text.slice(cue.start, cue.end).toLowerCase().split(/\s+/).at(-1);
  if (!narrowed || !cue || !word || mention.fact.polarity !== 'absent') return mention;
  const before = input.statement.text
    .slice(Math.max(0, note.start - qualifierReach), note.start)
    .toLowerCase();
  return before.split(/\s+/).includes(word) ? { ...mention, fact: { ...bare, cue } } : mention;
}

function checkFinding(fact: PolarityFact, input: CheckInput, kind: SectionKind): FindingDraft[] {
  const { name } = fact.concept;
  const before = input.statement.text.slice(Math.max(0, fact.start - everReach), fact.start);
  const note: OfNote = { ...fact, ever: fact.polarity === 'absent' && everWords.test(before) };
  // "No headache now, some headaches before": a note that tells the cases apart has not mixed them up.
  const ours = input.facts.flatMap((sentence) => sentence.polarities);
  if (ours.some((fact) => fact.concept.name === name && said(fact) !== said(note))) return [];
  if (isQualified(fact, input)) return [];
  const sources = input.sources.map(({ source }) => source);
  const mentions = findingMentions(name, sources)
    .filter((mention) => !isOfReaction(mention) && (!isExamined(input, kind) || !isReported(mention)))
    .map((mention) => asQualified(note, input, mention));
  const found = opposed(note, mentions, local.has(name));
  return found ? [draft(note, name, found)] : [];
}

/** Findings that no dictionary holds are compared by their words: what is denied on one side, and affirmed on the other. */
function checkPhrases(sentence: SentenceFacts, input: CheckInput): FindingDraft[] {
  const sources = input.sources.map(({ source }) => source);
  const known = sentence.polarities.map(({ concept }) => concept);
  const affirmed = affirmedPhrases(sentence.tokens).filter(({ key }) =>
    sources.some((source) => isDenied(source, key)),
  );
  const denied = deniedPhrases(sentence.tokens).filter(({ key }) =>
    sources.some((source) => isAffirmed(source, key)),
  );
  return [...affirmed, ...denied].flatMap((phrase) => {
    const note = phraseFact(sentence, phrase);
    if (known.some((concept) => overlaps(concept, note))) return [];
    const mentions = sources.flatMap((source) =>
      phraseMentions(source, phrase.key).map((mention) => ({ source, ...mention })),
    );
    // What words alone make the same needs every place to say so.
    const opposite = said(note) === 'present' ? 'absent' : 'present';
    if (mentions.some(({ fact }) => said(fact) !== opposite)) return [];
    const found = opposed(note, mentions, false);
    return found ? [draft(note, `"${input.statement.text.slice(note.start, note.end)}"`, found)] : [];
  });
}

/** "She denies that she has been walking daily", and the patient says so in nearly the same words. */
function checkDeniedClauses(sentence: SentenceFacts, input: CheckInput): FindingDraft[] {
  return deniedClauses(sentence.tokens).flatMap((clause) => {
    for (const { source } of input.sources) {
      const told = toldAs(source, clause.stems);
      if (!told) continue;
      return [
        {
          ...spanOf(sentence.tokens, clause.from, clause.to),
          verdict: 'contradicted' as const,
          message: 'The patient says so in the source; the note says that it is denied.',
          expected: 'present',
          citations: [citeSource(source, told.segment, told.sentence)],
          fixes: [],
        },
      ];
    }
    return [];
  });
}

/** A symptom or finding that is present in the note and only ever absent in the source, or the other way round. */
export const faithfulnessPolarity: Check = {
  rule: 'faithfulness/polarity',
  axis: 'faithfulness',
  reports: 'The source says the opposite: present for absent, or absent for present.',
  harm: 2,
  yieldsTo: ['faithfulness/experiencer', 'faithfulness/allergy'],
  run: (input) => {
    const kind = statementKind(input.section?.title ?? '', input.statement.text);
    const facts = input.facts.map((sentence) => ({
      ...sentence,
      polarities: sentence.polarities.map((fact) => inSection(fact, kind)),
    }));
    const ofRelatives = facts.flatMap((sentence) => checkRelatives(sentence, input));
    if (notThePatientNow.has(kind)) return ofRelatives;
    const read = { ...input, facts };
    return [
      ...ofRelatives,
      ...facts.flatMap((sentence) => sentence.polarities).flatMap((note) => checkFinding(note, read, kind)),
      ...(wordless.has(kind) ? [] : facts.flatMap((sentence) => checkPhrases(sentence, read))),
      ...facts.flatMap((sentence) => checkDeniedClauses(sentence, read)),
    ];
  },
};
