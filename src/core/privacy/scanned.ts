/** Digits with letters among them that look like digits, with the marks of days, numbers and phones between them. */
const number = /(?<![\p{L}\d])[\dOolI]{1,12}(?:[./-][\dOolI]{1,8}){0,4}(?![\p{L}\d])/gu;
/** The same behind the letters of a code or a postcode, as short as it may be: "AB5l", "O9". */
const looseNumber = /(?<![\p{L}\d])(?:[A-NP-Z]{1,3}-?)?(?=[OolI]*\d)[\dOolI]{2,12}(?![\p{L}\d])/gu;
/** From so many numbers with letters among their digits on a text was scanned, and shorter ones count too. */
const leastInScan = 3;
/** Letters of which one was read as a digit ("R0se", "0ld", "Mi1l"), and a capital that was read as a small "l". */
const zeroInside = /(?<![\p{L}\d])(?:\p{L}{1,20})?0\p{Ll}{2,20}(?![\p{L}\d])/gu;
const oneInside =
  /(?<![\p{L}\d])\p{L}\p{Ll}{1,20}1(?![a-d](?!\p{L}))\p{Ll}{1,20}(?![\p{L}\d])|(?<![\p{L}\d])\p{Lu}\p{Ll}{3,20}1(?![\p{L}\d])|(?<![\p{L}\d])\p{Lu}1\p{Ll}{4,20}(?![\p{L}\d])/gu;
const smallInCapitals = /(?<![\p{L}\d])\p{Lu}{0,20}l\p{Lu}{2,20}(?![\p{L}\d])/gu;
const smallAtStart = /(?<![\p{L}\d])l(?=[bcdfgkmnprstvz]\p{Ll}{2})/gu;
const zeroInCapitals = /(?<![\p{L}\d])\p{Lu}{2,20}0\p{Lu}{2,20}(?![\p{L}\d])/gu;

/**
 * The text as it was before a machine read it off paper: with digits where letters stand among digits ("l8.11.2O25") and with
 * letters where digits stand among letters ("R0se"). Each sign keeps its place.
 * @returns undefined where nothing in the text looks like it
 */
export function asWritten(text: string): string | undefined {
  let misread = 0;
  const strict = text.replace(number, (found) => {
    if (!isMisread(found)) return found;
    misread++;
    return inDigits(found);
  });
  const isScan = misread >= leastInScan;
  const words = (isScan ? strict.replace(looseNumber, inDigits) : strict)
    .replace(zeroInside, (word) => word.replace('0', word.startsWith('0') ? 'O' : 'o'))
    .replace(oneInside, (word) => word.replace('1', 'l'));
  const written = isScan
    ? words
        .replace(zeroInCapitals, (word) => word.replace('0', 'O'))
        .replace(smallInCapitals, (word) => word.replace('l', 'I'))
        .replace(smallAtStart, 'I')
    : words;
  return written === text ? undefined : written;
}

/** With digits for the letters that look like them; the letters that a code begins with stay. */
function inDigits(found: string): string {
  const { length } = /^[A-NP-Z]{0,3}-?(?=[\dOolI])/.exec(found)?.[0] ?? '';
  const rest = found.slice(length).replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  return found.slice(0, length) + rest;
}

/** "O2", "5l" and "10l" are a gas and litres; two digits with a letter before the last of them are a number. */
function isMisread(found: string): boolean {
  return /[OolI]/.test(found) && /(?:\d.*){2}/.test(found) && !/^[\d./-]+l$/.test(found);
}
