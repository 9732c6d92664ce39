import type { SexFact } from '../../facts/fact';
import { namesOther } from '../../facts/persons/persons';
import type { Token } from '../../text/tokens';
import type { Statement } from '../../text/statements';
import type { NoteStatement } from '../note-check';

export type Sex = SexFact['sex'];

/** A word for the patient's sex, and the statement that it stands in. */
export interface SexMention {
  at: number;
  fact: SexFact;
}

/** Below this many pronouns of one sex, or with one of the other, pronouns alone tell nobody's sex. */
const fewestPronouns = 4;

/** So many pronouns of one sex, and one statement with the other's: the one is a slip. */
const plainlyMost = 6;

/** The notes of people whose sex and pronouns may differ on purpose say so. */
const ownWords =
  /\b(?:trans(?:gender|sexual|masculine|feminine)?|non-?binary|intersex|gender (?:identity|dysphoria|affirming|fluid)|pronouns|assigned (?:male|female))\b/i;

/** True when a note says that words for the sex may differ on purpose. */
export function sexMayDiffer(text: string): boolean {
  return ownWords.test(text);
}

/**
 * A title counts where it opens the statement: "MR arthrogram" is none, and "a patient of Mrs. A" is about somebody else.
 */
function isPatientsTitle({ text }: Statement, { by, start, end }: SexFact): boolean {
  if (by !== 'title') return true;
  const opens = start === 0 || /[:*]\s*$/.test(text.slice(Math.max(0, start - 4), start));
  return opens && /^\.?\s+\p{Lu}/u.test(text.slice(end, end + 4));
}

/** The words of a note that tell the patient's own sex; `strong`: "a 50-year-old woman", "Mr. Jones". A letter ("6 yo M") may be a child's of whom nothing else is said. */
export function sexMentions(statements: readonly NoteStatement[]): {
  strong: SexMention[];
  pronouns: SexMention[];
} {
  const all = statements.flatMap(({ statement, facts }, at) =>
    facts.flatMap(({ sexes }) =>
      sexes
        .filter((fact) => fact.whose === 'patient' && isPatientsTitle(statement, fact))
        .map((fact) => ({ at, fact })),
    ),
  );
  return {
    strong: all.filter(({ fact }) => fact.by === 'noun' || fact.by === 'title'),
    pronouns: all.filter(({ fact }) => fact.by === 'pronoun'),
  };
}

/** The one sex that a note gives its patient; undefined where it gives none or both. */
export function patientSex({ strong, pronouns }: ReturnType<typeof sexMentions>): Sex | undefined {
  const only = (mentions: readonly SexMention[]): Sex | undefined => {
    const sexes = new Set(mentions.map(({ fact }) => fact.sex));
    return sexes.size === 1 ? [...sexes][0] : undefined;
  };
  if (strong.length > 0) return only(strong);
  return pronouns.length >= fewestPronouns ? only(pronouns) : undefined;
}

/**
 * The sex that nearly all pronouns of a note give its patient, where one statement alone has it otherwise; undefined where
 * more do, where a noun or title tells it, or where there are few pronouns.
 */
export function sexButForOne({ strong, pronouns }: ReturnType<typeof sexMentions>): Sex | undefined {
  if (strong.length > 0) return undefined;
  const of = (sex: Sex): SexMention[] => pronouns.filter(({ fact }) => fact.sex === sex);
  const isMost = (most: Sex, few: Sex): boolean =>
    of(most).length >= plainlyMost && new Set(of(few).map(({ at }) => at)).size === 1;
  if (isMost('female', 'male')) return 'female';
  return isMost('male', 'female') ? 'male' : undefined;
}

/** True when a sentence names a person who is not the patient. */
export function namesAnybody(list: readonly Token[]): boolean {
  return namesOther(list, 'female') || namesOther(list, 'male');
}
