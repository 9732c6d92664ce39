import type { SourceIndex } from '../../evidence/source/source-index';
import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import type { Terminology } from '../../terminology/terminology';
import { isNameOf, valueWordAt, type ValueMeaning } from '../../terminology/value-findings';
import type { Token } from '../../text/tokens';
import data from './claim-words.json';
import { fillerAt, wordsOf } from './fillers';
import { levelAt, meaningOf, measurementAt, turned, type Level } from './level-words';

/** One thing that a claim says of a value. */
export interface Assertion {
  /** Undefined where only a value is given. */
  meaning?: ValueMeaning;
  /** The value that the claim gives itself. */
  value?: QuantityFact;
  /** The claim also says how much ("severe"), which no range decides. */
  degree: boolean;
}

/** A piece of a claim: a measurement, a level, a word for a value, a value, a negation, a degree, a join. */
interface Piece {
  symbol: 'M' | 'L' | 'F' | 'V' | 'N' | 'D' | 'J' | 'A' | 'O';
  name?: string;
  level?: Level;
  meaning?: ValueMeaning;
  value?: QuantityFact;
  to: number;
}

const negations = new Set(data.negations);
const joins = new Set(data.joins);
const degrees = new Set(data.degrees);

/**
 * Reads a claim that says nothing but what a value is: "Potassium was low", "She is hypokalaemic and afebrile", "No
 * tachycardia", "Sodium is raised at 151". A closed grammar on purpose: with one word more it is for a reader.
 * @param evidence whose names the claim may call the patient by
 * @returns undefined for any other claim
 */
export function assertionsOf(
  claimFacts: readonly SentenceFacts[],
  { terminology, text }: Pick<SourceIndex, 'terminology' | 'text'>,
): Assertion[] | undefined {
  const [sentence, ...more] = claimFacts;
  if (!sentence || more.length > 0) return undefined;
  const pieces = piecesOf(sentence, terminology, wordsOf(text));
  return pieces && parse(pieces);
}

function piecesOf(
  { tokens: list, quantities }: SentenceFacts,
  terminology: Terminology,
  names: ReadonlySet<string>,
): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < list.length;) {
    const piece = pieceAt(list, at, quantities, terminology);
    const to = piece?.to ?? fillerAt(list, at, names);
    if (to === undefined) return undefined;
    if (piece) pieces.push(piece);
    at = to;
  }
  return pieces;
}

function pieceAt(
  list: readonly Token[],
  at: number,
  quantities: readonly QuantityFact[],
  terminology: Terminology,
): Piece | undefined {
  const { text = '', start = 0 } = list[at] ?? {};
  const value = quantities.find((fact) => fact.start === start);
  if (value) return { symbol: 'V', value, to: list.findLastIndex((token) => token.end <= value.end) + 1 };
  const word = valueWordAt(list, at);
  const level = levelAt(list, at);
  const name = measurementAt(list, at, terminology);
  const longest = Math.max(word?.to ?? 0, level?.to ?? 0, name?.to ?? 0);
  if (word?.to === longest) return { symbol: 'F', meaning: word.meaning, to: longest };
  if (level?.to === longest) return { symbol: 'L', level: level.level, to: longest };
  if (name?.to === longest) return { symbol: 'M', name: name.name, to: longest };
  const to = at + 1;
  if (negations.has(text)) return { symbol: 'N', to };
  if (degrees.has(text)) return { symbol: 'D', to };
  if (joins.has(text)) return { symbol: joinOf(text), to };
  return undefined;
}

function joinOf(text: string): 'A' | 'O' | 'J' {
  if (text === ',') return 'J';
  return text === 'or' || text === 'nor' ? 'O' : 'A';
}

/**
 * Measurements with their level or value in either order, or one with a word of its own ("eGFR is in the stage 4 range"), and
 * words that say both. `A` is "and", `O` is "or", `J` a comma.
 */
const clause = /M(?:[AJO]*M)*(?:V[AJ]*)?N?D?LV?|MV|MN?D?F|N?D?LM(?:[AJO]*M)*V?|N?D?F(?:[AJO]*D?F)*/y;

function parse(pieces: readonly Piece[]): Assertion[] | undefined {
  const symbols = pieces.map(({ symbol }) => symbol).join('');
  const assertions: Assertion[] = [];
  let isNegated = false;
  let clauses = 0;
  for (let at = 0; at < symbols.length;) {
    clause.lastIndex = at;
    const match = clause.exec(symbols);
    if (!match) return undefined;
    const own = pieces.slice(at, clause.lastIndex);
    const said = assertionsIn(own);
    if (!said) return undefined;
    assertions.push(...said);
    isNegated ||= match[0].includes('N');
    clauses++;
    at = clause.lastIndex;
    const join = /^[AJO]+/.exec(symbols.slice(at))?.[0].length ?? 0;
    if (at + join < symbols.length && join === 0) return undefined;
    if (join > 0 && at + join === symbols.length) return undefined;
    at += join;
  }
  // "Not febrile and tachycardic" may deny both or one; "febrile or tachycardic" leaves open which.
  if (isNegated ? clauses > 1 || symbols.includes('A') : symbols.includes('O')) return undefined;
  return assertions.length > 0 ? assertions : undefined;
}

function assertionsIn(pieces: readonly Piece[]): Assertion[] | undefined {
  const negated = pieces.some(({ symbol }) => symbol === 'N');
  const degree = pieces.some(({ symbol }) => symbol === 'D');
  const value = pieces.find((piece) => piece.value)?.value;
  const names = pieces.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const level = pieces.find((piece) => piece.level)?.level;
  const words = pieces.flatMap(({ meaning }) => (meaning ? [meaning] : []));
  // A value is that of one measurement.
  if (value && (names.length !== 1 || value.concept?.kind !== 'measurement')) return undefined;
  if (value && !level) return [{ value, degree }];
  const [name] = names;
  const isOther = ({ bands }: ValueMeaning): boolean => !bands.every((band) => isNameOf(name ?? '', band));
  if (!level && name !== undefined && words.some(isOther)) return undefined;
  const meanings = level ? names.map((name) => meaningOf(name, level)) : words;
  const said: Assertion[] = [];
  for (const meaning of meanings) {
    if (!meaning) return undefined;
    said.push({ meaning: negated ? turned(meaning) : meaning, degree, ...(value && { value }) });
  }
  return said;
}
