import { extractFacts } from '../../src/core/facts/extract';
import type { MedicationFact } from '../../src/core/facts/medications/medication-fact';
import { type Attribute, attributes, countAttribute, paired, pooledAttributes } from './extraction/score';
import { scoreCells, total } from './measure/f1';
import { readSetOptions } from './measure/set-options';
import {
  type MedicationSentence,
  medicationSentences,
  sentenceTexts,
  writtenMedicationSentences,
} from './sets/read';

const sets: Record<string, () => MedicationSentence[]> = {
  dev: () => medicationSentences('dev'),
  test: () => medicationSentences('test'),
  written: writtenMedicationSentences,
  'test + written': () => [...medicationSentences('test'), ...writtenMedicationSentences()],
};

/** The medicines that the extractor reads in a sentence; one that the sentence does not name is not annotated. */
function read(text: string): MedicationFact[] {
  return extractFacts(text)
    .flatMap((sentence) => sentence.orders)
    .filter((order) => order.carried === undefined);
}

function printSet(name: string, sentences: readonly MedicationSentence[], examples: number): void {
  const texts = sentenceTexts(sentences);
  const readings = texts.map(read);
  const rows = attributes.map((attribute) => ({
    attribute,
    counts: sentences.map((sentence, at) =>
      countAttribute(sentence.medications, readings[at] ?? [], attribute),
    ),
  }));
  const pooled = sentences.map((_, at) =>
    total(
      rows.filter((row) => pooledAttributes.includes(row.attribute)).map((row) => row.counts[at] ?? none),
    ),
  );
  const medicines = sentences.reduce((sum, sentence) => sum + sentence.medications.length, 0);
  console.log(`\n## ${name}: ${sentences.length} sentences, ${medicines} medicines\n`);
  console.log('| attribute | n | right | wrong | missed | precision | recall | F1 [95 %] |');
  console.log('|---|---:|---:|---:|---:|---:|---:|---|');
  for (const { attribute, counts } of [
    ...rows,
    { attribute: `**${pooledAttributes.join(', ')}**`, counts: pooled },
  ]) {
    const { right, wrong, missed } = total(counts);
    const cells = [attribute, right + missed, right, wrong, missed, ...scoreCells(counts)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  if (examples > 0) printExamples(sentences, texts, readings, examples);
}

const none = { right: 0, wrong: 0, missed: 0 };

function printExamples(
  sentences: readonly MedicationSentence[],
  texts: readonly string[],
  facts: readonly (readonly MedicationFact[])[],
  examples: number,
): void {
  for (const attribute of attributes) {
    const lines = sentences.flatMap((sentence, at) => {
      const found = facts[at] ?? [];
      const { wrong, missed } = countAttribute(sentence.medications, found, attribute);
      if (wrong + missed === 0) return [];
      return [`${sentence.id} «${texts[at] ?? ''}» ${differences(sentence, found, attribute)}`];
    });
    if (lines.length === 0) continue;
    console.log(`\n### ${attribute}: ${lines.length} sentences that differ`);
    console.log(lines.slice(0, examples).join('\n'));
  }
}

function differences(
  sentence: MedicationSentence,
  facts: readonly MedicationFact[],
  attribute: Attribute,
): string {
  const { pairs, extra } = paired(sentence.medications, facts);
  const shown = (fact: MedicationFact | undefined): string => {
    if (!fact) return 'not found';
    const value = attribute === 'drug' || attribute === 'name' ? fact.concept.name : fact[attribute];
    return (
      JSON.stringify(value, (key, inner: unknown) => (key === 'context' ? undefined : inner)) ?? 'nothing'
    );
  };
  const wanted = (medication: (typeof pairs)[number][0]): string => {
    const {
      strengthValue,
      strengthUnit,
      doseValue,
      doseUnit,
      routeName,
      perDay,
      days,
      asNeeded,
      action,
      name,
    } = medication;
    const values = {
      drug: name,
      name,
      strength: [strengthValue, strengthUnit],
      dose: [doseValue, doseUnit],
      route: routeName,
      frequency: perDay,
      duration: days,
      asNeeded,
      action,
    };
    return JSON.stringify(values[attribute]);
  };
  return [
    ...pairs.map(
      ([medication, fact]) => `${medication.name}: wanted ${wanted(medication)}, read ${shown(fact)}`,
    ),
    ...extra.map((fact) => `not annotated: ${shown(fact)}`),
  ].join('; ');
}

/** Reads medicines with all that is said of them in annotated sentences, and scores each attribute. */
export function run(args: readonly string[]): void {
  const options = readSetOptions(args, Object.keys(sets));
  for (const name of options.sets) printSet(name, sets[name]?.() ?? [], options.examples);
}
