import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import { isPart } from '../findings/body-regions';
import bodyRegions from '../terms/body-regions.json';
import type { SentenceFacts } from '../extract';
import type { Concept, SideFact } from '../fact';
import { type OneSide, shortSides, writtenSide } from './one-side';
import { topicAt } from './topic';
import { wordAt } from '../token-reach';

/** "Left" or "right" in a sentence, with what it is said of. The span is that of the word. */
export interface SideMention extends Span {
  /** `other`: "the other knee", which may be either. */
  side: SideFact['side'] | 'other';
  /** The part of the body that it qualifies, where the dictionary knows it. */
  part?: string;
  /** The noun is left out, so that the side is of the part that was spoken of before: "the left has", "left one". */
  elliptic?: true;
  /** Where part and side stand together. */
  whole: Span;
  /** Stems and concepts near the word, in the same clause. */
  topic: ReadonlySet<string>;
}

// After these, "right" agrees or means just; after these, "left" is a verb.
const notSideAfter =
  /^(?:all|alright|that's|is|yeah|yep|you're|it's|has|have|had|i|he|she|they|we|just|okay|was)$/;
const notNoun =
  /^(?:now|away|there|here|okay|ok|alright|yeah|yep|yes|no|um|uh|mhm|exactly|correct|perfect|great|good|well|like|let|let's|before|after|home|work|i'm|i'll|we'll|it's|that's|you're|click|mind|hey|oh|see|over|up|down|through|along|above|below|beside|behind|next|side|one)$/;
const clauseMark = /^[.;:!?]$/;
const phraseEnd = /^[.,;:!?]$/;

/**
 * Finds every "left", "right", "both" and "bilateral" that names a side of the body, with or without a part that the
 * dictionary knows ("tender on the right", "right adnexal mass"). "All right" and "has left" are none.
 */
export function sideMentions(sentence: SentenceFacts): SideMention[] {
  const { tokens, sides } = sentence;
  const mentions: SideMention[] = [];
  tokens.forEach(({ text, start, end }, at) => {
    const all = sides.filter(({ sideSpan }) => sideSpan.start === start);
    const bound = all.filter(({ end: to }) => !isHanded(tokens, to));
    if (all.length > bound.length) return;
    const written = writtenSide(text);
    // Short forms count before a finding or "sided" alone.
    const short = shortSides[text];
    const finding = short && findingBehind(sentence, at);
    const side = written ?? (finding || (short && isSided(tokens, at)) ? short : undefined);
    if (bound.length > 0) {
      for (const { side, concept, start: from, end: to } of bound) {
        const topic = topicAt(sentence, at, concept.name);
        mentions.push({ side, part: concept.name, start, end, whole: { start: from, end: to }, topic });
      }
    } else if (side && (side !== written || isSide(tokens, at))) {
      // Words for a side stand before findings of any part, and a short form names it with its finding.
      const part = lobedOrgan(tokens, at) ?? (written ? undefined : finding && partOf(finding));
      const topic = topicAt(sentence, at, part);
      mentions.push({ side, ...(part !== undefined && { part }), start, end, whole: { start, end }, topic });
    } else if (side && isElliptic(tokens, at, side)) {
      const topic = topicAt(sentence, at);
      mentions.push({ side, elliptic: true, start, end, whole: { start, end }, topic });
    } else if (isOther(tokens, at)) {
      mentions.push({ side: 'other', start, end, whole: { start, end }, topic: topicAt(sentence, at) });
    }
  });
  return mentions;
}

/** The finding whose name stands right behind a side: "L otalgia", "right sciatica". */
function findingBehind({ tokens, polarities }: SentenceFacts, at: number): Concept | undefined {
  const start = tokens[at + 1]?.start;
  // "2 L ascites", but "10/7 L otalgia".
  const isAmount = tokens[at - 1]?.kind === 'number' && wordAt(tokens, at - 2) !== '/';
  if (start === undefined || isAmount) return undefined;
  return polarities.find(({ concept }) => concept.start === start)?.concept;
}

/** "R sided", "L-sided". */
function isSided(list: readonly Token[], at: number): boolean {
  const after = wordAt(list, at + 1);
  return (after === '-' ? wordAt(list, at + 2) : after) === 'sided';
}

/** The part of the body that the name of a finding holds: the ear, of otalgia. */
function partOf({ name }: Concept): string | undefined {
  return name.split(' ').find((word) => isPart(word));
}

/** The hand that somebody writes with is no place of a finding. */
const handed = /^(?:handed|handedness|hander|dominant)$/;

/** "Left hand dominant": what stands behind a part that ends at `end`. */
function isHanded(list: readonly Token[], end: number): boolean {
  return handed.test(list.find(({ start, text }) => start >= end && text !== '-')?.text ?? '');
}

/** "On the right", "no wait, the right", "right side", "right-sided", "right adnexal mass". */
function isSide(list: readonly Token[], at: number): boolean {
  const [before, after] = [wordAt(list, at - 1), wordAt(list, at + 1)];
  if (handed.test(after === '-' ? wordAt(list, at + 2) : after)) return false;
  if (/^(?:side|sided|hand)$/.test(after === '-' ? wordAt(list, at + 2) : after)) return true;
  // "The right's fine"; "the left one, no wait, the right"; "so the left, I'd start injections".
  const isLast = at + 1 >= list.length || phraseEnd.test(after);
  const isNamed = before === 'the' && (/s$/.test(wordAt(list, at)) || isLast);
  if (isNamed) return true;
  if (
    before === 'the' &&
    /^(?:on|to|from|than|of|in|at|wait|no|sorry|mean|meant|actually|rather)$/.test(wordAt(list, at - 2))
  )
    return true;
  if (/^(?:than|versus)$/.test(before) || /^(?:worse|greater)$/.test(after)) return true;
  if (notSideAfter.test(before) || notNoun.test(after) || isStopWord(after)) return false;
  return list[at + 1]?.kind === 'word' && after.length > 2;
}

/**
 * "The left has an effusion", "Right one, the drum is red": the noun was named before. "The right one" may be the correct one,
 * and hardly is where it begins a clause.
 */
function isElliptic(list: readonly Token[], at: number, side: OneSide): boolean {
  const [before, after] = [wordAt(list, at - 1), wordAt(list, at + 1)];
  if (after === ':' && (at === 0 || clauseMark.test(before) || before === ',')) return true;
  if (after === 'one') return side === 'left' ? before !== 'have' && before !== 'has' : opensClause(list, at);
  return /^(?:the|my|your|his|her)$/.test(before) && verbs.has(after);
}

function opensClause(list: readonly Token[], at: number): boolean {
  return (
    at === 0 ||
    (wordAt(list, at - 1) === 'the' && (at === 1 || /^(?:and|but|so|[.,;])$/.test(wordAt(list, at - 2))))
  );
}

const verbs: ReadonlySet<string> = new Set(bodyRegions.verbsOfParts);

const lobes = new Map(
  Object.entries(bodyRegions.lobed).flatMap(([organ, words]) => words.map((word) => [word, organ] as const)),
);

/** The organ whose lobe is named by its side alone: "liver cyst, left lobe", "left lobe of the thyroid". */
function lobedOrgan(list: readonly Token[], at: number): string | undefined {
  if (!/^lobes?$/.test(wordAt(list, at + 1))) return undefined;
  const near = list.map(({ text }) => lobes.get(text));
  return (
    near.slice(0, at).findLast((organ) => organ !== undefined) ?? near.find((organ) => organ !== undefined)
  );
}

/** "The other knee", "both sides", "on either side", "the opposite one". */
function isOther(list: readonly Token[], at: number): boolean {
  if (!/^(?:other|both|either|opposite|contralateral)$/.test(wordAt(list, at))) return false;
  const after = wordAt(list, at + 1);
  return isPart(after) || (/^(?:sides?|one)$/.test(after) && wordAt(list, at + 2) !== 'of');
}
