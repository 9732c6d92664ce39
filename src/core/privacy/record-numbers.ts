import { matchesOf, type Identifier } from './identifier';
import { spokenGap, spokenNumber } from './spoken';

const label = [
  'mrn', 'm\\.r\\.n\\.', 'mr', 'nhs', 'chi', 'ssn', 'npi', 'dea', 'pps', 'uhid', 'uid', 'urn:mrn', 'nhi', 'hcn', 'ohip', 'medicare',
  'medicaid', 'chart', 'account', 'acct', 'a/c', 'case', 'encounter', 'visit', 'episode', 'admission', 'insurance', 'policy',
  'member(?:ship)?', 'subscriber', 'group', 'beneficiary', 'claim', 'passport', 'licen[cs]e', 'driver[’\']?s licen[cs]e', 'accession',
  'specimen', 'sample', 'lab', 'order', 'requisition', 'prescription', 'rx', 'lot', 'batch', 'serial', 'device', 'model', 'unit',
  'hosp(?:ital)?', 'patient', 'pt', 'record', 'medical record', 'reference', 'ref', 'file', 'study', 'registration', 'reg', 'id',
  'identifier', 'grp', 'acc', 'ubrn', 'fin', 'csn', 'har', 'form', 'confirmation', 'card', 'job', 'ticket', 'consent', 'interpreter', 'implant', 'steroid card',
  'aadhaar', 'abha', 'pan', 'nin', 'bvn', 'dni', 'nie', 'nif', 'nass', 'iban', 'health fund', 'bsn', 'ahv', 'kv-?n(?:umme)?r\\.?', 'versichertennummer', 'pesel', 'curp', 'urn?', 'crn',
  'hicn', 'mbi', 'dva', 'ihi', 'cnic', 'nino', 'anticoag book', 'folio', 'docket',
  'registration plate', 'licen[cs]e plate', 'number plate', 'hospital no', 'social security', 'national insurance', 'ni', 'tax', 'plate', 'badge', 'room key', 'bed card', 'barcode', 'wristband',
].join('|'); // prettier-ignore

const joint = 'number|num|no|nr|#|id|code|is|was|are|value|system|verified|[\\s:.#=\\u007c"\'_,-]';
// Letters, digits and marks between them, with at least four digits; or groups of digits with blanks between.
const code =
  '(?!\\d{2,3}/\\d{2,3}(?![\\d/-]))(?=[\\p{L}\\d/:-]{0,30}(?:\\d[\\p{L}/-]{0,20}){4})(?:\\d{2}:)?[\\p{L}\\d]{1,40}(?:[-/][\\p{L}\\d]{1,40}){0,8}';
/** Letters before a number that measure something, or that other patterns read. */
const noMeasurement =
  '(?!(?:BP|HR|RR|WBC|PLT|CK|LDH|BNP|IU|NHS|CHI|IHI|NIN|DNI|MRN|DOB|ID|NPI|DEA|SSN|URN|UR|PAN|TEL|PH|NO|FAX|GMC|NMC|PIN)\\b)';
const groups = '\\d{1,6}(?:[ -]\\d{1,6}){1,5}(?: [A-Z]\\b)?';
// Letters before the digits, with a blank between: "MK 220417", "ZPT 118 604 332".
const lettered =
  '(?!ID|N[OR]|NUM|CODE|IS|P[OR]|I[VMU]|SC|SQ|CT|MRI?\\b)[A-Z]{1,6} \\d{1,8}(?:[ -]\\d{1,8}){0,5}(?: [A-Z]{1,2}\\b)?';

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
  // A number that is read out behind a word for it, letters among its digits too.
  new RegExp(
    `\\b(?:number|m r n|mrn|n h s|record|reference|ref|policy|member|account|claim|chart|licen[cs]e|security|insurance|card|id|code|badge)\\b[^\\d\\n.]{0,24}? (?<it>(?:${spokenNumber}|[a-z])(?:${spokenGap}(?:${spokenNumber}|[a-z](?=[ ,.-]|$))){3,18})(?![\\p{L}])`,
    'dgiu',
  ),
  // A code for a door or a safe, a number plate, a name that a system knows somebody by.
  /\b(?:code|pin|combination|password|passcode)(?: (?:is|no\.?|number))?[ :=#]{1,3}(?<it>(?=\S*\d)[\p{L}\d#*-]{3,12})/dgiu,
  /\b(?:plate|registration|reg)(?: [a-z.]+){0,4}[ :=#]{1,3}(?<it>(?=[A-Z\d -]*\d)[A-Z\d]{2,4}[ -]?[A-Z\d]{2,4})(?![\p{L}\d])/dgu,
  /\b(?:log-?in|user ?name|user ?id|handle|nickname|signs in as|account name|skype)(?: (?:is|as))?[ :=]{1,3}(?<it>[\p{L}\d._-]{3,40}[\p{L}\d])/dgiu,
  // The last digits of a number, and one of which the first are hidden.
  /\b(?:last (?:four|4)(?: digits)?|ending(?: in)?|ends in)(?: (?:of|is|are))?(?: \p{L}+)?[ :]{1,2}(?<it>\d{3,5})(?![\d.])/dgiu,
  /(?<![\p{L}\d])[X*x]{2,5}[- ]?(?:[X*x]{2,5}[- ]?)?\d{4}(?!\d)/gu,
  // United Kingdom's national insurance, and numbers whose groups make nine digits or more.
  /(?<![\p{L}\d])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu,
  /(?<![\p{L}\d./,-])(?![\d]{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d))(?!(?:19|20)\d{2}-\d{2}-\d{2})(?=[\d /-]{0,24}\d{4})(?=(?:[ /-]?\d){9})\d{1,8}(?:[ /-]\d{1,8}){1,6}(?![\p{L}\d%]|[./,]\d)/gu,
  // Letters, digits and the marks of a file's number, with four digits at least: "UITH/11/20918", "APJ1.0012245518", "S8830041J".
  /(?<![\p{L}\d./-])(?=[A-Z\d]{0,12}[A-Z])(?=(?:[A-Z./_-]{0,12}\d){5})[A-Z\d]{1,14}(?:[./_-][A-Z\d]{1,14}){1,5}(?![\p{L}\d/])/gu,
  // "EP/0447", "no. EP0447"
  /(?<![\p{L}\d/])[A-Z]{2,5}\/\d{4,8}(?![\p{L}\d/])/gu,
  /(?<!\p{L})[Nn](?:o|r|umber)\.?:? (?<it>[A-Z]{1,4}[/-]?\d{3,8})(?![\p{L}\d])/dgu,
  // Letters and groups of digits without a word for it: "H 0291 442", "EMIS 448120", "00-44-19-28".
  new RegExp(
    `(?<![\\p{L}\\d])${noMeasurement}[A-Z]{1,4} \\d{3,4}(?: \\d{3,4}){1,3}(?![\\p{L}\\d%]|[./]\\d)`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\d])${noMeasurement}[A-Z]{2,6} \\d{6,10}(?![\\p{L}\\d%]|[./]\\d)`, 'gu'),
  /(?<![\d./-])\d{2}(?:-\d{2}){3,5}(?![\d/-])/g,
  // Three groups of digits are no measurement.
  /(?<![\d./-])\d{3,4}(?: \d{3,4}){1,3} \d{2,4}(?![\d.,/-]\d|\d| ?%)/g,
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
