import { matchesOf, type Identifier } from '../identifier';

/** Whoever typed it, by initials or as the system knows them: "typed by kl", "Entered by hbrown2". */
const typist =
  /(?<!\p{L})(?:typed|entered|transcribed|dictated|scanned|logged|cosigned)(?:(?: on| at)? \d[^\n;]{0,25}?)? by:? (?<it>(?!(?:the|her|his|him|me|us|our|hand|an?|gp|pcp|rn|md|np|pa|mri|ct)(?!\p{L}))[\p{L}]{2,3}\d{0,3}|\p{L}+\d{1,4})(?![\p{L}\d])/dgiu;
/** Whoever took the minutes or signed, by initials at the end of a line. */
const initialsOfWriter =
  /(?<!\p{L})(?:[Mm]inutes|[Ss]igned(?: by)?|[Ii]nitials|[Ss]cribe|[Ss]ig|[Ww]itness(?:ed)?(?: by)?|[Cc]hecked by|[Gg]iven by|[Cc]ount correct|[Cc]ounted by|[Ss]een by|[Rr]eviewed by|[Dd]\/w)[:,]? (?<it>\p{Lu}{2,3}(?:\/\p{Lu}{2,3})?)(?=[.)\s]*(?:$|\n))/dgu;
/** The initials of who spoke and who typed, on a line of their own: "RS/kmb". */
const reference = /(?:^|\n)[ \t]*(?<it>\p{Lu}{2,3}[/:]\p{L}{2,4}\d?)[ \t]*(?=\n|$)/dgu;
/** What somebody is called, in quotes, inside of a name: 'Cornelius "Bud" Ostrander'. */
const called =
  /(?<=\p{Lu}\p{Ll}{1,30} )["“‘'](?<it>\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?)["”’'](?= \p{Lu}\p{Ll}|[ ,)])/dgu;
/** The initials of who wrote it, as its last word; abbreviations of medicine and orders are none. */
const initialsAtEnd =
  /(?<=[.!?] |\n)(?<it>(?!(?:BD|OD|TDS|QDS|PRN|PO|IV|IM|SC|SOS|NAD|DNR|TTO|FU|TCI|RTC|ED|GP|HB|BP|NKA|NOF|UTI|MDT|OP|ECG|CT|MRI|CXR|US)\b)\p{Lu}{2,3})(?=\s*$)/dgu;
/** "K. is a 34-year-old …" */
const initialOfPerson = /(?<![\p{L}.'’-])(?<it>\p{Lu})\.? is an? \d{1,3}[- ]?y/dgu;
/** A first name alone on the last line, or on the last but one before a title: who wrote it. */
const aloneAtEnd =
  /(?<=[.!?,)]\s*\n\s*)(?<it>(?!(?:Plan|Impression|Assessment|Thanks|Cheers|Regards|Signed|Yes|No|None|Nil|End|Continued|Copy|Encl|Enc|Over|Page)(?!\p{L}))\p{Lu}\p{Ll}{1,14})(?=\s*$|[ \t]*\n(?:Dr|Prof|Mr|Mrs|Ms|Miss|Sister|Nurse)\.? \p{Lu}[^\n]*\s*$)/dgu;
/** Who wrote a message, as its last word behind thanks: "ta jo". */
const behindThanks =
  /(?<!\p{L})(?:ta|thx|tks|tnx|thanks|cheers|ty|rgds|regards|love|luv)[,.!]? (?<it>(?!(?:you|all|so|in|for|again|very|much|both|everyone|team|dr|doc|doctor|x+|lots|loads|too|now|mate|guys)(?!\p{L}))\p{L}{2,15})[ x.]*$/dgiu;
/** Three letters behind the last sentence that are no word, since they hold no vowel. */
const thinLettersAtEnd =
  /(?<=[.!?)] |\n)(?<it>(?!prn|tds|qds|bds|thx|pls|mls|kgs|yrs|hrs|wks|nbm|ggt|hrt|mmr|ptt)[b-df-hj-np-tv-xz]{3})(?=\s*$)/dgu;
/** Initials behind a stroke, or a pair of them, as the last words: "/RM", "T: 13/02/26 lc/mm". */
const strokeAtEnd =
  /(?:(?<=[.)] ?)\/ ?(?=\p{Lu})|(?<=[\d.] )(?=\p{Ll}{2,3}\/))(?<it>\p{Lu}{2,3}|\p{Ll}{2,3}\/\p{Ll}{2,3})(?=[.)]?\s*$)/dgu;
/** What somebody goes by, in quotes. */
const nicknamed =
  /(?:called|named|known as|goes by|nick-?name[d]?|aka|alias|street name|[Hh]e['’]?s|[Ss]he['’]?s|[Hh]e is|[Ss]he is|friend|tattoo(?: of)?|name|happy with|likes|prefers|preferred|answers to|responds to|signs as) ["“‘'](?<it>\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?)["”’']/dgu;

/** A first name that is cut short, before the next: "Ma. Teresa Ocampo", "Wm. Roe". */
const shortened = /(?<![\p{L}\d.])(?<it>Ma|Mª|Wm|Jas|Geo|Thos|Chas|Robt|Jno)\. ?(?=\p{Lu}\p{Ll})/dgu;
/** "is it will or william": what somebody is asked to be called by. */
const askedFor =
  /(?<=\b(?:is it|was it|do you go by|called|prefer) )(?<it>\p{Ll}{3,20})(?= or \p{Ll}{3,20}(?:$|[\n?,.]))/dgu;

/** Whoever typed it, with no "by": "Transcribed kb." */
const typedWithoutBy =
  /(?<!\p{L})(?:[Tt]yped|[Tt]ranscribed|[Ss]cribed?|[Dd]ictated)[:/]? (?<it>(?!(?:by|on|in|at|to|as|and|not|but|the|for)\b)\p{L}{2,3})(?=[.,;)\n]|$)/dgu;
/** Whoever typed it, behind a stroke at the end of the line: "Transcribed 3 May 2026 /kb". */
const typedBehindStroke =
  /(?<!\p{L})(?:[Tt]yped|[Tt]ranscribed|[Dd]ictated)(?!\p{L})[^\n]{0,40}?[ /]\/?(?<=\/)(?<it>\p{L}{2,4})(?=[.)\s]*(?:$|\n))/dgu;
/** The letter of a form's field for it. */
const middleInitial = /(?<!\p{L})(?:M\.?I\.?|[Mm]iddle(?: [Ii]nitial)?): (?<it>\p{Lu})(?![\p{L}\d])/dgu;
/** Two small letters behind the last sentence, as who writes in small letters signs. */
const smallInitialsAtEnd =
  /(?<=[.!?] |\n)(?<it>(?!(?:ok|ta|ty|bd|od|po|im|iv|sc|pt|gp|am|pm|mg|ml|kg|cm|mm|yo|yr|no|so|it|on|in|or|us|me|he|do|go|up|we|to|nd|hr|rx|fu|ed|er)\b)\p{Ll}{2})(?=\s*$)/dgu;

/** Whoever did it, by letters that are no word: "phoned to ward 29 Apr by rgk". */
const doneByLetters =
  /(?<!\p{L})(?:[Pp]honed|[Cc]alled|[Rr]ung|[Rr]ang|[Gg]iven|[Tt]aken|[Ss]ent|[Cc]ollected|[Cc]hecked|[Dd]rawn|[Dd]one|[Nn]oted|[Ss]een|[Rr]ead back|[Ww]itnessed)(?!\p{L})[^.;\n]{0,50}? by (?<it>(?!gp|ct|np|dr|rn|pt|sw|hr|ngt|pcr|mw|dn|slt|sn|sr|ptt|ppm)[b-df-hj-np-tv-xz]{2,3})(?=[.,;)\n]|$)/dgu;
/** Whoever ticked an entry off, at the end of its line: "DONE nb". */
const doneBy =
  /(?<!\p{L})(?:DONE|[Dd]one|[Aa]ctioned|[Ss]orted)[ :,–-]{1,3}(?<it>(?!(?:it|so|ok|by|for|the|now|all|yet|too|and|up|off|out|am|pm|gp|mri|ct|ecg|us|well|asap|prn|bd|od|at|on|in)(?!\p{L}))\p{Ll}{2,3})(?=[.)]?[ \t]*(?:\n|$))/dgu;
/** Initials alone behind a dash, on a line of their own: "– T.N." */
const behindDash = /(?:^|\n)[> \t]*[–—-] ?(?<it>(?:\p{Lu}\. ?){1,3}|\p{Lu}{2,3})(?=[ \t]*(?:\n|$))/dgu;
/** The same behind the last sentence of an entry: "… feeds well. — JT" */
const entryBy =
  /(?<=[.!?)] ?[–—-] ?)(?<it>(?!(?:BD|OD|TDS|QDS|PRN|PO|IV|IM|SC|NAD|DNR|TTO|TCI|ED|GP)\b)\p{Lu}{2,3})(?=[ \t]*(?:[\r\n]|$))/dgu;
/** A letter alone behind the last sentence of a message. */
const letterAtEnd = /(?<=\p{Ll}[.!?] |\d[.!?] )(?<it>(?!I)\p{Lu})(?=[ \t]*(?:\n|$))/dgu;
/** Who spoke and who typed, in small letters on a line of their own: "sta/en". */
const smallReference = /(?:^|\n)[ \t]*(?<it>(?!and\/or)\p{Ll}{2,4}\/\p{Ll}{2,3})[ \t]*(?=\n|$)/dgu;
/** Initials of a double name: "H.-J. Stark"; a last name that is cut to its capitals: "J McR". */
const doubleInitials = /(?<![\p{L}.])(?<it>\p{Lu}\p{Ll}?\.-\p{Lu}\p{Ll}?\.)(?= ?\p{Lu})/dgu;
const cutName = /(?<![\p{L}.])(?<it>(?:\p{Lu}\.? )?(?:Mc|Mac|O['’])\p{Lu})(?![\p{L}'’])/dgu;
/** Whose hand it is, as forms of German ask for it: "Kürzel yil". */
const shortMark =
  /(?<!\p{L})(?:Kürzel|Kuerzel|Handzeichen|Diktatzeichen|[Ii]nitials|Initialen|Paraphe)[:/ ]{1,3}(?<it>\p{L}{2,4})(?=[.,;)/]|[ \t]*(?:\n|$|\|))/dgu;
/** Two cells with capitals before a whole day: of a row without a heading, the last and the first name and the day of birth. */
const cellsBeforeBirth =
  /(?<=^|\n|[,;|\t])(?<it>\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?[,;|\t]\p{Lu}[\p{L}'’. "-]{0,40})(?=[,;|\t]"?(?:(?:19|20)\d{2}-\d{2}-\d{2}|[\d?]{1,2}[./-][\d?]{1,2}[./-](?:19|20)\d{2}))/dgu;
/** The further first names of a record: "given":["Tuesday","Marie"]. */
const furtherGiven =
  /(?<="given"[ \t]*:[ \t]*\[(?:[ \t\n]*"[^"\n]{1,60}"[ \t]*,){0,4}[ \t\n]*")(?<it>[^"\n]{1,60})(?=")/dgu;

const patterns = [
  doneByLetters,
  doneBy,
  behindDash,
  entryBy,
  letterAtEnd,
  smallReference,
  doubleInitials,
  cutName,
  shortMark,
  cellsBeforeBirth,
  furtherGiven,
  typedWithoutBy,
  typedBehindStroke,
  aloneAtEnd,
  behindThanks,
  thinLettersAtEnd,
  strokeAtEnd,
  middleInitial,
  smallInitialsAtEnd,
  shortened,
  askedFor,
  typist,
  initialsOfWriter,
  initialsAtEnd,
  initialOfPerson,
  reference,
  called,
  nicknamed,
];

/** Finds people by initials, by what a system calls them and by what they go by: "typed by kl", "RS/kmb", 'He is "Razor"'. */
export function* findSigns(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'name');
}
