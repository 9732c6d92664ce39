import { citeSource } from '../../evidence/citations/citation-of';
import type { SourceIndex } from '../../evidence/source/source-index';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { plainPolarity } from '../../facts/findings/polarity';
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
const affirming = new Set(data.affirming);
/** The group of each name that several words have; `=` marks what a person feels or sees. */
const groups = new Map([...groupsOf(data.alike, '='), ...groupsOf(data.forms, '~')]);

function groupsOf(lists: readonly (readonly string[])[], mark: string): [string, string][] {
  return lists.flatMap((names, group) => names.map((name): [string, string] => [name, `${mark}${group}`]));
}
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
          says:
            turn === undefined &&
            nameOf(one, sentence) === name &&
            one.concept.subtype === fact.concept.subtype &&
            !takesBack.test(evidence.text.slice(sentence.end, sentence.end + longestTurn))
              ? saidIn(sentence, one)
              : undefined,
        })),
    ),
  );
  const [first] = said;
  if (!first?.says || !said.every(({ says }) => says === first.says)) return undefined;
  if (!isOfSameTime(claim, first.sentence)) return undefined;
  const isReported = has(first.sentence, reported);
  // What somebody says of herself proves what she feels; and what was found proves nothing of what she says.
  if (isReported ? !name.startsWith('=') : has(claim, reported)) return undefined;
  // What a scan does not show may be there.
  if (has(first.sentence, looks) && !has(claim, looks) && has(claim, persons)) return undefined;
  const { start, end } = first.one;
  return {
    verdict: polarity === first.says ? 'supported' : 'contradicted',
    citation: citeSource(evidence, first.segment, { start, end }),
  };
}

/** True when words are nothing but names of findings and what affirms or denies them. */
function isFramed({ tokens: list, polarities }: Pick<SentenceFacts, 'tokens' | 'polarities'>): boolean {
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

/** What a sentence says outright of a finding, in a part of it that says the same of each that it names. */
function saidIn(sentence: SentenceFacts, fact: PolarityFact): 'present' | 'absent' | undefined {
  const parts = partsOf(sentence);
  const own = parts.find(({ polarities }) => polarities.includes(fact));
  if (!own || !isPlain(fact) || !parts.every(isFramed)) return undefined;
  const isDenied = own.polarities.every((one) => one.polarity === 'absent' && one.cue !== undefined);
  if (isDenied && own.polarities.every((one) => plainPolarity(one) === 'absent')) return 'absent';
  // A sentence that only affirms is read by the rules of a note.
  const isAffirmed =
    parts.length > 1 &&
    own.tokens.some(({ text }) => affirming.has(text)) &&
    own.polarities.every(
      ({ polarity, certainty, experiencer, narrowed }) =>
        polarity === 'present' && certainty === 'certain' && experiencer === 'patient' && !narrowed,
    );
  return isAffirmed ? 'present' : undefined;
}

/** The parts of a sentence on both sides of "but". */
function partsOf({ tokens, polarities }: SentenceFacts): Pick<SentenceFacts, 'tokens' | 'polarities'>[] {
  const at = tokens.findIndex(({ text }) => text === 'but');
  const but = tokens[at];
  if (!but) return [{ tokens, polarities }];
  return [
    { tokens: tokens.slice(0, at), polarities: polarities.filter(({ start }) => start < but.start) },
    { tokens: tokens.slice(at + 1), polarities: polarities.filter(({ start }) => start > but.start) },
  ];
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
