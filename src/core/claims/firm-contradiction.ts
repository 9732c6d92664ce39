import { stemmer } from 'stemmer';
import type { SourceIndex } from '../evidence/source/source-index';
import type { SentenceFacts } from '../facts/extract';
import { doseDimensions, type QuantityFact } from '../facts/fact';
import { relativesIn } from '../facts/persons/persons';
import { overlaps } from '../text/span';
import { contentWords } from '../text/words';
import type { Finding, RuleCode } from '../verdicts/finding';
import { isComputed } from './computed';
import { isFirmDose, quantitiesIn } from './firm-dose';
import { isFirmResult } from './firm-result';
import { cue, isAboutGroups, words } from './firm-words';
import { areOfOtherDays, isOwnValue, isToldOutright } from './told-of-same';

/** A difference that a rule has found between a claim and a piece of evidence. */
export interface Difference {
  claim: string;
  claimFacts: readonly SentenceFacts[];
  evidence: SourceIndex;
  /** What the rule found; its span points into the claim. */
  finding: Pick<Finding, 'rule' | 'start' | 'end' | 'expected' | 'citations'>;
}

/** A difference beside the sentence that the rule cites. */
interface Place extends Difference {
  cited: readonly SentenceFacts[];
  sentence: string;
  /** Share of the claim's words, those of the difference apart, that the cited sentence holds (0…1). */
  shared: number;
}

// What is left out is never firm: when something was, and how somebody got a medicine, is said of too many things in one
// paragraph. Ages and dates were too rare in the pairs to be judged.
const guards: Partial<Record<RuleCode, (place: Place) => boolean>> = {
  'faithfulness/laterality': isFirmSide,
  'faithfulness/polarity': (place) => {
    const { expected } = place.finding;
    if (expected === 'positive' || expected === 'negative') return isFirmResult({ ...place, expected });
    return expected === 'absent' ? isDenied(place) : isShown(place);
  },
  'faithfulness/unit': (place) => place.shared > 0 && !isOfAge(place) && !isOfTime(place),
  'faithfulness/dose': (place) =>
    isPlain(place.claim) &&
    !isCounted(place) &&
    isFirmDose({
      ...place,
      claimed: claimedIn(place),
      all: quantitiesIn(sentencesOf(place.evidence)),
    }),
  'faithfulness/frequency': (place) => isPlain(place.claim) && isFirmFrequency(place),
  'faithfulness/value': (place) =>
    isPlain(place.claim) &&
    !cue.changed(place.claim) &&
    !cue.derived(place.sentence) &&
    isBound(place) &&
    !isComputed(claimedIn(place), quantitiesIn(sentencesOf(place.evidence))),
};

/** "Two tablets of ramipril 5 mg": the claim's 5 mg may be the strength. */
function isCounted({ finding: { expected } }: Place): boolean {
  return expected?.includes('×') ?? false;
}

/** So many of its other words bind a claim to a sentence where nothing else does. */
const boundShare = 0.3;
/** The same where the evidence speaks of both sides. */
const boundShareOfSides = 0.5;

/**
 * True when a difference contradicts the claim whatever else the evidence says. The rules were made for a note and the visit
 * that it was written from: there one patient has one value. A paragraph of any other text holds several arms, times and
 * places, and a claim may be about one that it leaves out. Where words of the claim or the sentence leave that open, the
 * difference is for a reader.
 */
export function isFirm(difference: Difference): boolean {
  const { claim, evidence, finding } = difference;
  const guard = guards[finding.rule];
  const [citation] = finding.citations;
  if (!guard || !citation || isAboutGroups(evidence.text)) return false;
  const cited = sentencesOf(evidence).filter((sentence) => overlaps(sentence, citation));
  const sentence = evidence.text.slice(cited[0]?.start ?? 0, cited.at(-1)?.end ?? 0);
  const held = new Set(stems(sentence));
  const own = stems(`${claim.slice(0, finding.start)} ${claim.slice(finding.end)}`);
  const shared = own.length === 0 ? 1 : own.filter((stem) => held.has(stem)).length / own.length;
  return guard({ ...difference, cited, sentence, shared });
}

function sentencesOf(evidence: SourceIndex): SentenceFacts[] {
  return evidence.segments.flatMap(({ sentences }) => sentences);
}

function stems(text: string): string[] {
  return contentWords(text)
    .filter((word) => !/\p{N}/u.test(word))
    .map(stemmer);
}

/**
 * The healthy side, the one that was operated on before, or a second place may well be the other one: nothing is said of it.
 */
function isFirmSide({ claim, claimFacts, evidence, finding, cited, shared }: Place): boolean {
  if (cited.some((one) => areOfOtherDays(claimFacts, one))) return false;
  if (cue.negated(claim) || cue.otherTime(claim) || cue.another(claim)) return false;
  // "The right kidney is shorter than the left": of one side each thing is said.
  if (cue.left(claim) && cue.right(claim)) return false;
  const own = /left/i.test(claim.slice(finding.start, finding.end)) ? cue.left : cue.right;
  return own(evidence.text) ? shared >= boundShareOfSides : shared > 0;
}

/**
 * The claim says that it is there, and the evidence denies it. A finding that only says when, where or in whom something
 * else is ("in pregnancy", "cancer deaths") is not what is claimed, and one that is denied of something else ("no vaccine
 * for influenza") is not denied.
 */
function isDenied({ claim, claimFacts, finding, cited, sentence }: Place): boolean {
  const before = wordsIn(claim.slice(0, finding.start)).slice(-placeReach);
  const [next] = /^[^\p{L}]*[\p{L}-]+/u.exec(claim.slice(finding.end)) ?? [];
  const isHead = next === undefined || /[.,;:]/.test(next) || words.behind.has(next.trim().toLowerCase());
  const name = claimFacts.flatMap(({ polarities }) => polarities).find((fact) => overlaps(fact, finding))
    ?.concept.name;
  const ofElse = cited
    .flatMap(({ polarities }) => polarities)
    .some(({ concept, cue: denier, start, end }) => {
      if (concept.name !== name) return false;
      const from = cited[0]?.start ?? 0;
      const [, upTo] = /^(.*?)\bnegative\b/is.exec(sentence.slice(end - from)) ?? [];
      if (!denier) return upTo !== undefined && !linked.test(upTo);
      return wordsIn(sentence.slice(denier.end - from, start - from)).some((word) => words.places.has(word));
    });
  return (
    isHead &&
    !ofElse &&
    !before.some((word) => words.places.has(word)) &&
    !isTakenForGranted(before, next) &&
    !cue.otherTime(claim) &&
    !cue.negated(claim) &&
    !cue.unreal(claim) &&
    isOfPatient(cited, sentence)
  );
}

/** "The sinusitis was treated": something else is said of what is taken to be there, perhaps of another one. */
function isTakenForGranted(before: readonly string[], next: string | undefined): boolean {
  return (
    /^(?:the|his|her|their|its)$/.test(before.at(-1) ?? '') &&
    /^\s*(?:is|was|are|were|has|had)$/.test(next ?? '')
  );
}

/** What may stand between a finding and "negative"; with another word there ("lupus anticoagulant negative") that is denied. */
const linked = /^(?:\W|\b(?:is|are|was|were|has|have|had|been|be|being|could|can|also|both|all)\b)*$/i;

/** So many words before a finding may hold the preposition that it hangs on ("after a recent infarct"). */
const placeReach = 3;

const denial =
  /^\s*(?:(?:(?:he|she|they|(?:the )?patient|pt)\s+)?(?:denies|denied|has no|had no|reports no|does not have|doesn't have)|no|there (?:is|was|are|were) no|(?:the )?(?:ct|mri|x-ray|scan|examination|ultrasound) (?:shows|showed|reveals|revealed) no)(?: (?:evidence|signs?|symptoms?) of)?\b/i;

/**
 * The claim denies it first thing, and the evidence says that it is there. What a preposition parts from the denial is not
 * what is denied ("no transmission of COVID-19"), save where it is only looked for ("no signs of a stroke").
 */
function isShown({ claim, claimFacts, evidence, finding, cited, sentence }: Place): boolean {
  const [denied] = denial.exec(claim) ?? [];
  if (denied === undefined) return false;
  const named = claimFacts.flatMap(({ polarities }) => polarities).find((fact) => overlaps(fact, finding));
  const between = wordsIn(claim.slice(denied.length, named?.start ?? finding.start));
  return (
    !between.some((word) => words.places.has(word)) &&
    !cue.otherTime(claim) &&
    cited.every((one) => isToldOutright(claimFacts, one)) &&
    // An answer in running text may stand behind the question, where no turn tells them apart.
    !evidence.text.includes('?') &&
    isOfPatient(cited, sentence)
  );
}

function isOfPatient(cited: readonly SentenceFacts[], sentence: string): boolean {
  return !sentence.includes('?') && cited.every(({ tokens }) => relativesIn(tokens).length === 0);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
}

/** True for a claim whose number is said outright: not reckoned, not of another time, not of a case that is supposed. */
function isPlain(claim: string): boolean {
  return !cue.derived(claim) && !cue.unreal(claim) && !cue.negated(claim) && !cue.otherTime(claim);
}

/** "34 weeks pregnant" is no age: an age is compared with ages alone. */
function isOfAge({ claimFacts, finding, cited }: Place): boolean {
  const isAge = claimFacts.some(({ ages }) => ages.some((age) => overlaps(age, finding)));
  return isAge !== cited.some(({ ages }) => ages.length > 0);
}

/** How long, and how many days: a slip of the unit is no likelier than another time. */
function isOfTime(place: Place): boolean {
  return claimedIn(place).some(({ unit }) => unit.dimension === 'time');
}

/** How long and how old is said of too many things; any other value is bound by what else the sentence holds of the claim. */
function isBound(place: Place): boolean {
  if (!place.cited.every((one) => isOwnValue(place.claimFacts, one))) return false;
  return place.shared >= boundShare && claimedIn(place).every(({ unit }) => unit.dimension !== 'time');
}

/** "600 mg a day" sums up what is taken; the same single dose at another frequency does not. */
function isFirmFrequency({ claimFacts, cited, evidence }: Place): boolean {
  if (cue.changed(evidence.text)) return false;
  const doses = quantitiesIn(claimFacts).filter(({ unit }) => doseDimensions.has(unit.dimension));
  const theirs = quantitiesIn(cited);
  return (
    doses.length > 0 &&
    doses.every((fact) =>
      theirs.some((other) => other.value === fact.value && other.unit.code === fact.unit.code),
    )
  );
}

function claimedIn({ claimFacts, finding }: Place): QuantityFact[] {
  return quantitiesIn(claimFacts).filter((fact) => overlaps(fact, finding));
}
