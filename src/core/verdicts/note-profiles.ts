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
  /** Headings that a note of another kind has beside them. */
  never?: RegExp;
  /** A label with its text on the same line ("FINDINGS: clear lungs") is a heading of it, too. */
  labels?: true;
  /** Severities that differ from the rules' own, each with its reason. */
  severities: Partial<Record<RuleCode, Severity>>;
}

// In the order in which they are tried: a discharge letter may hold an assessment and a plan too.
const profiles: Record<Exclude<NoteProfile, 'general'>, ProfileRules> = {
  radiology: {
    headings: [
      /^(?:(?:imaging|radiology|ct|mri|x-?ray|ultrasound)\b.*)?findings$/i,
      /^(?:impression|conclusion|opinion)s?$/i,
    ],
    needed: 2,
    labels: true,
    // Findings and an impression stand in a clinician's note too.
    never:
      /^(?:p|a\/p|plan|ros|review of systems|physical exam(?:ination)?|(?:past )?medical history|pmhx?|assessment\b.*|subjective|history of present(?:ing)? .*|hpi|medications?|allergies|vitals?.*)$/i,
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

/** "FINDINGS: …", "**Impression:** …" at the start of a line. */
const lineLabel = /^[ \t]*[*_#>-]{0,3}[ \t]*(\p{L}[\p{L} /&-]{0,40}?)[*_ ]{0,3}:/gmu;

const salutation = /^\s*dear\b[^\n]{2,60}$/im;
/** What the writer of a letter asks for; "thank you for referring" answers one. */
const asksToSee =
  /\b(?:thank you for (?:seeing|reviewing)|grateful (?:for your|if you)|(?:please|kindly|could you|would you)\b[^.\n]{0,20}\b(?:see|review|assess)|i (?:am|would like to) refer(?:ring)?)\b/i;

/**
 * Tells the kind of a note from its headings, and a letter that refers from its salutation and what it asks for.
 * @param text the whole note
 */
export function profileOf(sections: readonly Section[], text = ''): NoteProfile {
  const headed = sections.map(({ title }) => title.replace(/[:*_]+$/, '').trim());
  const labelled = [...headed, ...[...text.matchAll(lineLabel)].map(([, label = '']) => label.trim())];
  for (const name of ['radiology', 'discharge', 'referral', 'soap'] as const) {
    const { headings, needed, never, labels } = profiles[name];
    const titles = labels ? labelled : headed;
    if (never && titles.some((title) => never.test(title))) continue;
    const found = headings.filter((heading) => titles.some((title) => heading.test(title)));
    if (found.length >= needed) return name;
    if (name === 'referral' && salutation.test(text) && asksToSee.test(text)) return name;
  }
  return 'general';
}

/** The severities that a kind of note asks for; what the user set comes before them. */
export function severitiesOf(profile: NoteProfile): Partial<Record<RuleCode, Severity>> {
  return profile === 'general' ? {} : profiles[profile].severities;
}
