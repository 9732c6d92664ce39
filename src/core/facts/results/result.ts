import type { Span } from '../../text/span';

/** The result of a test, a grade or an agreement, where there are a few that exclude each other. */
export interface ResultFact extends Span {
  /** What was tested, as messages name it: "COVID test", "blood group", "code status". */
  test: string;
  /** In its normal form: `positive`, `negative`, `O negative`, `atrial fibrillation`, `DNR`. */
  value: string;
  /** Told of an earlier time: it may bear a result out, and contradicts none. */
  past: boolean;
}

/** A result as its words tell it, whatever the sentence says of the time. */
export type ReadResult = Omit<ResultFact, 'past'>;
