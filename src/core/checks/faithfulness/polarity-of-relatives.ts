import { citeFinding } from '../../evidence/citations/citation-of';
import { findingMentions, type FindingMention } from '../../evidence/source/finding-mentions';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { isByMarriage, isInLaw, isRelative, mayBeSame, relativeBefore } from '../../facts/persons';
import type { SectionKind } from '../../text/section-kind';
import type { CheckInput, FindingDraft } from '../check';

/** Nobody of the family in particular: "no family history of diabetes". */
const wholeFamily = 'family';
/** So many words behind a finding may name the relative who has it ("diabetes in his brother"). */
const behindReach = 4;

/** Who has or lacks what a mention names: a relative, told apart by the words before ("maternal grandmother"). */
export function relativeOf({ tokens }: SentenceFacts, fact: PolarityFact): string | undefined {
  const at = tokens.findIndex(({ start }) => start >= fact.concept.start);
  if (at < 0) return undefined;
  const to = tokens.findIndex(({ start }) => start >= fact.concept.end);
  if (to > at && tokens[to]?.text === 'in') {
    for (let end = to + 2; end <= to + behindReach; end++) {
      const relative = relativeBefore(tokens.slice(to, end), end - to);
      if (relative !== undefined) return named(relative);
    }
  }
  const relative = relativeBefore(tokens, at);
  return relative === undefined ? undefined : named(relative);
}

const named = (relative: string): string =>
  /^(?:family|relatives?)$/.test(relative) ? wholeFamily : relative;

/** What is plainly said of a relative, at whatever time: what they had once, they have had. */
function saidOf(fact: PolarityFact): 'present' | 'absent' | undefined {
  const isPlain = fact.experiencer === 'family' && fact.certainty === 'certain' && !fact.narrowed;
  return isPlain && fact.polarity !== 'unknown' ? fact.polarity : undefined;
}

function check(
  sentence: SentenceFacts,
  note: PolarityFact,
  input: CheckInput,
  kind: SectionKind,
): FindingDraft[] {
  const ours = saidOf(note);
  // "No diabetes" under "Family history" denies it of all, where no relative is named.
  const isOfAll =
    kind === 'family-history' && !sentence.tokens.some(({ text }) => isRelative(relativeWord(text)));
  const relative = relativeOf(sentence, note) ?? (isOfAll ? wholeFamily : undefined);
  if (ours === undefined || relative === undefined) return [];
  const { name } = note.concept;
  const mentions = findingMentions(
    name,
    input.sources.map(({ source }) => source),
  ).filter(({ fact }) => fact.experiencer === 'family');
  if (relative === wholeFamily) return ofFamily(note, ours, mentions);
  const theirs = mentions.filter(({ source, segment, fact }) => {
    const own = source.factsAt(segment, fact.start);
    const told = own && relativeOf(own, fact);
    // "Any fainting in the family?" "No.": what nobody has, no relative has.
    return own !== undefined && (told === relative || (isOfAnybody(told) && saidOf(fact) === 'absent'));
  });
  if (ours === 'present' && theirs.length === 0 && mentions.every(({ fact }) => saidOf(fact) === ours))
    return ofAnother(note, relative, mentions, input);
  // "Cancer runs in the family" may be about the very relative.
  if (mentions.some(({ fact }) => saidOf(fact) === ours) || theirs.some(({ fact }) => !saidOf(fact)))
    return [];
  const [told] = theirs;
  return told ? [draft(note, relative, told)] : [];
}

/**
 * "Brother has hemophilia", where the patient tells it of a cousin, and of nobody else, and never speaks of a brother. One
 * relative by blood each: "my parents" may be the mother, and "his brother" is no brother of the patient.
 */
function ofAnother(
  note: PolarityFact,
  relative: string,
  mentions: readonly FindingMention[],
  { sources }: CheckInput,
): FindingDraft[] {
  const told = mentions.map(ownRelative);
  const [theirs] = told;
  const [mention] = mentions;
  if (!mention || theirs === undefined || isByMarriage(relative) || isNamed(relative, sources)) return [];
  return told.every((other) => other !== undefined && isOfOther(other, relative))
    ? [otherRelative(note, relative, theirs, mention)]
    : [];
}

/** A relative by blood whom the note's can't be, or a parent-in-law who is none: "my mother-in-law has …" is of no mother. */
function isOfOther(other: string, relative: string): boolean {
  return (!isByMarriage(other) || other.endsWith('-in-law')) && !mayBeSame(other, relative);
}

/** The one relative that a clause of the patient's own tells of: "my cousin has …, and my brother …". */
function ownRelative({ source, segment, fact }: FindingMention): string | undefined {
  const speaker = source.segments[segment]?.turn?.speaker;
  const own = source.factsAt(segment, fact.start);
  if (!own || (speaker !== undefined && speaker !== 'patient')) return undefined;
  const named = own.tokens.flatMap(({ text, start }, index) =>
    isRelative(relativeWord(text)) ? [{ index, ahead: start < fact.start }] : [],
  );
  const before = named.filter(({ ahead }) => ahead);
  const [last, earlier] = (before.length > 0 ? before : named).map(({ index }) => index).reverse();
  if (last === undefined || (before.length === 0 && named.length > 1)) return undefined;
  // "My dad's mother": the owner is named to say who she is. "My dad and his brother" leaves open whose he is.
  const at = earlier === last - 1 ? earlier : last;
  if (!/^(?:my|our|maternal|paternal)$/.test(own.tokens[at - 1]?.text ?? '')) return undefined;
  const told = relativeOf(own, fact);
  return told === wholeFamily ? undefined : told;
}

/** "Brother's got stones": the relative behind the short form. */
const relativeWord = (text: string): string => text.replace(/['’]s$/, '');

/** True when a source names a relative who may be this one anywhere, or a companion speaks, whose "my mother" is another. */
function isNamed(relative: string, sources: CheckInput['sources']): boolean {
  return sources.some(({ source }) =>
    source.segments.some(
      ({ turn, sentences }) =>
        turn?.speaker === 'family' ||
        /guest/i.test(turn?.label ?? '') ||
        sentences.some(({ tokens }) => namesThis(tokens, relative)),
    ),
  );
}

function namesThis(list: SentenceFacts['tokens'], relative: string): boolean {
  return list.some(({ text }, at) => {
    const word = relativeWord(text);
    if (!isRelative(word) || isInLaw(list, at)) return false;
    // "My mum's sister" names no mum.
    if (word !== text && isRelative(list[at + 1]?.text ?? '')) return false;
    return mayBeSame((word === text ? relativeBefore(list, at + 1) : undefined) ?? word, relative);
  });
}

function otherRelative(
  note: PolarityFact,
  relative: string,
  theirs: string,
  { source, segment, fact }: FindingMention,
): FindingDraft {
  return {
    start: note.start,
    end: note.end,
    verdict: 'contradicted',
    message: `The source tells of ${note.concept.name} in the ${theirs}, not the ${relative}.`,
    expected: theirs,
    citations: citeFinding(source, segment, fact),
    fixes: [],
  };
}

/** True where no one relative is named. */
function isOfAnybody(relative: string | undefined): boolean {
  return relative === undefined || relative === wholeFamily;
}

/** "No family history of diabetes", where a relative has it; "family history of diabetes", where nobody has. */
function ofFamily(
  note: PolarityFact,
  ours: 'present' | 'absent',
  mentions: readonly FindingMention[],
): FindingDraft[] {
  const told = mentions.map(({ source, segment, fact }) => {
    const own = source.factsAt(segment, fact.start);
    return { relative: own && relativeOf(own, fact), says: saidOf(fact) };
  });
  if (told.some(({ says }) => says === undefined || says === ours)) return [];
  const at = told.findIndex(({ relative }) =>
    ours === 'absent'
      ? relative !== undefined && relative !== wholeFamily && !isByMarriage(relative)
      : isOfAnybody(relative),
  );
  const mention = mentions[at];
  return mention ? [draft(note, wholeFamily, mention)] : [];
}

function draft(note: PolarityFact, relative: string, told: FindingMention): FindingDraft {
  const { name } = note.concept;
  const absent = told.fact.polarity === 'absent';
  return {
    start: note.cue ? Math.min(note.cue.start, note.start) : note.start,
    end: note.end,
    verdict: 'contradicted',
    message: absent
      ? `The source says that the ${relative} has no ${name}; the note says otherwise.`
      : `The source tells of ${name} in the ${relative}; the note says that there is none.`,
    expected: absent ? 'absent' : 'present',
    citations: citeFinding(told.source, told.segment, told.fact),
    fixes: [],
  };
}

/** "Father had no brain cancer", where the source says that he had: the same relative, the same finding, all mentions opposite. */
export function checkRelatives(
  sentence: SentenceFacts,
  input: CheckInput,
  kind: SectionKind,
): FindingDraft[] {
  return sentence.polarities.flatMap((note) => check(sentence, note, input, kind));
}
