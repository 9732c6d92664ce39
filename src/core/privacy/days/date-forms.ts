import { matchCase } from '../../text/letter-case';

/** How days, months and years are written and said, and how another is written in the form of one that stands in a text. */

/** The months in their order, lower case. */
export const months = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
]; // prettier-ignore

/** The days of a month as ordinals, from the first. */
export const ordinals = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
  'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
  'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh',
  'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first',
]; // prettier-ignore

/** One to nine. */
export const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** Ten to nineteen. */
export const teens = [
  'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
/** Twenty to ninety. */
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** The number of a month, from 1, that is written in digits or by its name or the beginning of it; 0 for none. */
export function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return months.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3))) + 1;
}

/** The year that is said: "nineteen fifty one" is 1951. */
export function spokenYearOf(text: string): number {
  const [century, ...words] = text.toLowerCase().split(/[ -]/);
  const rest = words.reduce((sum, word) => {
    const ten = tens.indexOf(word);
    const teen = teens.indexOf(word);
    return sum + (ten >= 0 ? 20 + 10 * ten : teen >= 0 ? 10 + teen : units.indexOf(word) + 1);
  }, 0);
  return (century === 'nineteen' ? 1900 : 2000) + rest;
}

/** The match with some of its groups written anew; an ordinal's ending follows its number. */
export function rewrite(
  match: RegExpExecArray,
  changes: [group: string, write: (old: string) => string][],
): string {
  const places = changes
    .flatMap(([group, write]) => {
      const span = match.indices?.groups?.[group];
      return span ? [{ start: span[0] - match.index, end: span[1] - match.index, write }] : [];
    })
    .sort((a, b) => b.start - a.start);
  let text = match[0];
  for (const { start, end: to, write } of places) {
    text = text.slice(0, start) + write(text.slice(start, to)) + text.slice(to);
  }
  // "3rd" may have become 4.
  return text.replace(/(\d)(?:st|nd|rd|th)\b/i, (_, digit: string) => digit + suffixOf(text, digit));
}

function suffixOf(text: string, digit: string): string {
  const value = Number(new RegExp(`(\\d{1,2})(?:st|nd|rd|th)\\b`, 'i').exec(text)?.[1]);
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return digit === '1' ? 'st' : digit === '2' ? 'nd' : digit === '3' ? 'rd' : 'th';
}

/** A number with as many digits as the old one has, where that has two. */
export function likeNumber(old: string, value: number): string {
  return old.length === 2 ? String(value).padStart(2, '0') : String(value);
}

function sayYear(value: number): string {
  const rest = value % 100;
  const unit = units[(rest % 10) - 1];
  const said =
    rest < 10
      ? `oh ${unit ?? 'one'}`
      : rest < 20
        ? teens[rest - 10]
        : [tens[Math.floor(rest / 10) - 2], unit].filter((word) => word !== undefined).join(' ');
  return `${value < 2000 ? 'nineteen' : 'twenty'} ${said}`;
}

/** A year in words, four digits or two, as the old one is. */
export function likeYear(old: string, value: number): string {
  if (/^\p{L}/u.test(old)) return matchCase(sayYear(value), old);
  return old.length >= 4 ? String(value) : old.replace(/\d{2}$/, String(value).slice(-2));
}

/** A month as number, name or short name, as the old one is. */
export function likeMonth(old: string, value: number): string {
  if (/^\d/.test(old)) return likeNumber(old, value);
  const name = months[value - 1] ?? '';
  const long = old.length > 4 || old.toLowerCase() === months[monthOf(old) - 1];
  return matchCase(long ? name : name.slice(0, 3), old);
}

/** A day as an ordinal in words, in the case of the old one. */
export function likeWord(old: string, value: number): string {
  return matchCase(ordinals[value - 1] ?? '', old);
}
