import { matchesOf, type Identifier } from './identifier';

const label = [
  'mrn', 'm\\.r\\.n\\.', 'mr', 'nhs', 'chi', 'ssn', 'npi', 'dea', 'pps', 'uhid', 'uid', 'urn:mrn', 'nhi', 'hcn', 'ohip', 'medicare',
  'medicaid', 'chart', 'account', 'acct', 'a/c', 'case', 'encounter', 'visit', 'episode', 'admission', 'insurance', 'policy',
  'member(?:ship)?', 'subscriber', 'group', 'beneficiary', 'claim', 'passport', 'licen[cs]e', 'driver[’\']?s licen[cs]e', 'accession',
  'specimen', 'sample', 'lab', 'order', 'requisition', 'prescription', 'rx', 'lot', 'batch', 'serial', 'device', 'model', 'unit',
  'hosp(?:ital)?', 'patient', 'pt', 'record', 'medical record', 'reference', 'ref', 'file', 'study', 'registration', 'reg', 'id',
  'identifier', 'social security', 'national insurance', 'ni', 'tax', 'plate', 'badge', 'room key', 'bed card', 'barcode', 'wristband',
].join('|'); // prettier-ignore

const joint = '(?:number|num|no|nr|#|id|code|is|was|are|value|system|verified|[\\s:.#=|"\'_,-])';
// Letters, digits and marks between them, with at least four digits; or groups of digits with blanks between.
const code = '(?=[\\p{L}\\d/-]*(?:\\d[\\p{L}/-]*){4})[\\p{L}\\d]+(?:[-/][\\p{L}\\d]+)*';
const groups = '\\d{2,5}(?: \\d{2,5}){1,4}';

const patterns = [
  new RegExp(
    `(?<![\\p{L}\\d])(?:${label})(?:${joint}){1,8}(?<it>(?:${groups})(?![\\d/.%]|\\s?(?:mg|ml))|${code})`,
    'dgiu',
  ),
  /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
  // Three groups of digits are no measurement.
  /(?<![\d./-])\d{3,4} \d{3,4} \d{2,4}(?![\d.,/-]\d|\d| ?%)/g,
  // A number of seven digits or more measures nothing.
  /(?<![\p{L}\d./-])\d{7,18}(?![\p{L}\d/]|[.,]\d)/gu,
  // Letters and digits mixed, five digits at least, with or without a dash.
  /(?<![\p{L}\d./])(?=[A-Z\d-]*[A-Z])(?=(?:[A-Z-]*\d){5})[A-Z\d]{1,14}(?:-[A-Z\d]{1,14}){0,4}(?![\p{L}\d/])/gu,
  /(?<![\p{L}\d./-])\d{2,6}-\d{4,8}(?:-\d{1,6})?(?![\p{L}\d/]|[.,-]\d)/gu,
  /(?<![\p{L}\d./-])\d{3,6}-\d{2,4}-\d{1,6}(?![\p{L}\d/]|[.,-]\d)/gu,
];

/** Finds numbers of records, of insurances, of specimens and devices, and whatever else names a person by a number. */
export function* findRecordNumbers(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'record');
}
