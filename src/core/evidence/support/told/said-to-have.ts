import type { SentenceFacts } from '../../../facts/extract';
import { isPart } from '../../../facts/findings/body-regions';
import type { PolarityFact } from '../../../facts/fact';
import { builtInTerminology } from '../../../terminology/built-in';
import { isClauseMark } from '../../../text/clause-marks';
import { contains } from '../../../text/span';
import { type Token, tokenIndexAt } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import { classes } from './told-words';

/** Tokens. What is longer without a mark is a run of clauses, of which the last so many tokens before the finding count. */
const longestClause = 20;
const runOnReach = 10;

/** So many words that only say of what kind a finding is may stand right before it: "a dull throbbing headache". */
const mostKinds = 2;

/**
 * True when the clause that names a finding says no more than that the patient has it. Somebody who is on no list of people has
 * gout too ("my landlord has"), and what is feared, tested for, read about or got over is named as well: so whoever and whatever
 * else the clause speaks of leaves open whether it is the patient's.
 * @param kept tells of a token that the claim says it as well
 */
export function isSaidToHave(
  sentence: SentenceFacts,
  fact: PolarityFact,
  kept: (token: Token, at: number) => boolean,
): boolean {
  const { tokens } = sentence;
  const from = tokenIndexAt(tokens, fact.concept.start);
  const to = tokenIndexAt(tokens, fact.concept.end);
  const isTyped = typedIn(sentence);
  const isFree = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && token.kind === 'word' && !isTyped(token, at) && !kept(token, at);
  };
  return leads(tokens, from, isFree) && trails(tokens, to, isFree);
}

/** What is a fact or a part of the body is nobody: "my left knee has", "pain and swelling", "for two days". */
function typedIn({ tokens, polarities, sides, quantities, dates, ages }: SentenceFacts) {
  const parts = builtInTerminology.findTerms(tokens, new Set(['anatomy']));
  const spans = [...polarities.map(({ concept }) => concept), ...sides, ...quantities, ...dates, ...ages];
  return (token: Token, at: number): boolean =>
    parts.some((part) => part.from <= at && at < part.to) ||
    isPart(token.text.replace(/'s$/, '')) ||
    spans.some((span) => contains(span, token));
}

function leads(tokens: readonly Token[], from: number, isFree: (at: number) => boolean): boolean {
  let start = from;
  while (start > 0 && !isClauseMark(tokens[start - 1]?.text ?? '')) start--;
  // Speech that nobody put marks into is no one clause.
  if (from - start > longestClause) start = from - runOnReach;
  const strange = (at: number): boolean => isFree(at) && !classes.leading.has(tokens[at]?.text ?? '');
  let kind = from;
  while (kind > start && from - kind < mostKinds && strange(kind - 1) && mayBeKind(tokens[kind - 1])) kind--;
  // "Nae cough", "I've beaten cancer", "I was dreading a stroke": only behind these is it a kind of it, and no more.
  if (kind < from && !beforeKind.test(tokens[kind - 1]?.text ?? '')) return false;
  for (let at = start; at < kind; at++) if (strange(at)) return false;
  return true;
}

const beforeKind =
  /^(?:an?|the|my|your|his|her|this|that|some|any|have|has|get|gets|getting|got|having|with|of|from|and|or|very|really|quite|pretty|just|bit|little)$/;

/** Not "about", and not the owner of "my client's gout". */
function mayBeKind(token: Token | undefined): boolean {
  return token !== undefined && !isStopWord(token.text) && !/'s?$/.test(token.text);
}

function trails(tokens: readonly Token[], to: number, isFree: (at: number) => boolean): boolean {
  let at = to;
  while (tokens[at] && !isClauseMark(tokens[at]?.text ?? '') && !isFree(at)) at++;
  const next = tokens[at];
  if (!next || isClauseMark(next.text)) return true;
  if (!classes.trailing.has(next.text)) return false;
  return !/^(?:is|are|was|were|'s)$/.test(next.text) || !classes.faded.has(tokens[at + 1]?.text ?? '');
}
