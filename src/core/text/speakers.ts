import labels from './speaker-labels.json';

/** Who says something in a transcript. `family` is anybody who came along or speaks for the patient. */
export type SpeakerRole = 'clinician' | 'patient' | 'family' | 'other';

const roles: [SpeakerRole, ReadonlySet<string>][] = [
  ['clinician', new Set(labels.clinician)],
  ['patient', new Set(labels.patient)],
  ['family', new Set(labels.family)],
];
const possessives = new Set(labels.ofThePatient);

/** No label that names a role is longer than this, in words. */
const longestName = 2;

/**
 * Who speaks under a label: "DOCTOR", "Dr Smith", "patient_guest", "Mum", "D", "Patient's daughter". A label that begins
 * with no known word ("John") is `other`.
 * @param label the label without brackets and colon
 */
export function speakerRole(label: string): SpeakerRole {
  const words = label
    .toLowerCase()
    .replace(/[_.]+/g, ' ')
    .replaceAll('’', "'")
    .trim()
    .split(/[\s/]+/);
  // "Patient's daughter", "the father": who it is stands behind.
  for (const taken of [2, 1]) {
    const rest = words.slice(taken);
    if (rest.length > 0 && possessives.has(words.slice(0, taken).join(' '))) {
      const role = roleOf(rest);
      if (role !== 'other') return role;
    }
  }
  const role = roleOf(words);
  if (role !== 'other') return role;
  // "Triage nurse", "ED doc": what kind of clinician stands before.
  return roleOf(words.slice(-1)) === 'clinician' ? 'clinician' : 'other';
}

function roleOf(words: readonly string[]): SpeakerRole {
  for (let length = longestName; length > 0; length--) {
    if (words.length < length) continue;
    const name = words.slice(0, length).join(' ').replace(/\d+$/, '');
    const found = roles.find(([, names]) => names.has(name));
    if (found) return found[0];
  }
  return 'other';
}
