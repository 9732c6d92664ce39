import { locateQuote } from '../../core/evidence/citations/locate-quote';
import type { EvidenceWindow, SourceIndex } from '../../core/evidence/source/source-index';
import { splitSections } from '../../core/text/sections';
import type { Span } from '../../core/text/span';
import type { SourceReader } from '../note/source-reader';
import type { ChatContext } from './chat-answer';

/** A text that the user gave along, with the part of it that is meant. */
export interface GivenText {
  /** Of the whole document, so that what is cited of the part is found where it stands. */
  source: SourceIndex;
  /** Span of the part in the document. */
  within: Span;
  kind: 'note' | 'source';
}

/** A part of a text up to this length is given whole. Characters. */
export const wholeUpTo = 3000;
const windowsPerText = 3;
/** A piece of a text that is read from its beginning to its end; characters, more only where a single sentence has more. */
const pieceLength = 1000;

/** The note that goes along, or the selected part of it, and then its sources; empty ones are left out. */
export function givenTexts(context: ChatContext, reader: SourceReader): GivenText[] {
  return [
    ...givenNote(context, reader),
    ...(context.sources ?? []).map((source) => whole(reader.index(source), 'source')),
  ].filter(({ source, within }) => source.text.slice(within.start, within.end).trim() !== '');
}

/** A selection that no longer stands in the note is a text of its own. */
function givenNote({ note, selection, selectionStart = 0 }: ChatContext, reader: SourceReader): GivenText[] {
  if (!note) return [];
  if (selection === undefined) return [whole(reader.index(note), 'note')];
  const hint = { start: selectionStart, end: selectionStart + selection.length, quote: selection };
  const within = locateQuote(note.text, hint);
  if (!within) return [whole(reader.index({ document: note.document, text: selection }), 'note')];
  return [{ source: reader.index(note), within, kind: 'note' }];
}

function whole(source: SourceIndex, kind: GivenText['kind']): GivenText {
  return { source, within: { start: 0, end: source.text.length }, kind };
}

/** All of some given texts, in pieces, where together they are no longer than so many characters; undefined where they are. */
export function allParts(given: readonly GivenText[], characters: number): EvidenceWindow[][] | undefined {
  const length = given.reduce((sum, { within }) => sum + within.end - within.start, 0);
  if (length > characters) return undefined;
  return given.map((one) =>
    one.within.end - one.within.start <= wholeUpTo ? [windowOf(one.source, one.within)] : everyPart(one),
  );
}

/**
 * The parts of a given text that bear on a question, best first; all of a short one, and of one that shares no word with the
 * question: "which drugs were changed?" names none. Spans point into the document.
 */
export function bearingParts(question: string, given: GivenText, reader: SourceReader): EvidenceWindow[] {
  const { source, within } = given;
  if (within.end - within.start <= wholeUpTo) return [windowOf(source, within)];
  const text = source.text.slice(within.start, within.end);
  const searched = reader.index({ document: source.document, text });
  const bearing = searched.windows(question, windowsPerText);
  if (bearing.length === 0) return everyPart(given);
  return bearing.map(({ start, end }) =>
    windowOf(source, { start: start + within.start, end: end + within.start }),
  );
}

/**
 * All of a given text, cut into pieces that follow each other without a gap: at headings where there are some, else between
 * sentences. Spans point into the document.
 */
export function everyPart({ source, within }: GivenText): EvidenceWindow[] {
  const cuts = [
    ...splitSections(source.text).map(({ heading }) => ({ at: heading.start, isHeading: true })),
    ...source.segments.map(({ start }) => ({ at: start, isHeading: false })),
  ]
    .filter(({ at }) => at > within.start && at < within.end)
    .sort((a, b) => a.at - b.at);
  const pieces: Span[] = [];
  let { start } = within;
  while (within.end - start > pieceLength) {
    const reached = cuts.filter(({ at }) => at > start && at <= start + pieceLength);
    const heading = reached.filter(({ at, isHeading }) => isHeading && at > start + pieceLength / 2).at(-1);
    const next = heading ?? reached.at(-1) ?? cuts.find(({ at }) => at > start);
    if (!next) break;
    pieces.push({ start, end: next.at });
    start = next.at;
  }
  pieces.push({ start, end: within.end });
  return pieces
    .filter((piece) => source.text.slice(piece.start, piece.end).trim() !== '')
    .map((piece) => windowOf(source, piece));
}

function windowOf(source: SourceIndex, span: Span): EvidenceWindow {
  const from = source.segments.findIndex(({ end }) => end > span.start);
  const behind = source.segments.findIndex(({ start }) => start >= span.end);
  const to = behind < 0 ? source.segments.length : behind;
  return { ...span, from: Math.max(0, from), to, score: 1 };
}
