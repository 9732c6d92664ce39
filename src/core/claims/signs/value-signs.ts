import { termContexts } from '../../facts/context';
import type { SentenceFacts } from '../../facts/extract';
import type { Terminology } from '../../terminology/terminology';
import { valueWordAt, type ValueMeaning } from '../../terminology/value-findings';
import type { Token } from '../../text/tokens';
import { cue } from '../firm-words';
import { isOfOneAdult, placeByValues, placeByWords } from '../implied/implied-verdict';
import { levelAt, meaningOf, measurementAt, turned } from '../implied/level-words';
import { isSaidNow, valueWordsOf, type Told } from '../implied/said-values';
import data from './value-words.json';

/** What a claim says of a value. */
interface Said {
  meaning: ValueMeaning;
  /** It also says how much ("severe"), which the word's range does not decide. */
  degree: boolean;
}

/**
 * Whether the evidence's values, or its own words for them, mean what the claim calls them: "hypokalaemia" beside "K 2.8".
 * Unlike an implied verdict it holds of any claim: what else the claim says is for a reader.
 * @returns `meant`, `notMeant`, or undefined where the claim names no level or the evidence leaves it open
 */
export function valueSign(claim: Told, evidence: Told): 'meant' | 'notMeant' | undefined {
  if (!isSaidNow(claim.text)) return undefined;
  const said = claim.segments.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => saidIn(sentence, claim.terminology)),
  );
  if (said.length === 0 || cue.badSample(evidence.text) || !isOfOneAdult(evidence)) return undefined;
  const theirs = valueWordsOf(evidence);
  const places = said.map(
    ({ meaning }) => placeByValues(meaning, evidence)?.place ?? placeByWords(meaning, theirs)?.place,
  );
  if (places.includes('out')) return 'notMeant';
  // A cause is one thing more than the value, and mostly what the claim is about.
  const isMeant = places.every((place, at) => place === 'in' && said[at]?.degree === false);
  return isMeant && !cue.cause(claim.text) ? 'meant' : undefined;
}

const degrees = new Set(data.degrees);
const between = new Set(data.between);

function saidIn({ tokens: list }: SentenceFacts, terminology: Terminology): Said[] {
  const found: Found[] = [];
  for (let at = 0; at < list.length;) {
    const one = wordFrom(list, at) ?? levelFrom(list, at, terminology);
    if (one) found.push(one);
    at = one?.to ?? at + 1;
  }
  const contexts = termContexts(list, found);
  return found.flatMap(({ meaning, degree }, at) => {
    const { polarity, certainty, experiencer } = contexts[at] ?? {};
    if (polarity === 'unknown' || certainty !== 'certain' || experiencer !== 'patient') return [];
    // A word for the absence ("afebrile") under a negation is for a reader.
    if (polarity === 'absent' && !meaning.inside) return [];
    return [{ meaning: polarity === 'absent' ? turned(meaning) : meaning, degree }];
  });
}

/** What is said of a value, with the tokens that say it, `to` exclusive. */
interface Found extends Said {
  from: number;
  to: number;
}

/** "Hypokalaemia"; a degree that is part of the word ("severe hyponatraemia") is in its range. */
function wordFrom(list: readonly Token[], from: number): Found | undefined {
  const word = valueWordAt(list, from);
  return word && { ...word, from, degree: holdsDegree(list.slice(Math.max(0, from - degreeReach), from)) };
}

/** "Potassium level was still low", "raised serum CRP". */
function levelFrom(list: readonly Token[], from: number, terminology: Terminology): Found | undefined {
  const first = measurementAt(list, from, terminology);
  const level = levelAt(list, first ? skip(list, first.to) : from);
  const name = level && (first ?? measurementAt(list, skip(list, level.to), terminology));
  const meaning = name && meaningOf(name.name, level.level);
  if (!meaning) return undefined;
  const to = Math.max(level.to, name.to);
  return { meaning, from, to, degree: holdsDegree(list.slice(Math.max(0, from - degreeReach), to)) };
}

/** Tokens. */
const degreeReach = 2;
/** Tokens between a measurement and its level: "level on admission was clearly". */
const mostBetween = 6;

function holdsDegree(list: readonly Token[]): boolean {
  return list.some(({ text }) => degrees.has(text));
}

function skip(list: readonly Token[], from: number): number {
  let at = from;
  while (at < from + mostBetween && between.has(list[at]?.text ?? '')) at++;
  return at;
}
