import cues from './organisation-cues.json';
import { linesWithoutCapitals } from '../names/dictated-names';
import { matchesOf, type Identifier } from '../identifier';
import names from '../names/name-cues.json';
import { isClinicalWord, nameStrength } from '../names/name-lexicon';

const heads = cues.heads.replaceAll(' ', '|');
/** Words that do not tell which place it is. */
const generic = new Set([cues.generic, names.notNames, names.places, names.titles].join(' ').split(' '));
const firms = cues.firms.replaceAll(' ', '|');
const parts = cues.parts.replaceAll(' ', '|');
const sites = cues.sites.replaceAll(' ', '|');
/** A word of a name, as "Stoke", "St.", "Bede's", "Oja-Oba", "of". */
const word =
  "(?:(?:St|Ste|Sta|Sto|Mt|Ft)\\.|\\p{Lu}[\\p{L}]{0,40}(?:['’-]\\p{L}{1,30}){0,3}(?:['’](?= \\p{Lu}))?)";
const link = '(?:(?:of|and|&|at|the|on|in|de|del|do|von|der|für) ){0,2}';
const name = `${word}(?: ${link}${word}){0,5}`;

// A name that ends in what it is: "Beacon Lane Surgery"; with the place behind: "University Hospital of Wales".
const byHead = new RegExp(
  `(?<![\\p{L}\\d])(?<it>(?:The )?(?:${word} ${link}){1,6}?(?:${heads})(?![\\p{L}])(?: (?:Care|Nursing|Residential|Rest|Medical|Health|Family|Shopping|Day|High))?(?: (?:(?:&|and) )?(?:Primary|Junior|Infant|Secondary|${heads})(?!\\p{L})){0,2}(?:(?: (?:of|in|at|for)|,) (?:the )?(?!(?:${parts})\\.? ?#?(?:[A-Z]|\\d))${word}(?: ${word}){0,2})?)`,
  'dgu',
);
// The same with its kind in lower case: "Boots pharmacy".
const byLowerHead = new RegExp(
  `(?<![\\p{L}\\d])(?<it>(?:${word} ){1,3}(?:${sites}|market|plant|mill|(?:residential|nursing|care|rest|retirement|children['’]s) home)(?!\\p{L})(?: in ${word})?)`,
  'dgu',
);
// What it is comes first: "Hospital del Mar", "Klinikum Rosenheim", "College of Saint Hild".
const headFirst = new RegExp(
  `(?<![\\p{L}\\d])(?<it>(?:${cues.headsFirst.replaceAll(' ', '|')}) (?:(?:of|de|del|di|da|do|la|le|du|des|ng|na|an|y|St\\.?) ){0,2}${word}(?: ${word}){0,3})`,
  'dgu',
);
const firm = new RegExp(`(?<![\\p{L}\\d])(?<it>${name}(?:,? | & )(?:${firms})(?![\\p{L}]))`, 'dgu');
// The same in capitals alone: "EASTERN SHORE IMAGING".
const inCapitals = new RegExp(
  `(?<![\\p{L}\\d])(?<it>(?:\\p{Lu}[\\p{Lu}.'’-]{1,30} ){1,5}?(?:${cues.heads.toUpperCase().replaceAll(' ', '|')})(?!\\p{L})(?: (?:& )?(?:CENTRE|CENTER|HOSPITAL|CLINIC|GROUP|TRUST|HOME|SCHOOL|CARE|PRACTICE|DENTAL|STATION|POST|SERVICE|SERVICES|DEPARTMENT|UNIT))?)`,
  'dgu',
);
// Where somebody serves: "3rd Battalion, 7th Marines".
const units = new RegExp(
  `(?<![\\p{L}\\d])(?<it>\\d{1,3}(?:st|nd|rd|th) (?:${word} )?(?:${cues.units.replaceAll(' ', '|')})(?:,? \\d{1,3}(?:st|nd|rd|th) (?:${word} )?(?:${cues.units.replaceAll(' ', '|')}))?)(?!\\p{L})`,
  'dgu',
);
// Regiments of the British Army and battalions of Marines by their numbers.
const regiments =
  /(?<![\p{L}\d/.])(?<it>\d{1,2}(?:\/\d{1,2})? (?:RIFLES|YORKS|SCOTS|PARA|PWRR|RGR|LANCS|MERCIAN|WELSH|FUSILIERS|Marines|MARINES))(?!\p{L})/dgu;
// By its saint: "St. Vincent's Private".
const bySaint =
  /(?<![\p{L}\d])(?<it>(?:St|Sta|Saint)\.? \p{Lu}\p{L}{1,30}(?:['’]s(?: \p{Lu}\p{L}{1,30}){0,2}|s(?!\p{L})))/dgu;
// "All Saints Berlin", "Our Lady of Lourdes": a church or its school by whom it is named after.
const byPatron =
  /(?<![\p{L}\d])(?<it>(?:All (?:Saints|Souls|Hallows)|Our Lady(?: of(?: the)? \p{Lu}\p{L}{1,30}| \p{Lu}\p{L}{1,30})|(?:Holy|Sacred|Christ) (?:Trinity|Cross|Family|Heart|Spirit|Rosary|Redeemer|Church|the King))(?:,? (?!\d|Day|Eve)\p{Lu}\p{L}{2,30}){0,2})(?!,? \d)(?! Day)/dgu;
const compound =
  /(?<![\p{L}\d])(?<it>(?:(?:St|Sankt|Sta|San)\.? )?\p{Lu}[\p{L}.]{1,40}-(?:Hospital|Klinik|Krankenhaus|Klinikum|Schule|Heim|Stift|Werke?)(?!\p{L}))/dgu;

// "The" with a capital in the middle of a sentence belongs to a name: "at The Limes".
const withArticle = new RegExp(`(?<=[\\p{Ll},;] )The (?<it>${word}(?: ${word}){0,2})`, 'dgu');
// Two words at least with capitals in the middle of a sentence are a name, whatever stands before them; days and words for
// who somebody is are none of it.
const apart = [
  names.titles,
  names.roles,
  names.relatives,
  'monday tuesday wednesday thursday friday saturday sunday',
]
  .join(' ')
  .replace(/(?<=^| )\p{Ll}/gu, (first) => first.toUpperCase())
  .concat(' ', `${names.roles} ${names.credentials} ${names.staff}`.toUpperCase())
  .concat(' Sr Doc Staff Teacher Clinical Supervisor Pastor CHARGE')
  .replaceAll('.', '')
  .replaceAll(' ', '|');
const insideWord = `(?!(?:${apart})(?!\\p{L}))${word}`;
const inside = new RegExp(
  `(?<=(?<!\\p{L})\\p{Ll}[\\p{Ll}'’-]*,? (?:the )?)(?<it>${insideWord}(?: ${insideWord}){1,4})(?! (?:${names.eponymHeads.replaceAll(' ', '|')})(?!\\p{L}))`,
  'dgu',
);
// In the middle of a sentence what has a capital behind a word for a place, and is no word of medicine, is a place.
const placed = [
  `(?<!\\b(?:due|according|thanks|similar|related|compared|equal|next|prior|known|refer|referred|up|similar|response|allergic|allergy|exposed|exposure|sensitive|sensitivity|resistant|resistance|attributed|secondary|conversion|titrated|switched|changed|than|drop|fell|rose|range|ranged|score|scored|set|pain|opposed|and|or)) (?:from|at|near|via|outside) (?:the )?(?<it>${word}(?: ${word}){0,3})(?! (?:${names.eponymHeads.replaceAll(' ', '|')})(?!\\p{L}))`,
  // Two words at least behind what is said of people and diseases too.
  `(?<!\\b(?:due|according|thanks|similar|related|compared|response|allergic|secondary|attributed|refer|referred)) (?:by|to|into) (?:the )?(?<it>(?!Dr|Mr|Ms|Prof|Miss|Sister|Nurse)${word}(?: ${word}){1,3})(?! (?:${names.eponymHeads.replaceAll(' ', '|')})(?!\\p{L}))`,
  `(?<!\\p{L})(?:AT|FROM) (?<it>\\p{Lu}{3,20}(?: \\p{Lu}{3,20}){1,2})(?![\\p{L}\\d])`,
].map((pattern) => new RegExp(pattern, 'dgu'));

// Behind a word for working, learning, praying or being treated there. A capital is asked for.
const cued = [
  `(?<![\\p{L}])(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|[Tt]aught|[Tt]eaches|[Ss]tudie[sd]|[Ss]tudent|[Cc]leans?|[Dd]rives?|[Ss]erve[sd]|[Vv]olunteers?|[Pp]lays|[Ss]ings|[Ww]orships?|[Rr]egistered|[Tt]reated|[Aa]dmitted|[Tt]ransferred|[Oo]perated|[Dd]elivered|[Bb]orn|[Rr]an|[Rr]uns?|[Rr]etired|[Tt]rader|[Jj]ob|[Ss]hifts?|[Ff]ollowed|[Bb]loods|[Ss]end|[Rr]efer(?:red)?|[Ss]tarted|[Ss]taying|[Aa]ttends?|[Mm]anager|[Nn]urse|[Tt]eacher|[Ee]ngineer|[Ff]it note|[Dd]eputy|[Cc]hoir|[Ss]een)(?: \\p{Ll}+){0,4}? (?:at|for|employed by|from|with|to|of|in) (?:the |our |an? )?(?<it>(?:\\d{1,3}(?:st|nd|rd|th) |)${name})`,
  `(?<![\\p{L}])(?:is|was|now|back|went|fell|stays?|stayed|slipped|fainted|collapsed) (?:in|at|to) (?:the )?(?<it>${name})`,
  // "a welder with Harland & Wolff"
  `(?<![\\p{L}])[Aa]n? (?:\\p{Ll}+ ){1,3}(?:at|with|for) (?:the )?(?<it>${name})`,
  `(?<![\\p{L}])(?:[Aa]ttends|[Gg]oes to|[Mm]issed|[Jj]oined|[Ll]eft) (?<it>(?:the )?${name})`,
  // The field of a form or of a letter's head.
  `(?:^|[\\n|;,.] ?)(?:Current |Previous )?(?:${cues.labels.replaceAll(' ', '|')}|Place of work|Care home)["']?[ \\t]*[:=] ?["']?(?<it>[^\\n|;"{}]{2,60}?)(?=[.,]? *(?:\\n|$|\\||;|"|\\. ))`,
  `(?<![\\p{L}])(?:Job|Occupation|Works as)["']?[ \\t]*[:=]? ?[^\\n|;"{}]{2,30}, (?:at )?(?<it>${name}(?: (?:on|in|at) ${name})?)`,
  // "Works nights Oxford Berry Co.", "Works Pak n Save"
  `(?<![\\p{L}])[Ww]orks (?:nights |days |part-time |full-time )?(?<it>${word}(?: (?:['’]?n['’]?|&|and|of) ${word})?(?: ${word}){0,3})(?=[.,;)\\n]|$)`,
  `(?<=@ |[Ee]mployer,? |[Ww]ork for\\? (?:\\p{L}+: )?)(?<it>${name})`,
  `(?:[Ww]ard|[Uu]nit|[Pp]harmacy|[Ee]mployer|[Ss]urgery|[Ss]chool) (?:is )?(?<it>${word} ${word}(?: ${word})?)`,
].map((pattern) => new RegExp(pattern, 'dgu'));

// Letters that a hospital or a firm goes by, behind what is done there: "transferred to RVI", "works for MTR".
const byLetters =
  /(?<!\p{L})(?:(?:[Ss]een|[Bb]ooked|[Aa]dmitted|[Aa]dmission|[Tt]ransferr?(?:ed)?|[Tt]aken|[Bb]orn|[Dd]elivered|[Tt]reated|[Ff]ollowed|[Rr]eferred|[Ss]can|[Dd]one|[Cc]onveyed|[Dd]ischarged|[Cc]linic|[Tt]esting|[Ss]urgery|[Ii]njuries|[Ff]\/u)(?: \p{Ll}+){0,2}? (?:at|to|from) |[Ww]ork(?:s|ed|ing)?(?: \p{Ll}+){0,2}? (?:at|for) |(?:^|[.\n] ?)To (?=\p{Lu}{3,5} (?:resus|ED|A&E|ward)))(?:the )?(?<it>\p{Lu}{3,5})(?![\p{L}\d]|[-/]\p{L})/dgu;
const unitLetters = new Set(cues.unitLetters.split(' '));

// As it is dictated: up to a word that goes on with the sentence.
const stop =
  'in|and|of|with|but|because|so|when|where|since|last|about|for|on|from|to|at|by|after|before|until|near|as|now|he|she|i|we|they|it|is|was|out|during|full|part|nights|days|who|that|this|said|says|today|every|again|then';
const dictatedWord = `(?:(?!(?:${stop})(?!\\p{L}))\\p{Ll}[\\p{L}'’]{0,30})`;
const dictated = [
  `(?<![\\p{L}])(?:work(?:s|ed|ing)?|employed|job|shifts?|clean(?:s|ed)?|drive[sr]?|cook|cashier|clerk|nurse|teacher|manager|retired|dispatcher|volunteers?|student|studies|comes|registered|transferred|admitted|run|fainted|fell|bouncer|shop|flew|flies|plays|played|lorry)(?: \\p{Ll}+)? (?:at|for|by|from|with) (?:(?:the|our) )?(?<it>(?!(?:an?|my|his|her|their|home|night|work|school|least|first|one|all|some|any|this|that|it|me|you|him|them|us|bed|${cues.generic.replaceAll(' ', '|')})(?!\\p{L}))${dictatedWord}(?: ${dictatedWord}){0,2}(?: of ${dictatedWord})?)`,
  `(?<![\\p{L}])(?:at|from|to|with|for|in|is|near|by|via|run|ring|rang|called|join|attends?|attended|attending) (?:the )?(?<it>(?:${dictatedWord} ){1,3}?(?:${cues.sites.replaceAll(' ', '|')}|primary|juniors|infants|high school|grammar|market|docks|plant|medical|dental|depot|health cent(?:re|er)|medical cent(?:re|er)|garden cent(?:re|er)|children['’]?s cent(?:re|er)|leisure cent(?:re|er)|care home|nursing home|residential home|internal medicine|family medicine|paediatrics|pediatrics|family practice|infirmary|memorial|roofing|plumbing|landscaping|trucking|haulage|logistics|construction)(?: practice| cent(?:re|er)| group)?(?!\\p{L}))`,
  `(?<![\\p{L}])(?:at|from|to|in|for) (?<it>(?:saint|st) ${dictatedWord}(?: ${dictatedWord})?)`,
  // A hospital by its place and its kind, a school by its town: "from bradford royal", "at jefferson high".
  `(?<![\\p{L}])(?:at|from|to) (?<it>${dictatedWord} (?:royal|general|memorial|east|west|north|south|high|elementary|infirmary|methodist|baptist|presbyterian|mercy))(?!\\p{L}|['’]| (?:risk|dose|blood|pressure|school|grade|end|side|wing|anaesthetic|anesthetic|anesthesia|practice|surgery|practitioner))`,
  `(?<![\\p{L}])born (?:\\p{Ll}+ ){0,6}?at (?<it>(?!(?:an?|the|home|term|night|full|birth|${cues.generic.replaceAll(' ', '|')})(?!\\p{L}))${dictatedWord}(?: ${dictatedWord})?)`,
  `(?<![\\p{L}])(?:for|with|at|by|from) (?<it>${dictatedWord} and (?:sons?|daughters?|co|brothers|partners))(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, 'dgu'));

/** In small letters inside of a line that has capitals: "the lady at orrs pharmacy". */
const smallName = new RegExp(
  `(?<!\\p{L})(?:at|from|to|by|via|ring|rang|called|with) (?:the )?(?<it>\\p{Ll}[\\p{L}'’]{2,20} (?:${sites}))(?!\\p{L})`,
  'dgu',
);

/** True for a name that tells which place it is, and does not say its kind only, as "the Fracture Clinic" does. */
export function tellsPlace(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const kinds = new RegExp(`^(?:${heads}|${sites})$`, 'iu');
  if (/^(?:st|saint) /i.test(text)) return true;
  // "in ED", "to RCA"
  if (/^\p{Lu}{2,4}$/u.test(text)) return false;
  return words.some((one, at) => {
    const plain = one.toLowerCase().replace(/['’]s$/, '');
    return (
      plain.length > 1 &&
      !(at === words.length - 1 && kinds.test(plain)) &&
      !generic.has(plain) &&
      !isClinicalWord(plain)
    );
  });
}

/**
 * Finds what tells where somebody works, learns, lives or is treated: firms, schools, homes, practices, hospitals, places of
 * worship. Words for a kind of place ("the eye clinic") are none.
 */
export function* findOrganisations(text: string): Generator<Identifier> {
  for (const pattern of [
    firm,
    compound,
    byHead,
    byLowerHead,
    headFirst,
    inCapitals,
    units,
    regiments,
    bySaint,
    byPatron,
    withArticle,
    inside,
    ...placed,
    ...cued,
  ])
    yield* telling(text, pattern);
  for (const one of matchesOf(text, byLetters, 'organisation')) {
    const letters = text.slice(one.start, one.end);
    if (nameStrength(letters) === 'unknown' && !unitLetters.has(letters.toLowerCase())) yield one;
  }
  for (const one of matchesOf(text, smallName, 'organisation')) {
    const [first = ''] = text.slice(one.start, one.end).split(' ');
    if (/^(?:name|unknown)$/.test(nameStrength(first)) && !isClinicalWord(first)) yield one;
  }
  for (const { start, end } of linesWithoutCapitals(text)) {
    for (const pattern of dictated) {
      for (const one of telling(text.slice(start, end), pattern)) {
        yield { ...one, start: start + one.start, end: start + one.end };
      }
    }
  }
}

function* telling(text: string, pattern: RegExp): Generator<Identifier> {
  for (const one of matchesOf(text, pattern, 'organisation')) {
    const written = text.slice(one.start, one.end);
    // "She Attends", "At Home Clinic": the words of the sentence before are no part of it.
    const opening =
      /^(?:(?:The|A|An|At|In|To|From|For|By|Her|His|Our|My|Your|Their|New|Last|This|That|When|While|After|Before|Since|See|Seen|Refer|Referred|Discharged?|Admitted|Transferred|Attends?|Called?|Went|Please|Spoke|With|And|Or|Next|Visit|Follow-up|Review) )+/u.exec(
        written,
      );
    const start = one.start + (opening?.[0].length ?? 0);
    // A person with a title is found as one.
    const isPerson = /^(?:Dr|Drs|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Nurse|Father|Fr)\.? /u.test(
      text.slice(start, one.end),
    );
    if (start < one.end && !isPerson && tellsPlace(text.slice(start, one.end))) yield { ...one, start };
  }
}
