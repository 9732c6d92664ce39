import type { PassageEvidence } from '../../core/checks/check';
import { isComparableDose, passageConflict } from '../../core/checks/guideline/passage-conflict';
import type { Claim } from '../../core/claims/claim';
import { checkerOpinions } from '../../core/claims/checker-opinions';
import { decideClaim, type ClaimReading, type Decision } from '../../core/claims/decide-claim';
import { isFirmSupport } from '../../core/claims/firm-support';
import { leanReading } from '../../core/claims/typed-lean';
import type { ComparedTexts } from '../../core/claims/typed-signs';
import type { Citation } from '../../core/evidence/citations/citation';
import { evidenceStrength } from '../../core/evidence/passages/evidence-notes';
import { SourceIndex } from '../../core/evidence/source/source-index';
import { supportFor } from '../../core/evidence/support/support';
import { extractFacts, type SentenceFacts } from '../../core/facts/extract';
import type { QuantityFact } from '../../core/facts/fact';
import type { Passage } from '../../core/evidence/passages/passage';
import type { Verifier } from '../../core/ports';
import { overlaps, type Span } from '../../core/text/span';
import { outcomePrecision } from '../../core/verdicts/calibration';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { ActionJudge } from '../judge/action';
import { claimVerdict, deciding } from './verdict';
import { judgeClaim } from '../judge/claim';
import { citationAsEvidence, passageAsEvidence } from '../../core/judge/judge-evidence';
import type { ClaimEvidence, FactCheckedStatement } from '../engine';
import { gatherEvidence, type EvidenceSentence, type LibraryAccess } from '../library/gather-evidence';

/** What claims are checked with. */
export interface ClaimTools {
  library: LibraryAccess;
  /** How many passages the library holds. */
  passages: number;
  /** Undefined: typed comparison alone. */
  verifier: Verifier | undefined;
  /** Accepted share of wrong verdicts (0…1). */
  acceptedError: number | undefined;
  /** Asked about what is not sure without it; undefined: no language model. */
  judge?: ActionJudge | undefined;
  /** The date that a document gives itself, as written. */
  dateOf: (passage: Passage) => Promise<string | undefined>;
  /** True when the quote stands word for word in the version that the library holds. */
  isVerbatim: (citation: Citation) => Promise<boolean>;
}

/** A rule of the note's check that speaks against a claim without deciding it. */
export interface RuleDoubt {
  opinion: CheckerOpinion;
  /** Of the library, verbatim: what it rests on. */
  citations: readonly Citation[];
}

/** Sentences that are read for a claim. */
const readSentences = 5;
/** A sentence bears on a claim when, with its headings, it shares this much of its words… */
const relevantShare = 0.4;
/** …or is this close in meaning. */
const relevantSimilarity = 0.5;

/** A sentence with what it says of the claim. */
interface Read {
  found: EvidenceSentence;
  decision: Decision;
  /** What each checker says of it by itself. */
  checkers?: CheckerOpinion[];
}

/**
 * Checks one claim against the library. Passages that disagree with each other are shown side by side and leave it not
 * sure; every quote that is shown stands in the stored document.
 * @param about `topic` is what the claim is about where it does not say so itself, e.g. the problem that a plan's item stands
 * under; `isPlanStep`: it says what to do; `doubt`: a rule of the note that speaks against it
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function checkClaimInLibrary(
  claim: Claim,
  tools: ClaimTools,
  signal?: AbortSignal,
  about: { topic?: string | undefined; isPlanStep?: boolean; doubt?: RuleDoubt | undefined } = {},
): Promise<FactCheckedStatement> {
  const { topic, isPlanStep = false, doubt } = about;
  const facts = extractFacts(claim.text, undefined, tools.library.terminology);
  const { sentences, passages } = await gatherEvidence(claim.text, tools.library, signal, topic);
  const relevant = sentences.filter(
    ({ share, similarity }) => share >= relevantShare || similarity >= relevantSimilarity,
  );
  const conflict = facts
    .flatMap(({ quantities }) => quantities)
    .filter(isComparable)
    .map((fact) => ({ fact, conflict: passageConflict(fact, passages) }))
    .find((one) => one.conflict !== undefined);
  const read: Read[] = [];
  for (const found of relevant.slice(0, readSentences)) {
    read.push({ found, ...(await readSentence(claim.text, facts, found, tools, signal)) });
  }
  const evidence = await shown(read, tools);
  const rest = await shown(
    relevant.slice(readSentences, 2 * readSentences).map((found) => ({ found, decision: unread })),
    tools,
  );
  const base = { start: claim.start, end: claim.end, text: claim.text, spans: claim.spans, own: claim.own };
  if (conflict?.conflict) {
    const { title, expected, citations } = conflict.conflict;
    const quoted = await verbatim(citations, tools);
    if (quoted.length > 0) {
      return {
        ...base,
        verdict: 'contradicted',
        confidence: outcomePrecision('contradicted'),
        checkers: [{ by: 'typed-facts', verdict: 'contradicted' }],
        explanation: `${title} gives ${expected} for ${conflict.fact.concept?.name}.`,
        citations: quoted,
        evidence: [
          ...quoted.map((citation) => contradicting(citation, passages)),
          ...evidence.filter(({ citation }) => !quoted.some((other) => samePlace(other, citation))),
          ...rest,
        ],
      };
    }
  }
  const verdict = claimVerdict(evidence, tools.verifier !== undefined);
  // Passages that disagree are shown with what each says; no single one stands for them.
  const opinions = verdict.disagreement ? [] : deciding(verdict.verdict, evidence);
  const checkers = [...opinions, ...(doubt ? [doubt.opinion] : [])];
  const checked: FactCheckedStatement = {
    ...base,
    ...verdict,
    ...(checkers.length > 0 && { checkers }),
    evidence: [...evidence, ...rest],
  };
  const { judge, isVerbatim } = tools;
  if (!judge) return checked;
  const found = [...new Set(relevant.map((sentence) => sentence.evidence.passage))];
  const shownToJudge = [
    ...(doubt ? doubt.citations.map(citationAsEvidence) : []),
    ...found.map(passageAsEvidence),
  ];
  return judgeClaim(checked, shownToJudge, { judge, isVerbatim, isPlanStep }, signal);
}

// A sentence that was found and not read: there were better ones.
const unread: Decision = {
  verdict: 'not-sure',
  basis: 'reading',
  confidence: 0,
  abstained: 'It was not read: better passages were.',
};

async function readSentence(
  claim: string,
  facts: readonly SentenceFacts[],
  { evidence, citation }: EvidenceSentence,
  { verifier, acceptedError, library }: ClaimTools,
  signal?: AbortSignal,
): Promise<Omit<Read, 'found'>> {
  const { passage } = evidence;
  const at = { start: citation.start - passage.start, end: citation.end - passage.start };
  const source = new SourceIndex(
    passage.document,
    passage.text.slice(at.start, at.end),
    passage.version,
    library.terminology,
  );
  const isSupported = supportFor(facts, source).supported && isFirmSupport(claim, facts, source, source.text);
  const typed = isSupported ? 'supported' : 'not-sure';
  const context = surroundings(evidence, at);
  const text = passage.text.slice(context.start, context.end);
  const heading = [passage.title, ...passage.section].join(', ');
  const read = `${heading}. ${text}`;
  const [shares] = verifier ? await verifier.verify([{ evidence: read, claim }], signal) : [];
  const texts = {
    claim,
    claimFacts: facts,
    evidence: read,
    evidenceFacts: evidence.sentences.filter((sentence) => overlaps(sentence, context)),
  };
  // Signs read the words around a fact, so that its span has to point into what is read.
  const compared = (): ComparedTexts => ({
    ...texts,
    evidenceFacts: extractFacts(read, undefined, library.terminology),
    terminology: library.terminology,
  });
  const reading: ClaimReading = {
    ...texts,
    typed,
    typedConfidence: outcomePrecision(typed),
    ...(shares && { shares: leanReading(shares, verifier?.lean, compared()) }),
    curves: verifier?.curves,
    ...(acceptedError !== undefined && { acceptedError }),
  };
  return { decision: decideClaim(reading), checkers: checkerOpinions(reading) };
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

/** The evidence as it is shown: only quotes that stand word for word in the stored document, decisive ones first. */
async function shown(read: readonly Read[], tools: ClaimTools): Promise<ClaimEvidence[]> {
  const all = await Promise.all(
    read.map(async ({ found, decision, checkers }) => {
      const { citation, evidence, also } = found;
      if (!(await tools.isVerbatim(citation))) return [];
      const { verdict, confidence, abstained } = decision;
      const date = await tools.dateOf(evidence.passage);
      const strength = evidenceStrength(evidence.passage.text);
      return [
        {
          citation,
          verdict,
          confidence,
          also,
          ...(abstained !== undefined && { abstained }),
          ...(checkers && { checkers }),
          ...(date !== undefined && { date }),
          ...(strength !== undefined && { strength }),
        },
      ];
    }),
  );
  const rank = { contradicted: 0, supported: 0, 'not-sure': 1, 'not-addressed': 2 };
  return all.flat().sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}

async function verbatim(citations: readonly Citation[], tools: ClaimTools): Promise<Citation[]> {
  const stands = await Promise.all(citations.map((citation) => tools.isVerbatim(citation)));
  return citations.filter((_, at) => stands[at]);
}

function contradicting(citation: Citation, passages: readonly PassageEvidence[]): ClaimEvidence {
  const holder = passages.find(({ passage }) => passage.document === citation.document)?.passage;
  const strength = holder && evidenceStrength(holder.text);
  return {
    citation,
    verdict: 'contradicted',
    confidence: outcomePrecision('contradicted'),
    also: [],
    ...(strength !== undefined && { strength }),
  };
}

function samePlace(a: Citation, b: Citation): boolean {
  return a.document === b.document && overlaps(a, b);
}

/**
 * True for a value that a guideline can contradict: a dose or its frequency, or a bound on a measurement ("below 130").
 * A patient's own measurement is no claim about guidelines.
 */
function isComparable(fact: QuantityFact): boolean {
  if (isComparableDose(fact)) return true;
  if (fact.concept?.kind === 'medication') return fact.unit.dimension === 'frequency';
  return fact.concept?.kind === 'measurement' && (fact.comparator === '<' || fact.comparator === '>');
}
