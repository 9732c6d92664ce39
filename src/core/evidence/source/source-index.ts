import { extractFacts, type SentenceFacts } from '../../facts/extract';
import { doseDimensions } from '../../facts/fact';
import { builtInTerminology } from '../../terminology/built-in';
import type { Terminology } from '../../terminology/terminology';
import { nameBareBlood } from './blood-asked-for';
import { carryOrders } from '../../facts/medications/carry';
import { isOtherHeading, isOtherTopic } from '../../facts/medications/cues';
import { isOfRising } from '../../facts/medications/gaps';
import type { Span } from '../../text/span';
import { tokenIndexAt } from '../../text/tokens';
import { splitTurns, type Turn } from '../../text/turns';
import { tokenise } from '../../text/words';
import { nameAnsweredValues } from './answered-measurements';
import { Bm25Index } from '../passages/bm25';
import { leaveAskedOpen, resolveSections } from './resolve-sections';
import { resolveTurns } from './resolve-turns';

/** A turn of a transcript, or a sentence of any other source. */
export interface Segment extends Span {
  turn?: Turn;
  sentences: SentenceFacts[];
}

/** Some consecutive segments of a source, as evidence for a statement. */
export interface EvidenceWindow extends Span {
  /** Segment indices, `to` exclusive. */
  from: number;
  to: number;
  score: number;
}

/** Evidence is looked for in windows of this many segments (design: three turns). */
const windowSize = 3;

/** A source, read once: its segments, their typed facts, and keyword search over windows of three segments. */
export class SourceIndex {
  readonly segments: Segment[];
  private readonly bm25: Bm25Index;

  /**
   * @param document absolute path, or a name where there is no file
   * @param text the source as read; all spans point into it
   * @param version SHA-256 of the text, hex
   * @param terminology what its facts are read with
   */
  constructor(
    readonly document: string,
    readonly text: string,
    readonly version: string,
    readonly terminology: Terminology = builtInTerminology,
  ) {
    const turns = splitTurns(text);
    this.segments = turns
      ? turns.map((turn) => ({
          start: turn.start,
          end: turn.end,
          turn,
          sentences: extractFacts(text, turn, terminology),
        }))
      : extractFacts(text, undefined, terminology).map((sentence) => ({
          start: sentence.start,
          end: sentence.end,
          sentences: [sentence],
        }));
    if (turns) {
      nameBareBlood(this.segments);
      resolveTurns(text, this.segments);
      nameAnsweredValues(this.segments, terminology);
    } else {
      leaveAskedOpen(text, this.segments);
      resolveSections(text, this.segments);
    }
    carryMedications(this.segments);
    carryOrders(
      this.segments.map(({ sentences }) => sentences),
      terminology,
    );
    const words = this.segments.map((segment) => tokenise(text.slice(segment.start, segment.end)));
    this.bm25 = new Bm25Index(words.map((_, index) => words.slice(index, index + windowSize).flat()));
  }

  /** The best `k` windows for a text, best first; none when they share no word. */
  windows(query: string, k: number): EvidenceWindow[] {
    return this.bm25
      .search(tokenise(query), k)
      .map(({ index, score }) => ({ ...this.windowFrom(index), score }));
  }

  /** Every window that a query may find, in order. */
  everyWindow(): Omit<EvidenceWindow, 'score'>[] {
    return this.segments.map((_, index) => this.windowFrom(index));
  }

  private windowFrom(index: number): Omit<EvidenceWindow, 'score'> {
    const to = Math.min(index + windowSize, this.segments.length);
    return {
      from: index,
      to,
      start: this.segments[index]?.start ?? 0,
      end: this.segments[to - 1]?.end ?? 0,
    };
  }

  /** A segment with those up to `reach` before and behind it. */
  around(segment: number, reach: number): Segment[] {
    return this.segments.slice(Math.max(0, segment - reach), segment + reach + 1);
  }

  /** The sentence that holds the offset, else the segment's own span. */
  sentenceAt(segment: number, offset: number): Span {
    const found = this.segments[segment];
    return this.factsAt(segment, offset) ?? { start: found?.start ?? 0, end: found?.end ?? 0 };
  }

  /** The facts of the sentence of a segment that holds an offset; undefined where none does. */
  factsAt(segment: number, offset: number): SentenceFacts | undefined {
    return this.segments[segment]?.sentences.find((part) => part.start <= offset && offset < part.end);
  }
}

/** How many segments back a dose may take its medication from ("I'd like to raise the metformin." "Okay." "One gram."). */
const carryReach = 4;

/** A dose or frequency without a medication of its own belongs to the one that was spoken of last. */
function carryMedications(segments: readonly Segment[]): void {
  let last: { name: string; segment: number } | undefined;
  segments.forEach((segment, index) => {
    for (const sentence of segment.sentences) {
      if (isOtherHeading(sentence.tokens)) last = undefined;
      for (const fact of sentence.quantities) {
        const isDose = doseDimensions.has(fact.unit.dimension) || fact.unit.dimension === 'frequency';
        if (!isDose || fact.concept || !last || index - last.segment > carryReach) continue;
        // "Slide your hand along the table, ten, three times a day."
        if (sentence.tokens.some(({ text, end }) => end <= fact.start && isOtherTopic(text))) continue;
        if (isOfRising(sentence.tokens, tokenIndexAt(sentence.tokens, fact.start))) continue;
        fact.carried = last.name;
      }
      const named = sentence.medications.at(-1);
      if (named) last = { name: named.name, segment: index };
    }
  });
}
