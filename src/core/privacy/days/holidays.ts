import { matchesOf, type Identifier } from '../identifier';

/** Feasts of several countries and faiths; the words that follow make a day of one that is a season too. */
const feasts =
  "Christmas|New Year(?:['’]?s)?|(?:Lunar|Chinese) New Year|Easter|Thanksgiving|Halloween|Juneteenth|Eid(?: al-(?:Fitr|Adha))?|Diwali|Deepavali|" +
  'Holi|Onam|Pongal|Dussehra|Navratri|Hari Raya(?: (?:Puasa|Haji))?|Vesak|Thaipusam|Passover|Rosh Hashanah|Yom Kippur|Hanukkah|Purim|' +
  'Ashura|Mawlid|Pentecost|Ascension|Epiphany|Midsummer|Matariki|Nowruz|Songkran';
const days =
  "Boxing|Republic|Independence|Canada|Victoria|Anzac|Australia|Waitangi|Heritage|Freedom|Youth|Women['’]s|Mandela|Madaraka|Jamhuri|Mashujaa|" +
  "Democracy|Workers['’]?|May|Labou?r|Memorial|Remembrance|Armistice|Veterans['’]?|Presidents['’]?|Columbus|Bastille|National|Constitution|" +
  "Mother['’]?s['’]?|Father['’]?s['’]?|Valentine(?:['’]?s)?|Pancake|St\\.? (?:Patrick|George|David|Andrew|Stephen|John)(?:['’]?s)?|All (?:Saints|Souls)['’]?|" +
  "King['’]?s|Queen['’]?s|Reconciliation|Unity|Liberation|Martyrs['’]?|Teachers['’]?|Children['’]?s";
const year = '(?:,? (?:19|20)\\d{2}(?!\\d))?';

const patterns = [
  `(?<!\\p{L})(?:${feasts})(?: Eve| Day| Sunday| Monday)${year}(?!\\p{L})`,
  `(?<!\\p{L})(?:${days}) Day${year}(?!\\p{L}| (?:Surgery|Unit|Case|Centre|Center|Hospital|Ward|Nursery|School))`,
  `(?<!\\p{L})(?:${feasts}),? (?:19|20)\\d{2}(?!\\d)`,
  '(?<!\\p{L})(?:Good Friday|Ash Wednesday|Palm Sunday|Shrove Tuesday|Maundy Thursday|Mothering Sunday|Bonfire Night|Burns Night)' +
    year +
    '(?!\\p{L})',
  // Behind these a feast is a day of the year that the text is about. "At Christmas" may be any year's.
  '(?<!\\p{L})(?:since|before|after|until|till) (?<it>Thanksgiving|Halloween|Juneteenth|Diwali|Deepavali|Holi|Eid|Passover|Songkran|Hanukkah|Purim)(?!\\p{L})',
].map((pattern) => new RegExp(pattern, 'dgiu'));

/** Finds days that are named by what is celebrated; which day that is only a calendar tells, so none is written instead. */
export function* findHolidays(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'date');
}
