import type { Section } from '../../text/sections';

const plan =
  /\b(?:plan|recommendations?|treatment|instructions?|disposition|prescriptions?|orders?|assessment|impression)\b/i;
const medicationList = /\b(?:medications?|medicines?|meds|drugs?|drug history|dh)\b/i;
const allergies = /\ballerg/i;

/** True for a section that says what is to be done. A section without a title may be any, and counts. */
export function isPlan(section: Section | undefined): boolean {
  return section === undefined || section.title === '' || plan.test(section.title);
}

/** True for a list of what the patient takes. */
export function isMedicationList(section: Section | undefined): boolean {
  return section !== undefined && medicationList.test(section.title) && !isAllergyList(section);
}

/** True for a list of allergies. */
export function isAllergyList(section: Section | undefined): boolean {
  return section !== undefined && allergies.test(section.title);
}

/** True for what was seen on examination: it is of that hour, and a history is of days. */
export function isExamination(section: Section | undefined): boolean {
  return section !== undefined && /\bexam/i.test(section.title);
}
