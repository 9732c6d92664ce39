import type { LeftOut } from '../../core/chat/answer-lacks';
import type { Span } from '../../core/text/span';
import type { SourceReader } from '../note/source-reader';
import type { ChatContext } from './chat-answer';
import type { ChatEvidence } from './chat-evidence';
import { givenTexts } from './given-text';

/**
 * What a question's answer was made without, for want of room.
 * @param found the evidence that there was room to look for, and `read` what of it went to the model
 * @param alone the part of a selection without a note that went there
 * @returns undefined where everything went
 */
export function leftOut(
  context: ChatContext,
  reader: SourceReader,
  { found, read, alone }: { found: readonly ChatEvidence[]; read: readonly ChatEvidence[]; alone?: string },
): LeftOut | undefined {
  const shares = givenTexts(context, reader).map(({ source, within, kind }, at) => ({
    kind,
    share: readShare(
      source.text,
      within,
      read.flatMap(({ given }) => (given?.text === at ? [given.span] : [])),
    ),
  }));
  const { selection } = context;
  const shareAlone =
    alone !== undefined && selection !== undefined ? alone.length / Math.max(1, selection.length) : 1;
  const note = shares.find(({ kind }) => kind === 'note')?.share ?? shareAlone;
  const sources = shares.filter(({ kind, share }) => kind === 'source' && share < 1).length;
  const isPassage = ({ kind }: ChatEvidence): boolean => kind === 'passage';
  const passages = found.filter(isPassage).length - read.filter(isPassage).length;
  if (note === 1 && sources === 0 && passages === 0) return undefined;
  return {
    ...(note < 1 && { [selection === undefined ? 'note' : 'selection']: note }),
    ...(sources > 0 && { sources }),
    ...(passages > 0 && { passages }),
  };
}

/** Share of the characters of a span, blanks not counted, that stand in one of the others (0…1). */
function readShare(text: string, within: Span, read: readonly Span[]): number {
  let all = 0;
  let unread = 0;
  for (let at = within.start; at < within.end; at++) {
    if (text.charAt(at).trim() === '') continue;
    all++;
    if (!read.some(({ start, end }) => at >= start && at < end)) unread++;
  }
  return all === 0 ? 1 : 1 - unread / all;
}
