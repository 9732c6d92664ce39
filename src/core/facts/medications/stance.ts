import words from '../terms/medication-stance.json';

/**
 * What becomes of a medicine: it is `declined` altogether or only `not-now`, it is over (`ended`), it goes on as it is
 * (`kept`), it is taken up again (`resumed`), it is `given`, or it is or was `taken`.
 */
export type Stance = 'declined' | 'not-now' | 'ended' | 'kept' | 'resumed' | 'given' | 'taken';

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
  new RegExp(String.raw`^(?<lead>${between})\b${any(list)}(?!\w)`);

// "Then a low dose of amitriptyline, ten at night, would be next. Not today.": this far behind a name is still about it.
const near = String.raw`[^?]{0,40}?\??[^?]{0,90}?`;
/** The same in one run, for words that are held against what stands before them. */
const further = '[^]{0,120}?';
const sameBreath = String.raw`[^.?!]{0,60}?`;

const none = new RegExp(
  String.raw`\bno(?: more)? ?$|(?:^|[.,;] ?|\bso |\bbut |\bactually |\bdefinitely )not${det} ?$`,
);
const notGivenBefore = toName(words.notGivenBefore);
const notGivenBehind = fromName(words.notGivenBehind, near);
const dropped = fromName(words.droppedBehind, further);
const notNow = fromName(words.notNowBehind, String.raw`(?:[^.?!]{0,40}?\??[.,]? ?(?:\. )?)`);
const notNowBefore = toName(words.notNowBefore);
const startedLater = fromName(words.startedLater, further);
const takenBack = fromName(words.takenBack, String.raw`[^.?!]{0,30}?[.,]? ?`);
const ruledOut = fromName(words.ruledOut, String.raw`[^.?!]{0,70}?`);
const endedBefore = toName(words.endedBefore);
const endedBehind = fromName(words.endedBehind, sameBreath);
/** "Are you still on the Lipitor?" – "No, I stopped it in May." */
const endedReply = fromName(words.endedReply, String.raw`[^.?!]{0,60}?\? ?\. [^.?!]{0,45}?`);
const endedAtOnce = fromName(words.endedAtOnce, ' ?');
const keptBefore = toName(words.keptBefore);
const keptAtOnce = fromName(words.keptAtOnce, ' ?');
const keptBehind = fromName(words.keptBehind, further);
const resumedBehind = fromName(words.resumedBehind, further);
const suddenly = fromName(words.suddenly, ' ?');
const openAtOnce = fromName(words.openAtOnce, ' ?');
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
  if (takenBack.test(behind) || ruledOut.test(behind)) return 'declined';
  if (!conditional.test(before)) {
    if ([endedAtOnce, endedBehind, endedReply].some((pattern) => isOver(pattern, behind))) return 'ended';
    if (notNow.test(behind) || saidOutright(startedLater, behind)) return 'not-now';
    if (isSaid(notGivenBehind, behind) || saidOutright(dropped, behind)) return 'declined';
    if (saidOutright(keptBehind, behind)) return 'kept';
    if (saidOutright(resumedBehind, behind) && !ends.test(`${before} ${behind}`)) return 'resumed';
  }
  if (asked || conditional.test(before)) return undefined;
  if (endedBefore.test(before)) return 'ended';
  if (notNowBefore.test(before)) return 'not-now';
  if (none.test(before) || notGivenBefore.test(before)) return 'declined';
  // "Keep it for attacks only" is another way of taking it, "leave it off" none.
  if (keptBefore.test(before)) {
    if (offAtOnce.test(behind)) return 'declined';
    // "Leave the allopurinol for today", "don't stop it suddenly": it may be either.
    if (openAtOnce.test(behind) || suddenly.test(behind)) return undefined;
    return onlyAtOnce.test(behind) ? 'taken' : 'kept';
  }
  if (keptAtOnce.test(behind)) return 'kept';
  if (takenBefore.test(before) || takenAtOnce.test(behind)) return 'taken';
  return given.test(before) ? 'given' : undefined;
}

/** "I stopped that", which neither asks ("you stopped that?") nor tells of a pause ("they stopped it for three days"). */
function isOver(pattern: RegExp, behind: string): boolean {
  const found = pattern.exec(behind)?.[0];
  if (found === undefined) return false;
  const rest = behind.slice(found.length);
  return !/^[^.?!]*\?/.test(rest) && !pause.test(rest);
}

const pause =
  /^(?: (?!for)\w+){0,2} for (?:\w+ ){0,2}(?:days?|weeks?|months?|bit|while|time|(?:the |my |his |her )?(?:surgery|operation|procedure|scan))\b/;

/** "I'd rather not", and not "try not to skip it". */
function isSaid(pattern: RegExp, behind: string): boolean {
  const lead = pattern.exec(behind)?.groups?.lead;
  return lead !== undefined && !/(?:\b(?:not|never)|n't)(?: to)? $/.test(lead);
}

/** What is stopped or paused before it is taken up again is both. */
const ends = /\b(?:stop\w*|hold\w*|held|paus\w+|skip\w*|off|quit)\b/;
/** Words that make an order one for some case, or turn it round. */
const notOutright =
  /\b(?:if|unless|when|whenever|until|in case|whether|could|might|would|can|don't|do not|didn't|never|not|why|to)\b/;

/** True where the words are found, and nothing before them in their clause denies them or makes them one for some case. */
function saidOutright(pattern: RegExp, behind: string): boolean {
  const lead = pattern.exec(behind)?.groups?.lead;
  if (lead === undefined || /\?[^]*\?/.test(lead)) return false;
  const clause = /[^.;?!]*$/.exec(lead)?.[0] ?? '';
  return !notOutright.test(clause);
}
