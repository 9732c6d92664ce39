import { matchesOf, type Identifier } from '../identifier';
import { isClinicalWord } from '../names/name-lexicon';

/** What is counted or measured, right behind a number. */
const unit =
  /^[ -]?(?:[%‰×°]|\^\d|x ?10|\/[^\s\d]|(?:m|mc|µ|u|n|p|k)?g(?:\/|\b)|[mdµuc]?[lL]\b|[mcµkn]?m\b|(?:m|µ|u|n|p)?mol|m?eq\b|(?:[mk]?i?u|units?|cells?|copies|cfu|kcal|cal|kpa|mmhg|bpm|steps?|beats|words?|people|patients?|persons?|adults|children|women|men|participants|births|deaths|cases|visits|hours?|hrs?|h|min(?:ute)?s?|days?|weeks?|months?|years?|yrs?|y|times|tablets?|doses?|puffs?|rpm|cgy|gy|hz|k?v|ohms?|rads?|fr|gauge|g force|per|dpt|lux|nits|tesla|pounds|dollars|euros?)\b)/iu;
/** What makes the number behind it a measured one or a count. */
const measure =
  /(?:[<>=≥≤~±×$£€₦₹]|\b(?:count|level|titre|titer|total|of|about|around|approx|over|under|than|least|most|nearly|almost|peak|peaked|value|result|ratio|dose|score|to|from|was|is|were|at|copies|load|wcc|wbc|plt|plts|platelets|ck|ck-mb|bnp|nt-probnp|probnp|ferritin|crp|alt|ast|alp|ggt|ldh|trop|troponin|hcg|bhcg|afp|psa|d-dimer|ddimer|cd4|steps))[:\s]*$/iu;

/** Letters and digits, with the marks that codes have between them. */
const shape =
  /(?<![\p{L}\d.,/+-])(?!(?:19|20)\d{2}-\d{2}-\d{2}T\d)[A-Z\d]{1,16}(?:[/-][A-Z\d]{1,16}){0,5}(?![\p{L}\d]|[.,:/-]\d|[/-]\p{L})/gu;
/** Names of genes, mutations, cells, vitamins, trials and standards: letters and digits, but of nobody. */
const science =
  /^(?:[CPY]{0,2}T\d[A-D]?N\d[A-C]?M[\dX]?|G\d{1,2}P\d{1,4}(?:A\d)?(?:L\d)?|[CTLS]\d{1,2}(?:[/-]?[CTLS]?\d{1,2})+|CHA\d.*|[A-Z]\d{1,5}[A-Z]|(?:CYP|CA|CD|IL|HLA|HPV|CK|PM|ECOG|ICD|SARS|COVID|NYHA|ASA|GOLD|NCT|ISO|EN|BS|NICE|NG|CG|TA|QS|H\d|BRCA|HER|ERBB|KRAS|NPM|FLT|JAK|PD|TTF|ABCA|APOE|MMP|TNF|VEGF|EGFR|GATA|FOXP|LRP|TREM|GLP|SGLT|DPP|PCSK|UGT|MTHFR|HFE|SOD|LRRK|DRD|HTR|GABA|NMDA|COX|LOX|PGE|PGF|TSH|FT|HB)[A-Z]{0,3}-?\d.{0,6}|[A-Z]{1,3}\d{1,2}(?:[/-][A-Z]?\d{1,2})?)$/u;

/** Letters before a number that measure something, or that other patterns read. */
const noMeasurement =
  '(?!(?:BP|HR|RR|WBC|PLT|CK|LDH|BNP|IU|NHS|CHI|IHI|NIN|DNI|MRN|DOB|ID|NPI|DEA|SSN|URN|UR|PAN|TEL|PH|NO|FAX|GMC|NMC|PIN|IMC|MCN|MCR|PRC|PTR|PHN|SIN|HSN|NMBI|MDCN|HPCSA|PMDC|HCPC|GOC|GPHC|HKID|NRIC|EDIPI|HCC|DVA|COC|HPI|MP|PR|HP)\\b)';

/** Forms of numbers that are known: of an insurance, a file, a card. */
const known = [
  // A bank's number of an account.
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,4})?(?![\p{L}\d])/gu,
  // Hong Kong's identity cards.
  /(?<![\p{L}\d])[A-Z]{1,2}\d{6}\([\dA]\)/gu,
  /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
  /(?<![\p{L}\d])[X*x]{2,5}[- ]?(?:[X*x]{2,5}[- ]?)?\d{4}(?!\d)/gu,
  // United Kingdom's national insurance, and numbers whose groups make nine digits or more.
  /(?<![\p{L}\d])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu,
  /(?<![\p{L}\d./,-])(?![\d]{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d))(?!(?:19|20)\d{2}-\d{2}-\d{2})(?=[\d /-]{0,24}\d{4})(?=(?:[ /-]?\d){9})\d{1,8}(?:[ /-]\d{1,8}){1,6}(?![\p{L}\d%]|[./,]\d)/gu,
  // Letters, digits and the marks of a file's number, with four digits at least: "UITH/11/20918", "APJ1.0012245518", "S8830041J".
  /(?<![\p{L}\d./-])(?!(?:19|20)\d{2}-\d{2}-\d{2}T\d)(?=[A-Z\d]{0,12}[A-Z])(?=(?:[A-Z./_-]{0,12}\d){5})[A-Z\d]{1,14}(?:[./_-][A-Z\d]{1,14}){1,5}(?![\p{L}\d/])/gu,
  // "EP/0447", "no. EP0447"
  /(?<![\p{L}\d/])[A-Z]{2,5}\/\d{4,8}(?![\p{L}\d/])/gu,
  /(?<!\p{L})[Nn](?:o|r|umber)\.?:? (?<it>[A-Z]{1,4}[/-]?\d{3,8})(?![\p{L}\d])/dgu,
  // "clock no 5512", "TODA no. 118"
  /(?<=\p{L} )[Nn](?:o|r|um|umber)\.?:? #?(?<it>\d{3,6})(?![\p{L}\d%]|[.,/-]\d)/dgu,
  // Letters and groups of digits without a word for it: "H 0291 442", "EMIS 448120", "00-44-19-28".
  new RegExp(
    `(?<![\\p{L}\\d])${noMeasurement}[A-Z]{1,4} \\d{3,4}(?: \\d{3,4}){1,3}(?![\\p{L}\\d%]|[./]\\d)`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\d])${noMeasurement}[A-Z]{2,6} \\d{6,10}(?![\\p{L}\\d%]|[./]\\d)`, 'gu'),
  /(?<![\d./-])\d{2}(?:-\d{2}){3,5}(?![\d/-])/g,
  // Three groups of digits are no measurement.
  /(?<![\d./-])\d{3,4}(?: \d{3,4}){1,3} \d{2,4}(?![\d.,/-]\d|\d| ?%)/g,
  // "2950 12277 4 / 1", as on a card of Medicare.
  /(?<![\d./-])\d{4} \d{5} \d(?: ?[/-] ?\d)?(?![\d.,/-])/g,
  // Brazil's and Chile's: "412.887.190-04".
  /(?<![\p{L}\d.,/-])\d{1,3}(?:\.\d{3}){2}(?:\/\d{4})?-[\dXxKk]{1,2}(?![\p{L}\d])/gu,
  // A number of seven digits or more measures nothing.
  /(?<![\p{L}\d./-])\d{7,18}(?![\p{L}\d/]|\.\d)/gu,
  // Letters and digits mixed, five digits at least, with or without a dash.
  /(?<![\p{L}\d./])(?!(?:19|20)\d{2}-\d{2}-\d{2}T\d)(?=[A-Z\d-]{0,40}[A-Z])(?=(?:[A-Z-]{0,20}\d){5})[A-Z\d]{1,14}(?:-[A-Z\d]{1,14}){0,4}(?![\p{L}\d/])/gu,
  /(?<![\p{L}\d./-])\d{2,6}-\d{4,8}(?:-\d{1,6})?(?![\p{L}\d/]|[.-]\d|,\d{3}(?!\d))/gu,
  // A letter, a dash and four digits; a letter and four digits behind the letters of who gave them: "GMC A4417".
  /(?<![\p{L}\d./-])[A-Z]{1,3}-\d{4,5}(?![\p{L}\d/-])/gu,
  /(?<=(?<![\p{L}\d])(?!ICD|CPT|HCPCS|LOINC|SNOMED|READ)\p{Lu}{3,7} )[A-Z]\d{4,5}(?![\p{L}\d/-])/gu,
  // "25 / 7719 / 03": three groups between strokes with blanks.
  /(?<![\p{L}\d./-])(?=[\d /]{0,20}\d{4})\d{1,6}(?: \/ \d{1,6}){2,4}(?![\p{L}\d%]|[.,/-]\d)/gu,
  // Four groups of digits and letters: an insurance's number with its version, "5584 176 203 KV".
  /(?<![\p{L}\d./-])\d{3,4}(?: \d{3}){2,3} [A-Z]{1,2}(?![\p{L}\d])/gu,
  // "CS20031 8845"
  /(?<![\p{L}\d./-])[A-Z]{2,3}\d{3,6} \d{4,6}(?![\p{L}\d%]|[./,-]\d)/gu,
  // "C41 7702B", and in small letters "h330 187".
  /(?<![\p{L}\d./-])[A-Z]\d{2} \d{4}[A-Z](?![\p{L}\d])/gu,
  /(?<![\p{L}\d./-])[a-z]\d{3} \d{3}(?![\p{L}\d%]|[./,-]\d)/gu,
  // What a record goes by in a system: {"id":"bndl-7f31"}.
  /"(?:id|identifier|serialNumber|reference)"\s*:\s*"(?<it>(?=[^"]*\d)[^"\n]{3,80})"/dgu,
  // Behind the word for a number, letters and digits apart: "Resident no. SHL 077".
  /(?<=\p{L} )[Nn](?:o|umber)\.?:? (?<it>[A-Z]{2,5} \d{2,8}(?: \d{2,6})?)(?![\p{L}\d%]|[.,/-]\d)/dgu,
  // "W118 4402"
  /(?<![\p{L}\d./-])[A-Z]{1,2}\d{3} \d{3,4}(?![\p{L}\d%]|[./,-]\d)/gu,
  /(?<![\p{L}\d./-])\d{3,6}-\d{2,4}-\d{1,6}(?![\p{L}\d/]|[.,-]\d)/gu,
];

/**
 * Finds numbers that are no measurement, dose, time, score, date or code of medicine: what is left names somebody or
 * something of theirs. Five digits are the least for a number alone, three digits among six signs for one with letters.
 */
export function* findNumberShapes(text: string): Generator<Identifier> {
  for (const pattern of known) {
    for (const one of matchesOf(text, pattern, 'record')) {
      // "2026-03-04T09:12" is a day with its hour.
      const isHour =
        /\dT\d\d$/.test(text.slice(one.start, one.end)) && /^:\d\d/.test(text.slice(one.end, one.end + 3));
      if (!isHour && !unit.test(text.slice(one.end, one.end + 20))) yield one;
    }
  }
  for (const { 0: written, index } of text.matchAll(shape)) {
    const digits = written.replace(/\D/g, '').length;
    if (digits < 3 || !tellsRecord(written, digits)) continue;
    const end = index + written.length;
    if (
      unit.test(text.slice(end, end + 20)) ||
      isMeasured(text.slice(Math.max(0, index - 30), index), written)
    )
      continue;
    yield { kind: 'record', start: index, end };
  }
}

function tellsRecord(written: string, digits: number): boolean {
  if (/^\d+$/.test(written)) return digits >= 5 && !/00$/.test(written);
  if (/^[\d/-]+$/.test(written)) {
    // Two numbers with a mark between are a range or a pressure, unless one has more digits than these have.
    const parts = written.split(/[/-]/);
    if (parts.length === 2 && Number(parts[1]) > Number(parts[0]) && parts[0]?.length === parts[1]?.length)
      return false;
    return (
      digits >= 7 &&
      parts.some((part) => part.length >= 4 && !/^(?:19|20)\d\d$/.test(part)) &&
      !parts.every((part) => /0$/.test(part))
    );
  }
  // Letters among digits.
  return (
    written.replace(/[/-]/g, '').length >= 6 &&
    digits >= 3 &&
    !science.test(written) &&
    !/^\d+[A-Z]{1,4}$/.test(written)
  );
}

/** True where what stands before makes a number a measured one: a sign, a word for an amount, a test's name. */
function isMeasured(before: string, written: string): boolean {
  if (!/^\d+$/.test(written)) return false;
  if (measure.test(before) && !/\b(?:no|number|num|id|ref|code|card)\W{0,3}$/i.test(before)) return true;
  const last = /(\p{L}[\p{L}-]*)[ :]{0,3}$/u.exec(before)?.[1];
  return last !== undefined && last.length > 1 && isClinicalWord(last);
}
