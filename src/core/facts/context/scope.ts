import type { Token } from '../../text/tokens';
import type { CueMention } from './cues';
import { belongsAhead } from './behind';
import { endsInOr, isException, isOfItem, listGoesOn, opensDenials } from './denied-list';
import { isTheirs } from './experiencer';
import { comesBefore, isListMark, marksOf } from './marks';
import { isOfNewSubject } from './new-subject';
import { isOwnClause, isRunPast } from './own-clause';
import { behind, clauseEnds, distance, negatives, reaches, type Reading, type Term } from './reach';
import type { CueMeaning } from './cue-table';
import { wordAt } from '../token-reach';

/** What a cue may say of whether a term is there. */
export const polarityCues: ReadonlySet<CueMeaning> = new Set([
  ...negatives,
  'present',
  'presupposed',
  'unreadable',
]);

/** Somebody's words for what they see count within the sentence, wherever a clause ends; a list carries them on. */
export function isNear({ list }: Reading, cue: CueMention, term: Term): boolean {
  if (cue.to <= term.from) return reaches(list, cue, term.from);
  return cue.looks !== 'ahead' && distance(cue, term) <= cue.reach;
}

/** True where a cue says something of a term: in its direction, within its reach and clause. */
export function applies(reading: Reading, cue: CueMention, term: Term): boolean {
  const { list } = reading;
  const before = cue.to <= term.from;
  if (cue.looks === 'touching') return before && allMarks(list, cue.to, term.from);
  if (cue.looks === 'touching-back') return !before && allMarks(list, term.to, cue.from);
  if (cue.looks === 'none' || (cue.looks === 'ahead' && !before) || (cue.looks === 'back' && before)) {
    return false;
  }
  if (cue.says === 'family' || cue.says === 'other') return isTheirs(reading, cue, term);
  if (!before) return reachesBack(reading, cue, term);
  if (
    negatives.has(cue.says) &&
    (isOwnClause(reading, cue, term) || isRunPast(reading, cue, term) || isOfNewSubject(list, cue, term))
  )
    return false;
  const listed = polarityCues.has(cue.says) || cue.says === 'example';
  const near = listed ? reaches(list, cue, term.from) : distance(cue, term) <= cue.reach;
  if (cue.says === 'hypothetical' && isComeBack(list, cue)) {
    return reaches(list, cue, term.from) && !comesBefore(marksOf(list).nextEnd, cue.to, term.from);
  }
  if (cue.says === 'hypothetical' && conditions.has(wordAt(list, cue.from))) {
    return (
      reaches(list, { ...cue, reach: conditionReach }, term.from) &&
      !conditionEnds(reading, cue.to, term.from)
    );
  }
  // "Denies headache except on waking, vomiting": what is excepted of one item is nothing of the next.
  if (cue.says === 'present' && isException(reading, cue, term.from)) return false;
  const isOfList = opensDenials(reading, cue);
  const isPassed = (end: CueMention): boolean =>
    (isOfList && isOfItem(reading, end) && listGoesOn(reading, end.to)) ||
    ((isOfList || endsInOr(reading, term.to)) && isException(reading, end, term.from));
  return near && !clauseEnds(reading, behind(reading, cue), term.from, negatives.has(cue.says), isPassed);
}

/** "Denies fever, productive cough": the last item may be denied with the others, or be what there is. */
export function isPerhapsDenied(reading: Reading, term: Term): boolean {
  return reading.cues.some(
    (cue) =>
      cue.to <= term.from &&
      opensDenials(reading, cue) &&
      reaches(reading.list, cue, term.from) &&
      !clauseEnds(reading, behind(reading, cue), term.from, true, (end) => isOfItem(reading, end)),
  );
}

/** "ER for worse headache, no urine in 8 h, stiff neck", "S/N - blood, not drinking": what to come back for holds to the full stop. */
function isComeBack(list: readonly Token[], cue: CueMention): boolean {
  if (wordAt(list, cue.from) === 's' && wordAt(list, cue.from + 1) === '/') return true;
  // "Red flags given incl drowsy, no wet nappy".
  if (wordAt(list, cue.from) === 'red' && givenFlags.test(wordAt(list, cue.to))) return true;
  return (
    cue.to > cue.from + 1 &&
    /^(?:for|with)$/.test(wordAt(list, cue.to - 1)) &&
    /^(?:er|ed|go|call|return|seek|come|emergency|a|999|911|to|ring|contact)$/.test(wordAt(list, cue.from))
  );
}

const givenFlags = /^(?:given|discussed|explained|advised|advice|incl|inc|including|re)$/;

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
  // "Any wheeze, any noise when she breathes?": what is asked for next is what is narrowed.
  if (cue.says === 'narrowed' && between.includes('any')) return false;
  if (negatives.has(cue.says) && cue.to === cue.from + 1) {
    // "Pancreatitis, no." answers for what it names.
    if (between.join('') === ',' && term.from <= 1 && allMarksAt(list, cue.to)) return true;
  }
  if (negatives.has(cue.says) && belongsAhead(reading, cue, from)) return false;
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
