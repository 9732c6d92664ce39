import { citeSource } from '../../../evidence/citations/citation-of';
import { isAsked } from '../../../evidence/source/asked';
import type { Segment, SourceIndex } from '../../../evidence/source/source-index';
import { type Handedness, handednessIn } from '../../../facts/sides/handedness';
import { conceptsIn } from '../../../facts/quantities/topic';
import type { SentenceFacts } from '../../../facts/extract';
import type { SideFact } from '../../../facts/fact';
import { sideMentions } from '../../../facts/sides/mentions';
import { type Uneven, unevenIn } from '../../../facts/sides/uneven';
import { isAsked as isQuestion, type Span } from '../../../text/span';
import type { CheckInput, FindingDraft } from '../../check';

/** Something read from a sentence of a source. */
interface Told<T extends Span> {
  source: SourceIndex;
  segment: number;
  fact: T;
}

/** Reads something from every sentence of the sources that is no open question. */
function told<T extends Span>(
  { sources }: CheckInput,
  read: (sentence: SentenceFacts, segment: Segment) => T | undefined,
): Told<T>[] {
  return sources.flatMap(({ source }) =>
    source.segments.flatMap((segment, index) =>
      segment.sentences.flatMap((sentence): Told<T>[] => {
        const fact = read(sentence, segment);
        const isOpen = segment.turn ? isAsked(source, index, sentence) : isQuestion(source.text, sentence);
        return fact && !isOpen ? [{ source, segment: index, fact }] : [];
      }),
    ),
  );
}

/** The hand that somebody writes with, where every source sentence that tells it says the other one. */
export function handednessFindings(input: CheckInput): FindingDraft[] {
  return input.facts.flatMap(({ tokens }): FindingDraft[] => {
    const own = handednessIn(tokens);
    if (!own) return [];
    const all = told<Handedness>(input, (sentence) => handednessIn(sentence.tokens));
    const [first] = all;
    if (!first || all.some(({ fact }) => fact.side !== first.fact.side) || first.fact.side === own.side)
      return [];
    const { source, segment, fact } = first;
    const theirs = fact.side === 'bilateral' ? 'ambidextrous' : `${fact.side}-handed`;
    return [draft(own, `The source says ${theirs}.`, theirs, citeSource(source, segment, fact))];
  });
}

/** "L > R", where every source sentence that compares the sides for the same thing says it the other way round. */
export function unevenFindings(input: CheckInput): FindingDraft[] {
  return input.facts.flatMap((sentence): FindingDraft[] => {
    const own = unevenIn(sentence.tokens);
    if (!own) return [];
    const about = namesOf([sentence]);
    const all = told<Uneven>(input, (said, segment) => {
      // An answer compares what was asked about, and the rest of the turn names it as well.
      const names = namesOf(segment.turn ? segment.sentences : [said]);
      return [...about].some((name) => names.has(name)) ? unevenIn(said.tokens) : undefined;
    });
    const [first] = all;
    if (!first || all.some(({ fact }) => fact.side === own.side)) return [];
    const { source, segment, fact } = first;
    const message = `The source says that it is more on the ${fact.side}, not on the ${own.side}.`;
    return [draft(own, message, `more on the ${fact.side}`, citeSource(source, segment, fact))];
  });
}

/** So many turns around may go on about the place of a treatment. */
const besideReach = 2;

/**
 * What is treated on both sides in the note and on one in the source, or the other way round: "one drop in both eyes".
 * Of a medicine that both name, since of a finding a source may tell the two sides in two places.
 */
export function treatedFindings(input: CheckInput): FindingDraft[] {
  return input.facts.flatMap(({ sides, medications }) => {
    const names = new Set(medications.map(({ name }) => name));
    if (names.size === 0) return [];
    return sides.flatMap((own): FindingDraft[] => {
      const all = told<SideFact>(input, (sentence) =>
        sentence.medications.some(({ name }) => names.has(name))
          ? sentence.sides.find(({ concept }) => concept.name === own.concept.name)
          : undefined,
      );
      const [first] = all;
      if (!first || (own.side === 'bilateral') === (first.fact.side === 'bilateral')) return [];
      const isElsewhere = all.some(({ source, segment }) =>
        source
          .around(segment, besideReach)
          .some(({ sentences }) =>
            sentences.flatMap(sideMentions).some(({ side }) => side !== first.fact.side),
          ),
      );
      if (isElsewhere) return [];
      const { source, segment, fact } = first;
      const theirs = fact.side === 'bilateral' ? 'both sides' : `the ${fact.side}`;
      const message = `The source says ${theirs} for ${own.concept.name}, not ${own.side === 'bilateral' ? 'both sides' : `the ${own.side}`}.`;
      return [draft(own, message, theirs, citeSource(source, segment, fact))];
    });
  });
}

function namesOf(sentences: readonly SentenceFacts[]): Set<string> {
  return new Set(sentences.flatMap((sentence) => conceptsIn(sentence).map(({ name }) => name)));
}

function draft(
  { start, end }: Span,
  message: string,
  expected: string,
  citation: FindingDraft['citations'][number],
): FindingDraft {
  return { start, end, verdict: 'contradicted', message, expected, citations: [citation], fixes: [] };
}
