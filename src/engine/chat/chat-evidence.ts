import type { Citation } from '../../core/evidence/citations/citation';
import type { Passage } from '../../core/evidence/passages/passage';
import { SourceIndex } from '../../core/evidence/source/source-index';
import { type JudgeEvidence, passageAsEvidence, windowAsEvidence } from '../../core/judge/judge-evidence';
import { defaultCharacters } from '../../core/language-model/context-room';
import { shownText } from '../../core/language-model/shown-text';
import type { Span } from '../../core/text/span';
import { textHash } from '../../core/verdicts/suppression';
import type { SourceReader } from '../note/source-reader';
import type { ChatContext } from './chat-answer';
import { allParts, bearingParts, everyPart, givenTexts, wholeUpTo, type GivenText } from './given-text';

/** A numbered piece of evidence of an answer. */
export interface ChatEvidence extends JudgeEvidence {
  kind: 'passage' | 'source' | 'note';
  /** Read for typed facts. */
  index: SourceIndex;
  /** Of what the user gave along: which of the texts it stands in, by its place among them, and where. */
  given?: { text: number; span: Span };
}

const headings = { note: 'the note', selection: 'the selected text', source: 'source of the note' };

/** Passages of the library as evidence of an answer. */
export function evidenceOfPassages(passages: readonly Passage[]): ChatEvidence[] {
  return passages.map((passage) => ({
    ...passageAsEvidence(passage),
    kind: 'passage',
    index: new SourceIndex(passage.document, passage.text, passage.version),
  }));
}

/**
 * What the user gave along: all of it where it fits, else the parts of note and sources that bear on the question; short ones
 * whole.
 * @param characters so much of it fits
 */
export function evidenceOfContext(
  question: string,
  context: ChatContext,
  reader: SourceReader,
  characters: number,
): ChatEvidence[] {
  const given = givenTexts(context, reader);
  const all = allParts(given, characters);
  return given.flatMap((one, at) =>
    (all?.[at] ?? bearingParts(question, one, reader)).map((window) => ({
      ...part(window, one, headingOf(one, context)),
      given: { text: at, span: { start: window.start, end: window.end } },
    })),
  );
}

/** All of the note that goes along, or of its selected part, in pieces that follow each other. */
export function evidenceOfWholeNote(context: ChatContext, reader: SourceReader): ChatEvidence[] {
  return givenTexts({ ...context, sources: [] }, reader).flatMap((given) =>
    everyPart(given).map((window) => part(window, given, headingOf(given, context))),
  );
}

/** A piece of evidence as it stands in a data block. */
export function dataTextOf({ heading, text }: Pick<ChatEvidence, 'heading' | 'text'>): string {
  return `(${heading.replace(/\s+/g, ' ')})\n${shownText(text).text}`;
}

/** Every part of note and sources that a question of one's own may send, as it would stand in a data block. */
export function dataTextsOfContext(context: ChatContext, reader: SourceReader): string[] {
  const given = givenTexts(context, reader);
  const all = allParts(given, defaultCharacters / 2);
  return given.flatMap((one, at) => {
    const short = allParts([one], wholeUpTo)?.[0];
    return (all?.[at] ?? short ?? one.source.everyWindow()).map(({ start, end }) =>
      dataTextOf({ heading: headingOf(one, context), text: one.source.text.slice(start, end) }),
    );
  });
}

function headingOf({ kind }: GivenText, { selection }: ChatContext): string {
  if (kind === 'source') return headings.source;
  return headings[selection === undefined ? 'note' : 'selection'];
}

function part(
  window: Parameters<typeof windowAsEvidence>[1],
  { source, kind }: GivenText,
  heading: string,
): ChatEvidence {
  const evidence = windowAsEvidence(source, window);
  return {
    ...evidence,
    heading,
    kind,
    cite: (sentence, focus) => ({ ...evidence.cite(sentence, focus), kind }),
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
