import type { Section } from '../text/sections';
import type { RuleCode, Severity } from './finding';

/** The kinds of note that ask for different rules. `general` is every other one. */
export const noteProfiles = ['general', 'soap', 'discharge', 'radiology', 'referral'] as const;

/** What a note is for; decides which rules are worth its reader's time. */
export type NoteProfile = (typeof noteProfiles)[number];

interface ProfileRules {
  /** Headings that tell the kind of note, each group once. */
  headings: RegExp[];
  /** How many of the groups a note needs. */
  needed: number;
  /** Severities that differ from the rules' own, each with its reason. */
  severities: Partial<Record<RuleCode, Severity>>;
}

// In the order in which they are tried: a discharge letter may hold an assessment and a plan too.
const profiles: Record<Exclude<NoteProfile, 'general'>, ProfileRules> = {
  radiology: {
    headings: [
      /^(?:(?:imaging|radiology|ct|mri|x-?ray|ultrasound)\b.*)?findings$/i,
      /^(?:impression|conclusion|opinion)s?$/i,
      /^(?:technique|comparison|protocol|clinical (?:indication|information|details)|indication|examination|exam)$/i,
    ],
    needed: 3,
    severities: {
      // The image is the source of the findings, and it is not text.
      'faithfulness/finding-not-found': 'off',
      'faithfulness/value-left-over': 'off',
      'faithfulness/value-not-found': 'off',
      'consistency/order': 'off',
      'consistency/medication-list': 'off',
      // The report is what a side is checked against before a procedure.
      'consistency/laterality': 'error',
    },
  },
  discharge: {
    headings: [
      /discharge/i,
      /^(?:(?:brief )?hospital course|course (?:in|of) hospital|clinical course|admission)/i,
      /^(?:date of )?(?:admission|discharge)(?: date| medications?| diagnos[ie]s)?$/i,
    ],
    needed: 1,
    severities: {
      // Course, diagnoses and medication list repeat each other by design.
      'consistency/duplicate': 'off',
      // It is the list that the next prescriber copies.
      'consistency/medication-list': 'error',
    },
  },
  referral: {
    headings: [
      /referral/i,
      /^(?:reason for (?:referral|consult(?:ation)?)|dear\b.*|consult(?:ation)? request)/i,
    ],
    needed: 1,
    severities: {
      // The reader writes the orders.
      'consistency/order': 'off',
    },
  },
  soap: {
    headings: [
      /^(?:s|subjective|history of present illness|hpi|presenting complaint|chief complaint)$/i,
      /^(?:o|objective|physical exam(?:ination)?|examination|exam|vitals?(?: signs)?)$/i,
      /^(?:a|assessment|impression|diagnos[ie]s|assessment (?:and|&) plan|a\/p)$/i,
      /^(?:p|plan|management|assessment (?:and|&) plan|a\/p)$/i,
    ],
    needed: 3,
    severities: {},
  },
};

/** Tells the kind of a note from its headings. */
export function profileOf(sections: readonly Section[]): NoteProfile {
  const titles = sections.map(({ title }) => title.replace(/[:*_]+$/, '').trim());
  for (const name of ['radiology', 'discharge', 'referral', 'soap'] as const) {
    const { headings, needed } = profiles[name];
    const found = headings.filter((heading) => titles.some((title) => heading.test(title)));
    if (found.length >= needed) return name;
  }
  return 'general';
}

/** The severities that a kind of note asks for; what the user set comes before them. */
export function severitiesOf(profile: NoteProfile): Partial<Record<RuleCode, Severity>> {
  return profile === 'general' ? {} : profiles[profile].severities;
}
