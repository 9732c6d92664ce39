import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { hasSecondValue } from '../../evidence/support/plain/bound-values';
import { relativesOrTheirs } from '../../facts/persons/persons';
import { plainPolarity } from '../../facts/findings/polarity';
import type { Terminology } from '../../terminology/terminology';
import { isExcepted, valueWordAt, type ValueMeaning } from '../../terminology/value-findings';
import type { Span } from '../../text/span';
import { tokenIndexAt, type Token } from '../../text/tokens';
import { cue } from '../firm-words';
import { levelAt, meaningOf, measurementAt } from './level-words';

/** A text with its typed facts, as a source has it. */
export interface Told {
  text: string;
  segments: readonly { sentences: readonly SentenceFacts[] }[];
  terminology: Terminology;
}

/** A value that the evidence gives of the patient. */
export interface SaidValue {
  segment: number;
  fact: QuantityFact;
  /** False where the words around it leave open whether it is the patient's now: a target, a former value, a question. */
  plain: boolean;
}

/** A word of the evidence that says how a value is ("hypokalaemic"). */
export interface SaidWord extends Span {
  segment: number;
  meaning: ValueMeaning;
}

/** All values of a measurement that the evidence gives. */
export function valuesOf(evidence: Told, measurement: string): SaidValue[] {
  if (isExcepted(measurement, evidence.text)) return [];
  return sentencesOf(evidence).flatMap(({ sentence, segment }) => {
    const isOwn = relativesOrTheirs(sentence.tokens).length === 0;
    return sentence.quantities
      .filter(({ concept }) => concept?.name === measurement)
      .flatMap((fact) => {
        const part = clauseAround(sentence.tokens, fact);
        const text = evidence.text.slice(part.start, part.end);
        if (specimen.test(text)) return [];
        return [
          {
            segment,
            fact,
            plain:
              isPlain(fact) &&
              isOwn &&
              isSaidNow(text) &&
              !isUnknownUnit(evidence.text, fact) &&
              !heldUp.test(evidence.text.slice(sentence.start, sentence.end)) &&
              !hasSecondValue(fact, sentence),
          },
        ];
      });
  });
}

/** All words of the evidence that say how a value of the patient is now. */
export function valueWordsOf(evidence: Told): SaidWord[] {
  return sentencesOf(evidence).flatMap(({ sentence, segment }) => {
    if (relativesOrTheirs(sentence.tokens).length > 0) return [];
    const isMeant = (span: Span): boolean => {
      const part = clauseAround(sentence.tokens, span);
      const text = evidence.text.slice(part.start, part.end);
      return isSaidNow(text) && !specimen.test(text);
    };
    return [...findingWords(sentence), ...levelWords(sentence, evidence.terminology)]
      .filter(isMeant)
      .map((word) => ({ ...word, segment }));
  });
}

type Word = Omit<SaidWord, 'segment'>;

/** "Hypokalaemic", "afebrile", "no tachycardia". */
function findingWords({ tokens: list, polarities }: SentenceFacts): Word[] {
  return polarities.flatMap((fact) => {
    const word = valueWordAt(list, tokenIndexAt(list, fact.start));
    const polarity = plainPolarity(fact);
    if (!word || list[word.to - 1]?.end !== fact.end || polarity === 'unknown') return [];
    // A word for the absence ("afebrile") is absent by itself, and means that already.
    const isDenied = word.meaning.inside && polarity === 'absent';
    const meaning = isDenied ? { ...word.meaning, inside: false } : word.meaning;
    return [{ meaning, start: fact.start, end: fact.end }];
  });
}

/** "Potassium was low", "platelets normal", "raised CRP": the level right beside the name, and nothing that negates. */
function levelWords({ tokens: list }: SentenceFacts, terminology: Terminology): Word[] {
  return list.flatMap((token, at) => {
    const name = measurementAt(list, at, terminology);
    if (!name) return [];
    const behind = levelAt(list, copulas.has(list[name.to]?.text ?? '') ? name.to + 1 : name.to);
    const before = [1, 2, 3, 4].map((back) => levelAt(list, at - back)).find((level) => level?.to === at);
    const level = behind ?? before;
    if (!level || isNegatedAround(list, at)) return [];
    const meaning = meaningOf(name.name, level.level);
    return meaning ? [{ meaning, start: token.start, end: list[name.to - 1]?.end ?? token.end }] : [];
  });
}

const copulas = new Set(['is', 'was', 'are', 'were', ':', '=']);
const negating = new Set(['no', 'not', 'without', 'nor', 'neither', 'never', 'if', 'than', 'to']);

function isNegatedAround(list: readonly Token[], at: number): boolean {
  return list.slice(Math.max(0, at - 6), at + 6).some(({ text }) => negating.has(text));
}

function sentencesOf(evidence: Told): { sentence: SentenceFacts; segment: number }[] {
  return evidence.segments.flatMap(({ sentences }, segment) =>
    sentences.map((sentence) => ({ sentence, segment })),
  );
}

/** Values of these are not of the blood. */
const specimen =
  /\b(?:urine|urinary|csf|cerebrospinal|pleural|ascitic|peritoneal|synovial|fluid|stool|faecal|fecal|saliva|salivary|sweat|cord|drain|dialysate|aspirate|spot)\b/i;

/** "SpO2 97% on 10 L oxygen", "BP 118/70 on noradrenaline": what holds a value up says that it is not so by itself. */
const heldUp =
  /\b(?:oxygen|o2|fio2|nasal (?:cannulae?|prongs|specs)|face ?mask|non-?rebreather|ventilat\w+|cpap|bipap|hfno|noradrenaline|norepinephrine|adrenaline|epinephrine|dopamine|dobutamine|vasopressin|phenylephrine|(?:vaso)?pressors?|inotropes?|pacemaker|paced|pacing|dextrose|glucagon|transfus\w+)\b/i;

/** No round guess, and no amount per kilogram. */
function isPlain({ comparator, perWeight, loose }: QuantityFact): boolean {
  return comparator !== '~' && !perWeight && loose === undefined;
}

/** True for words that say how something is now, and not how it was, should be or may be. */
export function isSaidNow(text: string): boolean {
  return !text.includes('?') && !cue.formerValue(text) && !cue.derived(text) && !cue.unreal(text);
}

/** A unit that the table does not hold makes the number none without a unit. */
function isUnknownUnit(text: string, { unit, end }: QuantityFact): boolean {
  return (
    unit.dimension === 'none' && /^\s*(?:[\p{L}µμ×*^\d]+\s?\/\s?\p{L}|[%‰])/u.test(text.slice(end, end + 20))
  );
}

const bounds = new Set([',', ';', '(', ')', '?', 'but', '.']);

/** The part of a sentence between its commas, semicolons and brackets that holds a fact, with a question mark behind it. */
function clauseAround(list: readonly Token[], fact: Span): Span {
  const from = tokenIndexAt(list, fact.start);
  const to = tokenIndexAt(list, fact.end);
  const before = list.slice(0, from).findLastIndex(({ text }) => bounds.has(text));
  const behind = list.slice(to).findIndex(({ text }) => bounds.has(text));
  const last = behind < 0 ? list.length - 1 : to + behind;
  return { start: list[before + 1]?.start ?? fact.start, end: Math.max(list[last]?.end ?? 0, fact.end) };
}
