import { citeFinding } from '../../../evidence/citations/citation-of';
import {
  findingMentions,
  type FindingMention,
  isMentionAsked,
} from '../../../evidence/source/finding-mentions';
import { mayTellOf } from '../../../evidence/source/relatives-spoken-of';
import { relativeOf, toldRelatives, wholeFamily } from '../../../evidence/source/told-relatives';
import type { SentenceFacts } from '../../../facts/extract';
import type { PolarityFact } from '../../../facts/fact';
import { kindsOf, thePatient } from '../../../facts/persons/kinship';
import { isByMarriage, isRelative } from '../../../facts/persons/persons';
import { isParentByName, mayBeSame } from '../../../facts/persons/relative-words';
import type { SectionKind } from '../../../text/section-kind';
import type { CheckInput, FindingDraft } from '../../check';

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
    kind === 'family-history' &&
    !/\b(?:personal|patient)\b/i.test(input.statement.text) &&
    !sentence.tokens.some(({ text }) => isRelative(relativeWord(text)));
  const relative = relativeOf(sentence, note) ?? (isOfAll ? wholeFamily : undefined);
  if (ours === undefined || relative === undefined) return [];
  const { name } = note.concept;
  const sources = input.sources.map(({ source }) => source);
  const ofFamilies = (one: string): FindingMention[] =>
    findingMentions(one, sources).filter(({ fact }) => fact.experiencer === 'family');
  const mentions = ofFamilies(name);
  if (relative === wholeFamily)
    return ofFamily(note, ours, [
      ...mentions,
      ...(ours === 'absent' ? kindsOf(name).flatMap(ofFamilies) : []),
    ]);
  const theirs = mentions.filter((mention) => {
    const told = whose(mention);
    // "Any fainting in the family?" "No.": what nobody has, no relative has.
    const isOfNobody = told?.length === 0 && saidOf(mention.fact) === 'absent';
    return isOfNobody || (told?.length === 1 && told[0] === relative);
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
  input: CheckInput,
): FindingDraft[] {
  const { name } = note.concept;
  const sources = input.sources.map(({ source }) => source);
  const told = mentions.map(ownRelatives);
  const theirs = told[0]?.join(' or ');
  const [mention] = mentions;
  if (
    !mention ||
    theirs === undefined ||
    isByMarriage(relative) ||
    sources.some((source) => mayTellOf(source, relative, name))
  )
    return [];
  return told.every((others) => others?.every((other) => isOfOther(other, relative)))
    ? [otherRelative(note, relative, theirs, mention)]
    : [];
}

/** A relative by blood whom the note's can't be, or a parent-in-law who is none: "my mother-in-law has …" is of no mother. */
function isOfOther(other: string, relative: string): boolean {
  return (!isByMarriage(other) || other.endsWith('-in-law')) && !mayBeSame(other, relative);
}

/**
 * The one relative that a clause of the patient's own tells of: "my cousin has …, and my brother …"; several where it may be
 * any of them.
 */
function ownRelatives(mention: FindingMention): readonly string[] | undefined {
  const { source, segment, fact } = mention;
  const speaker = source.segments[segment]?.turn?.speaker;
  const own = source.factsAt(segment, fact.start);
  if (!own || speaker === 'clinician' || speaker === 'other') return undefined;
  if (speaker === 'family') {
    const told = whose(mention);
    return told?.length === 0 ? undefined : told;
  }
  const named = own.tokens.flatMap(({ text, start }, index) =>
    isRelative(relativeWord(text)) ? [{ index, ahead: start <= fact.start }] : [],
  );
  const before = named.filter(({ ahead }) => ahead);
  const [last, earlier] = (before.length > 0 ? before : named).map(({ index }) => index).reverse();
  if (last === undefined || (before.length === 0 && named.length > 1)) return undefined;
  // "My dad's mother": the owner is named to say who she is. "My dad and his brother" leaves open whose he is.
  const at = earlier === last - 1 ? earlier : last;
  if (
    !/^(?:my|our|maternal|paternal)$/.test(own.tokens[at - 1]?.text ?? '') &&
    !isParentByName(own.tokens, at)
  )
    return undefined;
  const told = whose(mention);
  return told?.length === 1 ? told : undefined;
}

/** Whose a mention is to the patient; none where nobody in particular is named. */
function whose({ source, segment, fact }: FindingMention): readonly string[] | undefined {
  const own = source.factsAt(segment, fact.start);
  return own && toldRelatives(source, segment, own, fact);
}

/** "Brother's got stones": the relative behind the short form. */
const relativeWord = (text: string): string => text.replace(/['’]s$/, '');

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

/** "No family history of diabetes", where a relative has it; "family history of diabetes", where nobody has. */
function ofFamily(
  note: PolarityFact,
  ours: 'present' | 'absent',
  mentions: readonly FindingMention[],
): FindingDraft[] {
  // A question says nothing against what was told to it.
  const said =
    ours === 'absent' ? mentions.filter((one) => !(isMentionAsked(one) && !saidOf(one.fact))) : mentions;
  const told = said.map((mention) => ({ relatives: whose(mention), says: saidOf(mention.fact) }));
  if (told.some(({ says }) => says === undefined || says === ours)) return [];
  const at = told.findIndex(({ relatives }) =>
    ours === 'absent'
      ? relatives?.length && relatives.every((one) => one !== thePatient && !isByMarriage(one))
      : relatives?.length === 0,
  );
  const mention = said[at];
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
