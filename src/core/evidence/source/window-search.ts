import { dotProduct } from '../../text/dot-product';
import { tokenise } from '../../text/words';
import { Bm25Index } from '../passages/bm25';
import type { EvidenceWindow, SourceIndex } from './source-index';
import { type WindowUnit, windowUnits } from './window-units';

/** Units that are searched as one: a question, its answer, and what is said to it. */
const windowSize = 3;
/** Units that two windows of one answer may share: more, and the second would say little new. */
const mostShared = 1;
/** How much the words count beside the meaning: the best window by words has this much. */
const wordShare = 0.5;
/** How a search by meaning is told who speaks, whatever a transcript calls them. */
const speakerNames: Readonly<Record<string, string>> = { clinician: 'Doctor', patient: 'Patient' };

/**
 * Searches a source for what bears on a statement, by words and by meaning: notes say in clinical words what is said in lay
 * ones. It takes vectors, so it is for what may wait; checks search by words alone (`SourceIndex.windows`).
 */
export class WindowSearch {
  private readonly windows: readonly (readonly WindowUnit[])[];
  private readonly bm25: Bm25Index;
  /** What is to be embedded, one text per window. */
  readonly texts: readonly string[];

  constructor(private readonly source: SourceIndex) {
    const units = windowUnits(source);
    this.windows = units.map((_, at) => units.slice(at, at + windowSize));
    this.texts = this.windows.map((window) => this.textOf(window));
    this.bm25 = new Bm25Index(
      this.windows.map((window) =>
        window.flatMap(({ start, end }) => tokenise(source.text.slice(start, end))),
      ),
    );
  }

  /**
   * The `count` windows that bear most on a statement, best first; none where the source is empty.
   * @param vectors of `texts`, in order, and `vector` of the statement, of unit length
   */
  best(
    statement: string,
    vectors: readonly Float32Array[],
    vector: Float32Array,
    count: number,
  ): EvidenceWindow[] {
    const byWords = this.bm25.search(tokenise(statement), this.windows.length);
    const most = byWords[0]?.score ?? 1;
    const scores = vectors.map((own) => dotProduct(own, vector));
    for (const { index, score } of byWords) scores[index] = (scores[index] ?? 0) + (wordShare * score) / most;
    const ranked = [...scores.entries()].sort(([, one], [, other]) => other - one);
    const chosen: number[] = [];
    for (const [at] of ranked) {
      if (chosen.length === count) break;
      if (chosen.every((other) => windowSize - Math.abs(other - at) <= mostShared)) chosen.push(at);
    }
    return chosen.flatMap((at) => this.windowAt(at, scores[at] ?? 0));
  }

  private windowAt(at: number, score: number): EvidenceWindow[] {
    const [first, last] = [this.windows[at]?.[0], this.windows[at]?.at(-1)];
    if (!first || !last) return [];
    return [{ start: first.start, end: last.end, from: first.segment, to: last.segment + 1, score }];
  }

  /** A line for each turn, with who speaks. */
  private textOf(units: readonly WindowUnit[]): string {
    return units
      .map(({ start, end, segment }, at) => {
        const said = this.source.text.slice(start, end).replace(/\s+/g, ' ');
        const turn = this.source.segments[segment]?.turn;
        const goesOn = units[at - 1]?.segment === segment;
        return turn && !goesOn ? `${speakerNames[turn.speaker] ?? turn.label}: ${said}` : said;
      })
      .join('\n');
  }
}
