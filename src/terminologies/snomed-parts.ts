/** The parts of SNOMED CT that can be imported, by the semantic tags of its names. */
export const snomedParts = ['disorder', 'finding', 'procedure'] as const;

export type SnomedPart = (typeof snomedParts)[number];
