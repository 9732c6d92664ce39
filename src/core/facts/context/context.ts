import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isBesideDenied } from './beside-denied';
import { isBoundedBehind, isUnticked } from './behind';
import { courseNouns, type CueMention, placedCues, tellingCues, testWords } from './cues';
import { mayEndDenial } from './denied-list';
import { distance, negatives, opensBracket, type Reading, type Term } from './reach';
import { mayShareResult, testedPolarity } from './tested';
import { isDeniedTwice } from './denied-twice';
import { applies, isNear, isPerhapsDenied, polarityCues } from './scope';
import { beginsAt } from './until';
import { isLabelledPast, labelledPolarity, signedPolarity } from './labels';
import { marksOf } from './marks';
import type { CueMeaning } from './cue-table';
import type { FindingContext } from '../fact';
import { spanOf, wordAt } from '../token-reach';
import { isWarnedOf } from './warned';

/** What the words around a term say about it. */
export interface TermContext extends FindingContext {
  /** Words near the term say that somebody has seen or reported it ("there is", "you have"). */
  asserted: boolean;
  /** It is taken for granted ("your cough"). */
  granted?: true;
  /** The negating word, where it stands before the term. */
  cue?: Span;
}

/**
 * Decides for each term of a sentence whether it is there, how sure that is, when, and whose it is, bounded by clause: a
 * "but" or a new verb of reporting ends what a cue reaches. The method follows NegEx (Chapman et al., J Biomed Inform
 * 2001;34:301–310) and ConText (Harkema et al., 2009;42:839–851).
 * @param list the tokens of one sentence
 * @param terms token ranges of the terms, `to` exclusive
 */
export function termContexts(list: readonly Token[], terms: readonly Term[]): TermContext[] {
  const placed = placedCues(list);
  const runsOn = list.length > longestSentence && !list.some(({ text }) => /^[,;:.]$/.test(text));
  return terms.map((term) => {
    const near = placed.filter(({ from, to }) => to >= term.from - farthest && from <= term.to + farthest);
    const cues = tellingCues(near, term);
    const ends = cues.filter(({ says }) => says === 'clause-end' || says === 'negation-end');
    return contextOf({ list, terms, cues, ends, runsOn }, term);
  });
}

/** Tokens. Longer than any list that a person denies symptoms in; keeps the time for a line without an end in bounds. */
const farthest = 240;

/** Tokens. A longer sentence without any mark is several that were run together. */
const longestSentence = 25;

function contextOf(reading: Reading, term: Term): TermContext {
  const { list, cues } = reading;
  const applying = cues.filter((cue) => applies(reading, cue, term));
  const says = (meaning: CueMeaning): boolean => applying.some((cue) => cue.says === meaning);
  const granted = cues.some((cue) => cue.says === 'granted' && isNear(reading, cue, term));
  const hypothetical =
    says('hypothetical') || opensInstruction(list) || isWarnedOf(list, reading.terms, term);
  const time = timeOf(list, applying, term);
  const context: TermContext = {
    polarity: 'present',
    // "Concerned about the weight with your knee pain": what is taken for granted is in no doubt.
    certainty: hypothetical
      ? 'hypothetical'
      : says('uncertain') && !(granted && isOwned(list, term))
        ? 'uncertain'
        : 'certain',
    // What is to be watched for is not yet so.
    time: hypothetical && time === 'current' ? 'future' : time,
    experiencer: says('family') ? 'family' : says('other') ? 'other' : 'patient',
    asserted: granted || cues.some((cue) => cue.says === 'asserted' && isNear(reading, cue, term)),
    ...(granted && { granted }),
    ...(says('narrowed') && { narrowed: true }),
  };
  const cue =
    applying.filter(({ says: meaning, to }) => polarityCues.has(meaning) && to <= term.from).at(-1) ??
    applying.find(({ says: meaning }) => polarityCues.has(meaning));
  if (says('example') && !(cue && negatives.has(cue.says))) context.certainty = 'hypothetical';
  const tested = cue && cue.to <= term.from ? undefined : testedPolarity(list, reading.terms, term);
  if (tested) return { ...context, polarity: tested };
  if (!cue && isUnticked(reading, term)) return { ...context, polarity: 'unknown' };
  const marked = cue ? undefined : (labelledPolarity(list, term) ?? signedPolarity(list, term));
  if (marked) return { ...context, polarity: marked };
  if (!cue && isPerhapsDenied(reading, term)) return { ...context, polarity: 'unknown' };
  if (!cue && isDeniedBehind(list, term)) return { ...context, polarity: 'absent' };
  if (!cue && mayShareResult(list, term)) return { ...context, polarity: 'unknown' };
  if (!cue && isOfTestAhead(list, term)) return { ...context, polarity: 'unknown' };
  if (!cue || cue.says === 'present' || isTurnedRound(reading, cue) || isDeniedTwice(list, cue))
    return context;
  if (cue.says === 'presupposed' || deniesCourse(list, cue, term)) return { ...context, narrowed: true };
  // "No symptoms (fever, chills)" and "no swelling (but pain)": what is in brackets may be denied or not.
  const ahead = cue.to <= term.from;
  if (
    cue.says === 'unreadable' ||
    isOfDoing(list, cue, term) ||
    (ahead && opensBracket(list, cue.to, term.from))
  ) {
    return { ...context, polarity: 'unknown' };
  }
  const isOfOther =
    isHabitOfContrary(list, cue, term) ||
    isPresupposed(list, cue, term) ||
    isBeside(list, cue, term) ||
    isOfTest(list, cue) ||
    mayEndDenial(reading, cue, term) ||
    (negatives.has(cue.says) && isBesideDenied(reading, cue, term));
  if (ahead && isOfOther) return { ...context, polarity: 'unknown' };
  const begins = ahead && negatives.has(cue.says) ? beginsAt(list, cue, term) : undefined;
  if (begins === 'sure') return { ...context, asserted: true };
  if (begins === 'open') return { ...context, polarity: 'unknown' };
  return {
    ...context,
    polarity: 'absent',
    ...(cue.says === 'unlikely' && context.certainty === 'certain' && { certainty: 'uncertain' }),
    ...((cue.says === 'absent-narrowed' || isBoundedBehind(list, cue, term)) && { narrowed: true }),
    ...(ahead && { cue: spanOf(list, cue.from, cue.to) }),
  };
}

/** "Denies any relief from headache", "no change in the rash": what is denied is what became of it. */
function deniesCourse(list: readonly Token[], cue: CueMention, term: Term): boolean {
  if (!negatives.has(cue.says) || cue.to > term.from) return false;
  const at = /^(?:any|much|further|significant|real|noticeable|marked|the|a|an)$/.test(wordAt(list, cue.to))
    ? cue.to + 1
    : cue.to;
  return (
    at + 1 < term.from &&
    courseNouns.has(wordAt(list, at)) &&
    /^(?:of|from|in|to)$/.test(wordAt(list, at + 1))
  );
}

/** "And diabetes you don't have", "blackouts, she's never said that": all that stands behind denies that somebody has it. */
function isDeniedBehind(list: readonly Token[], term: Term): boolean {
  const behind = list.slice(term.to, term.to + longestDenial + 1).map(({ text }) => text);
  if (behind.length > longestDenial) return false;
  const words = behind.join(' ');
  return deniedBehind.test(words) || (deniedByPronoun.test(words) && denyingWord.test(words));
}

const longestDenial = 7;
const deniedBehind =
  /^(?:, )?(?:you|i|he|she|they|we) (?:(?:do|does|did|have|has|had) ?(?:n['’]?t|not)|never) (?:have|had|got)(?: [.?!])?$/;

/** What was named is taken up by a pronoun, and nobody had it or told of it. */
const deniedByPronoun =
  /^, (?:and |but )?(?:(?:you|i|he|she|they|we|it|nobody|no one)(?:['’](?:ve|s|d))?(?: has| have| had)?(?: never| ever| not|n['’]t)*|(?:you|i|he|she|they|we) (?:do|does|did|have|has|had)n['’]t(?: ever)?) (?:have|had|get|got|feel|felt|noticed?|seen?|said?|say|mention(?:ed)?|told me|complained of|experienced?) (?:that|those|it|them|one|any|anything)(?: [.?!])?$/;
const denyingWord = /\b(?:never|not|nobody|no one|.*n['’]t)\b/;

/** "I'd rather not wait so long from the injury": what a "not" denies is the verb, and the injury has been. */
function isPresupposed(list: readonly Token[], cue: CueMention, term: Term): boolean {
  return (
    cue.to === cue.from + 1 &&
    /^(?:not|.*n['’]t)$/.test(wordAt(list, cue.from)) &&
    /^(?:the|your|his|her|my|their|this|that)$/.test(wordAt(list, term.from - 1)) &&
    /^(?:from|after|before|since|until|till|past|because)$/.test(wordAt(list, term.from - 2))
  );
}

/** "None of the lesions were removed": what is denied was done to each, and they are there. */
function isOfDoing(list: readonly Token[], cue: CueMention, term: Term): boolean {
  return (
    wordAt(list, cue.from) === 'none' &&
    /^(?:the|his|her|your|my|these|those)$/.test(wordAt(list, term.from - 1)) &&
    /^(?:was|were|has|have|had|is|are)$/.test(wordAt(list, term.to)) &&
    !/^(?:seen|found|present|noted|visible|there|identified|palpable|reported|detected)$/.test(
      wordAt(list, term.to + 1),
    )
  );
}

/** "She's never not thirsty", of a finding whose own name denies: how somebody is as a rule says nothing of today. */
function isHabitOfContrary(list: readonly Token[], cue: CueMention, term: Term): boolean {
  return (
    cue.to === term.from &&
    wordAt(list, cue.to - 1) === 'never' &&
    /^(?:not|no|.*n['’]t)$/.test(wordAt(list, term.from))
  );
}

/** "You don't need it with Crohn's", "I wouldn't use that in asthma": what a "not" denies is the need, for whoever has this. */
function isBeside(list: readonly Token[], cue: CueMention, term: Term): boolean {
  const between = list.slice(cue.to, term.from).map(({ text }) => text);
  return (
    /^(?:not|never|.*n['’]t)$/.test(wordAt(list, cue.to - 1)) &&
    between.some((word) => /^(?:need|use|give|take|recommend|want|advise|prescribe|mix|do)$/.test(word)) &&
    /^(?:with|in|for|given|despite)$/.test(between.at(-1) ?? '')
  );
}

/** "Culture negative endocarditis" is a kind of it, "sputum negative TB" may deny it. */
function isOfTest(list: readonly Token[], cue: CueMention): boolean {
  return cue.looks === 'touching' && testWords.has(wordAt(list, cue.from - 1));
}

/** "I did two of those COVID tests": a test for something, and not the thing. */
function isOfTestAhead(list: readonly Token[], term: Term): boolean {
  return /^(?:tests?|testing|tested|screens?|screening)$/.test(wordAt(list, term.to));
}

/** "To report bleeding, breast lump.": what somebody is told to do. */
function opensInstruction(list: readonly Token[]): boolean {
  return wordAt(list, 0) === 'to' && wordAt(list, 1) === 'report';
}

/** "Your knee pain": somebody's own. */
function isOwned(list: readonly Token[], term: Term): boolean {
  return /^(?:your|his|her|my|their)$/.test(wordAt(list, term.from - 1));
}

/** "It is not the case that he has no fever." */
function isTurnedRound({ cues }: Reading, cue: CueMention): boolean {
  return (
    negatives.has(cue.says) &&
    cues.some(
      (other) => other.says === 'turned-round' && other.to <= cue.from && cue.from - other.to <= other.reach,
    )
  );
}

/** The nearest word for a time decides; without one it is now. */
function timeOf(list: readonly Token[], applying: readonly CueMention[], term: Term): FindingContext['time'] {
  let time: FindingContext['time'] = 'current';
  let nearest = Infinity;
  for (const cue of applying) {
    if (cue.says !== 'past' && cue.says !== 'current' && cue.says !== 'future') continue;
    if (distance(cue, term) >= nearest) continue;
    nearest = distance(cue, term);
    time = cue.says;
  }
  return nearest === Infinity && (isOfDecade(list, term) || isLabelledPast(list, term)) ? 'past' : time;
}

/** So many words behind a finding the decade may stand that it is of. */
const decadeReach = 6;

/** "Brief pipe use in the 1970s", "smoked in the seventies": a whole decade that is named is over. */
function isOfDecade(list: readonly Token[], term: Term): boolean {
  const end = marksOf(list).nextEnd[term.to + 1] ?? list.length;
  const behind = list.slice(term.to, Math.min(term.to + decadeReach + 4, end)).map(({ text }) => text);
  return decade.test(behind.join(' '));
}

const decade =
  /\b(?:in|during) the (?:(?:early|mid|late)(?: - | )?)?(?:(?:19|20)?[0-9]0 ?['’]?s|fifties|sixties|seventies|eighties|nineties)\b/;
