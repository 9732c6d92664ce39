import { citeSource } from '../../evidence/citations/citation-of';
import type { SourceIndex } from '../../evidence/source/source-index';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { plainPolarity } from '../../facts/polarity';
import { contains } from '../../text/span';
import { isAboutGroups } from '../firm-words';
import data from './denial-words.json';
import type { ImpliedVerdict } from './implied-verdict';

const frame = new Set(data.frame);
const past = new Set(data.past);
const present = new Set(data.present);
const reported = new Set(data.reported);
const looks = new Set(data.looks);
const persons = new Set(data.persons);
/** The group of each name that several words have. */
const groups = new Map(
  data.alike.flatMap((names, group) => names.map((name) => [name, `=${String(group)}`])),
);
/** What a next sentence may begin with that takes back the one before. */
const takesBack = /^\s*(?:this|that|it|however|but|although|though|yet|actually|except|which|until)\b/i;
/** Characters behind a sentence in which such a word has to stand. */
const longestTurn = 24;

/**
 * Decides a claim that says nothing but that a finding is there, or is not, by sentences that only deny findings: "denies chest
 * pain, dyspnoea or palpitations" bears out "no shortness of breath", and "CT showed no fracture" that there is none. With any
 * other word in the sentence ("no severe pain", "no pain at rest", "his mother denies …") nothing follows: what is denied
 * may be less than what the claim says.
 * @param claimFacts typed facts of the claim
 * @returns undefined where the evidence speaks of the finding in any other way, too
 */
export function deniedVerdict(
  [claim, ...more]: readonly SentenceFacts[],
  evidence: SourceIndex,
): ImpliedVerdict | undefined {
  const [fact, ...others] = claim?.polarities ?? [];
  if (!claim || !fact || more.length + others.length > 0 || isAboutGroups(evidence.text)) return undefined;
  const polarity = plainPolarity(fact);
  if (polarity === 'unknown' || !isFramed(claim) || !isPlain(fact)) return undefined;
  const name = nameOf(fact, claim);
  const said = evidence.segments.flatMap(({ sentences, turn }, segment) =>
    sentences.flatMap((sentence) =>
      sentence.polarities
        .filter(({ concept }) => concept.name === fact.concept.name)
        .map((one) => ({
          one,
          segment,
          sentence,
          denies:
            turn === undefined &&
            nameOf(one, sentence) === name &&
            one.concept.subtype === fact.concept.subtype &&
            isDeniedIn(sentence, one) &&
            !takesBack.test(evidence.text.slice(sentence.end, sentence.end + longestTurn)),
        })),
    ),
  );
  const [first] = said;
  if (!first || !said.every(({ denies }) => denies)) return undefined;
  if (!isOfSameTime(claim, first.sentence)) return undefined;
  const isReported = has(first.sentence, reported);
  // What somebody says of herself proves what she feels; and what was found proves nothing of what she says.
  if (isReported ? !name.startsWith('=') : has(claim, reported)) return undefined;
  // What a scan does not show may be there.
  if (has(first.sentence, looks) && !has(claim, looks) && has(claim, persons)) return undefined;
  const { start, end } = first.one;
  return {
    verdict: polarity === 'absent' ? 'supported' : 'contradicted',
    citation: citeSource(evidence, first.segment, { start, end }),
  };
}

/** True when a sentence holds nothing but names of findings and the words that affirm or deny them. */
function isFramed({ tokens: list, polarities }: SentenceFacts): boolean {
  return list.every(
    (token) =>
      frame.has(token.text) ||
      (token.kind === 'mark' && /^[,.;:&-]$/.test(token.text)) ||
      polarities.some(({ concept }) => contains(concept, token)),
  );
}

function isPlain({ site, side, answer }: PolarityFact): boolean {
  return site === undefined && side === undefined && answer === undefined;
}

/** Every finding of the sentence is denied outright. */
function isDeniedIn(sentence: SentenceFacts, fact: PolarityFact): boolean {
  return (
    isPlain(fact) &&
    isFramed(sentence) &&
    sentence.polarities.every((one) => plainPolarity(one) === 'absent' && one.cue !== undefined)
  );
}

/** What was so need not be so now. */
function isOfSameTime(claim: SentenceFacts, sentence: SentenceFacts): boolean {
  return !(has(sentence, past) && has(claim, present)) && !(has(sentence, present) && has(claim, past));
}

function has({ tokens: list }: SentenceFacts, words: ReadonlySet<string>): boolean {
  return list.some(({ text }) => words.has(text));
}

/** The words of a finding's name, or the group of those that are one thing. */
function nameOf({ concept }: PolarityFact, { tokens: list }: SentenceFacts): string {
  const words = list.filter((token) => contains(concept, token)).map(({ text }) => text);
  const name = words.join(' ');
  return groups.get(name) ?? name;
}
