import words from '../terms/medication-stance.json';

/**
 * What becomes of a medicine: it is `declined` altogether or only `not-now`, it is over (`ended`), it goes on as it is
 * (`kept`), it is `given`, or it is or was `taken`.
 */
export type Stance = 'declined' | 'not-now' | 'ended' | 'kept' | 'given' | 'taken';

/** What stands around a medicine's name, up to the next medicine. */
export interface Around {
  /** In its sentence, before the name. */
  before: string;
  /** Behind the name, with the sentences that follow, and what another says to it. */
  behind: string;
  /** The sentence of the name is a question: what stands before the name in it tells nothing. */
  asked: boolean;
}

const any = (list: readonly string[]): string => `(?:${list.join('|')})`;
const det = `(?: ${any(words.det)})*`;
const toName = (list: readonly string[]): RegExp => new RegExp(String.raw`\b${any(list)}${det} ?$`);
const fromName = (list: readonly string[], between = ''): RegExp =>
  new RegExp(String.raw`^${between}\b${any(list)}(?!\w)`);

// "Then a low dose of amitriptyline, ten at night, would be next. Not today.": this far behind a name is still about it.
const near = String.raw`[^?]{0,40}?\??[^?]{0,90}?`;
const sameBreath = String.raw`[^.?!]{0,60}?`;

const none = new RegExp(
  String.raw`\bno(?: more)? ?$|(?:^|[.,;] ?|\bso |\bbut |\bactually |\bdefinitely )not${det} ?$`,
);
const notGivenBefore = toName(words.notGivenBefore);
const notGivenBehind = fromName(words.notGivenBehind, near);
const notNow = fromName(words.notNowBehind, String.raw`(?:[^.?!]{0,40}?[.,]? ?)`);
const takenBack = fromName(words.takenBack, String.raw`[^.?!]{0,30}?[.,]? ?`);
const endedBefore = toName(words.endedBefore);
const endedBehind = fromName(words.endedBehind, sameBreath);
const endedAtOnce = fromName(words.endedAtOnce, ' ?');
const keptBefore = toName(words.keptBefore);
const keptAtOnce = fromName(words.keptAtOnce, ' ?');
const offAtOnce = fromName(words.offAtOnce, ' ?');
const onlyAtOnce = fromName(words.onlyAtOnce, ' ?');
const takenBefore = toName(words.takenBefore);
const takenAtOnce = fromName(words.takenAtOnce, ' ?');
const given = toName(words.startBefore);
const conditional = new RegExp(String.raw`\b${any(words.conditional)}\b[^.;!?]*$`);

/**
 * Reads what becomes of a medicine from the words around its name: "i don't want to refill that" and "no …" decline it,
 * "… stays the same" keeps it, "i quit the …" ends it. What follows the name takes back what stands before it ("start …,
 * hm, no"). Undefined where the words do not tell, or tell it under a condition.
 */
export function stanceOf({ before, behind, asked }: Around): Stance | undefined {
  if (takenBack.test(behind)) return 'declined';
  if (!conditional.test(before)) {
    if (endedAtOnce.test(behind) || endedBehind.test(behind)) return 'ended';
    if (notNow.test(behind)) return 'not-now';
    if (notGivenBehind.test(behind)) return 'declined';
  }
  if (asked || conditional.test(before)) return undefined;
  if (endedBefore.test(before)) return 'ended';
  if (none.test(before) || notGivenBefore.test(before)) return 'declined';
  // "Keep it for attacks only" is another way of taking it, "leave it off" none.
  if (keptBefore.test(before)) {
    if (offAtOnce.test(behind)) return 'declined';
    return onlyAtOnce.test(behind) ? 'taken' : 'kept';
  }
  if (keptAtOnce.test(behind)) return 'kept';
  if (takenBefore.test(before) || takenAtOnce.test(behind)) return 'taken';
  return given.test(before) ? 'given' : undefined;
}
