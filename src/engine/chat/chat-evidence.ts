import type { Citation } from '../../core/evidence/citations/citation';
import type { Passage } from '../../core/evidence/passages/passage';
import { SourceIndex } from '../../core/evidence/source/source-index';
import { type JudgeEvidence, passageAsEvidence, windowAsEvidence } from '../../core/judge/judge-evidence';
import { shownText } from '../../core/language-model/shown-text';
import type { Span } from '../../core/text/span';
import { textHash } from '../../core/verdicts/suppression';
import type { SourceText } from '../engine';
import type { SourceReader } from '../note/source-reader';
import type { ChatContext } from './chat-answer';

/** A numbered piece of evidence of an answer. */
export interface ChatEvidence extends JudgeEvidence {
  kind: 'passage' | 'source' | 'note';
  /** Read for typed facts. */
  index: SourceIndex;
}

const windowsPerSource = 3;
const headings = { note: 'the note', selection: 'the selected text', source: 'source of the note' };
/** A note or source up to this length is given whole. Characters. */
const wholeUpTo = 3000;

/** Passages of the library as evidence of an answer. */
export function evidenceOfPassages(passages: readonly Passage[]): ChatEvidence[] {
  return passages.map((passage) => ({
    ...passageAsEvidence(passage),
    kind: 'passage',
    index: new SourceIndex(passage.document, passage.text, passage.version),
  }));
}

/** What the user gave along: the parts of note and sources that bear on the question; short ones whole. */
export function evidenceOfContext(
  question: string,
  { note, selection, sources = [] }: ChatContext,
  reader: SourceReader,
): ChatEvidence[] {
  const noted = selection !== undefined && note ? { document: note.document, text: selection } : note;
  return [
    ...(noted && noted.text.trim() !== ''
      ? partsOf(question, noted, 'note', reader, headings[selection === undefined ? 'note' : 'selection'])
      : []),
    ...sources
      .filter(({ text }) => text.trim() !== '')
      .flatMap((source) => partsOf(question, source, 'source', reader, headings.source)),
  ];
}

/** A piece of evidence as it stands in a data block. */
export function dataTextOf({ heading, text }: Pick<ChatEvidence, 'heading' | 'text'>): string {
  return `(${heading.replace(/\s+/g, ' ')})\n${shownText(text).text}`;
}

/** Every part of note and sources that a question may send, as it would stand in a data block. */
export function dataTextsOfContext({ note, sources = [] }: ChatContext, reader: SourceReader): string[] {
  return [
    ...(note ? [{ given: note, heading: headings.note }] : []),
    ...sources.map((given) => ({ given, heading: headings.source })),
  ].flatMap(({ given, heading }) => {
    const { text } = given;
    if (text.trim() === '') return [];
    if (text.length <= wholeUpTo) return [dataTextOf({ heading, text })];
    return reader
      .index(given)
      .everyWindow()
      .map(({ start, end }) => dataTextOf({ heading, text: text.slice(start, end) }));
  });
}

function partsOf(
  question: string,
  text: SourceText,
  kind: 'note' | 'source',
  reader: SourceReader,
  heading: string,
): ChatEvidence[] {
  const source = reader.index(text);
  if (text.text.length <= wholeUpTo) {
    const end = text.text.length;
    return [part({ from: 0, to: source.segments.length, start: 0, end, score: 1 }, source, kind, heading)];
  }
  return source.windows(question, windowsPerSource).map((window) => part(window, source, kind, heading));
}

function part(
  window: Parameters<typeof windowAsEvidence>[1],
  source: SourceIndex,
  kind: 'note' | 'source',
  heading: string,
): ChatEvidence {
  const evidence = windowAsEvidence(source, window);
  return {
    ...evidence,
    heading,
    kind,
    cite: (sentence, focus) => ({
      ...evidence.cite(sentence, focus),
      kind: kind === 'note' ? 'note' : 'source',
    }),
    index: new SourceIndex(source.document, evidence.text, textHash(evidence.text)),
  };
}

/** Cites the sentence of a piece of evidence that holds most of a text's words; undefined where none shares one. */
export function citeBest(evidence: ChatEvidence, text: string): Citation | undefined {
  const [best] = evidence.index.windows(text, 1);
  if (!best) return undefined;
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const shared = (span: Span): number =>
    (
      evidence.text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).filter((word) => words.has(word)).length;
  const sentences = evidence.index.segments
    .slice(best.from, best.to)
    .flatMap((segment): Span[] => (segment.sentences.length > 0 ? segment.sentences : [segment]));
  const sentence = [...sentences].sort((a, b) => shared(b) - shared(a))[0];
  if (!sentence) return undefined;
  const span = { start: sentence.start, end: sentence.end };
  return evidence.cite(span, span);
}
