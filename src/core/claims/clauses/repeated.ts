import type { SourceIndex } from '../../evidence/source/source-index';
import { classes as plain } from '../../evidence/support/plain/words';
import { agreementOf } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { Token } from '../../text/tokens';
import { isAboutGroups } from '../firm-words';
import { namesOtherPart } from '../named-parts';
import type { ClauseItem } from './clause-items';
import { isSame, matchesOf, tells, type ClauseMatch, type ClauseTurn } from './clause-match';
import { comparisonOf } from './comparisons';
import { classes } from './clause-words';
import { isSaid, wordsOf, type Place, type ReadSentence, type Told } from './read-sentence';

interface Repeated {
  place: Place;
  match: ClauseMatch;
}

/**
 * What follows for a claim from a clause that holds all of it, but for at most one thing. Nothing does where the evidence says the
 * claimed thing anywhere else, nor where the clause says more than when, how and what for.
 */
export function repeatedIn(
  claim: ReadSentence,
  places: readonly Place[],
  evidence: SourceIndex,
): Told | undefined {
  const isComplained = claim.items.some(({ key }) => key === reporting);
  const found: Repeated[] = places.flatMap((whole) => {
    const place = isComplained ? whole : { ...whole, items: withoutComplaint(whole) };
    return matchesOf(claim.items, place.items).map((match) => ({ place, match }));
  });
  const isGroups = isAboutGroups(evidence.text);
  const isRepeated = found.some(({ match }) => !match.turn);
  const firm = found.find(
    (one) => (one.match.turn === undefined) === isRepeated && isFirm(one, claim, evidence, isGroups),
  );
  if (!firm) return undefined;
  const { turn } = firm.match;
  const isElsewhere = turn && places.some(({ items }) => items.some((item) => isClaimed(turn, item)));
  return isElsewhere ? undefined : { verdict: turn ? 'contradicted' : 'supported', place: firm.place };
}

/** The key of all words for what somebody says. */
const reporting = 'reports';

/** What somebody complains of they have; what they report may be anything, and what they do not complain of they may have. */
function withoutComplaint({ sentence: { tokens }, items }: Place): readonly ClauseItem[] {
  if (items.some(({ kind }) => kind === 'negator')) return items;
  return items.filter(
    ({ key, from }) => key !== reporting || !/^(?:c|complain\w+)$/.test(tokens[from]?.text ?? ''),
  );
}

/** True for what the claim has in place of what a clause says. */
function isClaimed({ ours }: ClauseTurn, item: ClauseItem): boolean {
  if (!ours) return false;
  if (ours.fact && item.fact) return agreementOf(ours.fact, item.fact) !== 'none';
  return isSame(ours, item);
}

function isFirm(
  { place: { sentence, items }, match }: Repeated,
  claim: ReadSentence,
  { text }: SourceIndex,
  isGroups: boolean,
): boolean {
  if (!isSaid(claim.sentence, sentence, leftOver(sentence, match.held), text)) return false;
  const { turn, inside, before, behind } = match;
  const own = claim.items.filter(tells);
  const isWhole = own.length === items.filter(tells).length;
  // Of what else something is larger than, nothing follows.
  if (turn?.ours && !turn.ours.slots && comparisonOf(claim.sentence, claim.items)) return false;
  if (!turn) {
    const isOther = namesOtherPart(claim.sentence.tokens, sentence.tokens);
    return isWhole && !isOther && isTelling(own) && isOfSame(claim.sentence, sentence);
  }
  if (isGroups) return isWhole && own.length > 1;
  // A single word is a label, or a part of something, more often than it says the claim.
  if (own.length < 2 && !isWhole) return false;
  if (turn.kind === 'negation' && !isToldBetween(match, claim)) return false;
  const isHarmless = (item: ClauseItem): boolean => takesNothing(item, turn, sentence);
  return (
    inside.filter(tells).every(isHarmless) &&
    before.filter(tells).length === 0 &&
    upToPurpose(behind, turn, sentence).filter(tells).every(isHarmless)
  );
}

/**
 * "Smoking: quit", "the one with the, uh, ice maker": a label, and what a comma parts from what is said of it, do not say that
 * something is so which the claim denies.
 */
function isToldBetween({ opened, closed }: ClauseMatch, { items }: ReadSentence): boolean {
  const denies = items.some(({ kind }) => kind === 'negator');
  return closed !== ':' && !(denies && (opened === ',' || opened === '('));
}

/** Two things, or one that is a value, say enough to be borne out. */
function isTelling(own: readonly ClauseItem[]): boolean {
  return own.length > 1 || own.some(({ kind }) => kind === 'age' || kind === 'slot');
}

/** The words of a sentence that the claim does not take up. */
function leftOver({ tokens }: SentenceFacts, held: readonly ClauseItem[]): string {
  return wordsOf({ tokens: tokens.filter((_, at) => !held.some(({ from, to }) => from <= at && at < to)) });
}

/** What stands behind, up to what something is for: a denial may be of that alone. */
function upToPurpose(
  behind: readonly ClauseItem[],
  { kind }: ClauseTurn,
  { tokens }: SentenceFacts,
): readonly ClauseItem[] {
  const at = behind.findIndex(({ from }) => classes.purposes.has(tokens[from]?.text ?? ''));
  return at < 0 || kind === 'negation' ? behind : behind.slice(0, at);
}

/** A dose, how often, by what route: what is said beside it stays. */
function takesNothing(item: ClauseItem, { theirs }: ClauseTurn, { tokens }: SentenceFacts): boolean {
  if (item.fact) return item.fact.unit.dimension !== theirs?.fact?.unit.dimension;
  if (item.slots) return item.slots.some(({ slot }) => slot === 'route') && !theirs?.slots;
  return plain.plain.has(tokens[item.from]?.text ?? '');
}

/** What was so need not be so now, and "her sister" is not "his". */
function isOfSame({ tokens: ours }: SentenceFacts, { tokens: theirs }: SentenceFacts): boolean {
  const held = new Set(theirs.map(({ text }) => text));
  const isPast = ({ text }: Token): boolean => classes.pastForms.has(text);
  if (theirs.some(isPast) && !ours.some(isPast)) return false;
  return ours.every(({ text }) => !classes.pronouns.has(text) || held.has(text));
}
