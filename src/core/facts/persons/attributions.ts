import type { Span } from '../../text/span';
import { tokens } from '../../text/tokens';
import { relativesIn } from './persons';
import people from '../terms/people.json';

/** Who is said to tell something in a note. The span is that of the words that say so. */
export interface Attribution extends Span {
  /** `patient`, or a relative by one name ("mother" for "mum"). */
  teller: string;
  /** An opinion ("believes"), where another's word for it is another's opinion. */
  believed: boolean;
  /** Stands behind what is told ("…, per wife"). */
  behind: boolean;
}

const who = `(?<who>patient|pt|${Object.values(people.relatives).flat().join('|')})`;
const owner = String.raw`(?:(?:the|this|his|her|their|(?:the )?patient['’]s|pt['’]s)\s+)?`;
const adverb = String.raw`(?:\s+(?:also|still|now|today|further|again|currently|specifically|adamantly|herself|himself|then|however))*`;
const tells = String.raw`(?:reports?|reported|states?|stated|says|said|describes?|described|endorses?|endorsed|complains of|complained of|admits?(?: to)?|admitted to|mentions?|mentioned|tells|told|claims|claimed|confirms|denies|denied)`;
const believes = String.raw`(?:believes?|believed|thinks?|thought|suspects?|suspected)`;
// "Daughter reports that the patient denies …" tells at second hand: the last one named is the one who said it.
const ahead = new RegExp(
  String.raw`\b${owner}\b${who}${adverb}\s+(?:${tells}|(?<believed>${believes}))\b`,
  'giu',
);
const per = new RegExp(
  String.raw`\b(?:per|according to|as (?:reported|told|stated|described) by|reported by|as per)\s+${owner}${who}\b(?!['’])`,
  'giu',
);

/**
 * Reads by whom a note has something told: "Patient reports …", "wife denies …", "per daughter, …". Pronouns are left out, since
 * "she reports" may go back to anybody.
 * @param text of a statement; the spans point into it
 */
export function attributionsIn(text: string): Attribution[] {
  const found = (pattern: RegExp, isPer: boolean): Attribution[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = match.groups?.['who']?.toLowerCase();
      if (name === undefined) return [];
      const start = match.index;
      const end = start + match[0].length;
      const teller = /^(?:patient|pt)$/.test(name) ? 'patient' : (relativesIn(tokens(name))[0] ?? name);
      return [
        {
          start,
          end,
          teller,
          believed: match.groups?.['believed'] !== undefined,
          behind: isPer && /^\s*(?:[.;)]|$)/.test(text.slice(end)),
        },
      ];
    });
  return [...found(ahead, false), ...found(per, true)].sort((a, b) => a.start - b.start);
}
