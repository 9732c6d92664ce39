import { speechAct } from '../../facts/answers/answers';
import { type ClassMention, classMentions } from '../../facts/medications/class-words';
import { type Stance, stanceOf } from '../../facts/medications/stance';
import { oncePer } from '../../once';
import type { Span } from '../../text/span';
import { isClinicianWithoutMarks, isOpenQuestion } from './asked';
import type { SourceIndex } from './source-index';
import { ordersFor, type SourceOrder } from './source-orders';

/** A place of a source that names a medicine, and what becomes of it there. */
export interface ToldStance extends SourceOrder {
  stance: Stance | undefined;
}

const reachBefore = 70;
const reachBehind = 130;
/** What another says to a name at the end of a turn is short, or soon about something else. */
const reachReply = 90;

/** Where each segment names medicines, in their order. */
const namesOf = oncePer((source: SourceIndex): readonly Span[][] =>
  source.segments.map(({ sentences }) =>
    sentences
      .flatMap(({ orders }) => orders)
      .filter(({ carried }) => !carried)
      .map(({ concept: { start, end } }) => ({ start, end }))
      .sort((a, b) => a.start - b.start),
  ),
);

/** "No clonazepam or lorazepam": what is said of the first is said of all. */
const listed = /^,? ?(?:or|nor|and|,)? ?(?:the |any )?$/i;

/** "Are you still taking the Ativan" asks, in a talk that marks no question. */
function isAskedUnmarked(source: SourceIndex, segment: number, sentence: Span, name: Span): boolean {
  if (!isClinicianWithoutMarks(source, segment)) return false;
  const words = source.text.slice(sentence.start, sentence.end);
  return speechAct(words, name.start - sentence.start) === 'asks';
}

function stanceAt(
  source: SourceIndex,
  segment: number,
  names: readonly Span[],
  index: number,
): Stance | undefined {
  const name = names[index];
  const sentence = source.sentenceAt(segment, name?.start ?? 0);
  return stanceOf({
    before: plain(before(source, names, index, sentence.start)),
    behind: plain(behind(source, segment, names, index)),
    asked:
      isOpenQuestion(source.text, sentence) ||
      (name !== undefined && isAskedUnmarked(source, segment, sentence, name)),
  });
}

function before(source: SourceIndex, names: readonly Span[], index: number, from: number): string {
  const name = names[index];
  const last = names[index - 1];
  if (!name) return '';
  const start = Math.max(from, name.start - reachBefore, last?.end ?? 0);
  const text = source.text.slice(start, name.start);
  return last && last.end === start && last.start >= from && listed.test(text)
    ? before(source, names, index - 1, from)
    : text;
}

function behind(source: SourceIndex, segment: number, names: readonly Span[], index: number): string {
  const { end: turnEnd = 0, turn } = source.segments[segment] ?? {};
  const name = names[index];
  if (!name) return '';
  const next = names[index + 1];
  const own = source.text.slice(name.end, Math.min(next?.start ?? turnEnd, name.end + reachBehind));
  if (next || !turn || name.end + reachBehind < turnEnd) return own;
  const reply = source.segments[segment + 1];
  if (!reply?.turn || reply.turn.label === turn.label) return own;
  const start = reply.start;
  const named = namesOf(source)[segment + 1]?.[0]?.start ?? reply.end;
  const isQuestion = isAskedUnmarked(source, segment, source.sentenceAt(segment, name.start), name);
  return `${own}${isQuestion ? ' ?' : ''} . ${source.text.slice(start, Math.min(named, reply.end, start + reachReply))}`;
}

/** What the sources say becomes of a medicine, place by place; an order that names none is left out. */
export function toldStances(name: string, sources: readonly SourceIndex[]): ToldStance[] {
  return ordersFor(name, sources).flatMap((place) => {
    const { source, segment, order } = place;
    if (order.carried) return [];
    const names = namesOf(source)[segment] ?? [];
    const index = names.findIndex(({ start }) => start === order.concept.start);
    const stance = stanceAt(source, segment, names, index);
    return [{ ...place, stance }];
  });
}

/** A place of a source that speaks of a class of medicines by a word for it, and what becomes of it there. */
export interface ToldClass extends ClassMention {
  source: SourceIndex;
  segment: number;
  stance: Stance | undefined;
}

/** What a source says becomes of classes of medicines that it names none of ("no antibiotics for now"), in its order. */
export const toldClasses = oncePer((source: SourceIndex): readonly ToldClass[] =>
  source.segments.flatMap(({ sentences }, segment) =>
    sentences.flatMap(({ tokens, medications, orders }) => {
      const mentions = classMentions(tokens, medications);
      if (mentions.length === 0) return [];
      const names = [...mentions, ...orders.filter(({ carried }) => !carried).map(({ concept }) => concept)];
      const spans = names.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
      return mentions.map((mention): ToldClass => {
        const index = spans.findIndex(({ start }) => start === mention.start);
        return { ...mention, source, segment, stance: stanceAt(source, segment, spans, index) };
      });
    }),
  ),
);

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
}
