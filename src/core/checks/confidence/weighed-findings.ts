import type { SourceIndex } from '../../evidence/source/source-index';
import type { Finding } from '../../verdicts/finding';
import { severityOf } from '../../verdicts/severity';
import type { StatementResult } from '../check-statement';
import type { SeverityPolicy } from '../run-checks';
import { isWeighed, surenessOf } from './finding-confidence';
import { findingFeatures, type WeighedStatement } from './finding-features';
import { whyDoubtful } from './why-doubtful';

/** A statement of the note with what was made of it; facts and findings are relative to it. */
interface Checked extends WeighedStatement {
  result: StatementResult;
}

/** The same statement, and its findings as they are to be shown. */
export interface Weighed<T> {
  checked: T;
  findings: Finding[];
}

/**
 * Gives each contradiction of a source a confidence of its own, and takes those back that too little speaks for: such a one is
 * not sure, for a person to look at, and so is a statement that nothing else contradicts. It never becomes supported.
 * @param checked all statements of the note
 * @param findings the findings of each, those about the whole note included
 * @param sources what it was compared with
 * @param policy severities that the user set
 * @returns one entry per statement, in the same order
 */
export function weighFindings<T extends Checked>(
  checked: readonly T[],
  findings: readonly (readonly Finding[])[],
  sources: readonly SourceIndex[],
  policy: SeverityPolicy = {},
): Weighed<T>[] {
  return checked.map((own, at): Weighed<T> => {
    const weighed = (findings[at] ?? []).map((finding) => weigh(finding, at, checked, sources, policy));
    const isTakenBack = weighed.some((finding, index) => finding.verdict !== findings[at]?.[index]?.verdict);
    const isContradicted = weighed.some(
      ({ axis, verdict }) => axis === 'faithfulness' && verdict === 'contradicted',
    );
    const isOpen = own.result.verdict === 'contradicted' && isTakenBack && !isContradicted;
    return {
      checked: isOpen ? { ...own, result: { ...own.result, verdict: 'not-sure' } } : own,
      findings: weighed,
    };
  });
}

function weigh(
  finding: Finding,
  at: number,
  statements: readonly WeighedStatement[],
  sources: readonly SourceIndex[],
  policy: SeverityPolicy,
): Finding {
  if (finding.verdict !== 'contradicted' || finding.axis !== 'faithfulness') return finding;
  // Reading them takes the whole note and its sources, and no other rule is moved by them.
  const features = isWeighed(finding.rule) ? findingFeatures(finding, at, statements, sources) : undefined;
  const { confidence, isDoubtful } = surenessOf(finding.rule, features);
  if (!isDoubtful || !features) return { ...finding, confidence };
  return {
    ...finding,
    confidence,
    verdict: 'not-sure',
    severity: severityOf(finding, 'not-sure', undefined, policy),
    message: `${finding.message} It is not sure, since ${whyDoubtful(finding.rule, features)}: please look.`,
    fixes: [],
  };
}
