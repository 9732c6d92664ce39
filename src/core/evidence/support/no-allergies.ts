import { deniesAllergies } from '../../facts/allergies/allergens';
import type { SentenceFacts } from '../../facts/extract';
import type { Segment, SourceIndex } from '../source/source-index';
import { sourceAllergies } from '../source/source-allergies';
import data from './allergy-words.json';
import type { Restated } from './restated';

const plain = new Set(data.plain);
const speaking = new RegExp(String.raw`\b(?:${data.speaking.join('|')})`, 'i');
/** A longer answer says more than no. */
const longestAnswer = 10;

/**
 * Where a source says that the patient has no allergies, as a claim does ("No known drug allergies": "Any allergies?" – "No").
 * All that is said there has to be of allergies as such, and the source may speak of them nowhere else. That there are none to
 * medicines bears out no more than that.
 * @param claim the facts of the claim's sentences
 */
export function noAllergiesIn(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const [only, ...rest] = claim;
  if (!only || rest.length > 0 || !isOfAllergies(claim)) return undefined;
  const words = only.tokens.map(({ text }) => text).join(' ');
  const what = deniesAllergies(words) ?? (nothing.test(words) ? 'all' : undefined);
  if (!what) return undefined;
  const { named, denied } = sourceAllergies([source]);
  if (named.length > 0) return undefined;
  const places = denied.flatMap((one) => {
    const place = one.what === 'all' || one.what === what ? placeOf(source, one.segment) : undefined;
    return place ? [place] : [];
  });
  const [place] = places;
  const isSaidElse = source.segments.some(
    (segment, at) => speaks(source, segment) && !places.some(({ segments }) => segments.includes(at)),
  );
  return place && !isSaidElse ? place.restated : undefined;
}

const nothing = /^(?:drug |medication )?allerg(?:y|ies) ?:? (?:none|none known|no known|nil|nil known)\b/i;

/** True when sentences say no more than that there are allergies or none. */
export function isOfAllergies(sentences: readonly SentenceFacts[]): boolean {
  return sentences.every(
    (sentence) => isPlain(sentence) && sentence.tokens.some(({ text }) => ofAllergies.test(text)),
  );
}

const ofAllergies = /^(?:allerg\p{L}+|nkd?a)$/u;

function isPlain({ tokens }: SentenceFacts): boolean {
  return tokens.every(({ text, kind }) => (kind === 'mark' && text !== '/') || plain.has(text));
}

function speaks(source: SourceIndex, { start, end }: Segment): boolean {
  return speaking.test(source.text.slice(start, end));
}

/** The segments that deny it in plain words: a question with its answer, or a sentence. */
function placeOf(
  source: SourceIndex,
  segment: number,
): { segments: number[]; restated: Restated } | undefined {
  const [own, asked] = [source.segments[segment], source.segments[segment - 1]];
  if (!own) return undefined;
  const told = own.sentences.find(({ start, end }) => deniesAllergies(source.text.slice(start, end)));
  if (told && isPlain(told) && !source.text.slice(told.start, told.end).includes('?')) {
    const isAlone = own.sentences.every(
      (one) => one === told || !speaking.test(source.text.slice(one.start, one.end)),
    );
    return isAlone && own.turn?.speaker !== 'family'
      ? { segments: [segment, segment - 1], restated: { segment, focus: told, asks: false } }
      : undefined;
  }
  const question = asked?.sentences.at(-1);
  const words = own.sentences.flatMap(({ tokens }) => tokens).filter(({ kind }) => kind !== 'mark');
  const isAnswer = words.length <= longestAnswer && own.sentences.every(isPlain) && own.turn !== undefined;
  if (
    !question ||
    !isAnswer ||
    !isPlain(question) ||
    !/allerg/i.test(source.text.slice(question.start, question.end))
  )
    return undefined;
  return {
    segments: [segment, segment - 1],
    restated: { segment: segment - 1, focus: question, asks: true },
  };
}
