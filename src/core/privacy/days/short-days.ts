import { matchesOf, type Identifier } from '../identifier';
import { spokenOrdinal } from '../spoken';

const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])';
const monthNumber = '(?:0?[1-9]|1[0-2])';
const ending = '(?:st|nd|rd|th)';
/** The days of the week, long and short, in the languages that staff mix into their English. */
const weekdays =
  '(?:mon|tues?|wed|weds|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|' +
  'mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|' +
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|' +
  'jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|jumapili|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag)';
/** As people write them without an ending: "sato 24" is said among friends in Kenya. */
const looseWeekdays =
  '(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|sato|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
/** A number behind a weekday that is an hour, an amount or a part of a number. */
const noHour =
  "(?![\\p{L}\\d%]|[.:,/-]\\d| ?(?:[ap]\\.?m\\b|h\\b|hrs?\\b|o['’]?clock|to \\d|mg|mcg|ml|units?|tabs?|tablets?|puffs?|days?|weeks?|hours?|times|x\\b|min|am\\b|pm\\b|years?|patients?|pts?\\b|beds?\\b|of\\b|[-–] ?\\d))";
/** The beginnings of months in languages that are written with Latin letters. */
const monthBeginnings =
  'jan|feb|mar|mär|maa|mrz|apr|abr|avr|may|mai|mei|maj|mag|jun|jui|juin|giu|jul|lug|aug|ago|aoû|aou|sep|set|oct|okt|ott|out|nov|dec|dez|dic|déc|des|dis|ene|gen|fév|fev';

const patterns = [
  // "Wed. 19.11.", "Di, 9.12."
  `(?<!\\p{L})${weekdays}\\.?,? (?<it>${dayNumber}\\.${monthNumber}\\.)(?![\\d%]|\\.\\d| ?(?:[ap]\\.?m\\b|uhr|h\\b|hrs?\\b|mg|ml|mmol|kg|units?))`,
  // The month in Roman digits: "05.XII.2025".
  `(?<![\\p{L}\\d./-])${dayNumber}(?<roman>[./-] ?)(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\\k<roman>(?:19|20)?\\d{2}(?![\\p{L}\\d])`,
  // A day that nobody knew: "??/02/1930", "xx.11.1948".
  `(?<![\\p{L}\\d?])(?:[?xX_]{1,2}[./-]${monthNumber}|${dayNumber}[./-][?xX_]{1,2}|[?xX_]{1,2}[./-][?xX_]{1,2})[./-](?:19|20)\\d{2}(?!\\d)`,
  // A month as it is misspelt, or as another language has it, between its day and its year: "3rd Novemba 2025".
  `(?<![\\p{L}\\d./-])${dayNumber}(?:${ending}|\\.)?,? (?:de )?(?:${monthBeginnings})\\p{L}{0,8}\\.?,? (?:de )?(?:19|20)\\d{2}(?!\\d)`,
  `(?<![\\p{L}\\d./-])${dayNumber}${ending} (?:of )?(?=\\p{L})(?!(?:percentile|centile|street|avenue|edition|floor|version|grade|day)(?!\\p{L}))\\p{L}{3,10},? (?:19|20)\\d{2}(?!\\d)`,
  // Months of other calendars, with a year of theirs or without.
  `(?<![\\p{L}\\d./-])${dayNumber}(?:${ending})? (?:Muharram|Safar|Rabi[ -]?(?:al|ul|ath|us)?[ -]?(?:[\\p{L}-]{1,8}|I{1,2})|Jumada[ -]?(?:[\\p{L}-]{1,10}|I{1,2})|Rajab|Sha['’]?ban|Ramadh?an|Shawwal|Dhu[ -]?(?:al|ul|l)?['’ -]?(?:Qa['’]?dah?|Hijjah?)|Zul[ -]?\\p{L}{2,8}|Meskerem|Tikimt|Hidar|Tahsas|Yekatit|Megabit|Miyazya|Ginbot|Sene|Hamle|Nehase|Baisakh|Jestha|Ashadh|Shrawan|Bhadra|Ashwin|Kartik|Mangsir|Poush|Magh|Falgun|Chaitra|Tishrei|Cheshvan|Kislev|Tevet|Shevat|Adar|Nisan|Iyar|Sivan|Tammuz|Elul)(?:,? (?:1[34]\\d{2}|20[78]\\d|5[78]\\d{2}|(?:19|20)\\d{2}))?(?![\\p{L}\\d])`,
  // Two digits each and full stops, closed by a mark: "excluded 28.05.; seen".
  '(?<![\\p{L}\\d./-])(?:0[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])\\.(?=[;,):])',
  // "CTO expires 31.3."
  `(?<=(?<!\\p{L})(?:expire[sd]?|until|till|since|dated|due|on) )(?<it>(?:1[3-9]|2\\d|3[01])\\.(?:0?[1-9]|1[0-2])\\.)(?!\\d)`,
  // "counts from yesterday the eleventh"
  `(?<!\\p{L})(?:yesterday|today|tomorrow|yest),? (?<it>(?:the )?(?:${spokenOrdinal}|${dayNumber}${ending}))(?![\\p{L}\\d]| (?:time|day|dose|attempt|one|visit|cycle|night|week)(?!\\p{L}))`,
  // With an hour behind it: "collected 21st 11pm".
  `(?<![\\p{L}\\d.-])(?<it>${dayNumber}${ending})(?=,? (?:at |@ ?)?(?:\\d{1,2}(?:[:.]\\d{2})? ?[ap]\\.?m|\\d{1,2}[:.]\\d{2}|[01]\\d[0-5]\\d ?h)(?![\\p{L}\\d]))`,
  // "sato 24", "Friday 16": a number alone behind a day of the week.
  `(?<!\\p{L})${looseWeekdays} (?<it>[12]\\d|3[01])(?=[.,;!?)\\n]|$| (?:and|for|with|at|if|he|she|they|i|we|please|pls|but|or|from|to see|clinic)(?!\\p{L}))${noHour}`,
  // "monday week the twenty sixth"
  `(?<!\\p{L})${weekdays} week,? (?<it>(?:the )?(?:${spokenOrdinal}|${dayNumber}${ending}))(?![\\p{L}\\d])`,
  // "on the 19th or the 20th"
  `(?<!\\p{L})(?<it>the (?:${spokenOrdinal}|${dayNumber}${ending}) or (?:on )?the (?:${spokenOrdinal}|${dayNumber}${ending}))(?= ?(?:[.,;:?!)\\n]|$)| (?:of|and|but|so|at|in|because|with|when)(?!\\p{L}))`,
  // An answer of one word behind who gives it: "PATIENT: Third."
  `(?<=(?:^|\\n)[\\p{L}. ]{1,30}: )(?<it>(?:the )?(?:first|second|third))(?=\\.(?:\\s|$))`,
  // Day and month read out as digits: "zero nine zero one".
  '(?<![\\p{L}-])(?<it>(?:zero|oh) (?:one|two|three|four|five|six|seven|eight|nine) (?:zero|oh|one) (?:zero|oh|one|two|three|four|five|six|seven|eight|nine))(?! (?:zero|oh|one|two|three|four|five|six|seven|eight|nine|point|milli|micro|hundred)(?!\\p{L}))(?![\\p{L}-])',
  // Behind who signed, at the end of a line: "Signed L. May  03.12". A measured value has no zero before it.
  `(?<=(?:[Ss]igned|[Dd]ate|[Bb]y|[Cc]ountersigned)(?!\\p{L})[^\\n]{0,40}[ \\t])(?<it>(?:0[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])\\.?)(?=[ \\t]*(?:\\n|$))`,
].map((pattern) => new RegExp(pattern, 'dgiu'));

/**
 * Finds days in short forms and in forms that no other day is written in: with the month in Roman digits or misspelt, with a
 * part that nobody knew, or told by a weekday or an hour beside a number alone.
 */
export function* findShortDays(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'date');
}
