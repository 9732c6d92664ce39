import { states } from './address-words';
import { matchesOf, type Identifier } from '../identifier';
import { tellsPlace } from './organisations';

/** A town behind a word for living, coming or going. */
const lived =
  /\b(?:[Ll]iv(?:es?|ing|ed)|[Rr]esid(?:es?|ing|ent)|[Bb]orn|[Rr]aised|[Ww]ork(?:s|ing|ed)?|[Mm]ov(?:ed|ing)|[Bb]ased|[Rr]elocated|[Tt]ravell?ed|[Rr]eturned|[Cc]ame|[Hh]ails?|[Ss]taying|[Gg]r[eo]w(?:s|ing|n)? up|[Nn]ative|[Cc]ommut(?:es|ing|ed)|[Dd]r(?:ives?|ove|iving)|[Ff]l(?:ies|ew|ying)|[Tt]rip|[Hh]oliday|[Vv]acation|[Rr]etired|[Tt]ransferred|[Ff]arm|[Ss]chool|[Cc]hurch|[Pp]harmacy|[Cc]linic|[Hh]ome|[Hh]ouse|[Tt]own|[Vv]illage|[Cc]ity)(?: [a-z]+){0,3}? (?:in|at|from|to|near|outside|of) (?<it>(?:the )?\p{Lu}[\p{L}'’-]{1,40}(?:,? \p{Lu}[\p{L}'’-]{1,40}){0,3})/dgu;

const patterns = [
  // A town with its state, behind a word for being there. Letters that stand for something clinical as well are none.
  new RegExp(
    `\\b(?:in|from|to|at|near|of|outside) (?<it>\\p{Lu}[\\p{L}.'’-]{1,40}(?: \\p{Lu}[\\p{L}.'’-]{1,40}){0,2}, (?!CT|MI|MS|PE)${states})\\b`,
    'dgu',
  ),
  // "Quezon City"
  /(?<![\p{L}\d])(?!(?:Inner|Old|The|Our|This|Capital|Big|Next) )(?:\p{Lu}\p{Ll}+ ){1,2}City(?! \p{Lu}|\p{L})/gu,
  // A county, a district, a village by the word for it: "Co. Cork", "Chak 204 RB", "Tehsil Jaranwala".
  /(?<![\p{L}\d])(?:Co\.|County|Chak|Vill(?:age)?\.|Tehsil|Taluka?|Dist\.|Brgy\.?|Barangay|Purok|Sitio|Kampung|Kg\.|Taman|Mohalla|Woreda|Kebele|Lorong|Jalan|P\.O\.|P\.S\.) ?(?!Box)(?:\p{Lu}|\d{1,4} ?\p{Lu})[\p{L}'’-]{0,30}(?: \p{Lu}[\p{L}'’-]{1,30})?/gu,
  /(?<![\p{L}\d])(?:T\/A \p{Lu}\p{L}{1,30}|(?:\p{Lu}\p{L}{2,30} ){1,2}(?:village|township|settlement|hamlet|refugee camp|estate))(?!\p{L})/gu,
  // A town in two words of a list, by what makes it one: "Nanjangud Taluk", "Rivers State".
  /(?<![\p{L}\d])\p{Lu}[\p{L}'’-]{1,30} (?:Taluka?|Tehsil|Dist(?:rict)?\.?(?=[ ,;\n]|$)|Prefecture|Governorate|Emirate|Shire|Borough|State(?=[.,;\n]|$)|County|Province|Parish(?=[.,;\n]|$))(?! (?:General|Hospital|Council|Nurse|Court|Police|Health))/gu,
];

/** Finds towns and counties: where somebody lives or comes from, and what says that it is one. */
export function* findTowns(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'address');
  for (const one of matchesOf(text, lived, 'address')) {
    // "home from Theatre"
    if (tellsPlace(text.slice(one.start, one.end))) yield one;
  }
}
