import type { WrittenDate } from './dates';

/** Words behind which two small numbers are a day and a month; behind "by" and "from" they may be a fraction. */
const dayBefore =
  /\b(?:on|since|dated|until|till|due|week of|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?),?:? \(?$/i;
const mostMonths = 12;

/**
 * True for what can hardly be anything but a date: with a year, with a month by its name, with a number that is no month, or
 * behind a word that names a day. "By 1/2" may be a half.
 * @param date found in the text
 */
export function isPlainDate(text: string, date: WrittenDate): boolean {
  const written = text.slice(date.start, date.end);
  if (date.hasYear || /\p{L}{3}/u.test(written)) return true;
  if ((written.match(/\d+/g) ?? []).some((number) => Number(number) > mostMonths)) return true;
  return dayBefore.test(text.slice(0, date.start));
}
