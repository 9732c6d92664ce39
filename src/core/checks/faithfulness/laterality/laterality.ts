import { citeSource } from '../../../evidence/citations/citation-of';
import { sidesOf, type SourceSide } from '../../../evidence/source/source-sides';
import { wordWeights } from '../../../evidence/source/word-weights';
import { sameRegion } from '../../../facts/findings/body-regions';
import { oppositeSide } from '../../../facts/sides/one-side';
import { sideMentions, type SideMention } from '../../../facts/sides/mentions';
import { deniesWhatIsTold, isNameOf } from '../../../facts/sides/topic';
import { isClauseWell, isDeniedAll, isUnaffectedWord, isWell, wellWords } from '../../../facts/sides/well';
import { formatPart } from '../../../facts/sides/spine-levels';
import { oppositeAbbreviations } from '../../../facts/sides/abbreviations';
import { matchCase } from '../../../text/letter-case';
import { isAsked } from '../../../text/span';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { isOfBefore } from './before';
import { oneOrBothSides } from './both';
import { handednessFindings, treatedFindings, unevenFindings } from './told';

/** A side of the source measured against one of the note. */
interface Candidate {
  place: SourceSide;
  /** `open`: one of the two names no part of the body. */
  part: 'same' | 'region' | 'open';
  /** Weight of the words that both are about. */
  affinity: number;
}

/** What a word of the turn around counts against one beside the side. */
const aroundWeight = 0.3;

function candidatesFor(note: SideMention, input: CheckInput): Candidate[] {
  return input.sources.flatMap(({ source }) => {
    const weightOf = wordWeights(source);
    return sidesOf(source).flatMap((place): Candidate[] => {
      const part = compareParts(note.part, place.mention.part ?? place.carried);
      if (part === 'other') return [];
      let affinity = 0;
      for (const word of note.topic) {
        // The name of the part says nothing more once the parts are known.
        if (part !== 'open' && isNameOf(word, note.part)) continue;
        if (place.mention.topic.has(word)) affinity += weightOf(word);
        else if (place.around.has(word)) affinity += aroundWeight * weightOf(word);
      }
      return [{ place, part, affinity }];
    });
  });
}

/** What was operated on is another event than what is there ("hernia surgery on the right", "a hernia on the left"). */
function isOperated(words: ReadonlySet<string>): boolean {
  return [...words].some((word) => operation.test(word));
}

const operation =
  /^(?:surger|surgic|repair|replac|oper|graft|amput|transplant|resect|fixat|stent)|(?:ectomi|plasti|scopi)/;

function compareParts(ours: string | undefined, theirs: string | undefined): Candidate['part'] | 'other' {
  if (ours === undefined || theirs === undefined) return 'open';
  if (ours === theirs) return 'same';
  return sameRegion(ours, theirs) ? 'region' : 'other';
}

const best = (list: readonly Candidate[]): Candidate | undefined =>
  [...list].sort((a, b) => b.affinity - a.affinity)[0];

/** "Right leg?" – "Right leg, yeah.": of a question and its answer a reader is shown the answer. */
function asTold(found: Candidate, all: readonly Candidate[]): Candidate {
  const { source, segment, mention } = found.place;
  if (!isAsked(source.text, source.sentenceAt(segment, mention.start))) return found;
  const isAnswer = ({ place, part }: Candidate): boolean =>
    place.source === source && place.segment === segment + 1 && part === found.part;
  return all.find(isAnswer) ?? found;
}

/** Words in common that bind a side where no part of the body does. */
const openAffinity = 1;
/** So much more must speak for the other side where the source gives both. */
const margin = 0.4;
/** Or the other side is given this many times as often, and no worse bound. */
const prevalence = 4;

/** What of the source speaks for the other side, if anything does. */
function conflict(note: SideMention, isAlone: boolean, input: CheckInput): Candidate | undefined {
  if (note.side !== 'left' && note.side !== 'right') return undefined;
  const wrong = oppositeSide[note.side];
  const all = candidatesFor(note, input);
  const same = all.filter(({ part }) => part === 'same');
  // Where nothing is ever said to be on the note's side, less is needed.
  const oneSided = !all.some(({ place: { mention } }) => mention.side !== wrong);
  const least = oneSided ? openAffinity / 2 : openAffinity;
  const pool =
    same.length > 0 ? same : all.filter(({ part, affinity }) => part === 'region' || affinity >= least);
  const against = pool.filter(
    ({ place, part, affinity }) =>
      place.mention.side === wrong &&
      !place.corrected &&
      !deniesWhatIsTold(note, place.mention) &&
      !isOfBefore(place, input) &&
      // An ankle and a thigh of which nothing alike is said are two things.
      (part !== 'region' || affinity > 0) &&
      (!isOperated(note.topic) || isOperated(place.mention.topic) || isOperated(place.around)),
  );
  const bound = best(against);
  if (!bound) return undefined;
  const strongest = { ...asTold(bound, against), affinity: bound.affinity };
  // "The other knee", with no side, is the note's as likely as not.
  // Of a part that is named on both sides it says nothing, where it has no word of the note's.
  const others = all.filter(
    ({ place, part, affinity }) =>
      place.mention.side === 'other' &&
      part !== 'region' &&
      (part === 'same' || affinity > 0 || bound.part !== 'same'),
  );
  const spoken = [...new Set([...pool.filter(({ place }) => place.mention.side !== wrong), ...others])];
  const rest = spoken.filter(({ place }) => !isOutOfQuestion(place, against, input));
  // The hand is on the side of the wrist: the wrist's own side has to be bound better than the hand's.
  const near = all.filter(({ place, part }) => part === 'region' && place.mention.side === note.side);
  const nearest = best(near)?.affinity ?? 0;
  if (against.length < prevalence && nearest > 0 && nearest >= strongest.affinity) return undefined;
  // The right heel is intact, and the left is spoken of because it is sore.
  if (rest.length === 0 && isSaidWell(note, input) && !isWell(strongest.place.mention.topic))
    return undefined;
  if (
    isSaidWell(note, input) &&
    rest.some(({ part, place }) => part === 'same' && isWell(place.mention.topic))
  )
    return undefined;
  // "L base crackles, R clear": what is well on a side of which nothing alike is said, or said well by itself, is another thing.
  const { source, mention } = strongest.place;
  if (
    isWell(mention.topic) &&
    !isClauseWell(input.statement.text, note.whole.start) &&
    (strongest.affinity < least || isClauseWell(source.text, mention.whole.start))
  )
    return undefined;
  if (isBorneOut(note, all, strongest)) return undefined;
  if (rest.length === 0) return isAlone || against.length >= prevalence ? strongest : undefined;
  if (!isAlone) return undefined;
  const support = best(rest)?.affinity ?? 0;
  const binds = strongest.affinity >= support + margin && against.length >= rest.length;
  const prevails =
    !isUnaffected(input) && against.length >= prevalence * rest.length && strongest.affinity >= support;
  return binds || prevails ? strongest : undefined;
}

/**
 * "Right leg, yeah, right. Left one's fine.": the side that is said to be well is none of a complaint, where the source speaks of the
 * other one more than once, and says nothing of the kind of it.
 */
function isOutOfQuestion({ mention }: SourceSide, against: readonly Candidate[], input: CheckInput): boolean {
  return (
    against.length > 1 &&
    isWell(mention.topic) &&
    !isUnaffected(input) &&
    !against.some(({ part, place }) => part !== 'same' || isWell(place.mention.topic))
  );
}

/** "Healed scars on the left", with no part named: the note's side, where as much of what is said there is in the note. */
function isBorneOut(note: SideMention, all: readonly Candidate[], against: Candidate): boolean {
  const bare = best(all.filter(({ part, place }) => part === 'open' && place.mention.side === note.side));
  return bare !== undefined && bare.affinity > 0 && bare.affinity >= against.affinity;
}

const saidWell = new RegExp(
  String.raw`^(?:\s+(?:and|&)\s+(?:l|r|left|right)\s+\w+)?\s+(?:(?:is|are|was|were)\s+)?(?:${wellWords}|(?:pain|symptom)[- ]free)\b`,
  'i',
);

/** "R heel intact", "R wrist and L elbow NAD": the side has nothing wrong with it. */
function isSaidWell({ whole }: SideMention, { statement: { text } }: CheckInput): boolean {
  return saidWell.test(text.slice(whole.end)) || isDeniedAll(text, whole);
}

function isUnaffected({ facts }: CheckInput): boolean {
  return facts.some(({ tokens }) => tokens.some(({ text }) => isUnaffectedWord(text)));
}

function check(note: SideMention, mentions: readonly SideMention[], input: CheckInput): FindingDraft[] {
  if ((note.side !== 'left' && note.side !== 'right') || note.elliptic) return [];
  // A note that tells the two sides apart has hardly mixed them up.
  const isAlone =
    !mentions.some(({ part, side }) => part === note.part && side !== note.side) &&
    !tellsOtherApart(note, input.statement.text);
  const found = conflict(note, isAlone, input);
  if (!found) return [];
  const { place, part } = found;
  const wrong = oppositeSide[note.side];
  const what = note.part === undefined ? 'side' : formatPart(note.part);
  const written = input.statement.text.slice(note.start, note.end);
  const turned = written.replace(sideWord, (word) => matchCase(otherSide[word.toLowerCase()] ?? word, word));
  return [
    {
      ...note.whole,
      verdict: 'contradicted',
      message: `The source speaks of the ${wrong} ${what}, not of the ${note.side}.`,
      expected: wrong,
      citations: [citeSource(place.source, place.segment, place.mention.whole)],
      fixes:
        // The other side of another part, or of none, is no side to write here.
        turned === written || part !== 'same'
          ? []
          : [
              {
                title: `Take the source's side: ${wrong}`,
                start: note.start,
                end: note.end,
                newText: turned,
              },
            ],
    },
  ];
}

/** "Severe OA left hip, mild right": the other side of the part follows without its name. */
function tellsOtherApart({ side, whole }: SideMention, text: string): boolean {
  const other = bareSide.exec(text.slice(whole.end))?.[1]?.toLowerCase();
  return other !== undefined && !other.startsWith(side.slice(0, 1));
}

const bareSide =
  /^[^.;,]{0,40}(?:,| and| but) (?:(?!on\b|of\b|in\b|the\b)[\p{L}-]+ )?(left|right|lt|rt|l|r)\s*(?:[.;,)]|$)/iu;

/** Each way to write a side, with the same way to write the other. */
const otherSide: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  lt: 'rt',
  rt: 'lt',
  l: 'r',
  r: 'l',
  ...Object.fromEntries(oppositeAbbreviations),
};
const sideWord = new RegExp(String.raw`(?<!\p{L})(?:${Object.keys(otherSide).join('|')})(?!\p{L})`, 'iu');

/** Left and right: what the source says of the same thing is on the other side. */
export const faithfulnessLaterality: Check = {
  rule: 'faithfulness/laterality',
  axis: 'faithfulness',
  reports: 'The source says the other side.',
  harm: 1,
  run(input) {
    const mentions = input.facts.flatMap(sideMentions);
    return [
      ...mentions.flatMap((note) => check(note, mentions, input)),
      ...handednessFindings(input),
      ...unevenFindings(input),
      ...treatedFindings(input),
      ...oneOrBothSides(input),
    ];
  },
};
