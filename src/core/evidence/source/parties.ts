import { relativesIn } from '../../facts/persons/persons';
import { mayBeSame } from '../../facts/persons/relative-words';
import { oncePer } from '../../once';
import { tokens } from '../../text/tokens';
import type { Turn } from '../../text/turns';
import type { SourceIndex } from './source-index';

/** Who speaks in a transcript: `patient`, `clinician`, a relative by one name, `companion` where the label does not tell which. */
export type Party = string;

const companion = 'companion';

/** Who speaks a turn; undefined under a label that names no role. */
export function partyOf({ speaker, label }: Turn): Party | undefined {
  if (speaker === 'other') return undefined;
  if (speaker !== 'family') return speaker;
  const words = tokens(label.replace(/[_'’]s?/g, ' '));
  return relativesIn(words).find((name) => name !== 'family') ?? companion;
}

/** Everybody who speaks in a source; undefined where it has no turns, or some under a label that names no role. */
export const partiesIn = oncePer((source: SourceIndex): ReadonlySet<Party> | undefined => {
  const names = source.segments.map(({ turn }) => turn && partyOf(turn));
  return names.every((name) => name !== undefined) ? new Set(names) : undefined;
});

/** True for who came along with the patient. */
export function isCompanion(party: Party): boolean {
  return party !== 'patient' && party !== 'clinician';
}

/** The party that a note names as `teller`; undefined where nobody of that name speaks, or several may be meant. */
export function partyNamed(teller: string, parties: ReadonlySet<Party>): Party | undefined {
  const meant = [...parties].filter(
    (party) =>
      party === teller ||
      (teller !== 'patient' && isCompanion(party) && (party === companion || mayBeSame(party, teller))),
  );
  return meant.length === 1 ? meant[0] : undefined;
}
