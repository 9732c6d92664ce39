import { affirmsByClause } from '../../facts/answers/affirming';
import { isAnswerParticle, readAnswer, speechAct } from '../../facts/answers/answers';
import type { SentenceFacts } from '../../facts/extract';
import { relativesIn } from '../../facts/persons/persons';
import { contains, type Span } from '../../text/span';
import type { SourceIndex } from '../source/source-index';
import { isShort } from '../source/unmarked-questions';
import type { Restated } from './restated';
import data from './restated-words.json';
import { saidIn, sequenceOf } from './said-sequence';
import { isNegation } from './sequence';
import { speaksOfOther } from './said-of-whom';
import { isOfAllTime } from './told-findings';

const joining = new Set(data.joining);
const doubting = new Set(data.doubting);
const besides = new Set(data.besides);
/** "And no pacemaker?": a question may deny in its first words. */
const negatedReach = 2;
/** Behind these a negation before them no longer holds. */
const ending = new Set([';', '.', 'and', 'but']);

/** What a claim denies, and how. */
interface Denial {
  names: readonly string[];
  /** Findings of which it denies a part only ("no acute fracture"). */
  narrowed: ReadonlySet<string>;
  /** It denies it of all time. */
  ever: boolean;
}

/** A sentence of a source, cut into clauses, that holds all that a claim denies. */
interface Held {
  segment: number;
  sentence: SentenceFacts;
  /** Indices of the first and the last token that name it. */
  first: number;
  last: number;
}

/**
 * Where a source denies what a claim denies in the same words ("No boils": "I don't get boils", or "Any boils?" – "No."). Who
 * denies less says more, so that nothing else may stand in the clauses that name it. Undefined for what is no plain
 * denial of words, where the source does not say so, and where it says the opposite elsewhere.
 * @param claim the facts of the claim's sentences
 */
export function deniedIn(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const denial = denialOf(claim);
  if (!denial) return undefined;
  const held = source.segments.flatMap(({ sentences }, segment) =>
    sentences.flatMap((sentence) => heldBy(denial, segment, sentence) ?? []),
  );
  if (isAffirmed(denial, source)) return undefined;
  for (const one of held) {
    const asks = isAskedAndDenied(one, denial, source);
    if (!asks && !isDenied(one, denial, source)) continue;
    const { tokens } = one.sentence;
    const [from, to] = [tokens[one.first], tokens[one.last]];
    if (from && to) return { segment: one.segment, focus: { start: from.start, end: to.end }, asks };
  }
  return undefined;
}

function denialOf(claim: readonly SentenceFacts[]): Denial | undefined {
  const [only, ...rest] = claim;
  if (!only || rest.length > 0 || relativesIn(only.tokens).length > 0) return undefined;
  const { tokens, quantities, medications, sides, dates, polarities } = only;
  if (quantities.length + medications.length + sides.length + dates.length > 0) return undefined;
  if (polarities.some(({ polarity, time }) => polarity !== 'absent' || time !== 'current')) return undefined;
  if (tokens.some(({ text }) => doubting.has(text) || text === 'but')) return undefined;
  const negated = tokens.flatMap(({ text }, at) => (isNegation(text) ? [at] : []));
  const said = saidIn(only);
  const at = negated[0];
  // What is asked of named findings alone has been read with its answer already.
  if (at === undefined || negated.length > 1 || said.every(({ name }) => name.startsWith('#')))
    return undefined;
  if (said.some(({ token }) => token < at)) return undefined;
  const narrowed = new Set(polarities.filter((fact) => fact.narrowed).map(({ concept }) => concept.name));
  return {
    names: said.map(({ name }) => name),
    narrowed,
    ever: isOfAllTime(claim),
  };
}

function heldBy(denial: Denial, segment: number, sentence: SentenceFacts): Held | undefined {
  const said = saidIn(sentence);
  const ours = said.filter(({ name }) => denial.names.includes(name));
  if (!denial.names.every((name) => ours.some((one) => one.name === name))) return undefined;
  const clauses = clausesOf(sentence);
  const own = new Set(ours.map(({ token }) => clauses[token]));
  const isNarrower = said.some(
    ({ name, token }) => own.has(clauses[token]) && !denial.names.includes(name) && !besides.has(name),
  );
  const isOwn = (fact: Span): boolean =>
    sentence.tokens.some((token, at) => own.has(clauses[at]) && contains(fact, token));
  const isBound = [...sentence.quantities, ...sentence.sides.map(({ sideSpan }) => sideSpan)].some(isOwn);
  const isPart = sentence.polarities.some(
    (fact) => fact.narrowed && !denial.narrowed.has(fact.concept.name) && isOwn(fact),
  );
  const at = ours.map(({ token }) => token);
  return isNarrower || isBound || isPart
    ? undefined
    : { segment, sentence, first: Math.min(...at), last: Math.max(...at) };
}

/** For each token of a sentence the number of its clause. */
function clausesOf({ tokens }: SentenceFacts): number[] {
  let clause = 0;
  return tokens.map(({ text }) => (joining.has(text) || text === '?' ? ++clause : clause));
}

function act({ segment, sentence, first }: Held, source: SourceIndex): ReturnType<typeof speechAct> {
  const speaker = source.segments[segment]?.turn?.speaker;
  const next = source.segments[segment + 1];
  // "tanning beds" – "no": a few words without a verb ask, with a mark or without.
  const isFragment =
    speaker === 'clinician' && next && isShort(sentence, source.text.slice(next.start, next.end));
  if (isFragment && !sentence.tokens.some(({ text }) => isNegation(text))) return 'asks';
  const offset = (sentence.tokens[first]?.start ?? sentence.start) - sentence.start;
  return speechAct(source.text.slice(sentence.start, sentence.end), offset, {
    marked: sequenceOf(source).marked,
    answers: speaker === 'patient' || speaker === 'family',
  });
}

function isOfPatient({ segment, sentence }: Held, source: SourceIndex): boolean {
  return relativesIn(sentence.tokens).length === 0 && !speaksOfOther(segment, sentence, source);
}

/** The last thing that is asked in a turn, and the answer is a "no" to all of it. */
function isAskedAndDenied(held: Held, { names, ever }: Denial, source: SourceIndex): boolean {
  const { segment, sentence } = held;
  const [own, next] = [source.segments[segment], source.segments[segment + 1]];
  const isLast = own?.sentences.at(-1) === sentence;
  if (!isLast || !own?.turn || !next?.turn || own.turn.speaker === next.turn.speaker) return false;
  if (!isOfPatient(held, source) || act(held, source) === 'tells') return false;
  // "No pacemaker?" – "No." agrees; "no, I have" does not.
  const reply = source.text.slice(next.start, next.end);
  const isNegated = sentence.tokens.slice(negatedReach).some(({ text }) => isNegation(text));
  if (isNegated || affirmsByClause(reply) || sentence.tokens.some(({ text }) => doubting.has(text)))
    return false;
  if (ever && !sentence.tokens.some(({ text }) => text === 'ever')) return false;
  const [answer] = next.sentences;
  // "Nothing on the knee", "no, not at home": of something else, or of a part.
  const isPlain =
    answer !== undefined && saidIn(answer).every(({ name }) => names.includes(name) || besides.has(name));
  return isPlain && readAnswer(reply, 2).polarity === 'absent';
}

/** It is told, behind a negation with nothing else in between. */
function isDenied(held: Held, { ever }: Denial, source: SourceIndex): boolean {
  const { sentence, first, last } = held;
  const { tokens } = sentence;
  if (!isOfPatient(held, source) || act(held, source) !== 'tells') return false;
  if (tokens.some(({ text }) => doubting.has(text))) return false;
  const negated = tokens.flatMap(({ text }, at) => (isNegation(text) ? [at] : []));
  const before = negated.filter((at) => at < first).at(-1);
  if (before === undefined || negated.some((at) => at > before && at <= last)) return false;
  if (ever && tokens[before]?.text !== 'never') return false;
  const cue = tokens[before];
  if (!cue || tokens[before + 1]?.kind === 'mark') return false;
  if (isAnswerParticle(source.text.slice(sentence.start, sentence.end), cue.start - sentence.start))
    return false;
  const isOpen = saidIn(sentence).some(
    ({ name, token }) => token > before && token < first && !besides.has(name),
  );
  return !isOpen && !tokens.slice(before, last).some(({ text }) => ending.has(text));
}

/** The source says somewhere that it is so, of whatever kind or time. */
function isAffirmed({ names }: Denial, source: SourceIndex): boolean {
  return source.segments.some(({ sentences }, segment) =>
    sentences.some((sentence) => {
      const at = saidIn(sentence).flatMap(({ name, token }) =>
        names.includes(name) ? [{ name, token }] : [],
      );
      if (!names.every((name) => at.some((one) => one.name === name))) return false;
      const tokens = at.map(({ token }) => token);
      const held = { segment, sentence, first: Math.min(...tokens), last: Math.max(...tokens) };
      const isOpen = sentence.tokens.some(({ text }) => isNegation(text) || doubting.has(text));
      return !isOpen && isOfPatient(held, source) && act(held, source) === 'tells';
    }),
  );
}
