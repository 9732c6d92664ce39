import type { Token } from '../../text/tokens';
import { tokenIndexAt } from '../../text/tokens';
import type { SexFact } from '../fact';
import { isRelative } from './persons';

// "39 weeks F" is a birth, and "6 months M" may be: what is no year has to be called old.
const unit = String.raw`\s*-?\s*(?:(?:y\.?\s?\/?\s?o|yrs?|years?|mo|m\/o)\.?(?:[\s-]*(?:old|o))?|(?:months?|wks?|weeks?|days?)\.?[\s-]*(?:old|o))[\s-]*`;
/** "67 y/o M", "8-month-old F": behind an age with its unit the letter can be nothing else. */
const aged = new RegExp(
  String.raw`(?<![\d.])\d{1,3}${unit}([MF])(?![\p{L}\d/°²³'’-]|\.\s*\p{Lu}\p{Ll})`,
  'gu',
);
/** "67M with chest pain", at the beginning: "101 F with chills" is a temperature, and "10 M" a length. */
const bare =
  /^\s*(?:[\p{L} ]{1,20}:\s*)?(?:(?:an?|this|pt|patient)(?: is)?(?: an?)?\s+)?(?:[1-9]|[1-8]\d|9[0-4])\s?([MF])(?=,?\s+(?:with|who|w\/|c\/o|p\/w|pw|h\/o|s\/p|hx|pmh|presents?|presenting|here|admitted|seen|referred|brought|complain\w*|returns?)(?![\p{L}]))/giu;

/**
 * The letters by which a note tells the patient's sex behind an age.
 * @param list the tokens of one sentence of the text
 */
export function sexLetters(list: readonly Token[], text: string): SexFact[] {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return [];
  const sentence = text.slice(first.start, last.end);
  const found = [...sentence.matchAll(aged), ...sentence.matchAll(bare)].flatMap((match): SexFact[] => {
    const letter = match[1] ?? '';
    const start = first.start + match.index + match[0].length - 1;
    const before = sentence.slice(0, match.index);
    if (!/^[MF]$/.test(letter) || namesRelativeBefore(list, start) || !ofPatient.test(before)) return [];
    return [
      {
        kind: 'sex',
        sex: letter === 'M' ? 'male' : 'female',
        by: 'letter',
        whose: 'patient',
        start,
        end: start + 1,
      },
    ];
  });
  return found.filter(({ start }, at) => found.findIndex((one) => one.start === start) === at);
}

/** Whose age it is stands in few words before it: "Lives w/ spouse, 6 yo M, 4 yo F" tells of others. */
const ofPatient =
  /^(?!.*\b(?:kids?|child(?:ren)?|sib(?:ling)?s?|grandkids|twins?|contacts?|roommates?|lives?|living|home|with|w\/|deliver\w*|births?|born|sick)(?!\p{L}))[^\d;]{0,40}$/isu;

function namesRelativeBefore(list: readonly Token[], offset: number): boolean {
  return list.slice(0, tokenIndexAt(list, offset)).some(({ text }) => isRelative(text));
}
