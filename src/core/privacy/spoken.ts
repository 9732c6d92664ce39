/** Numbers, letters and days as people say them, for patterns over dictated text: all in lower case, without groups that are named. */
const unit = 'one|two|three|four|five|six|seven|eight|nine';
const teen = 'ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';
const ten = '(?:twen|thir|for|fif|six|seven|eigh|nine)ty';

/** One digit, or what repeats it. */
export const spokenDigit = `(?:zero|oh|o|nought|${unit}|double|triple)`;
/** One word of a number that is read out in digits, pairs or hundreds. */
export const spokenNumber = `(?:zero|oh|o|nought|${unit}|double|triple|${teen}|${ten}|hundred)`;
/** What stands between two words of a number that is read out. */
export const spokenGap = '(?:[ ,-]{1,2}(?:(?:dash|slash|hyphen|stroke) )?)';
/** A number below a hundred. */
export const spokenBelowHundred = `(?:${ten}[ -](?:${unit})|${ten}|${teen}|${unit})`;
/** Ninety and more, as an age. */
export const spokenHighAge = `(?:ninety(?:[ -](?:${unit})|(?![ -](?:${unit})))|(?:a|one) hundred(?: and (?:${unit}|${teen}))?)`;
/** The number of a day or of a month. */
export const spokenOrdinal =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|' +
  'twentieth|thirtieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]first)';
/** A name that is read out letter by letter: "s-m-y-t-h", "o apostrophe c o double n o r". */
export const spelledLetters = (least: number): string =>
  `\\p{L}(?:[-–. ](?:(?:apostrophe|hyphen|dash|double) )?\\p{L}){${least - 1},30}`;
