import type { Claim } from '../../core/claims/claim';
import type { Citation } from '../../core/evidence/citations/citation';
import type { Passage } from '../../core/evidence/passages/passage';
import { extractFacts } from '../../core/facts/extract';
import type { Verifier } from '../../core/ports';
import { citationAsEvidence, passageAsEvidence } from '../../core/judge/judge-evidence';
import { languageReason } from '../../core/text/language';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { ActionJudge } from '../judge/action';
import { judgeClaim } from '../judge/claim';
import type { FactCheckedStatement } from '../engine';
import { namesClassOf, thingsIn } from '../library/things';
import { gatherEvidence, type EvidenceSentence, type LibraryAccess } from '../library/gather-evidence';
import { shownEvidence, unreadEvidence } from './claim-evidence';
import { readableEvidence } from './readable-evidence';
import { compareWithPassages, readSentence, speaksOfClass, type Read } from './passage-readings';
import { besideEachOther, disagreeing, saidIn } from './beside-each-other';
import { chosenSentences } from './chosen-sentences';
import { mergeEqualSentences } from './equal-sentences';
import { claimVerdict, deciding } from './verdict';

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

/**
 * Checks one claim against the library. Passages that disagree with each other are shown side by side and leave it not
 * sure; every quote that is shown stands in the stored document.
 * @param about `topic` is what the claim is about where it does not say so itself, e.g. the problem that a plan's item stands
 * under; `isPlanStep`: it says what to do; `isOrder`: it is one, and only its doses are compared;
 * `doubt`: a rule of the note that speaks against it
 * @throws AttestError `cancelled`, `model-missing`
 */
export async function checkClaimInLibrary(
  claim: Claim,
  tools: ClaimTools,
  signal?: AbortSignal,
  about: {
    topic?: string | undefined;
    isPlanStep?: boolean;
    isOrder?: boolean;
    doubt?: RuleDoubt | undefined;
  } = {},
): Promise<FactCheckedStatement> {
  const { topic, isPlanStep = false, isOrder = false, doubt } = about;
  const facts = extractFacts(claim.text, undefined, tools.library.terminology);
  const gathered = await gatherEvidence(claim.text, tools.library, signal, topic);
  const { sentences, passages, foreign } = await readableEvidence(gathered);
  if (foreign !== undefined) return unscored(claim, languageReason('what the library holds on it', foreign));
  const compared = compareWithPassages(facts, sentences, passages, tools, isPlanStep || isOrder);
  const distinct = mergeEqualSentences(compared.sentences, tools.library.terminology);
  const { relevant, toRead, unread } = chosenSentences(distinct);
  const read: Read[] = [];
  for (const one of toRead) {
    const said = await readSentence(claim.text, facts, one, tools, signal);
    read.push({ found: one.found, ...openForClass(claim, one.found, said, tools) });
  }
  const saidOf = saidIn(relevant);
  const evidence = await shownEvidence(besideEachOther(read, saidOf, tools.library.terminology), tools);
  const rest = await unreadEvidence(
    unread.map(({ found }) => found),
    tools,
  );
  const base = { start: claim.start, end: claim.end, text: claim.text, spans: claim.spans, own: claim.own };
  const apart = disagreeing(read, saidOf, tools.library.terminology);
  const verdict = claimVerdict(evidence, tools.verifier !== undefined, apart);
  // Passages that disagree about it are shown with what each says; no single one stands for them.
  const isTorn = verdict.disagreement === true && verdict.verdict === 'not-sure';
  const opinions = isTorn ? [] : deciding(verdict.verdict, evidence);
  const checkers = [...opinions, ...(doubt ? [doubt.opinion] : [])];
  const { slip } = compared;
  const checked: FactCheckedStatement = {
    ...base,
    ...verdict,
    ...(checkers.length > 0 && { checkers }),
    ...(slip &&
      verdict.verdict === 'contradicted' &&
      !verdict.disagreement && {
        explanation: `${slip.title} gives ${slip.expected} for ${slip.fact.concept?.name}.`,
      }),
    evidence: [...evidence, ...rest],
  };
  const { judge, isVerbatim } = tools;
  if (!judge) return checked;
  const found = [...new Set(relevant.map((sentence) => sentence.found.evidence.passage))];
  const shownToJudge = [
    ...(doubt ? doubt.citations.map(citationAsEvidence) : []),
    ...found.map(passageAsEvidence),
  ];
  return judgeClaim(checked, shownToJudge, { judge, isVerbatim, isPlanStep }, signal);
}

/** What is said of a class of medicines bears on each of them, whatever a verifier makes of it that may not know which those are. */
function openForClass(
  { text }: Claim,
  { citation }: EvidenceSentence,
  said: Omit<Read, 'found'>,
  { library: { terminology } }: ClaimTools,
): Omit<Read, 'found'> {
  const { decision } = said;
  if (decision.verdict !== 'not-addressed') return said;
  if (!namesClassOf(thingsIn(text, terminology), thingsIn(citation.quote, terminology))) return said;
  return { ...said, decision: { ...decision, verdict: 'not-sure', abstained: speaksOfClass } };
}

/** A statement that is not scored, with the reason. */
export function unscored({ start, end, text, spans, own }: Claim, explanation: string): FactCheckedStatement {
  return { start, end, text, spans, own, verdict: 'not-scored', explanation, citations: [], evidence: [] };
}
