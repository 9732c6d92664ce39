import { SourceIndex } from '../../src/core/evidence/source/source-index';
import { extractFacts } from '../../src/core/facts/extract';
import type { PolarityFact } from '../../src/core/facts/fact';
import { scoreCells } from './measure/f1';
import { readSetOptions } from './measure/set-options';
import { shareCell } from './measure/statistics';
import { countLabel, factFor, type Label, labelOf } from './negation/score';
import { type AnnotatedConcept, type ContextSentence, contextSentences } from './sets/read';

interface Reading {
  concept: AnnotatedConcept;
  fact: PolarityFact | undefined;
  wanted: Label;
  read: Label;
}

/** What the extractor says of the findings of a text; turns of a conversation are read as a source is. */
function read(text: string): PolarityFact[] {
  const sentences = text.includes('\n')
    ? new SourceIndex('conversation', text, '').segments.flatMap((segment) => segment.sentences)
    : extractFacts(text);
  return sentences.flatMap((sentence) => sentence.polarities);
}

function readings(sentence: ContextSentence): Reading[] {
  const facts = read(sentence.text);
  return sentence.concepts.map((concept) => {
    const fact = factFor(concept, facts);
    return { concept, fact, wanted: concept.polarity, read: labelOf(fact) };
  });
}

function share(all: readonly Reading[], is: (reading: Reading) => boolean): string {
  if (all.length === 0) return 'n. a.';
  return shareCell(all.filter(is).length, all.length);
}

function printSet(name: string, sentences: readonly ContextSentence[], examples: number): void {
  const bySentence = sentences.map(readings);
  const all = bySentence.flat();
  const found = all.filter(({ fact }) => fact !== undefined);
  console.log(`\n## ${name}: ${sentences.length} sentences, ${all.length} concepts`);
  console.log(`\nNot found by the dictionary, which counts as missed: ${all.length - found.length}.`);
  console.log(
    '\n| label | n | precision | recall | F1 [95 %] | F1 of the concepts found |\n|---|---:|---:|---:|---|---|',
  );
  for (const label of ['absent', 'present', 'uncertain', 'hypothetical'] as const) {
    const counts = bySentence.map((list) => countLabel(label, list));
    const ofFound = bySentence.map((list) =>
      countLabel(
        label,
        list.filter(({ fact }) => fact !== undefined),
      ),
    );
    const n = all.filter(({ wanted }) => wanted === label).length;
    const mark = label === 'absent' ? `**${label}**` : label;
    console.log(`| ${[mark, n, ...scoreCells(counts), scoreCells(ofFound).at(-1)].join(' | ')} |`);
  }
  const abstained = found.filter((reading) => reading.read === 'unknown').length;
  console.log(`\nFound, and left open (neither present nor absent): ${abstained}.`);
  const timed = found.filter(
    ({ concept }) => concept.polarity !== 'absent' && concept.experiencer === 'patient',
  );
  console.log(`\n| of the concepts found | n | right [95 %] |\n|---|---:|---|`);
  console.log(
    `| experiencer | ${found.length} | ${share(found, ({ concept, fact }) => concept.experiencer === fact?.experiencer)} |`,
  );
  const others = found.filter(({ concept }) => concept.experiencer !== 'patient');
  console.log(
    `| experiencer, not the patient | ${others.length} | ${share(others, ({ concept, fact }) => concept.experiencer === fact?.experiencer)} |`,
  );
  console.log(
    `| time, not absent, the patient's | ${timed.length} | ${share(timed, ({ concept, fact }) => concept.time === fact?.time)} |`,
  );
  const notNow = timed.filter(({ concept }) => concept.time !== 'current');
  console.log(
    `| time, not current | ${notNow.length} | ${share(notNow, ({ concept, fact }) => concept.time === fact?.time)} |`,
  );
  printKinds(sentences, bySentence);
  if (examples > 0) printExamples(sentences, bySentence, examples);
}

function printKinds(sentences: readonly ContextSentence[], bySentence: readonly Reading[][]): void {
  console.log(
    '\n| kind | concepts | not found | label right | absent: right / wrong / missed |\n|---|---:|---:|---:|---|',
  );
  for (const kind of [...new Set(sentences.map((sentence) => sentence.kind))].sort()) {
    const own = bySentence.filter((_, at) => sentences[at]?.kind === kind).flat();
    const { right, wrong, missed } = countLabel('absent', own);
    const same = own.filter(({ wanted, read }) => wanted === read).length;
    const lost = own.filter(({ fact }) => fact === undefined).length;
    console.log(`| ${kind} | ${own.length} | ${lost} | ${same} | ${right} / ${wrong} / ${missed} |`);
  }
}

function printExamples(
  sentences: readonly ContextSentence[],
  bySentence: readonly Reading[][],
  examples: number,
): void {
  const lines = sentences.flatMap((sentence, at) =>
    (bySentence[at] ?? []).flatMap(({ concept, fact, wanted, read }) => {
      const isSame = wanted === read && concept.experiencer === fact?.experiencer;
      if (isSame) return [];
      const context = fact ? `${read}, ${fact.experiencer}` : read;
      return [
        `${sentence.id} ${sentence.kind} «${sentence.text}» ${concept.term}: wanted ${wanted}, ${concept.experiencer}; read ${context}`,
      ];
    }),
  );
  console.log(`\n### ${lines.length} concepts that differ`);
  console.log(lines.slice(0, examples).join('\n'));
}

/** Reads findings with their context in annotated sentences, and scores negation, certainty, time and experiencer. */
export function run(args: readonly string[]): void {
  const options = readSetOptions(args, ['dev', 'test']);
  for (const name of options.sets) {
    printSet(name, contextSentences(name === 'dev' ? 'dev' : 'test'), options.examples);
  }
}
