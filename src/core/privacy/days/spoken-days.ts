import { matchesOf, type Identifier } from '../identifier';
import { spokenBelowHundred, spokenGap, spokenNumber, spokenOrdinal } from '../spoken';

const year = `(?:(?:19|20)?\\d{2}|nineteen ${spokenBelowHundred}|twenty ${spokenBelowHundred}|two thousand(?: and)?(?: ${spokenBelowHundred})?|nineteen oh ${spokenBelowHundred}|${spokenBelowHundred})`;
const englishMonths = 'january|february|march|april|may|june|july|august|september|october|november|december';
const foreignMonths =
  'januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|' +
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|' +
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|' +
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|' +
  'januari|februari|maart|mei|augustus|januarie|februarie|junie|julie|desember|maj|juni|augusti|' +
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro|' +
  'eanáir|feabhra|márta|aibreán|bealtaine|meitheamh|iúil|lúnasa|meán fómhair|deireadh fómhair|samhain|nollaig|' +
  'ionawr|chwefror|mawrth|ebrill|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|' +
  'pebrero|hunyo|hulyo|setyembre|oktubre|nobyembre|disyembre|maret|ogos|agustus|disember|' +
  'ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|' +
  'ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie';
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])';
const shortMonths = 'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|okt|dez|mrz';
const weekday =
  '(?:mon|tues?|wed|weds|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
/** What may stand behind a day that is named by its number alone; a noun makes it something else. */
const afterDay =
  "(?= ?(?:[.,;:?!)\\n]|$)| (?:and|but|so|at|because|with|when|i|he|she|we|my|it|is|was|in|for|to|if|pls|please|thanks|ok|\\p{L}{2,5}n['’]t|full stop|comma|period|new (?:line|para(?:graph)?))\\b)";
/** Behind these, what is said in numbers is a day of birth. Some words may stand between: "and your date of birth? it's …". */
const birth =
  '\\b(?:date of birth|birth ?day|birth ?date|d\\.? ?o\\.? ?b\\.?|born(?: on)?)[^\\d\\n|]{0,50}?\\n?[^\\d\\n|]{0,30}?';

const patterns = [
  // "date of birth seven fifteen two thousand and six"
  `${birth}(?<![\\p{L}-])(?<it>(?:${spokenNumber}${spokenGap}){2,4}two thousand(?: and)?(?: ${spokenBelowHundred})?)(?!\\p{L})`,
  `${birth}(?<![\\p{L}-])(?<it>(?:${spokenNumber}${spokenGap}){2,5}${spokenNumber})(?![\\p{L}])`,
  `${birth}(?<it>${dayNumber} \\d{1,2} (?:19|20)?\\d{2})(?!\\d)`,
  // "the first of the fourth sixty-five"
  `(?<!\\p{L})(?<it>(?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)) of the (?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th))(?:,? ${year})?)(?![\\p{L}\\d])`,
  // "the ninth to the fourteenth"
  `(?<!\\p{L})(?<it>(?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)) (?:to|till|until|and) the (?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)))(?= ?(?:[.,;:?!)\\n]|$)| (?:of|and|but|so|at|in|because|with|when)\\b)`,
  // "the fifth of november thirty three"
  `(?<!\\p{L})(?<it>(?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)?)(?: of)? (?:${englishMonths}),? (?!(?:nineteen|twenty)[ -](?:oh|ten|eleven|twelve|\\p{Ll}+t(?:een|y))(?!\\p{L}|-teen))(?:'?\\d{2}|(?:${spokenBelowHundred})))(?![\\p{L}\\d:]| (?:times|days|hours|mg|milli))`,
  // "3. März 1941", "4 de enero de 2027"
  `(?<![\\p{L}\\d./-])${dayNumber}\\.?(?:er|º)? (?:de )?(?:${foreignMonths})(?:,? (?:del? )?(?:19|20)\\d{2})?(?![\\p{L}\\d])`,
  `(?<!\\p{L})(?<it>(?:${englishMonths}),? (?:of )?two thousand(?: and)?(?: ${spokenBelowHundred})?)(?![\\p{L}\\d])`,
  // An ordinal that ends a part of the sentence: "tom 12th".
  `(?<![\\p{L}\\d.-])(?<!(?:${englishMonths}|${shortMonths}|the|left|right|his|her|and|toe|finger|rib|grade|stage|cn)\\.? )(?<it>(?:[4-9]|[12]\\d|3[01])(?:st|nd|rd|th))(?= ?(?:[,;)!\\n]|\\.(?:\\s|$)|$))`,
  '(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日',
  // "4 fév. 2026"
  `(?<![\\p{L}\\d./-])${dayNumber}\\.?(?: de)? (?:janv|févr?|avr|juil|déc|okt|dez|dic|ene|abr|ago|fev|set|out|mrt|mrz|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)\\.?(?: de)? (?:19|20)\\d{2}(?!\\d)`,
  `(?<![\\p{L}\\d./-])${dayNumber}\\.? (?:mrt|okt|dez|janv|févr|fév|juil|déc|ene|abr|ago|mrz)\\.?(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d./-])(?:19|20)\\d{2} (?:${englishMonths}|${foreignMonths})(?![\\p{L}])`,
  // "dan roe 12 9 84": as a day of birth is typed.
  `(?<=(?:^|\\n|\\p{L}[,:]? ))(?<it>${dayNumber} (?:0?[1-9]|1[0-2]) (?:(?:19|20)\\d{2}|[3-9]\\d))(?=\\s*(?:[.,;)\\n]|$))`,
  // "03.03 2200": with its hour.
  `(?<![\\p{L}\\d./-])(?:0[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])(?= (?:[01]\\d|2[0-3]):?[0-5]\\d(?![\\d.]| ?m))`,
  // "Okt. 14": the short name of a month of another language first.
  `(?<![\\p{L}\\d])(?:okt|dez|dec|abr|ago|dic|ene|hun|hul|set|janv|févr|avr|juil|déc)\\. ${dayNumber}(?![\\p{L}\\d]|[.,/]\\d)`,
  // "Januar 2024"; the months that are English words too are read as dates.
  `(?<![\\p{L}\\d])(?:${foreignMonths})(?: de| del)? (?:19|20)\\d{2}(?!\\d)`,
  // A day of this month: "on the ninth", "since the 14th". A noun behind it makes it something else.
  `(?<!\\p{L})(?:on|since|from|until|till|by|before|after|for|dated?|back)(?: about| around| roughly| maybe| probably)? (?<it>the (?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)))${afterDay}`,
  // The same where no mark ends the sentence, unless what is counted goes on: "on the fifth floor".
  `(?<!\\p{L})(?:on|since|until|till|d/c|discharge|discharged) (?<it>the (?!first\\b|second\\b|third\\b|1st|2nd|3rd)(?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)))(?! (?:floor|rib|toe|finger|metatarsal|metacarpal|digit|day|night|week|month|year|post|cycle|dose|attempt|time|visit|try|pass|cranial|nerve|ward|level|line|grade|hour|of|to|percentile|centile|centiles|intercostal|ventricle|round|session|birthday|one|and the)\\b)(?![\\p{L}\\d-])`,
  // "on 24.09", "am 03.11": two digits each behind the word for it.
  `(?<!\\p{L})(?:on|since|from|until|till|dated) (?<it>(?:0[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2]))(?![\\d%]|\\.\\d| ?(?:mg|mcg|ml|mm|cm|kg|l|mmol|units?)\\b)`,
  // "till 14th", "sunday 8th", "thurs the nineteenth"
  `(?<!\\p{L})(?:on|since|from|until|till|til|by|before|after|dated?|due|back) (?<it>${dayNumber}(?:st|nd|rd|th))${afterDay}`,
  `(?<!\\p{L})${weekday},? (?:the )?(?<it>${dayNumber}(?:st|nd|rd|th)|${spokenOrdinal})(?![\\p{L}\\d])`,
  // A whole turn or sentence: "fifteenth."
  `(?:^|\\n|: |[.?] )(?:the |no |no,? the |on the )?(?<it>(?!(?:first|second|third)\\b)${spokenOrdinal})(?=[.,?]? ?(?:\\n|$|[.?] ))`,
  // Two days of which one has no month: "12-14 June", "9. bis 12. November 2026", "the 3rd and 4th of May".
  `(?<![\\p{L}\\d./-])(?<it>${dayNumber}(?:st|nd|rd|th|\\.)? ?(?:[-–/&+]|to|and|or|till|until|through|thru|bis|und|au|al) ?(?:the )?${dayNumber}(?:st|nd|rd|th|\\.)?(?: of| de)? (?:${englishMonths}|${shortMonths}|${foreignMonths})(?!\\p{L})(?:,? (?:19|20)\\d{2}(?!\\d))?)`,
  `(?<!\\p{L})(?<it>(?:${englishMonths}|${shortMonths})\\.? ${dayNumber}(?:st|nd|rd|th)? ?(?:[-–&]|to|and|through|thru) ?${dayNumber}(?:st|nd|rd|th)?(?:,? (?:19|20)\\d{2})?)(?![\\p{L}\\d:./%-]| ?(?:mg|mcg|ml|units|tab|times|days|weeks))`,
  // A part of a month: "the first week of April".
  `(?<!\\p{L})(?<it>(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:week|weekend|fortnight|half|${weekday}) (?:of|in) (?:${englishMonths}|${shortMonths})(?!\\p{L})(?:,? (?:19|20)\\d{2}(?!\\d))?)`,
  // Where a sentence ends with it: "was due bloods the 4th".
  `(?<!\\b(?:of|and|in|over|under|to|at|between|left|right|is|was) )(?<it>the (?:[4-9]|[12]\\d|3[01])(?:st|nd|rd|th))(?=\\s*(?:[.\\n]|$))`,
  // "am 16.11.", "vom 3.9. bis 14.9."
  `(?<=(?<!\\p{L})(?:am|vom|bis|zum|ab|seit|den|der|und) )(?<it>${dayNumber}\\.(?:0?[1-9]|1[0-2])\\.)(?!\\d)`,
  // "02.01. to", "03.11. bis": two digits each and a full stop inside of a sentence.
  `(?<![\\p{L}\\d./-])(?:0[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])\\.(?= ?[-–]| (?:to|until|till|bis|and|und|was|for)(?!\\p{L})|(?:19|20)?\\d{2}(?!\\d))`,
  // What opens an entry: "3/10 - slept well", "WR 3/10".
  `(?:^|\\n)[ \\t]*(?:(?:WR|PTWR|ward round|review|seen|note|entry|visit|clinic|TC|HV) )?(?<it>${dayNumber}/(?:0?[1-9]|1[0-2]))(?= ?[-–:] | {2,}| \\d{1,2}[:.]?\\d\\d(?!\\d)|[ \\t]*\\n)`,
  // A day and a month alone that is no score, since it has a zero before or more days than it is out of: "06/11", "12/11".
  `(?<![\\p{L}\\d./-])(?<!(?:power|pain|score|scored|strength|murmur|vision|acuity|va|dose|mg|apgars?|iop|bp|right|left|od|os|eye|eyes|both|ecog|mrs) )(?<it>(?:0[1-9]|[12]\\d|3[01])/(?:0[1-9]|1[0-2])|(?:[89]|[12]\\d|3[01])/(?:[1-46]|11))(?![\\d/%-]|\\.\\d| ?(?:mg|mcg|ml|mm|cm|kg|tabs?|mmhg|pain|weeks|days)\\b)`,
].map((pattern) => new RegExp(pattern, 'dgiu'));

/**
 * Finds days that are said in words, written in other languages, or named by their number in the month alone. No other day
 * is written instead of one of these.
 */
export function* findSpokenDays(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'date');
}
