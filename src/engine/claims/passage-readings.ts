import type { PassageEvidence } from '../../core/checks/check';
import type { PassageConflict } from '../../core/checks/guideline/passage-conflict';
import { checkerOpinions } from '../../core/claims/checker-opinions';
import { decideClaim, type ClaimReading, type Decision } from '../../core/claims/decide-claim';
import { differenceOf } from '../../core/claims/clauses/difference';
import { doseSlip } from '../../core/claims/passages/dose-slip';
import { isOfOnePatient } from '../../core/claims/passages/one-patient';
import { passageSays, type PassageSays } from '../../core/claims/passages/passage-says';
import { leanReading } from '../../core/claims/typed-lean';
import type { ComparedTexts } from '../../core/claims/typed-signs';
import { extractFacts, type SentenceFacts } from '../../core/facts/extract';
import type { QuantityFact } from '../../core/facts/fact';
import { sameValue } from '../../core/facts/compare';
import { overlaps, type Span } from '../../core/text/span';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import { typedPrecision } from '../../core/verdicts/calibration';
import type { Bridge } from '../library/bridges';
import type { EvidenceSentence } from '../library/gather-evidence';
import type { ClaimTools } from './check';

/** A sentence that bears on a claim, with what its words and typed facts say of it. */
export interface ComparedSentence {
  found: EvidenceSentence;
  said?: PassageSays;
  /** Read together with the sentence that it bears on the claim through. */
  through?: Bridge;
}

/** A claim compared with all sentences that were found for it. */
export interface Compared {
  /** Those that say the same or otherwise first, else in the order that they came in. */
  sentences: ComparedSentence[];
  /** A dose that the library gives otherwise. */
  slip?: PassageConflict & { fact: QuantityFact };
}

/** A sentence with what it says of the claim. */
export interface Read {
  found: EvidenceSentence;
  decision: Decision;
  /** What each checker says of it by itself. */
  checkers?: CheckerOpinion[];
}

/**
 * Compares a claim with sentences by words and typed facts.
 * @param claim typed facts of the claim
 * @param dosesOnly what it says is to be done for one patient: only a dose can be wrong by a guideline
 */
export function compareWithPassages(
  claim: readonly SentenceFacts[],
  found: readonly EvidenceSentence[],
  passages: readonly PassageEvidence[],
  { library }: Pick<ClaimTools, 'library'>,
  dosesOnly: boolean,
): Compared {
  const slip = doseSlip(claim, passages, library.terminology);
  const isSlip = ({ citation }: EvidenceSentence): boolean =>
    slip?.citations.some(
      ({ document, start, end }) => document === citation.document && overlaps({ start, end }, citation),
    ) ?? false;
  const sentences = found.map((one): ComparedSentence => {
    const sentence = sentenceOf(one);
    const said = sentence && passageSays(claim, one.evidence, sentence, library.terminology);
    if (isSlip(one)) return { found: one, said: { says: 'contradicted', turn: { kind: 'value' } } };
    if (!said) return { found: one };
    const isOpen =
      said.says === 'contradicted' && said.turn?.kind !== 'value'
        ? dosesOnly
        : said.says === 'contradicted' && isGiven(claim, passages);
    return { found: one, said: isOpen ? { ...said, says: 'otherwise' } : said };
  });
  const first = sentences.filter(({ said }) => said);
  return { sentences: [...first, ...sentences.filter(({ said }) => !said)], ...(slip && { slip }) };
}

/** The typed facts of a sentence that was found. */
export function sentenceOf({ evidence, citation }: EvidenceSentence): SentenceFacts | undefined {
  const { start } = evidence.passage;
  const at = { start: citation.start - start, end: citation.end - start };
  return evidence.sentences.find((sentence) => overlaps(sentence, at));
}

/**
 * Every value of the claim stands in some passage, of the same thing; a time, whatever it is of, and a value without a name
 * where its passage speaks of that thing ("A lower target of below 300 micromol/L").
 */
function isGiven(claim: readonly SentenceFacts[], passages: readonly PassageEvidence[]): boolean {
  const theirs = passages.map(({ sentences }) => {
    const values = sentences.flatMap(({ quantities }) => quantities);
    return { values, names: new Set(values.map(nameOf)) };
  });
  return claim
    .flatMap(({ quantities }) => quantities)
    .every((fact) =>
      theirs.some(({ values, names }) =>
        values.some(
          (other) =>
            (isTimed(fact) ||
              nameOf(other) === nameOf(fact) ||
              (nameOf(other) === undefined && names.has(nameOf(fact)))) &&
            other.unit.dimension === fact.unit.dimension &&
            other.comparator === fact.comparator &&
            sameValue(fact, other),
        ),
      ),
    );
}

function nameOf({ concept, carried }: QuantityFact): string | undefined {
  return concept?.name ?? carried;
}

function isTimed({ unit: { dimension } }: QuantityFact): boolean {
  return dimension === 'time' || dimension === 'frequency';
}

/** Why what is said of a class decides nothing of one medicine. */
export const speaksOfClass = 'It speaks of a class of medicines, and the claim of one of them.';

/** Why the verdict is open although the words are there. */
const openBecause = {
  bounded: 'It says this of some cases only, or of whose view it is, which the claim leaves out.',
  otherwise: 'Perhaps it is about other patients or cases.',
  class: speaksOfClass,
  heading: 'It stands under a heading that the claim does not name, and may be meant for that alone.',
  patient: 'A guideline cannot say what one patient has or what was done.',
};

/**
 * Decides what a sentence says of a claim, by words and typed facts first, by the verifier's reading where they are silent.
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function readSentence(
  claim: string,
  facts: readonly SentenceFacts[],
  { found, said, through }: ComparedSentence,
  { verifier, acceptedError, library }: ClaimTools,
  signal?: AbortSignal,
): Promise<Omit<Read, 'found'>> {
  const { evidence, citation } = found;
  const { passage } = evidence;
  const at = { start: citation.start - passage.start, end: citation.end - passage.start };
  const context = surroundings(evidence, at);
  const heading = [passage.title, ...passage.section].join(', ');
  const before = through ? `${through.citation.quote} ` : '';
  const read = `${before}${heading}. ${passage.text.slice(context.start, context.end)}`;
  const [shares] = verifier ? await verifier.verify([{ evidence: read, claim }], signal) : [];
  const texts = {
    claim,
    claimFacts: facts,
    evidence: read,
    evidenceFacts: evidence.sentences.filter((sentence) => overlaps(sentence, context)),
  };
  // Signs read the words around a fact, so that its span has to point into what is read.
  const forSigns = (): ComparedTexts => ({
    ...texts,
    evidenceFacts: extractFacts(read, undefined, library.terminology),
    terminology: library.terminology,
  });
  const isTold = isOfOnePatient(facts);
  const isClosed = said?.says === 'contradicted' || (said?.says === 'supported' && !isTold);
  const typed = isClosed ? (said.says as 'supported' | 'contradicted') : 'not-sure';
  const reading: ClaimReading = {
    ...texts,
    typed,
    typedConfidence: typedPrecision(typed),
    // A value of the same thing that differs is no matter of reading.
    ...(shares &&
      said?.turn?.kind !== 'value' && { shares: leanReading(shares, verifier?.lean, forSigns()) }),
    curves: verifier?.curves,
    ...(acceptedError !== undefined && { acceptedError }),
  };
  const [decision, checkers] = [decideClaim(reading), checkerOpinions(reading)];
  const because =
    said?.says === 'bounded' || said?.says === 'otherwise'
      ? openBecause[said.openBy ?? said.says]
      : isTold && (said || decision.verdict === 'supported') && typed !== 'contradicted'
        ? openBecause.patient
        : through && decision.verdict !== 'not-addressed' && !isClosed
          ? bearsThrough(through)
          : undefined;
  const opened = because === undefined ? decision : open(decision, because);
  if (opened.verdict !== 'not-sure' || said?.says === 'bounded') return { decision: opened, checkers };
  const own = { text: passage.text, sentences: evidence.sentences.filter((one) => overlaps(one, at)) };
  const difference =
    differenceOf({ text: claim, sentences: facts }, own, library.terminology) ??
    (said?.says === 'otherwise' ? 'It says otherwise.' : undefined);
  const abstained = [difference, opened.abstained].filter(Boolean).join(' ');
  return { decision: { ...opened, ...(abstained !== '' && { abstained }) }, checkers };
}

/** How often a reading of two sentences together is right was not measured, so that it decides nothing. */
function bearsThrough({ name, citation: { title } }: Bridge): string {
  return `It speaks of ${name}, which “${title}” names beside what the claim is about: whether the two together decide it is for a reader.`;
}

function open(decision: Decision, abstained: string): Decision {
  const { confidence } = decision;
  return { verdict: 'not-sure', basis: 'facts', confidence, abstained };
}

/** A sentence with the one before and the one after it: what "it" and "this dose" mean stands there. */
function surroundings({ sentences }: PassageEvidence, sentence: Span): Span {
  const at = sentences.findIndex((one) => overlaps(one, sentence));
  const [before, after] = [sentences[at - 1], sentences[at + 1]];
  return {
    start: before?.start ?? sentence.start,
    end: Math.max(after?.end ?? sentence.end, sentence.end),
  };
}
