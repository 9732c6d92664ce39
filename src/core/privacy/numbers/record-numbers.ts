import { matchesOf, type Identifier } from '../identifier';
import { findAccounts } from './accounts';
import { findPlates } from './plates';
import { findNumberShapes } from './number-shapes';
import { spokenDigit, spokenGap, spokenNumber } from '../spoken';

const label = [
  'mrn', 'm\\.r\\.n\\.', 'mr', 'nhs', 'chi', 'ssn', 'npi', 'dea', 'pps', 'uhid', 'uid', 'urn:mrn', 'nhi', 'hcn', 'ohip', 'medicare',
  'medicaid', 'chart', 'account', 'acct', 'a/c', 'case', 'encounter', 'visit', 'episode', 'admission', 'insurance', 'policy',
  'member(?:ship)?', 'subscriber', 'group', 'beneficiary', 'claim', 'passport', 'licen[cs]e', 'driver[’\']?s licen[cs]e', 'accession',
  'specimen', 'sample', 'lab', 'order', 'requisition', 'prescription', 'rx', 'lot', 'batch', 'serial', 'device', 'model', 'unit',
  'hosp(?:ital)?', 'patient', 'pt', 'record', 'medical record', 'reference', 'ref', 'file', 'study', 'registration', 'reg', 'id',
  'identifier', 'grp', 'acc', 'ubrn', 'fin', 'csn', 'har', 'form', 'confirmation', 'card', 'job', 'ticket', 'consent', 'interpreter', 'implant', 'steroid card',
  'aadhaar', 'abha', 'pan', 'nin', 'bvn', 'dni', 'nie', 'nif', 'nass', 'iban', 'health fund', 'bsn', 'ahv', 'kv-?n(?:umme)?r\\.?', 'versichertennummer', 'pesel', 'curp', 'urn?', 'crn',
  'hicn', 'mbi', 'dva', 'ihi', 'cnic', 'nino', 'anticoag book', 'folio', 'docket', 'callsign', 'collar', 'custody', 'key ?safe', 'safe', 'tag', 'pc', 'ip', 'op', 'opd', 'payroll', 'staff', 'upn', 'bar',
  'family', 'incident', 'cad', 'exhibit', 'locker', 'voter\'?s card', 'tax', 'iqama', 'emirates', 'nric', 'imc', 'gmc', 'nmc', 'hcpc', 'ptr', 'phn', 'sin', 'hsn', 'nmbi', 'mdcn', 'hpcsa', 'pmdc', 'goc', 'gphc', 'hkid', 'edipi', 'hcc', 'coc', 'hpi', 'mp', 'pr', 'hp', 'ahpra', 'mcn', 'mcr', 'prc',
  'registration plate', 'licen[cs]e plate', 'number plate', 'hospital no', 'social security', 'national insurance', 'ni', 'tax', 'plate', 'badge', 'room key', 'bed card', 'barcode', 'wristband',
].join('|'); // prettier-ignore

const joint = 'number|num|no|nr|#|id|code|is|was|are|value|system|verified|[\\s:.#=\\u007c"\'_,-]';
// Letters, digits and marks between them, with at least four digits; or groups of digits with blanks between.
const code =
  '(?!\\d{2,3}/\\d{2,3}(?![\\d/-]))(?=[\\p{L}\\d/:-]{0,30}(?:\\d[\\p{L}/-]{0,20}){4})(?:\\d{2}:)?[\\p{L}\\d]{1,40}(?:[-/][\\p{L}\\d]{1,40}){0,8}';
const groups = '\\d{1,6}(?:[ -]\\d{1,6}){1,5}(?: [A-Z]\\b)?';
// Letters before the digits, with a blank between: "MK 220417", "ZPT 118 604 332".
const lettered =
  '(?!ID|N[OR]|NUM|CODE|IS|P[OR]|I[VMU]|SC|SQ|CT|MRI?\\b)[A-Z]{1,6}(?:-[A-Z]{1,6})? \\d{1,8}(?:[ -]\\d{1,8}){0,5}(?: [A-Z]{1,2}\\b)?';

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
  // A number that is read out behind a word for it, letters among its digits too.
  new RegExp(
    `\\b(?:number|m r n|mrn|n h s|nhs|record|reference|ref|policy|member(?:ship)?|account|claim|chart|licen[cs]e|security|insurance|card|id|code|badge|medicare|medicaid|passport|chi|hospital|plate|registration|serial|case|file|ticket|form|employee|request|order|docket|ends)\\b[^\\d\\n.]{0,24}? (?<it>(?:${spokenNumber}|[a-z]|[b-df-hj-np-tv-xz]{2,3}(?= ))(?:${spokenGap}(?:${spokenNumber}|[a-z](?=[ ,.-]|$))){3,18})(?![\\p{L}])`,
    'dgiu',
  ),
  // Letters and digits as they are said, without a word for what they are.
  new RegExp(
    `(?<![\\p{L}'’-])(?<it>(?![^.\\n]{0,40}o two)(?=(?:(?:[a-z]${spokenGap}){0,6}${spokenDigit}${spokenGap}){3}(?:[a-z]${spokenGap}){0,6}${spokenDigit})(?:[a-z]|${spokenDigit})(?:${spokenGap}(?:[a-z]|${spokenDigit})){6,18})(?![\\p{L}'’-])`,
    'dgiu',
  ),
  // A short code behind a word that nothing but a code follows, and three digits that somebody goes by.
  /\b(?:[Rr]ef|REF|[Rr]eference|[Bb]ooking|[Cc]onfirmation|[Ll]ocator|PNR|[Vv]oucher|[Tt]icket|[Tt]racking|[Cc]onsignment)(?: (?:is|no\.?|number|code))?[ :=#.]{1,3}(?<it>(?!G\d+P\d)(?=[A-Z-]*\d)[A-Z\d]{2,6}(?:[-/][A-Z\d]{1,8}){0,3})(?![\p{L}\d])/dgu,
  /\b(?:[Tt]ag|[Cc]ad|CAD|[Cc]all ?sign|[Cc]ollar|[Bb]adge|[Ll]ocker|[Kk]ey ?safe|[Ss]afe|PC|PS|WPC)(?: (?:no\.?|number|code|is))*[ :#]{1,2}(?<it>[A-Z]?\d{3,6})(?![\d.]\d|\d| ?(?:mg|ml|mm|cm))/dgu,
  // A code for a door or a safe.
  /\b(?:code|pin|combination|password|passcode)(?: (?:is|no\.?|number))?[ :=#]{1,3}(?<it>(?=\S*\d)[\p{L}\d#*-]{3,12})/dgiu,
  // Behind a word that ends in the word for a number, with strokes and blanks inside: "Aufn.-Nr. 25 / 7719 / 03".
  /(?<!\p{L})\p{L}[\p{L}.]{1,24}-?(?:[Nn]r|[Nn]ummer|[Nn]o)\.?:? (?<it>(?=(?:[ /.A-Z-]{0,4}\d){4})[A-Z\d]{1,10}(?: ?[/.-] ?[A-Z\d]{1,10}){0,4}(?: \d{2,6}){0,3})(?![\p{L}\d]|[.,]\d)/dgu,
  // The last digits of a number, and one of which the first are hidden.
  /\b(?:last ?(?:four|4)(?: digits)?|ending(?: in)?|ends in)(?: (?:of|is|are))?(?: \p{L}+)?[ :]{1,2}(?<it>\d{3,5})(?!\d|\.\d)/dgiu,
  new RegExp(
    `\\b(?:last ?(?:four|three|4|3)(?: digits)?|ending(?: in)?|ends(?: in)?)(?: (?:of|is|are))? (?<it>${spokenDigit}(?:${spokenGap}${spokenDigit}){2,4})(?!\\p{L})`,
    'dgiu',
  ),
  // A flight, by the letters of who flies it.
  /\b(?:[Ff]light|[Ff]lies|[Ff]lew|[Ff]lying|[Ff]ly)(?: on| with| via| by)? (?:no\.? |number )?(?<it>[A-Z\d]{2} ?\d{2,4})(?![\p{L}\d])/dgu,
];

/** Finds numbers of records, of insurances, of specimens and devices, and whatever else names a person by a number. */
export function* findRecordNumbers(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'record');
  yield* findAccounts(text);
  yield* findPlates(text);
  yield* findNumberShapes(text);
}
