import { citeFinding, citeSource } from '../../evidence/citations/citation-of';
import { type FindingMention, findingMentions } from '../../evidence/source/finding-mentions';
import { cancerSite } from '../../facts/findings/cancer-site';
import type { SourceIndex } from '../../evidence/source/source-index';
import { relativeOf, toldRelatives } from '../../evidence/source/told-relatives';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact, QuantityFact } from '../../facts/fact';
import { isByMarriage, isRelative } from '../../facts/persons/persons';
import { mayBeSame } from '../../facts/persons/relative-words';
import { wordAt } from '../../facts/token-reach';
import { oncePer } from '../../once';
import { tokenIndexAt } from '../../text/tokens';
import type { CheckInput, FindingDraft } from '../check';

/** A finding of one relative by blood, with the sentence that tells of it. */
interface OfRelative {
  sentence: SentenceFacts;
  fact: PolarityFact;
  relative: string;
}

function ofRelative(
  sentence: SentenceFacts,
  fact: PolarityFact,
  relative = relativeOf(sentence, fact),
): OfRelative | undefined {
  if (fact.polarity !== 'present' || fact.experiencer !== 'family' || fact.certainty !== 'certain')
    return undefined;
  const isOne = relative !== undefined && relative !== 'family' && !isByMarriage(relative);
  return isOne ? { sentence, fact, relative } : undefined;
}

/** What the sources tell of findings of the same relative. */
function toldOf(relative: string, names: readonly string[], { sources }: CheckInput) {
  return names
    .flatMap((name) =>
      findingMentions(
        name,
        sources.map(({ source }) => source),
      ),
    )
    .flatMap((mention: FindingMention) => {
      const sentence = mention.source.factsAt(mention.segment, mention.fact.start);
      const [theirs, ...more] =
        (sentence && toldRelatives(mention.source, mention.segment, sentence, mention.fact)) ?? [];
      if (!sentence || theirs === undefined || more.length > 0) return [];
      const told = ofRelative(sentence, mention.fact, theirs);
      return told && mayBeSame(theirs, relative) ? [{ ...told, mention }] : [];
    });
}

const oldest = 110;
const behindReach = 9;

/** "At 52", "aged 52", "at the age of 52", "(52)", "when she was 52". */
function isAge(
  sentence: SentenceFacts,
  { unit, value, number, high, comparator, decimals }: QuantityFact,
): boolean {
  if (unit.dimension !== 'none' && unit.code !== 'a') return false;
  if (value < 1 || value > oldest || high !== undefined || comparator !== '=' || decimals > 0) return false;
  const at = tokenIndexAt(sentence.tokens, number.start);
  const before = wordAt(sentence.tokens, at - 1);
  if (before === 'of') return wordAt(sentence.tokens, at - 2) === 'age';
  if (before === 'was') return /^(?:he|she)$/.test(wordAt(sentence.tokens, at - 2));
  return /^(?:at|aged?|\()$/.test(before);
}

/** The age that is said right behind a finding of a relative, in the same breath. */
function ageBehind({ sentence, fact }: OfRelative): QuantityFact | undefined {
  const { tokens, quantities, polarities } = sentence;
  const from = tokenIndexAt(tokens, fact.end);
  const ages = quantities.filter((one) => {
    const at = tokenIndexAt(tokens, one.number.start);
    if (one.number.start < fact.end || at - from > behindReach || !isAge(sentence, one)) return false;
    const isOthers = polarities.some(({ start }) => start >= fact.end && start < one.number.start);
    const between = tokens.slice(from, at);
    return (
      !isOthers &&
      !between.some(({ text }) => isRelative(text) || /^(?:[;.]|died|death|diagnosed)$/.test(text))
    );
  });
  return ages.length === 1 ? ages[0] : undefined;
}

/** How many segments around the place where it is told may say the note's number too. */
const saidReach = 2;

function isSaidNear({ source, segment }: FindingMention, value: number): boolean {
  return source
    .around(segment, saidReach)
    .some(({ sentences }) =>
      sentences.some(({ quantities, ages }) =>
        [
          ...quantities.flatMap((one) => [one.value, ...one.alternatives]),
          ...ages.map(({ years }) => years.low),
        ].includes(value),
      ),
    );
}

const roughly =
  /\b(?:about|around|roughly|or so|ish|early|late|mid|maybe|think|i'm not sure|something|\d0s|ties)\b/i;

/**
 * "Father: MI at 62", where the source says 52. Where the source gives one age for it, says it for certain, and never the
 * note's near by: who fell ill at one age may have died at another.
 */
export function agesOfRelatives(input: CheckInput): FindingDraft[] {
  return input.facts.flatMap((sentence) =>
    sentence.polarities.flatMap((fact): FindingDraft[] => {
      const note = ofRelative(sentence, fact);
      const ours = note && ageBehind(note);
      if (!note || !ours) return [];
      const told = toldOf(note.relative, [fact.concept.name], input);
      const [first] = told;
      const theirs = first && ageBehind(first);
      if (!first || !theirs || theirs.value === ours.value) return [];
      const { source, segment } = first.mention;
      const words = source.text.slice(first.sentence.start, first.sentence.end);
      const isOpen =
        told.some(({ mention }) => isSaidNear(mention, ours.value)) ||
        told.some((one) => (ageBehind(one)?.value ?? theirs.value) !== theirs.value) ||
        roughly.test(words.replaceAll('’', "'"));
      if (isOpen) return [];
      const years = String(theirs.value);
      return [
        {
          start: ours.start,
          end: ours.end,
          verdict: 'contradicted',
          message: `The source gives the age of the ${first.relative} at the time of ${fact.concept.name} as ${years}.`,
          expected: years,
          citations: [citeSource(source, segment, theirs)],
          fixes: [{ ...ours.number, newText: years, title: `Take the source's age: ${years}` }],
        },
      ];
    }),
  );
}

/** "Sister: ovarian cancer", where the source tells of her breast cancer, and of no other cancer of hers. */
export function cancersOfRelatives(sentence: SentenceFacts, input: CheckInput): FindingDraft[] {
  return sentence.polarities.flatMap((fact): FindingDraft[] => {
    const note = ofRelative(sentence, fact);
    const ours = note && cancerSite(sentence.tokens, fact.concept);
    if (!note || ours === undefined) return [];
    const told = toldOf(note.relative, cancers(input), input).map((one) => ({
      ...one,
      site: cancerSite(one.sentence.tokens, one.fact.concept),
    }));
    const [first] = told;
    const isOther = told.every(
      ({ site, relative }) => site !== undefined && site !== ours && relative === note.relative,
    );
    if (!first || !isOther || isSiteSaid(ours, input)) return [];
    const { source, segment, fact: theirs } = first.mention;
    const named = tokenIndexAt(first.sentence.tokens, theirs.concept.start);
    const from = first.sentence.tokens[named - 1]?.start ?? theirs.concept.start;
    const name = source.text.slice(
      theirs.concept.name === 'cancer' ? from : theirs.concept.start,
      theirs.concept.end,
    );
    return [
      {
        start: fact.start,
        end: fact.end,
        verdict: 'contradicted',
        message: `The source tells of another cancer of the ${note.relative}: “${name}”.`,
        expected: first.fact.concept.name,
        citations: citeFinding(source, segment, theirs),
        fixes: [],
      },
    ];
  });
}

/** The names of cancers that the sources name, by which they are asked. */
function cancers({ sources }: CheckInput): string[] {
  return [...new Set(sources.flatMap(({ source }) => cancersIn(source)))];
}

/** Looked for once per source, since every cancer of a relative is compared with them. */
const cancersIn = oncePer((source: SourceIndex): readonly string[] => {
  const named = source.segments.flatMap(({ sentences }) =>
    sentences.flatMap(({ polarities }) => polarities.map(({ concept }) => concept.name)),
  );
  return [...new Set(named.filter((name) => /\bcancer$/.test(name)))];
});

/** True when a source speaks of a cancer of that organ in anybody. */
function isSiteSaid(site: number, input: CheckInput): boolean {
  const sources = input.sources.map(({ source }) => source);
  return cancers(input).some((name) =>
    findingMentions(name, sources).some(({ source, segment, fact }) => {
      const sentence = source.factsAt(segment, fact.start);
      return sentence !== undefined && cancerSite(sentence.tokens, fact.concept) === site;
    }),
  );
}
