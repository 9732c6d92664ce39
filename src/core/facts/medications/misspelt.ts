import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import type { Token } from '../../text/tokens';
import { spanOf, wordAt } from '../token-reach';
import type { MedicationFact } from './medication-fact';
import type { Part } from './parts';

/** A word that is taken for the slip of a medicine's name. */
export interface MisspeltMention extends TermMention {
  misspelling: NonNullable<MedicationFact['misspelling']>;
}

/** So many tokens may stand between a name and its amount ("lisinoprol to 20 mg", "lisinoprol, 20 mg"). */
const amountGap = 1;

/** True where a medicine's name is expected: right before an amount or a frequency, or after "start", "continue". */
function isNamePlace(list: readonly Token[], at: number, parts: readonly Part[]): boolean {
  const before = /^(?:the|your|his|her|on|taking)$/.test(wordAt(list, at - 1)) ? at - 1 : at;
  return parts.some(({ kind, from, to }) => {
    if (kind === 'strength') return from > at && from - at - 1 <= amountGap;
    if (kind === 'dose' || kind === 'frequency') return from === at + 1;
    return kind === 'action' && to === before;
  });
}

/**
 * Finds misspelt medicines: words that stand where a name is expected, are in no dictionary, and are nearly the name of
 * one medicine and no other.
 * @param parts what the sentence says of medicines
 * @param named the medicines that were found by their names
 */
export function misspeltNames(
  list: readonly Token[],
  parts: readonly Part[],
  named: readonly TermMention[],
  terminology: Terminology,
): MisspeltMention[] {
  if (parts.length === 0) return [];
  return list.flatMap((token, at): MisspeltMention[] => {
    const taken =
      named.some(({ from, to }) => from <= at && at < to) || parts.some((p) => p.from <= at && at < p.to);
    if (token.kind !== 'word' || taken || !isNamePlace(list, at, parts)) return [];
    const candidates = terminology.nearestMedication(token.text);
    const [first] = candidates;
    if (!first || candidates.length > 1) return [];
    return [
      {
        concept: { kind: 'medication', name: first.name, ...spanOf(list, at, at + 1) },
        from: at,
        to: at + 1,
        misspelling: { written: token.text, candidates: candidates.map(({ form }) => form) },
      },
    ];
  });
}
