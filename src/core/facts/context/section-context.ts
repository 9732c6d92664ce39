import type { SectionKind } from '../../text/section-kind';
import type { FindingContext } from '../fact';

/**
 * How a finding is meant in a section of this kind, where its own sentence leaves the question open: under "Family
 * history" it is a relative's, under "Past history" of another time, in instructions and return precautions it has not
 * happened. After ConText's use of sections (Harkema et al., J Biomed Inform 2009;42:839–851).
 */
export function inSection<T extends FindingContext>(fact: T, kind: SectionKind): T {
  switch (kind) {
    case 'family-history':
      return fact.experiencer === 'patient' ? { ...fact, experiencer: 'family' } : fact;
    case 'past-history':
      // What is denied there has never been so: "No diabetes" under past history denies it for now too.
      return fact.time === 'current' && fact.polarity !== 'absent' ? { ...fact, time: 'past' } : fact;
    case 'instructions':
      return fact.certainty === 'hypothetical'
        ? fact
        : { ...fact, certainty: 'hypothetical', time: 'future' };
    case 'plan':
      return fact.time === 'current' ? { ...fact, time: 'future' } : fact;
    default:
      return fact;
  }
}
