import { matchesOf, type Identifier } from '../identifier';
import { spokenHighAge } from '../spoken';
import { cellsUnder } from '../fields/table-columns';

/** Ninety to a hundred and nineteen: so few are as old that the age tells who it is (45 CFR 164.514(b)(2)(i)(C)). */
const high = '(?:9\\d|1[01]\\d)';
const any = `(?:${high}|${spokenHighAge}(?! point| and a half| percent))`;
/** No measurement: "she is 94 kg", "is 96%", "94/60". */
const bare =
  '(?![\\p{L}\\d%]|[./:-]\\d| ?(?:%|kg|kgs|lbs?|cm|bpm|mm|mg|mmol|beats|percent|per cent|degrees|over|on (?:room|air|\\d+ ?l(?![a-z]))|kilos?|pounds|stone|systolic|diastolic|milli|micro|times|minutes|mins|hours|days|weeks|months|metres|units|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?!\\p{L})))';
const person =
  '(?:he|she|they|i|you|patient|pt|mum|mom|mam|mummy|mother|dad|daddy|father|gran|granny|nan|nana|nanna|grandma|grandpa|grandad|granddad|husband|wife|hubby|aunt|auntie|uncle|sister|brother|neighbour|neighbor|lady|gentleman|man|woman|resident|client)';
const nearly = '(?: (?:now|nearly|almost|just|only|about|already|over|turned|turning|a|an|both|all of))*';

const patterns = [
  `(?<![\\p{L}\\d./-])(?<it>${any})[- ]?(?:years?|yrs?|y)[-. ]?(?:old|o\\b|of age)`,
  `(?<![\\p{L}\\d./-])(?<it>${high})[- ]?(?:years?|yrs?)(?!\\p{L}| (?:ago|later|of|follow|after|before|since|per|risk|on))`,
  `(?<![\\p{L}\\d./-])(?<it>${high}) ?(?:y/?o|yo[mf]?|y|yrs?|jährige[rns]?|Jahre|ans|años|anni|lat)(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d./-])(?<it>${high})[ /-]?(?:[MF]|male|female|man|woman|lady|gentleman|year)(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d])[MF][ /-]?(?<it>${high})${bare}`,
  // Behind a word for an age; a form may say in what it is counted: "Age (yrs): 94".
  `(?<![\\p{L}\\d])(?:age[ds]?|aet(?:at)?\\.?|turn(?:s|ed|ing)?|birthday|alter|edad|âge|età|leeftijd|wiek)(?:/sex|/gender|_?(?:in_)?years)?(?: ?\\((?:years|yrs|y)\\))?(?: (?:of|is|was))?["']?[:,=|\\t ]{1,5}["']?(?<it>${any})${bare}`,
  `(?<![\\p{L}\\d])(?:d\\.|died(?: (?:aged|at))?|dec(?:eased)?\\.?(?: at)?|lived to|reached|made it to|until she was|until he was|see out) (?:be )?(?<it>${any})${bare}`,
  `(?<![\\p{L}\\d])${person}(?:['’]?s|['’]m|['’]re| is| am| are| was|['’]ll be| will be| would be)${nearly} (?<it>${any})${bare}`,
  `(?<![\\p{L}\\d])(?:will be|i'll be|both|mum|mom|dad|gran|nan|grandma|grandpa|granny|patient|pt|resident|wife|husband|mother|father|man|woman|lady|gentleman|sister|brother|aunt|uncle)(?: \\p{L}+)?(?: of|,)? \\(?(?<it>${any})${bare}(?=[ ,.:;)!?\\n]|$)`,
  `(?<![\\p{L}\\d])(?:spry|sprightly|frail|grand old|remarkable|lively|now|nearly|almost) (?<it>${any})${bare}(?=[ ,.:;)!?\\n]|$)(?! (?:and|to) )`,
  // An answer to how old somebody is.
  `(?<![\\p{L}\\d])old (?:are|is|was|will)(?! the)[^\\d]{0,45}?(?<![\\p{L}-])(?<it>${any})${bare}(?=[ ,.:;)!?\\n]|$)`,
  `(?<![\\p{L}\\d])at (?<it>${any}),? (?:he|she|they|i)(?!\\p{L})`,
  `(?<![\\p{L}\\d])(?<it>${high})(?:th|st|nd|rd) (?:birthday|year of life)`,
  `(?<![\\p{L}\\d])(?<it>(?:ninet(?:y-|y )?(?:ieth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|hundredth)) birthday`,
  `(?<![\\p{L}\\d])in(?:to)? (?:his|her|their|my|your) (?:(?:early|mid|late)[ -])?(?<it>nineties|90['’]?s|hundreds|100['’]?s)`,
  `(?<![\\p{L}\\d])(?<it>(?:super)?centenarian|nonagenarian)s?(?!\\p{L})`,
  `(?<![\\p{L}\\d])(?<it>ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?= (?:now|last (?:week|month|year|birthday)|next (?:week|month|year|birthday)|well done|years? young|(?:this|in) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)))`,
  // Before the number or the day of birth of a list of patients: "m 92 dob …", and between two commas: "his mother as well, 94, in …".
  `(?<![\\p{L}\\d./-])(?<it>${high})(?=,? (?:nhs|dob|d\\.o\\.b|mrn|nhi|chi)(?!\\p{L}))`,
  `(?<=\\p{Ll}, )(?<it>${high})(?=, (?:in|lives?|living|who|at|with|from|widow(?:ed|er)?|still|also|frail|resident)(?!\\p{L}))`,
  // "my sister's 90th", no centile.
  `(?<=(?:\\p{L}['’]s|s['’]|(?<!\\p{L})(?:his|her|my|our|their|your)) )(?<it>${high}(?:th|st|nd|rd)|ninetieth|hundredth)(?! (?:per)?centile| day)(?![\\p{L}\\d])`,
  // The entry of a record that another one calls an age: {"url":"age","valueInteger":91}.
  `"(?:[\\p{L}_/:.-]{0,60}[_/-])?age"[^{}\\n]{0,40}?:\\s*"?(?<it>${high})(?!\\d|\\.\\d)`,
].map((pattern) => new RegExp(pattern, 'dgiu'));

/** Another number that an age may be: "93 or even 94". */
const orAnother = new RegExp(
  `^(?:,? or|,? and| to|,? maybe|,? perhaps| ?[-–/?]+) ?(?:even |maybe |perhaps |possibly |rather |now )?(?<it>${any})${bare}`,
  'diu',
);

const lone = new RegExp(`^${high}$`);
const numberBehindName = new RegExp(
  `^["”)]{0,2}(?:,? \\(?|\\||,? (?:is|was|turned|turns)(?: now| nearly)? )(?<it>${high})${bare}(?=[ ,.:;)|+\n]|$)`,
  'diu',
);

/** Finds ages over 89, by the words around them and in columns of ages. */
export function* findAges(text: string): Generator<Identifier> {
  for (const pattern of patterns) {
    for (const one of matchesOf(text, pattern, 'age')) {
      yield one;
      const span = orAnother.exec(text.slice(one.end, one.end + 40))?.indices?.groups?.['it'];
      if (span) yield { kind: 'age', start: one.end + span[0], end: one.end + span[1] };
    }
  }
  for (const { start, end } of cellsUnder(text, /^age$/i)) {
    if (lone.test(text.slice(start, end))) yield { kind: 'age', start, end };
  }
}

/** Finds ages over 89 right behind a name: "Mr Roe, 97". */
export function* findAgesBehindNames(text: string, names: readonly Identifier[]): Generator<Identifier> {
  for (const { end } of names) {
    const span = numberBehindName.exec(text.slice(end, end + 12))?.indices?.groups?.['it'];
    if (span) yield { kind: 'age', start: end + span[0], end: end + span[1] };
  }
}
