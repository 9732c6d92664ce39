import { termContexts } from '../../facts/context/context';
import type { SentenceFacts } from '../../facts/extract';
import type { Terminology } from '../../terminology/terminology';
import { valueWordAt, type Place, type ValueMeaning } from '../../terminology/value-findings';
import type { Token } from '../../text/tokens';
import { relativesIn } from '../../facts/persons/persons';
import { cue } from '../firm-words';
import { isOfOneAdult, placeByValues, placeByWords } from '../implied/implied-verdict';
import { levelAt, meaningOf, measurementAt, turned, type Level } from '../implied/level-words';
import { isSaidNow, valueWordsOf, type SaidWord, type Told } from '../implied/said-values';
import { placeByOwnRange } from './own-range';
import data from './value-words.json';

/** What a claim says of a value. */
interface Said {
  /** Undefined where the dictionary knows no range of it. */
  meaning: ValueMeaning | undefined;
  /** The measurement with its level, where the claim says both, or one word says them. */
  measured: { name: string; level: Level } | undefined;
  denied: boolean;
  /** It also says how much ("severe"), which the word's range does not decide. */
  degree: boolean;
}

/**
 * Whether the evidence's values, or its own words for them, mean what the claim calls them: "hypokalaemia" beside "K 2.8".
 * A range that the evidence prints behind its value counts before those of the dictionary. Unlike an implied verdict it holds
 * of any claim: what else the claim says is for a reader.
 * @returns `meant`, `notMeant`, or undefined where the claim names no level or the evidence leaves it open
 */
export function valueSign(claim: Told, evidence: Told): 'meant' | 'notMeant' | undefined {
  if (!isSaidNow(claim.text)) return undefined;
  const sentences = claim.segments.flatMap((segment) => segment.sentences);
  if (sentences.some(({ tokens: list }) => relativesIn(list).length > 0)) return undefined;
  const said = sentences.flatMap((sentence) => saidIn(sentence, claim.terminology));
  if (said.length === 0 || cue.badSample(evidence.text)) return undefined;
  const theirs = isOfOneAdult(evidence) ? valueWordsOf(evidence) : undefined;
  const places = said.map(
    (one) => placeByOwn(one, evidence) ?? (theirs && placeByKnown(one, evidence, theirs)),
  );
  if (places.includes('out')) return 'notMeant';
  // A cause is one thing more than the value, and mostly what the claim is about.
  const isMeant = places.every((place, at) => place === 'in' && said[at]?.degree === false);
  return isMeant && !cue.cause(claim.text) ? 'meant' : undefined;
}

function placeByOwn({ measured, denied }: Said, evidence: Told): Place | undefined {
  const place = measured && placeByOwnRange(measured.name, measured.level, evidence);
  if (!place || !denied) return place;
  return place === 'in' ? 'out' : 'in';
}

function placeByKnown(
  { meaning, denied }: Said,
  evidence: Told,
  theirs: readonly SaidWord[],
): Place | undefined {
  const own = meaning && denied ? turned(meaning) : meaning;
  return own && (placeByValues(own, evidence)?.place ?? placeByWords(own, theirs)?.place);
}

const degrees = new Set(data.degrees);
const between = new Set(data.between);
const places = new Set(data.places);

function saidIn({ tokens: list }: SentenceFacts, terminology: Terminology): Said[] {
  const found: Found[] = [];
  for (let at = 0; at < list.length;) {
    const word = wordFrom(list, at);
    const some = word ? [word] : levelsFrom(list, at, terminology);
    found.push(...some);
    at = some[0]?.to ?? at + 1;
  }
  const contexts = termContexts(list, found);
  return found.flatMap(({ meaning, measured, degree }, at) => {
    const { polarity, certainty, experiencer } = contexts[at] ?? {};
    if (polarity === 'unknown' || certainty !== 'certain' || experiencer !== 'patient') return [];
    // A word for the absence ("afebrile") under a negation is for a reader.
    if (polarity === 'absent' && meaning?.inside === false && !measured) return [];
    return [{ meaning, measured, denied: polarity === 'absent', degree }];
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
  if (!word) return undefined;
  const [band, ...more] = word.meaning.bands;
  const isOne = more.length === 0 && word.meaning.inside;
  return {
    ...word,
    from,
    measured:
      isOne && band && band.level !== 'named' ? { name: band.measurement, level: band.level } : undefined,
    denied: false,
    degree: holdsDegree(list.slice(Math.max(0, from - degreeReach), from)),
  };
}

/** "Potassium and magnesium on Monday were still low", "raised serum CRP": one for each measurement. */
function levelsFrom(list: readonly Token[], from: number, terminology: Terminology): Found[] {
  const names = namesFrom(list, from, terminology);
  const behind = names.at(-1)?.to;
  const level = levelAt(list, behind === undefined ? from : skip(list, behind, isBridge));
  if (!level) return [];
  const next =
    behind === undefined ? measurementAt(list, skip(list, level.to, isBetween), terminology) : undefined;
  const to = Math.max(level.to, next?.to ?? 0);
  const degree = holdsDegree(list.slice(Math.max(0, from - degreeReach), to));
  return [...names, ...(next ? [next] : [])].flatMap(({ name }) => ({
    meaning: meaningOf(name, level.level),
    measured: { name, level: level.level },
    denied: false,
    from,
    to,
    degree,
  }));
}

/** "Potassium and magnesium", "platelets". */
function namesFrom(
  list: readonly Token[],
  from: number,
  terminology: Terminology,
): { name: string; to: number }[] {
  const first = measurementAt(list, from, terminology);
  if (!first) return [];
  const joined = list[first.to]?.text === 'and' ? namesFrom(list, first.to + 1, terminology) : [];
  return [first, ...joined];
}

/** Tokens. */
const degreeReach = 2;
/** Tokens between a measurement and its level: "level on admission was clearly". */
const mostBetween = 8;
/** Tokens of a time or place: "in her blood", "on the fourth day". */
const placeReach = 3;

function holdsDegree(list: readonly Token[]): boolean {
  return list.some(({ text }) => degrees.has(text));
}

function skip(
  list: readonly Token[],
  from: number,
  isPassed: (list: readonly Token[], at: number) => boolean,
): number {
  let at = from;
  while (at < from + mostBetween && isPassed(list, at)) at++;
  return at;
}

function isBetween(list: readonly Token[], at: number): boolean {
  return between.has(list[at]?.text ?? '');
}

/** Also a time or place. "Potassium supplements were reduced" says nothing of the potassium. */
function isBridge(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (!token || token.kind === 'mark') return token !== undefined && isBetween(list, at);
  if (isBetween(list, at) || places.has(token.text) || /ly$/.test(token.text)) return true;
  if (levelAt(list, at)) return false;
  return list.slice(Math.max(0, at - placeReach), at).some(({ text }) => places.has(text));
}
