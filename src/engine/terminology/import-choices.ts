import type { SnomedPart } from '../../terminologies/snomed-parts';
import type { TerminologyKind } from '../engine';

export { snomedParts } from '../../terminologies/snomed-parts';

/** The terminologies that can be imported. */
export const terminologyKinds: readonly TerminologyKind[] = ['rxnorm', 'hpo', 'snomed'];

/** Names of more words are in no note. */
export const defaultWords = 5;
/** The part of SNOMED CT that is imported where none is named: all of it is more than a check can bear. */
export const defaultSnomedParts: readonly SnomedPart[] = ['disorder'];
