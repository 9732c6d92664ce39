import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { type CueMeaning, type CueMention, finiteVerbs, placedCues, tellingCues } from './context-cues';
import { isTheirs } from './context-experiencer';
import {
  behind,
  clauseEnds,
  distance,
  isListMark,
  negatives,
  opensBracket,
  reaches,
  type Reading,
  type Term,
} from './context-reach';
import type { FindingContext } from './fact';
import { spanOf, wordAt } from './token-reach';

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
    return contextOf({ list, terms, cues: tellingCues(near, term), runsOn }, term);
  });
}

/** Tokens. Longer than any list that a person denies symptoms in; keeps the time for a line without an end in bounds. */
const farthest = 240;

/** Tokens. A longer sentence without any mark is several that were run together. */
const longestSentence = 25;
/** So many words that name no finding may then stand between a negation and what it denies. */
const runOnReach = 3;

const polarityCues: ReadonlySet<CueMeaning> = new Set([...negatives, 'present', 'presupposed', 'unreadable']);

function contextOf(reading: Reading, term: Term): TermContext {
  const { list, cues } = reading;
  const applying = cues.filter((cue) => applies(reading, cue, term));
  const says = (meaning: CueMeaning): boolean => applying.some((cue) => cue.says === meaning);
  const granted = cues.some((cue) => cue.says === 'granted' && isNear(reading, cue, term));
  const hypothetical = says('hypothetical');
  const time = timeOf(applying, term);
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
  if (!cue && isDeniedBehind(list, term)) return { ...context, polarity: 'absent' };
  if (!cue || cue.says === 'present' || isTurnedRound(reading, cue)) return context;
  if (cue.says === 'presupposed') return { ...context, narrowed: true };
  // "No symptoms (fever, chills)" and "no swelling (but pain)": what is in brackets may be denied or not.
  const ahead = cue.to <= term.from;
  if (cue.says === 'unreadable' || (ahead && opensBracket(list, cue.to, term.from))) {
    return { ...context, polarity: 'unknown' };
  }
  if (ahead && (isPresupposed(list, cue, term) || isBeside(list, cue, term)))
    return { ...context, polarity: 'unknown' };
  return {
    ...context,
    polarity: 'absent',
    ...(cue.says === 'unlikely' && context.certainty === 'certain' && { certainty: 'uncertain' }),
    ...(cue.says === 'absent-narrowed' && { narrowed: true }),
    ...(ahead && { cue: spanOf(list, cue.from, cue.to) }),
  };
}

/** "And diabetes you don't have": all that stands behind denies that somebody has it. */
function isDeniedBehind(list: readonly Token[], term: Term): boolean {
  const behind = list.slice(term.to, term.to + longestDenial + 1).map(({ text }) => text);
  return behind.length <= longestDenial && deniedBehind.test(behind.join(' '));
}

const longestDenial = 7;
const deniedBehind =
  /^(?:, )?(?:you|i|he|she|they|we) (?:(?:do|does|did|have|has|had) ?(?:n['’]?t|not)|never) (?:have|had|got)(?: [.?!])?$/;

/** "I'd rather not wait so long from the injury": what a "not" denies is the verb, and the injury has been. */
function isPresupposed(list: readonly Token[], cue: CueMention, term: Term): boolean {
  return (
    cue.to === cue.from + 1 &&
    /^(?:not|.*n['’]t)$/.test(wordAt(list, cue.from)) &&
    /^(?:the|your|his|her|my|their|this|that)$/.test(wordAt(list, term.from - 1)) &&
    /^(?:from|after|before|since|until|till|past|because)$/.test(wordAt(list, term.from - 2))
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
function timeOf(applying: readonly CueMention[], term: Term): FindingContext['time'] {
  let time: FindingContext['time'] = 'current';
  let nearest = Infinity;
  for (const cue of applying) {
    if (cue.says !== 'past' && cue.says !== 'current' && cue.says !== 'future') continue;
    if (distance(cue, term) >= nearest) continue;
    nearest = distance(cue, term);
    time = cue.says;
  }
  return time;
}

/** Somebody's words for what they see count within the sentence, wherever a clause ends; a list carries them on. */
function isNear({ list }: Reading, cue: CueMention, term: Term): boolean {
  if (cue.to <= term.from) return reaches(list, cue, term.from);
  return cue.looks !== 'ahead' && distance(cue, term) <= cue.reach;
}

function applies(reading: Reading, cue: CueMention, term: Term): boolean {
  const { list } = reading;
  const before = cue.to <= term.from;
  if (cue.looks === 'touching') return before && allMarks(list, cue.to, term.from);
  if (cue.looks === 'touching-back') return !before && allMarks(list, term.to, cue.from);
  if (cue.looks === 'none' || (cue.looks === 'ahead' && !before) || (cue.looks === 'back' && before)) {
    return false;
  }
  if (cue.says === 'family' || cue.says === 'other') return isTheirs(reading, cue, term);
  if (!before) return reachesBack(reading, cue, term);
  if (negatives.has(cue.says) && (isOwnClause(reading, cue, term) || isRunPast(reading, cue, term)))
    return false;
  const listed = polarityCues.has(cue.says) || cue.says === 'example';
  const near = listed ? reaches(list, cue, term.from) : distance(cue, term) <= cue.reach;
  if (cue.says === 'hypothetical' && conditions.has(wordAt(list, cue.from))) {
    return (
      reaches(list, { ...cue, reach: conditionReach }, term.from) &&
      !conditionEnds(reading, cue.to, term.from)
    );
  }
  return near && !clauseEnds(reading, behind(reading, cue), term.from, negatives.has(cue.says));
}

/** "If you have a fever, or your breathing is worse, or chest pain": a condition holds for all that "or" joins to it. */
const conditions: ReadonlySet<string> = new Set(['if', 'unless', 'should', 'in', 'when', 'once', 'until']);
const conditionReach = 12;

function conditionEnds({ list }: Reading, from: number, to: number): boolean {
  const whole = list.findIndex(({ text }, at) => at >= to && conditionEnd.test(text));
  const words = list.slice(from, whole < 0 ? list.length : whole);
  return words
    .slice(0, to - from)
    .some(({ text }, at) =>
      text === ','
        ? words.slice(at).every((word) => word.text !== 'or') &&
          words.slice(at, to - from).some((word) => mainClause.test(word.text))
        : conditionEnd.test(text),
    );
}

/** What a comma behind a condition has to lead to for the condition to end: "if you get a fever, kind of, high temperatures" goes on. */
const mainClause =
  /^(?:i|we|it|he|she|they|you|that|this|there|then|please|is|are|was|were|has|have|had|do|does|did|no|not|call|ring|come|go|let|take|see|stop|use|.+['’](?:s|ll|d|re|ve|m))$/;

const conditionEnd = /^(?:[;:.?!]|but|however|although|because|so|then)$/;

/** "No tenderness pulses are there both sides bruising on the forearms": where nothing marks a clause, a negation ends early. */
function isRunPast({ list, terms, runsOn }: Reading, cue: CueMention, term: Term): boolean {
  // A "not" denies a verb, with all that the verb goes on to ("I don't see any evidence of any fracture").
  if (!runsOn) return false;
  if (isSaidOfAnother(list, cue, term)) return true;
  const isOfPredicate =
    /^(?:isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/.test(wordAt(list, cue.to - 1)) ||
    (wordAt(list, cue.to - 1) === 'not' && copula.test(wordAt(list, cue.to - 2)));
  const least = isOfPredicate ? 1 : runOnReach;
  if (!isOfPredicate && !/^(?:no|nil|without)$/.test(wordAt(list, cue.to - 1))) return false;
  const between = list.slice(cue.to, term.from).filter(({ text }, index) => {
    const at = cue.to + index;
    return !isListMark(text) && !terms.some(({ from, to }) => from <= at && at < to);
  });
  return between.length > least;
}

const copula = /^(?:is|are|was|were|.+['’]s|.+['’]re)$/;

/** "Tonsils are big but not red nose is pale": a thing with a verb of its own begins a clause. */
function isSaidOfAnother(list: readonly Token[], cue: CueMention, term: Term): boolean {
  return list
    .slice(cue.to + 1, term.from)
    .some(
      ({ text, kind }, index) =>
        /^(?:is|are|was|were)$/.test(text) &&
        kind === 'word' &&
        !/^(?:it|there|that|this|he|she|they|you|we|which|what|who|if|whether)$/.test(
          wordAt(list, cue.to + index),
        ),
    );
}

/** "No rash, cough is better"; and the "no" of "fever no, cough yes" looks back. */
function isOwnClause({ list }: Reading, cue: CueMention, term: Term): boolean {
  if (wordAt(list, cue.to) === ',' && wordAt(list, cue.from) === 'no') return true;
  if (isOfOutcome(list, cue, term)) return true;
  const before = wordAt(list, term.from - 1);
  if (before !== ',' && !(before === 'and' && wordAt(list, term.from - 2) === ',')) return false;
  const next = wordAt(list, term.to);
  return finiteVerbs.has(next) || (predicates.test(next) && !goesOn(list, term.to));
}

/** "No benefit, dry mouth", "no real response, ongoing pain": that a treatment did nothing begins no list of what is not there. */
function isOfOutcome(list: readonly Token[], cue: CueMention, term: Term): boolean {
  const comma = list.findIndex(({ text }, at) => at >= cue.to && text === ',');
  return (
    comma > cue.to && comma < term.from && outcome.test(wordAt(list, comma - 1)) && !goesOn(list, term.to)
  );
}

const outcome = /^(?:benefit|effect|response|improvement|relief|help|difference|success|use)$/;

/** "Without nausea, itching limited to the legs": a participle says something of its own of the last item. */
const predicates =
  /^(?:limited|confined|localised|localized|restricted|controlled|relieved|managed|treated|worsening|improving|worse|better|attributed|related)$/;

/** True where an "or" or "nor" ends the list later on: what stands before it is an item. */
function goesOn(list: readonly Token[], from: number): boolean {
  const end = list.findIndex(({ text }, at) => at >= from && /^[.;:!?]$/.test(text));
  return list.slice(from, end < 0 ? list.length : end).some(({ text }) => text === 'or' || text === 'nor');
}

function allMarks(list: readonly Token[], from: number, to: number): boolean {
  return list.slice(from, to).every((token) => token.text === '-');
}

function allMarksAt(list: readonly Token[], from: number): boolean {
  return list.slice(from, from + 1).every(({ text }) => /^[.,;!]$/.test(text));
}

/** "Fever is absent", "oedema: none", "chills and sweats are denied"; not "cough, negative swab". */
function reachesBack(reading: Reading, cue: CueMention, term: Term): boolean {
  const { list, terms } = reading;
  const from = cue.says === 'narrowed' ? term.to : endOfList(reading, term);
  // "No chest pain except tenderness": another finding is the exception, and there is no chest pain at all.
  if (cue.says === 'narrowed' && cue.looks === 'back' && terms.some((other) => other.from === cue.to))
    return false;
  if (cue.from < from || cue.from - from > cue.reach) return false;
  const between = list.slice(from, cue.from).map((token) => token.text);
  if (negatives.has(cue.says) && cue.to === cue.from + 1) {
    // "Pancreatitis, no." answers for what it names.
    if (between.join('') === ',' && term.from <= 1 && allMarksAt(list, cue.to)) return true;
    if (between.includes(',') || list[cue.to]?.kind === 'word') return false;
  }
  return between.join('') === ':' || !clauseEnds(reading, from, cue.from);
}

/** Where the list ends that a term stands in ("fever, chills and sweats are denied"). */
function endOfList({ list, terms }: Reading, term: Term): number {
  let end = term.to;
  for (const next of terms) {
    if (next.from < end) continue;
    const between = list.slice(end, next.from);
    if (between.length === 0 || between.length > 2 || !between.every((token) => isListMark(token.text)))
      break;
    end = next.to;
  }
  return end;
}
