import type { SentenceFacts } from '../../facts/extract';
import { contains } from '../../text/span';
import type { Token } from '../../text/tokens';
import type { Comparison } from './said-of-whom';
import { saidIn } from './said-sequence';
import { isNegation } from './sequence';
import { isOfAllTime } from './told-findings';

/** A word that negates no named finding, and what it is said of. */
interface Negated {
  token: Token;
  /** As `saidIn` names it; undefined where it is said of nothing of its clause. */
  of: string | undefined;
  /** It negates a verb, as in "not done", and gives no result. */
  isOfVerb: boolean;
}

const results = /^(?:negative|absent)$/;
const verbal = /^(?:not|never|cannot)$|nt$|n't$/;
const clauseMark = /^[.,;:?!()]$/;
/** So many words behind a negation may stand before what it is said of. */
const reach = 6;

/**
 * True when both say of the same things that they are not so: "helped the strength, not the motion" has all words of "helped
 * the motion, not the strength". A test that is "not done" is not negative, and who has not travelled lately may have once.
 */
export function isDeniedAlike({ claim, inner, around, sentences }: Comparison): boolean {
  const ours = claim.flatMap(negatedIn);
  if (ours.length === 0) return true;
  const theirs = sentences
    .flatMap(negatedIn)
    .filter(({ token }) => around.some((place) => place.token === token));
  const within = theirs.filter(({ token }) => inner.some((place) => place.token === token));
  const saysEver = sentences.some((sentence) => isOfAllTime([sentence]));
  return (
    ours.every(({ token, of }) =>
      theirs.some((other) => other.of === of && !(results.test(token.text) && other.isOfVerb)),
    ) &&
    within.every(({ of }) => ours.some((own) => own.of === of)) &&
    (saysEver || !isOfAllTime(claim))
  );
}

/** True when something is negated among these tokens of the sentences that is no named finding. */
export function isNegated(tokens: readonly Token[], sentences: readonly SentenceFacts[]): boolean {
  return sentences.some((sentence) => negatedIn(sentence).some(({ token }) => tokens.includes(token)));
}

/** What negates something else than named findings, or those and something else ("no oozing or fever"). */
function negatedIn(sentence: SentenceFacts): Negated[] {
  const { tokens, polarities } = sentence;
  // "Never smoked" names its finding with the negation in it.
  const cues = polarities.flatMap(({ cue, polarity, concept }) =>
    cue ? [cue] : polarity === 'absent' ? [concept] : [],
  );
  const said = saidIn(sentence);
  const isWord = ({ name }: { name: string }): boolean => !name.startsWith('#');
  const joins = (at: number): boolean => /^n?or$/.test(tokens[at]?.text ?? '');
  return tokens.flatMap((token, at) => {
    if (!isNegation(token.text)) return [];
    const ahead = said.filter((one) => one.token > at);
    const isOfWords =
      (ahead[0] && isWord(ahead[0])) ||
      ahead.some((one) => isWord(one) && (joins(one.token - 1) || joins(one.token - 2)));
    if (!isOfWords && cues.some((cue) => contains(cue, token))) return [];
    const before = said.filter((one) => one.token < at).at(-1);
    const [next] = ahead;
    // "Swab negative" looks back, "negative for protein" ahead; "motion not tested" has nothing ahead in its clause.
    const looksAhead = !results.test(token.text) || tokens[at + 1]?.text === 'for';
    const isAhead =
      looksAhead &&
      next !== undefined &&
      next.token - at <= reach &&
      !tokens.slice(at + 1, next.token).some(({ text }) => clauseMark.test(text));
    return [{ token, of: (isAhead ? next : before)?.name, isOfVerb: verbal.test(token.text) }];
  });
}
