import type { SourceIndex } from '../../evidence/source/source-index';
import type { AgeFact } from '../../facts/fact';
import { relativesOrTheirs } from '../../facts/persons/persons';
import { isAboutGroups } from '../firm-words';
import type { ClauseItem } from './clause-items';
import { tells } from './clause-match';
import { isSaid, wordsOf, type Place, type ReadSentence, type Told } from './read-sentence';

/**
 * What follows for a claim that says nothing but how old the patient is from a sentence that begins with who they are ("A
 * 67-year-old woman presented with …"), where the evidence gives no other age.
 */
export function byPatientAge(
  claim: ReadSentence,
  places: readonly Place[],
  { text }: SourceIndex,
): Told | undefined {
  const [ours, ...more] = claim.sentence.ages;
  const isAlone = claim.items.every((item) => !tells(item) || item.kind === 'age' || isSex(item));
  const isDenied = claim.items.some(({ kind }) => kind === 'negator');
  if (!ours || more.length > 0 || !isAlone || isDenied || isAboutGroups(text)) return undefined;
  const all = places.flatMap(({ sentence }) => sentence.ages);
  if (![ours, ...all].every(isOfPatientNow)) return undefined;
  const [first] = all;
  if (!first || !areApart(ours, first) || !all.every((age) => !areApart(first, age))) return undefined;
  const place = places.find((one) => isIntroduced(one, text) && isOfOneSex(claim, one));
  return place && isSaid(claim.sentence, place.sentence, wordsOf(place.sentence), text)
    ? { verdict: 'contradicted', place }
    : undefined;
}

const male = /\b(?:he|him|his)\b/;
const female = /\b(?:she|her|hers)\b/;

/** "A man hit her with his car", or a claim of somebody of the other sex: two people are spoken of. */
function isOfOneSex({ sentence: claim }: ReadSentence, { sentence, items }: Place): boolean {
  const sex = items.find(isSex)?.slots?.find(({ slot }) => slot === 'sex')?.value;
  const said = `${wordsOf(claim)} ${wordsOf(sentence)}`;
  return !(sex === 'male' ? female : male).test(said) && !/\bwhen\b/.test(said);
}

function isOfPatientNow({ whose, then }: AgeFact): boolean {
  return whose !== 'relative' && !then;
}

function areApart({ years: one }: AgeFact, { years: other }: AgeFact): boolean {
  return one.high < other.low || other.high < one.low;
}

/** The age, with the word for the sex behind it, is the first that the sentence tells. */
function isIntroduced({ sentence, items }: Place, text: string): boolean {
  const at = items.findIndex(tells);
  const [age, sex] = items.slice(at, at + 2);
  if (at !== 0 || age?.kind !== 'age' || !sex || !isSex(sex)) return false;
  const before = text.slice(sentence.start, sentence.tokens[age.from]?.start);
  return introduction.test(before) && relativesOrTheirs(sentence.tokens).length === 0;
}

const introduction = /^(?:(?:he|she|this|the patient|patient|pt) is )?(?:an? |the )?$/i;

function isSex({ slots }: ClauseItem): boolean {
  return slots?.some(({ slot }) => slot === 'sex') ?? false;
}
