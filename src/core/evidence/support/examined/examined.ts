import { speechAct } from '../../../facts/answers/answers';
import type { SentenceFacts } from '../../../facts/extract';
import { oncePer } from '../../../once';
import type { SourceIndex } from '../../source/source-index';
import type { Restated } from '../restated';
import { sequenceOf } from '../said-sequence';
import { isOpposedIn } from '../told-findings';
import { type ExamItem, ExamReader } from './exam-items';
import { areNear, areOpposed, classes, isOfPart, isSameQuality } from './exam-words';

/** What an examiner said that they found, and where. */
interface Mention extends ExamItem {
  segment: number;
  /** Told of the patient, now, by who examined. */
  told: boolean;
}

/**
 * Where an examiner says aloud all that a claim says an examination found ("Abdomen soft, non-tender": "Tummy's soft, not tender
 * anywhere"). Each finding has to be said of the same part and side in a clause that holds nothing else, by one who treats, and
 * neither asked for nor taken back; nothing in the source may say otherwise of that part.
 * @param claim the facts of the claim's sentences
 */
export function examinedIn(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const items = examItems(claim);
  if (!items) return undefined;
  const { polarities } = sequenceOf(source);
  if (claim.some((part) => part.polarities.some((fact) => isOpposedIn(fact, polarities)))) return undefined;
  const mentions = mentionsIn(source);
  const places = items.map((item) => placeOf(item, mentions));
  const [first] = places;
  return first && places.every((place) => place !== undefined)
    ? { segment: first.segment, focus: { start: first.start, end: first.end }, asks: false }
    : undefined;
}

/** True when sentences say nothing but what an examination found. */
export function isOfExamination(claim: readonly SentenceFacts[]): boolean {
  return examItems(claim) !== undefined;
}

function examItems(claim: readonly SentenceFacts[]): ExamItem[] | undefined {
  const reader = new ExamReader();
  const read = claim.map(({ tokens }) => reader.read(tokens));
  const items = read.flatMap((one) => one.items);
  const isWhole =
    items.length > 0 &&
    !reader.isOpen &&
    read.every(({ closed }) => closed) &&
    items.every(({ part, polarity, closed }) => part !== undefined && polarity !== 'unknown' && closed);
  return isWhole ? items : undefined;
}

function placeOf(item: ExamItem, mentions: readonly Mention[]): Mention | undefined {
  return mentions.some((other) => isAgainst(item, other))
    ? undefined
    : mentions.find((other) => other.told && holds(item, other));
}

function holds(item: ExamItem, other: Mention): boolean {
  const { part, side, quality, polarity, degree } = item;
  return (
    polarity !== 'unknown' &&
    part !== undefined &&
    other.part !== undefined &&
    isOfPart(part, other.part) &&
    other.polarity === polarity &&
    other.degree === degree &&
    isSameQuality(quality, other.quality, polarity) &&
    (other.side === 'bilateral' || other.side === side)
  );
}

/** Looks at all that is said of the part, open clauses and questions included. */
function isAgainst(item: ExamItem, other: Mention): boolean {
  const { part, side, quality, polarity } = item;
  const isElse = side && other.side && side !== other.side && ![side, other.side].includes('bilateral');
  if (isElse || (part && other.part && !areNear(part, other.part))) return false;
  const isSame =
    polarity !== 'unknown' &&
    (isSameQuality(quality, other.quality, polarity) || isSameQuality(other.quality, quality, polarity));
  if (isSame) return other.polarity !== polarity;
  return (
    other.part !== undefined &&
    polarity === 'present' &&
    other.polarity !== 'absent' &&
    areOpposed(quality, other.quality)
  );
}

/** All that those who treat say of what an examination finds: read once, since every statement is compared with it. */
const mentionsIn = oncePer((source: SourceIndex): readonly Mention[] =>
  source.segments.flatMap((segment, at) => {
    if (!segment.turn || segment.turn.speaker === 'patient' || segment.turn.speaker === 'family') return [];
    const reader = new ExamReader();
    return segment.sentences.flatMap((sentence, index) => {
      const { items } = reader.read(sentence.tokens);
      const isTold = isToldNow(source, at, index);
      return items.map((item): Mention => {
        const isFelt = !isHurt(item, source, at) && !isTurned(item, sentence, segment.sentences[index + 1]);
        const polarity = asks(item, sentence, source) ? 'unknown' : item.polarity;
        return { ...item, polarity, segment: at, told: item.closed && isTold && isFelt };
      });
    });
  }),
);

/** "Any dry mouth", with a question mark or without one. */
function asks(item: ExamItem, { start, end }: SentenceFacts, source: SourceIndex): boolean {
  const { marked } = sequenceOf(source);
  return speechAct(source.text.slice(start, end), item.start - start, { marked }) !== 'tells';
}

/** So many sentences before may say what it is told of: a picture, or another day. */
const sentencesBefore = 2;

/** False for what is told of a picture, of another day or person, or with a doubt or a condition. */
function isToldNow(source: SourceIndex, at: number, index: number): boolean {
  const [own, last] = [source.segments[at]?.sentences ?? [], source.segments[at - 1]?.sentences ?? []];
  const before = [...last, ...own.slice(0, index)].slice(-sentencesBefore);
  const sentence = own[index];
  return (
    sentence !== undefined &&
    !sentence.tokens.some(({ text }) => classes.framing.has(text)) &&
    ![...before, sentence].some(({ tokens }) => tokens.some(({ text }) => classes.elsewhere.has(text)))
  );
}

/** "Tummy's not tender." – "Ow.": who is examined says otherwise. */
function isHurt({ quality, polarity }: ExamItem, source: SourceIndex, at: number): boolean {
  if (!/^(?:tender|sore)$/.test(quality) || polarity === 'present') return false;
  const reply = source.segments[at + 1]?.sentences ?? [];
  return reply.some(({ tokens }) => tokens.some(({ text }) => classes.hurting.has(text)));
}

/** An exception, a correction, or where it holds may come behind. */
function isTurned(item: ExamItem, sentence: SentenceFacts, next: SentenceFacts | undefined): boolean {
  const rest = sentence.tokens.filter(({ start }) => start >= item.until);
  const behind = [rest.find(({ kind }) => kind === 'word'), next?.tokens[0]];
  return (
    [...rest, ...(next?.tokens ?? [])].some(({ text }) => classes.turned.has(text)) ||
    behind.some((token) => token !== undefined && classes.places.has(token.text))
  );
}
