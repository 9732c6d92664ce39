import { stemmer } from 'stemmer';
import { allergensIn, type NamedAllergen } from '../../facts/allergies/allergens';
import type { SentenceFacts } from '../../facts/extract';
import { contains } from '../../text/span';
import type { Token } from '../../text/tokens';
import { sourceAllergies } from '../source/source-allergies';
import type { SourceIndex } from '../source/source-index';
import data from './allergy-words.json';
import type { Restated } from './restated';

const asking = new Set(data.plain);
const answering = new Set(data.answering);
const speaking = new RegExp(String.raw`\b(?:${data.speaking.join('|')})`, 'i');
const ofAllergies = /^allerg(?:y|ies|ic)$/;
const besideName = /^(?:allerg(?:y|ies|ic)|to|drug|medication)$/;
/** "Facial swelling", "contact rash" say more than one word, and are left to a reader. */
const mostReactions = 1;
/** So many turns behind may ask or say more of what it does. */
const turnsBehind = 2;

/** One allergen of a claim, with the words for what it does. */
interface ClaimedAllergy {
  allergen: NamedAllergen;
  reaction: readonly Token[];
}

/**
 * Where a patient names the allergy that a claim names and nothing else ("Allergy: codeine (itching)": "Any allergies?" –
 * "Codeine, it makes me itch"): the one allergen of the source, in an answer that says no more than it and what it does, and
 * with no other word on allergies or on the allergen anywhere. Undefined wherever the source may be read otherwise.
 * @param claim the facts of the claim's sentences
 */
export function namedAllergyIn(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const [only, ...rest] = claim;
  const claimed = only && rest.length === 0 ? claimedAllergy(only, source) : undefined;
  if (!claimed) return undefined;
  const { named, denied, deniedByName } = sourceAllergies([source]);
  const [first] = named;
  if (!first || denied.length + deniedByName.length > 0) return undefined;
  if (named.some(({ name, segment }) => name !== claimed.allergen.name || segment !== first.segment))
    return undefined;
  const { segment } = first;
  const [asked, answer] = [source.segments[segment - 1], source.segments[segment]];
  if (asked?.turn?.speaker !== 'clinician' || answer?.turn?.speaker !== 'patient') return undefined;
  const question = asked.sentences.at(-1);
  const stems = new Set(claimed.reaction.map(stemOf));
  const isElse = source.segments.some(({ start, end, sentences }, at) => {
    if (at === segment) return false;
    const words = source.text.slice(start, end);
    const isAgain = at > segment && at <= segment + turnsBehind;
    return (
      (at !== segment - 1 && speaking.test(words)) ||
      words.toLowerCase().includes(first.written.toLowerCase()) ||
      sentences.some(
        ({ medications, tokens }) =>
          medications.some(({ name }) => name === first.name) ||
          (isAgain && tokens.some((token) => stems.has(stemOf(token)))),
      )
    );
  });
  if (
    isElse ||
    !question?.tokens.every(isAsking) ||
    !question.tokens.some(({ text }) => ofAllergies.test(text))
  )
    return undefined;
  const tokens = answer.sentences.flatMap((sentence) => sentence.tokens);
  const isAnswer = tokens.every(
    (token) =>
      (token.kind === 'mark' ? /^[.,!]$/.test(token.text) : answering.has(token.text)) ||
      contains(first, token) ||
      stems.has(stemOf(token)),
  );
  const isWhole = [...stems].every((stem) => tokens.some((token) => stemOf(token) === stem));
  return isAnswer && isWhole ? { segment, focus: first, asks: false } : undefined;
}

/** True when a sentence may name an allergy and nothing else. */
export function isOfNamedAllergy({ tokens, quantities, dates }: SentenceFacts): boolean {
  return quantities.length + dates.length === 0 && tokens.some(({ text }) => ofAllergies.test(text));
}

function claimedAllergy(sentence: SentenceFacts, source: SourceIndex): ClaimedAllergy | undefined {
  if (!isOfNamedAllergy(sentence)) return undefined;
  const { tokens } = sentence;
  const [allergen, ...others] = allergensIn(source.text, tokens, true, source.terminology);
  if (!allergen || others.length > 0) return undefined;
  const free = tokens.filter((token) => !contains(allergen, token) && !besideName.test(token.text));
  if (free.some(({ kind, text }) => kind === 'mark' && !/^[.,:()–—-]$/.test(text))) return undefined;
  const reaction = free.filter(({ kind }) => kind !== 'mark');
  const isKnown = reaction.every(({ text }) => data.reactions.includes(text));
  return isKnown && reaction.length <= mostReactions ? { allergen, reaction } : undefined;
}

function isAsking({ kind, text }: Token): boolean {
  return kind === 'mark' ? text !== '/' : asking.has(text);
}

function stemOf({ text }: Token): string {
  return stemmer(text);
}
