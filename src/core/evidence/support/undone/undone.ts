import { stemmer } from 'stemmer';
import { affirmsByClause } from '../../../facts/answers/affirming';
import type { SentenceFacts } from '../../../facts/extract';
import { isAsked } from '../../../text/span';
import { tokenIndexAt } from '../../../text/tokens';
import type { Segment, SourceIndex } from '../../source/source-index';
import { asksPlainly } from '../asked/plain-question';
import { saidIn, sequenceOf } from '../said-sequence';
import { isAssured, isMoreOfRelative, isOfRelative } from './assured';
import { answerTo, isAskedShortly } from './denying-answer';
import { isDenying, type Subject, subjectOf } from './denied-subject';
import { isExcepted, isFriendly, isNeutral, picksOne, sharesName, takesBack } from './left-standing';
import { isFeverish, isOfBothSides, isRiskTold } from './undone-elsewhere';
import { phrasesOf, startsWith } from './undone-words';
import { goesOn } from './well-by-name';

/** So many turns behind an answer, and so many sentences of one, may speak against it. */
const turnsBehind = 3;
const sentencesBehind = 2;
/** So many words may stand between what is well and the word for it, and before the side that it is of. */
const wholeReach = 4;
const sideReach = 6;

/** A sentence of a source that has what the claim denies. */
interface Bearing {
  segment: number;
  sentence: SentenceFacts;
  /** The segment that answers, where the sentence asks. */
  answer?: number;
  /** It says that all of something is well. */
  isWhole?: true;
  /** It is asked and not answered, or goes on about itself. */
  isOpen?: true;
  /** The first token that names what the claim denies; behind `to` nothing more of the claim is told. */
  from: number;
  to: number;
}

/**
 * True when a source undoes what a claim denies or calls well, wherever it says so: the answer goes on with more than a plain
 * "no", a part is excepted, the next sentence takes it back, or the next speaker speaks against it. Who answers a question
 * for symptoms with "no" and goes on has, as a rule, something to add to it. Of a danger to self or others nothing else may be
 * said anywhere.
 * @param claim the facts of the claim's sentences
 */
export function isUndone(claim: readonly SentenceFacts[], source: SourceIndex): boolean {
  if (isOfBothSides(claim, source)) return true;
  const subject = subjectOf(claim);
  if (!subject) return false;
  if (isFeverish(subject, source) || isRiskTold(subject, source)) return true;
  return source.segments.some(({ sentences }, segment) =>
    sentences.some((sentence) => {
      const bearing = bearingOf(subject, segment, sentence, source);
      if (!bearing) return false;
      if (bearing.isOpen) return true;
      return bearing.answer === undefined
        ? isToldAndUndone(subject, bearing, source)
        : isAnswerUndone(subject, bearing, bearing.answer, source);
    }),
  );
}

function bearingOf(
  subject: Subject,
  segment: number,
  sentence: SentenceFacts,
  source: SourceIndex,
): Bearing | undefined {
  const { tokens } = sentence;
  const fact = sentence.polarities.find(
    ({ concept, polarity }) => polarity === 'absent' && subject.denied.has(concept.name),
  );
  if (fact) {
    const from = fact.answer?.start;
    const answer =
      from === undefined ? -1 : source.segments.findIndex(({ start, end }) => start <= from && from < end);
    const place = {
      segment,
      sentence,
      from: tokenIndexAt(tokens, fact.start),
      to: tokenIndexAt(tokens, fact.end),
    };
    if (answer > segment) return { ...place, answer };
    // "Pupils equal", "neck supple" name what is well, which a part of it may not be.
    if (!fact.contrary) return place;
    const isOpen = isAsked(source.text, sentence) || goesOn(subject, sentence, place.to);
    return { ...place, isWhole: true, ...(isOpen && { isOpen }) };
  }
  const isAllergic = subject.ofAllergies && tokens.some(({ text }) => /^allerg/.test(text));
  const said = saidIn(sentence).filter(
    ({ name }) => subject.names.has(name) && (subject.wholes.size > 0 || !name.startsWith('#')),
  );
  const allergic = tokens.findIndex(({ text }) => /^allerg/.test(text));
  const [from, last] = isAllergic ? [allergic, allergic] : [said[0]?.token, said.at(-1)?.token];
  if (from === undefined || last === undefined) return undefined;
  const answer = answerTo(segment, source);
  if (isAsked(source.text, sentence) || isAskedShortly(segment, sentence, answer, source)) {
    return answer === undefined || !subject.deniesWords
      ? undefined
      : { segment, sentence, answer, from, to: last + 1 };
  }
  const denies = subject.deniesWords && tokens.some(({ text }) => isDenying(text));
  if (denies) return { segment, sentence, from, to: last + 1 };
  const whole = tokens.findIndex(
    ({ text }, at) =>
      subject.wholes.has(text) &&
      said.some(({ token }) => token !== at && Math.abs(token - at) <= wholeReach),
  );
  return whole < 0 ? undefined : { segment, sentence, from, to: whole + 1, isWhole: true };
}

function isAnswerUndone(
  subject: Subject,
  { segment, sentence, from, to }: Bearing,
  at: number,
  source: SourceIndex,
): boolean {
  const { segments, text } = source;
  const [question, answer] = [segments[segment], segments[at]];
  if (!question || !answer) return true;
  const isAsking = !sentence.tokens.some(({ text: word }) => isDenying(word));
  if (isAsking && !asksPlainly(subject.claim, sentence, from, to)) return true;
  if (affirmsByClause(text.slice(answer.start, answer.end))) return true;
  if (
    phrasesOf('exceptions', sentence.tokens).some(({ value }) =>
      /^(?:other than|apart|aside|bes)/.test(value),
    )
  )
    return true;
  const known = new Set(
    [...question.sentences, ...subject.claim].flatMap(({ tokens }) =>
      tokens.map(({ text }) => stemmer(text)),
    ),
  );
  // "No vomiting. Bloated, sometimes": what is denied by its name is looked at where that stands.
  const isNamed = answer.sentences.some((one) => deniesByName(subject, one));
  const isLeft = (one: SentenceFacts, index: number): boolean => {
    if (isNeutral(one, known) || isAssured(one)) return true;
    const before = answer.sentences.slice(1, index);
    return index > 0 && (isOfRelative(one) || (before.some(isOfRelative) && isMoreOfRelative(one)));
  };
  if (!isNamed && !answer.sentences.every(isLeft)) return true;
  return isSpokenAgainst(subject, at, question, source);
}

function deniesByName({ denied, names }: Subject, sentence: SentenceFacts): boolean {
  const { polarities, tokens } = sentence;
  if (polarities.some(({ concept, polarity }) => polarity === 'absent' && denied.has(concept.name)))
    return true;
  return (
    tokens.some(({ text }) => isDenying(text)) &&
    saidIn(sentence).some(({ name }) => names.has(name) && !name.startsWith('#'))
  );
}

/** True when what follows an answer or a denial speaks against it. @param asker who asked or listens */
function isSpokenAgainst(
  subject: Subject,
  at: number,
  asker: Segment | undefined,
  source: SourceIndex,
): boolean {
  const { segments, text } = source;
  const own = segments[at]?.turn?.label;
  for (let next = at + 1; next <= at + turnsBehind; next++) {
    const segment = segments[next];
    if (!segment?.turn) return false;
    const first = segment.sentences.slice(0, sentencesBehind);
    if (segment.turn.label === own) {
      return first.some((one) => takesBack(subject, one, text.slice(one.start, one.end)));
    }
    const isThird = asker !== undefined && segment.turn.label !== asker.turn?.label;
    if (isThird && !first.every((one) => isNeutral(one, subject.words))) return true;
    if (!isThird && objects(subject, next, source)) return true;
    if (!isThird && !segment.sentences.every(isFriendly)) return false;
  }
  return false;
}

/** True when a turn puts a denial in doubt: "Not even on holiday?", "There's some swelling here.", "I do, love." */
function objects(subject: Subject, at: number, source: SourceIndex): boolean {
  const { segments, text } = source;
  const reply = segments[at + 1];
  const isClinician = segments[at]?.turn?.speaker === 'clinician';
  return (segments[at]?.sentences ?? []).slice(0, sentencesBehind).some((one) => {
    const words = text.slice(one.start, one.end);
    if (asksBack.test(words) || exclaims.test(words)) return true;
    if (isClinician && picksOne(words) && !one.tokens.some(({ text: word }) => isDenying(word))) return true;
    if (!isClinician && affirmsByClause(words)) return true;
    const isDenial = one.tokens.some(({ text: word }) => isDenying(word));
    const isQuestion = isAsked(text, one);
    const list = one.tokens.slice(one.tokens.findIndex(({ text: word }) => !heard.test(word)));
    if (startsWith('objections', list) && !isQuestion && !isDenial && !isFriendly(one)) return true;
    if (!sharesName(subject, one)) return false;
    const isAnsweredNo = reply?.sentences[0]?.tokens.slice(0, 4).some(({ text: word }) => isDenying(word));
    return isQuestion ? !isAnsweredNo : !isDenial && sequenceOf(source).marked;
  });
}

const heard = /^(?:okay|ok|alright|right|so|hmm+|hm|mm|oh|ah|and|good|well|sure|now|yes|yeah|no|[.,!…-])$/;
const asksBack =
  /^\W*(?:\w+\W+){0,2}(?:not (?:even|ever)|are you sure|really\?|(?:didn|haven|weren|aren)['’]t you|what about (?:this|that|those|these|your|when|last|the other))\b/i;
const exclaims = /^\W*(?:ow|ouch|oh,? yes|well,? (?:i|he|she) (?:do|does|did|have|has))\b/i;

function isToldAndUndone(
  subject: Subject,
  { segment, sentence, to, isWhole }: Bearing,
  source: SourceIndex,
): boolean {
  const own = source.segments[segment];
  if (!own || isExcepted(subject, sentence, to) || isOfOneSide(subject, sentence, to)) return true;
  // "Gait normal with the stick".
  if (isWhole && sentence.tokens[to]?.text === 'with' && !subject.words.has('with')) return true;
  const index = own.sentences.indexOf(sentence);
  const behind = own.turn
    ? own.sentences.slice(index + 1, index + 1 + sentencesBehind)
    : (source.segments[segment + 1]?.sentences ?? []);
  const isTaken = (one: SentenceFacts): boolean => {
    const words = source.text.slice(one.start, one.end);
    return isWhole
      ? picksOne(words) || startsWith('softExceptions', one.tokens) || corrects.test(words)
      : takesBack(subject, one, words);
  };
  if (behind.some(isTaken)) return true;
  const isLast = own.turn !== undefined && index === own.sentences.length - 1;
  if (!isLast || isWhole || own.turn?.speaker === 'clinician') return false;
  return isSpokenAgainst(subject, segment, source.segments[segment + 1], source);
}

/** "Oh wait, the left one is sluggish", "it was wheezy before". */
const corrects =
  /^\W*(?:oh,? )?(?:wait|hang on|hold on|no|actually|although|though)\b|\b(?:before|earlier|until)\W*$/i;

/** What is denied or well on one side may be there on the other. */
function isOfOneSide({ claim, words }: Subject, { tokens }: SentenceFacts, to: number): boolean {
  if (claim.some(({ sides }) => sides.length > 0) || words.has('left') || words.has('right')) return false;
  const list = tokens
    .slice(to, to + sideReach)
    .map(({ text }) => text)
    .join(' ');
  return oneSide.test(list);
}

const oneSide =
  /^(?:\w+ )?(?:(?:on|in|at|of|round|around|over) (?:the |my |your |his |her )?(?:(?:left|right|one side)\b|\w+ one\b)|(?:above|below|beyond|beneath) (?:the|my|your|his|her)\b)/;
