import { matchesOf, type Identifier } from './identifier';

const label = [
  'mrn', 'm\\.r\\.n\\.', 'mr', 'nhs', 'chi', 'ssn', 'npi', 'dea', 'pps', 'uhid', 'uid', 'urn:mrn', 'nhi', 'hcn', 'ohip', 'medicare',
  'medicaid', 'chart', 'account', 'acct', 'a/c', 'case', 'encounter', 'visit', 'episode', 'admission', 'insurance', 'policy',
  'member(?:ship)?', 'subscriber', 'group', 'beneficiary', 'claim', 'passport', 'licen[cs]e', 'driver[’\']?s licen[cs]e', 'accession',
  'specimen', 'sample', 'lab', 'order', 'requisition', 'prescription', 'rx', 'lot', 'batch', 'serial', 'device', 'model', 'unit',
  'hosp(?:ital)?', 'patient', 'pt', 'record', 'medical record', 'reference', 'ref', 'file', 'study', 'registration', 'reg', 'id',
  'identifier', 'grp', 'acc', 'ubrn', 'fin', 'csn', 'har', 'form', 'confirmation', 'card', 'job', 'ticket', 'consent', 'interpreter', 'implant', 'steroid card',
  'registration plate', 'number plate', 'hospital no', 'social security', 'national insurance', 'ni', 'tax', 'plate', 'badge', 'room key', 'bed card', 'barcode', 'wristband',
].join('|'); // prettier-ignore

const joint = 'number|num|no|nr|#|id|code|is|was|are|value|system|verified|[\\s:.#=\\u007c"\'_,-]';
// Letters, digits and marks between them, with at least four digits; or groups of digits with blanks between.
const code =
  '(?=[\\p{L}\\d/-]{0,30}(?:\\d[\\p{L}/-]{0,20}){4})[\\p{L}\\d]{1,40}(?:[-/][\\p{L}\\d]{1,40}){0,8}';
const groups = '\\d{2,5}(?: \\d{2,5}){1,4}';
// Letters before the digits, with a blank between: "MK 220417", "ZPT 118 604 332".
const lettered =
  '(?!ID|N[OR]|NUM|CODE|IS|P[OR]|I[VMU]|SC|SQ|CT|MRI?\\b)[A-Z]{1,4} \\d{2,8}(?: \\d{2,5}){0,4}';

/** Each word of the list as "mrn", "Mrn" and "MRN": what stands behind it is told by its capitals. */
function inBothCases(words: string): string {
  const forms = words
    .split('|')
    .flatMap((word) => [word, word.replace(/^[a-z]/, (first) => first.toUpperCase()), upper(word)]);
  return [...new Set(forms)].join('|');
}

/** Capitals, but for what the pattern itself is written with. */
function upper(word: string): string {
  return word.replace(/\\?[a-z]/g, (one) => (one.startsWith('\\') ? one : one.toUpperCase()));
}

const patterns = [
  new RegExp(
    `(?<![\\p{L}\\d])(?:${label})(?:${joint}){1,8}(?<it>(?:${groups})(?![\\d/%]|\\.\\d|\\s?(?:mg|ml))|${code})`,
    'dgiu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?:${inBothCases(label)})(?:${inBothCases(joint)}){1,8}(?<it>(?:${lettered})(?![\\d/%]|\\.\\d|\\s?(?:mg|ml)))`,
    'dgu',
  ),
  /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
  // Three groups of digits are no measurement.
  /(?<![\d./-])\d{3,4} \d{3,4} \d{2,4}(?![\d.,/-]\d|\d| ?%)/g,
  // A number of seven digits or more measures nothing.
  /(?<![\p{L}\d./-])\d{7,18}(?![\p{L}\d/]|\.\d)/gu,
  // Letters and digits mixed, five digits at least, with or without a dash.
  /(?<![\p{L}\d./])(?=[A-Z\d-]{0,40}[A-Z])(?=(?:[A-Z-]{0,20}\d){5})[A-Z\d]{1,14}(?:-[A-Z\d]{1,14}){0,4}(?![\p{L}\d/])/gu,
  /(?<![\p{L}\d./-])\d{2,6}-\d{4,8}(?:-\d{1,6})?(?![\p{L}\d/]|[.,-]\d)/gu,
  /(?<![\p{L}\d./-])\d{3,6}-\d{2,4}-\d{1,6}(?![\p{L}\d/]|[.,-]\d)/gu,
];

/** Finds numbers of records, of insurances, of specimens and devices, and whatever else names a person by a number. */
export function* findRecordNumbers(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'record');
}
