import { findingMentions } from '../evidence/source/finding-mentions';
import { ruledOutIn } from '../evidence/source/normal-findings';
import type { SourceIndex } from '../evidence/source/source-index';
import type { SentenceFacts } from '../facts/extract';
import { sameAmount } from '../facts/medications/compare';
import { overlaps } from '../text/span';
import type { Finding } from '../verdicts/finding';
import { severityOf } from '../verdicts/severity';
import type { StatementResult } from './check-statement';
import type { SeverityPolicy } from './run-checks';

/** A statement with what was made of it; facts and findings are relative to it. */
interface Checked {
  facts: readonly SentenceFacts[];
  result: StatementResult;
}

/** In which statements a finding is told to be there, or not to be. */
type Told = ReadonlyMap<string, ReadonlySet<number>>;

function toldIn(checked: readonly Checked[]): Told {
  const told = new Map<string, Set<number>>();
  checked.forEach(({ facts }, at) => {
    for (const { concept, polarity, certainty } of facts.flatMap(({ polarities }) => polarities)) {
      if (certainty === 'hypothetical') continue;
      const key = keyOf(concept.name, polarity);
      told.set(key, (told.get(key) ?? new Set()).add(at));
    }
  });
  return told;
}

const keyOf = (name: string, polarity = ''): string => `${name}\u0000${polarity}`;

/** What comes and goes: the note may deny it of one time and tell it of another. A complaint is either there or not. */
const events: ReadonlySet<string> = new Set([
  'vomiting', 'diarrhea', 'fever', 'chills', 'syncope', 'presyncope', 'seizure', 'falls', 'head injury', 'trauma', 'bleeding', 'rash',
  'confusion', 'palpitations', 'nosebleed', 'hypoglycemia', 'stridor', 'retractions', 'swelling',
]); // prettier-ignore

/** What the source says again and again is of no single event. */
function isSaidOnce(name: string, polarity: string | undefined, sources: readonly SourceIndex[]): boolean {
  return findingMentions(name, sources).filter(({ fact }) => fact.polarity === polarity).length <= 1;
}

/**
 * "Rosuvastatin 20 mg", where another statement takes it from 10 to 20, or has the former dose stopped: what the source gives
 * otherwise is the amount before.
 */
function isOfChange(finding: Finding, at: number, { facts }: Checked, checked: readonly Checked[]): boolean {
  if (finding.rule !== 'faithfulness/dose' || finding.verdict !== 'contradicted') return false;
  const own = facts
    .flatMap(({ orders }) => orders)
    .find((order) => order.strength && overlaps(order.strength, finding));
  if (!own?.strength) return false;
  const { strength } = own;
  return checked.some(
    (other, index) =>
      index !== at &&
      other.facts
        .flatMap(({ orders }) => orders)
        .filter(({ concept }) => concept.name === own.concept.name)
        .some(
          ({ strength: theirs, previous, action }) =>
            theirs &&
            (sameAmount(theirs, strength)
              ? previous !== undefined
              : own.action?.name === 'start' && action?.name === 'stop'),
        ),
  );
}

/** True when another statement than the one at `at` says of the same finding what the source does. */
function isTold(
  finding: Finding,
  at: number,
  { facts }: Checked,
  told: Told,
  sources: readonly SourceIndex[],
): boolean {
  if (finding.rule !== 'faithfulness/polarity' || finding.verdict !== 'contradicted') return false;
  // "Lungs clear. Crackles at the left base.": what is not as it should be stands there.
  const isRuledOut = facts
    .flatMap(ruledOutIn)
    .some(
      ({ concept }) =>
        overlaps(concept, finding) &&
        [...(told.get(keyOf(concept.name, 'present')) ?? [])].some((other) => other !== at),
    );
  if (isRuledOut) return true;
  return facts.some(({ polarities }) =>
    polarities.some(
      ({ concept }) =>
        overlaps(concept, finding) &&
        (finding.expected === 'absent' || events.has(concept.name)) &&
        isSaidOnce(concept.name, finding.expected, sources) &&
        [...(told.get(keyOf(concept.name, finding.expected)) ?? [])].some((other) => other !== at),
    ),
  );
}

/**
 * Takes back what typed facts call contradicted where another statement of the note says just what the source says once: one
 * fainted in the shop and not at the wheel, was sick of a medicine and not of the headache. What the evidence tells is in
 * the note already; whether this statement is of the same event is for a person to see, so that it is not sure. For times,
 * dates and sides the same costs more than it spares: notes give them again and again.
 * @param checked all statements of the note
 * @param sources what it was compared with
 * @param policy severities that the user set
 * @returns the same statements in the same order
 */
export function withoutToldElsewhere<T extends Checked>(
  checked: readonly T[],
  sources: readonly SourceIndex[],
  policy: SeverityPolicy = {},
): T[] {
  const told = toldIn(checked);
  return checked.map((own, at): T => {
    const taken = new Set(
      own.result.findings.filter(
        (finding) => isTold(finding, at, own, told, sources) || isOfChange(finding, at, own, checked),
      ),
    );
    if (taken.size === 0) return own;
    const findings = own.result.findings.map((finding) =>
      taken.has(finding) ? takenBack(finding, policy) : finding,
    );
    const isContradicted = findings.some(
      ({ axis, verdict }) => axis === 'faithfulness' && verdict === 'contradicted',
    );
    const verdict =
      own.result.verdict === 'contradicted' && !isContradicted ? 'not-sure' : own.result.verdict;
    return { ...own, result: { ...own.result, verdict, findings } };
  });
}

function takenBack(finding: Finding, policy: SeverityPolicy): Finding {
  return {
    ...finding,
    verdict: 'not-sure',
    severity: severityOf(finding, 'not-sure', undefined, policy),
    message: `${finding.message} Another statement of the note agrees with the source: is this one of the same event?`,
    fixes: [],
  };
}
