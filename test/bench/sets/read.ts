import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aciBenchNotes } from '../data/aci-bench';
import { mtsDialogNotes } from '../data/mts-dialog';
import type { NotePair } from '../data/note-pair';

/** `dev` may be looked at while rules are written; of `test` only counts may. */
export type Part = 'dev' | 'test';
/** UTF-16 offsets [start, end). */
export type Offsets = [number, number];

export const routeNames = [
  'oral',
  'intravenous',
  'intramuscular',
  'subcutaneous',
  'inhaled',
  'topical',
  'rectal',
  'nasal',
  'ophthalmic',
  'otic',
  'sublingual',
  'transdermal',
  'vaginal',
] as const;
export const actions = [
  'start',
  'stop',
  'continue',
  'change',
  'increase',
  'decrease',
  'hold',
  'none',
] as const;

/** One mention of a medicine; its spans are relative to the sentence. README.md says what counts. */
export interface AnnotatedMedication {
  drug: Offsets;
  /** Lowercase generic ingredient; those of a combination in alphabetical order with "/" between. */
  name: string;
  strength: Offsets | null;
  /** Of a range the highest, of a combination the one named first. */
  strengthValue: number | null;
  /** The lowest of a range. */
  strengthMin?: number;
  /** Null when only the number is said. */
  strengthUnit: string | null;
  dose: Offsets | null;
  doseValue: number | null;
  doseMin?: number;
  doseUnit: string | null;
  route: Offsets | null;
  routeName: (typeof routeNames)[number] | null;
  frequency: Offsets | null;
  /** Times a day; of a range the highest. */
  perDay: number | null;
  /** The lowest of a range. */
  perDayMin?: number;
  duration: Offsets | null;
  days: number | null;
  asNeeded: boolean;
  action: (typeof actions)[number];
}

/** A sentence of somebody else's data by its place: `text` is there only where the sentence is our own. */
export interface MedicationSentence {
  id: string;
  set: 'aci-bench' | 'mts-dialog' | 'written';
  split: 'train' | 'valid' | 'none';
  /** ACI-Bench's encounter or MTS-Dialog's row. */
  document: string;
  field: 'note' | 'dialogue' | 'none';
  start: number;
  end: number;
  /** The first 16 hex digits of the SHA-256 of the sentence (UTF-8). */
  sha256: string;
  text?: string;
  medications: AnnotatedMedication[];
}

export const polarities = ['present', 'absent', 'uncertain', 'hypothetical'] as const;
export const times = ['current', 'past', 'future'] as const;
export const experiencers = ['patient', 'family', 'other'] as const;

/** A problem in a sentence with what the sentence says of it. */
export interface AnnotatedConcept {
  term: string;
  start: number;
  end: number;
  name: string;
  polarity: (typeof polarities)[number];
  time: (typeof times)[number];
  experiencer: (typeof experiencers)[number];
}

/** A sentence of the negation and context set; line breaks part the turns of a conversation. */
export interface ContextSentence {
  id: string;
  text: string;
  concepts: AnnotatedConcept[];
  kind: string;
}

const folder = resolve('test/bench/sets');

function records<T>(name: string): T[] {
  return readFileSync(resolve(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** The annotated medication sentences of one part, without their texts (see {@link sentenceTexts}). */
export function medicationSentences(part: Part): MedicationSentence[] {
  return records<MedicationSentence>(`medication-sentences.${part}`);
}

/** The medication sentences written for this project; they carry their text. */
export function writtenMedicationSentences(): MedicationSentence[] {
  return records<MedicationSentence>('medication-written.test');
}

/** The sentences for negation and context of one part. */
export function contextSentences(part: Part): ContextSentence[] {
  return records<ContextSentence>(`negation.${part}`);
}

/**
 * The text of each sentence, in the order given.
 * @throws Error that says what to do when the data sets are not there, or that names a sentence that is not in them
 */
export function sentenceTexts(sentences: readonly MedicationSentence[]): string[] {
  const sets = new Map<string, Map<string, NotePair>>();
  const documents = ({ set, split }: MedicationSentence): Map<string, NotePair> => {
    const key = `${set} ${split}`;
    const known = sets.get(key);
    if (known) return known;
    const pairs =
      set === 'mts-dialog' ? mtsDialogNotes() : aciBenchNotes(split === 'valid' ? 'valid' : 'train');
    const byId = new Map(pairs.map((pair) => [pair.id, pair]));
    sets.set(key, byId);
    return byId;
  };
  return sentences.map((sentence) => {
    if (sentence.text !== undefined) return sentence.text;
    const pair = documents(sentence).get(sentence.document);
    if (!pair) throw new Error(`${sentence.id}: ${sentence.set} has no document ${sentence.document}.`);
    const field = sentence.field === 'note' ? pair.note : pair.source;
    return field.slice(sentence.start, sentence.end);
  });
}
