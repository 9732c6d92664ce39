import { matchesOf, type Identifier } from '../identifier';
import { spokenDigit, spokenGap, spokenNumber } from '../spoken';

const patterns = [
  // With a country's code, or brackets around the area's.
  /(?<![\d.])(?:\+\d{1,3}[ .-]?|00[1-9]\d{0,2}[ .-])(?:\(\d{1,5}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,5}){1,4}(?![\d.]\d)/g,
  /\(\d{2,5}\)[ .-]?\d{3,4}(?:[ .-]?\d{3,4}){1,2}/g,
  /(?<![\d./-])(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}(?![\d/]|[.-]\d)/g,
  // United Kingdom and its like: a zero first, ten or eleven digits in groups.
  /(?<![\d./-])0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?![\d/]|[.-]\d)/g,
  // The same in other groups: "07 4655 5011", "01483 555 2 19", "0251/555-0177".
  /(?<![\d./-])(?=0(?:[ ()/.-]{0,2}\d){8,11}(?!\d))(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})0\d{1,5}(?:[ ()/.-]{1,2}\d{1,8}){1,5}(?![\d/]|[.-]\d)/g,
  // "215.555.0190", "503/555-0107", "948 55 51 20", "98400 55012"
  /(?<![\d./-])\d{3}[./]\d{3}[.-]\d{4}(?![\d/]|[.-]\d)/g,
  /(?<![\d./-])[6-9]\d{2}(?: \d{2}){3}(?![\d/]|[.-]\d)/g,
  /(?<![\d./-])[6-9]\d{4} \d{5}(?![\d/]|[.-]\d)/g,
  // Seven or more digits in groups, as they are said in films.
  /(?<![\d./-])555[ .-]\d{4}(?:[ .-]\d{3,4})?(?![\d/]|[.-]\d)/g,
  /(?<![\d./-])\d{3}-\d{4}(?![\d/]|[.-]\d)/g,
  // A stroke or a dash with blanks behind the area's number: "05542 / 555 118".
  /(?<![\d./-])0\d{2,5} ?[/–-] ?(?=(?:[ -]?\d){5})\d{2,8}(?:[ -]\d{2,6}){0,3}(?![\d/]|[.-]\d)/g,
  // The end of a number that differs from the one before: "Tel. 0551 555-340, Fax -349".
  /\b(?:tel|telefon|phone|fax|telefax|mobile|ext)\b[.:]? ?(?<it>[-–]\d{2,5})(?![\d.,/-])/dgiu,
  // Behind a word for it anything with five digits or more.
  /\b(?:tel|telephone|tfno|telefon|phone|ph|mob|mobile|gsm|cell|fax|cli|contact|landline|line|text|txt|whats ?app|pager|bleep|call(?:ed)?|ring|reach(?:ed)?(?: (?:at|on|him|her|them))*|number is|extension|ext)\b[^\p{L}\d\n]{0,6}(?:(?:no|number|at|on|is|still)\b[^\p{L}\d\n]{0,3}){0,2}(?<it>\+?[\d(](?:[ .()/-]{0,2}\d){4,14})/dgiu,
  /\b(?:extension|extn?\.?|poste|anexo|durchwahl|bleep|pager|dect|ascom|vocera|tie ?line|speed dial|x(?=\d)|(?<=\d,? )x(?= \d{4}))[ :#]{0,2}(?:no\.? |number )?(?<it>\d{3,6})(?!\d|\.\d)/dgi,
  // Eight digits in two groups, as in Singapore and Hong Kong.
  /(?<![\d./,-]|\d )(?!20\d\d)(?!\d\d00[ -]\d\d00)[2-9]\d{3}[ -]\d{4}(?![\d/]|[.-]\d| \d)/g,
  // As people say it, in pairs and hundreds, behind a word for it.
  new RegExp(
    `\\b(?:number|phone|mobile|cell|call|ring|text|reach)\\b[^\\d\\n]{0,30}? (?<it>${spokenNumber}(?:${spokenGap}${spokenNumber}){4,14})\\b`,
    'dgi',
  ),
  new RegExp(`\\b${spokenDigit}(?:${spokenGap}${spokenNumber}){5,14}${spokenGap}${spokenNumber}\\b`, 'gi'),
];

/** Finds telephone numbers, those said digit by digit too. */
export function* findPhones(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'phone');
}
