import { builtInTerminology } from '../terminology/built-in';
import type { TermMention } from '../terminology/term-index';
import type { Terminology } from '../terminology/terminology';
import { splitSentences } from '../text/sentences';
import { overlaps, type Span } from '../text/span';
import { tokens, type Token } from '../text/tokens';
import { findAges } from './persons/ages';
import { readBy } from './context/cues';
import { findDates } from './times/dates';
import type { AgeFact, Concept, DateFact, PolarityFact, QuantityFact, SexFact, SideFact } from './fact';
import type { OpenOrder } from './medications/assemble';
import { carryOrders } from './medications/carry';
import type { MedicationFact } from './medications/medication-fact';
import { findOrders } from './medications/orders';
import { ageBehindName } from './persons/named-ages';
import { ageWithSex } from './persons/short-ages';
import { findBareBlood } from './findings/bare-blood';
import { findSexes } from './persons/persons';
import { findPolarities } from './findings/polarity';
import { findQuantities } from './quantities/quantities';
import { sexLetters } from './persons/sex-letters';
import { abbreviatedSides } from './sides/abbreviations';
import { findSides } from './sides/sides';
import { spineLevels } from './sides/spine-levels';
import { nameToldAgain } from './quantities/told-again';
import { findWeightChanges } from './quantities/weight-change';

/** The typed facts of one sentence. All spans point into the whole text. */
export interface SentenceFacts extends Span {
  tokens: Token[];
  quantities: QuantityFact[];
  sides: SideFact[];
  polarities: PolarityFact[];
  medications: Concept[];
  dates: DateFact[];
  ages: AgeFact[];
  sexes: SexFact[];
  /** Each medicine with what is said of it. */
  orders: MedicationFact[];
  /** What is said of a medicine that the sentence does not name. */
  openOrder?: OpenOrder;
}

const quantityKinds = new Set<Concept['kind']>(['medication', 'measurement']);
const bodyKinds = new Set<Concept['kind']>(['anatomy', 'finding']);
const anatomyKinds = new Set<Concept['kind']>(['anatomy']);

/** "A long run of 10 mi": miles, and no infarction. */
function isMiles(list: readonly Token[], { from, to }: TermMention): boolean {
  return to === from + 1 && list[from]?.text === 'mi' && list[from - 1]?.kind === 'number';
}

/** "The biopsy came back benign", "call me back", "back in June": no part of the body. */
function isReturning(list: readonly Token[], { from, to }: TermMention): boolean {
  if (list[from]?.text !== 'back' || to !== from + 1) return false;
  const [before = '', after = ''] = [list[from - 1]?.text, list[to]?.text];
  if (ownBack.test(before)) return false;
  return movingBack.test(before) || behindReturning.test(after);
}

const ownBack = /^(?:my|your|his|her|their|the|a|lower|upper|low|mid|middle|bad|sore|stiff)$/;
const movingBack =
  /^(?:came|come|comes|coming|go|goes|going|gone|went|get|gets|getting|got|be|been|is|are|was|were|call|called|bring|brought|put|cut|cutting|scale|dial|send|sent|follow|check|report|held|hold|look|looking|step|grow|grew|it|that|them|you|me)$/;
const behindReturning =
  /^(?:positive|negative|normal|abnormal|clear|clean|benign|fine|okay|ok|good|high|low|elevated|again|forth|home|then|when|january|february|march|april|may|june|july|august|september|october|november|december|\p{N}+)$/u;

/** No body is as cold: "67F with cough", "3F" say how old a girl or a woman is. */
const coldestBody = 80;

function isSexLetter({ unit, value, concept }: QuantityFact): boolean {
  return unit.code === '[degF]' && value < coldestBody && concept === undefined && Number.isInteger(value);
}

/** "Since 3/9" is a day, and no three out of nine. */
function isShortDate({ unit, start, end }: QuantityFact, dates: readonly DateFact[]): boolean {
  return (
    unit.dimension === 'score' &&
    dates.some((date) => date.form === 'calendar' && date.start === start && date.end === end)
  );
}

/** Reads the typed facts of one sentence. */
export function sentenceFacts(
  text: string,
  sentence: Span,
  terminology: Terminology = builtInTerminology,
): SentenceFacts {
  const list = tokens(text, sentence);
  readBy(list, terminology.cues);
  const measured = terminology.findTerms(list, quantityKinds);
  const parts = terminology.findTerms(list, anatomyKinds).filter((term) => !isReturning(list, term));
  // A finding may hold a part of the body ("chest pain"); only parts outside of findings are sites.
  const findings = terminology
    .findTerms(list, bodyKinds)
    .filter((term) => term.concept.kind === 'finding' && !isMiles(list, term));
  const more = [
    ...findBareBlood(list, [...measured, ...parts, ...findings]),
    ...findWeightChanges(list, findings),
  ];
  const said = more.length > 0 ? [...findings, ...more].sort((a, b) => a.from - b.from) : findings;
  const inside = (part: TermMention): boolean =>
    findings.some((finding) => finding.from <= part.from && part.to <= finding.to);
  const named = ageBehindName(text, list, [...measured, ...parts, ...findings]) ?? ageWithSex(text, list);
  const ages = named ? [named, ...findAges(list)] : findAges(list);
  // "Two in four months": the months are of the age, and no time of anything else.
  const dates = findDates(list, [...measured, ...findings]).filter(
    (date) => !ages.some((age) => overlaps(age, date)),
  );
  const quantities = findQuantities(list, measured, terminology).filter(
    (fact) =>
      !isSexLetter(fact) &&
      !isShortDate(fact, dates) &&
      !ages.some((age) => overlaps(age, fact) && fact.start > age.number.start),
  );
  const medicines = measured.filter((term) => term.concept.kind === 'medication');
  const { orders, open } = findOrders(text, list, medicines, quantities, terminology);
  return {
    start: sentence.start,
    end: sentence.end,
    tokens: list,
    quantities,
    sides: [...findSides(list, [...parts, ...spineLevels(list)]), ...abbreviatedSides(list, text)],
    polarities: findPolarities(
      list,
      [...said, ...parts.filter((part) => !inside(part))],
      parts.filter(inside),
    ),
    medications: medicines.map((term) => term.concept),
    dates,
    ages,
    sexes: [...findSexes(list, medicines), ...sexLetters(list, text)],
    orders,
    ...(open && { openOrder: open }),
  };
}

/** Reads the typed facts of every sentence in a part of a text. */
export function extractFacts(
  text: string,
  within?: Span,
  terminology: Terminology = builtInTerminology,
): SentenceFacts[] {
  const sentences = splitSentences(text, within).map((sentence) =>
    sentenceFacts(text, sentence, terminology),
  );
  nameToldAgain(sentences, terminology);
  carryOrders(
    sentences.map((sentence) => [sentence]),
    terminology,
  );
  return sentences;
}
