import { createHash } from 'node:crypto';
import {
  actions,
  type AnnotatedMedication,
  type ContextSentence,
  experiencers,
  type MedicationSentence,
  type Offsets,
  polarities,
  routeNames,
  times,
} from './read';

/** The first 16 hex digits of a sentence's SHA-256. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id}: used twice`);
}

const isOneOf = (list: readonly unknown[], value: unknown): boolean => list.includes(value);
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

// A value without the words that give it, or the reverse, is a slip of the annotator. As-needed has no span.
function medicationFaults(medication: AnnotatedMedication, length: number): string[] {
  const { drug, strength, dose, route, frequency, duration } = medication;
  const faults: string[] = [];
  const spans: Record<string, Offsets | null> = { drug, strength, dose, route, frequency, duration };
  for (const [name, span] of Object.entries(spans)) {
    if (span === null) continue;
    const [start, end] = span;
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > length)
      faults.push(`${name} [${start}, ${end}) is not within the sentence`);
  }
  if (!medication.name || medication.name !== medication.name.toLowerCase())
    faults.push(`name "${medication.name}" is not lowercase`);
  const ingredients = medication.name.split('/');
  if (ingredients.join('/') !== [...ingredients].sort().join('/'))
    faults.push(`name "${medication.name}" is not in alphabetical order`);
  if ((strength !== null) !== isNumber(medication.strengthValue)) faults.push('strength without its value');
  if ((dose !== null) !== isNumber(medication.doseValue)) faults.push('dose without its value');
  if ((route !== null) !== isOneOf(routeNames, medication.routeName))
    faults.push('route without its canonical name');
  if (medication.perDay !== null && (frequency === null || !isNumber(medication.perDay)))
    faults.push('perDay without a frequency');
  if (medication.perDayMin !== undefined && !(medication.perDayMin < (medication.perDay ?? 0)))
    faults.push('perDayMin is not below perDay');
  if ((duration !== null) !== isNumber(medication.days)) faults.push('duration without its days');
  if (typeof medication.asNeeded !== 'boolean') faults.push('asNeeded is not a boolean');
  if (!isOneOf(actions, medication.action)) faults.push(`unknown action "${medication.action}"`);
  return faults;
}

/** What is wrong with annotated medication sentences, told without their texts: one line per fault, none if right. */
export function medicationSentenceFaults(sentences: readonly MedicationSentence[]): string[] {
  const faults = repeated(sentences.map(({ id }) => id));
  for (const sentence of sentences) {
    const { id, start, end, sha256, text, medications } = sentence;
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end)
      faults.push(`${id}: [${start}, ${end}) is no range`);
    if (!/^[0-9a-f]{16}$/.test(sha256)) faults.push(`${id}: "${sha256}" is no hash`);
    if ((sentence.set === 'written') !== (text !== undefined))
      faults.push(`${id}: only an own sentence carries its text`);
    for (const medication of medications)
      faults.push(...medicationFaults(medication, end - start).map((fault) => `${id}: ${fault}`));
  }
  return faults;
}

/** The sentences whose text is not the one that was annotated. */
export function changedSentences(
  sentences: readonly MedicationSentence[],
  texts: readonly string[],
): string[] {
  return sentences.filter(({ sha256 }, at) => hashOf(texts[at] ?? '') !== sha256).map(({ id }) => id);
}

/** What is wrong with sentences for negation and context: one line per fault, none if right. */
export function contextSentenceFaults(sentences: readonly ContextSentence[]): string[] {
  const faults = [...repeated(sentences.map(({ id }) => id)), ...repeated(sentences.map(({ text }) => text))];
  for (const { id, text, concepts, kind } of sentences) {
    if (!kind) faults.push(`${id}: no kind`);
    if (concepts.length === 0) faults.push(`${id}: no concept`);
    for (const { term, start, end, name, polarity, time, experiencer } of concepts) {
      if (text.slice(start, end) !== term) faults.push(`${id}: "${term}" is not at [${start}, ${end})`);
      if (!name || name !== name.toLowerCase()) faults.push(`${id}: name "${name}" is not lowercase`);
      if (!isOneOf(polarities, polarity)) faults.push(`${id}: unknown polarity "${polarity}"`);
      if (!isOneOf(times, time)) faults.push(`${id}: unknown time "${time}"`);
      if (!isOneOf(experiencers, experiencer)) faults.push(`${id}: unknown experiencer "${experiencer}"`);
    }
  }
  return faults;
}
