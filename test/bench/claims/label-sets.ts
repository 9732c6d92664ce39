import type { LabelledPair } from '../data/claim-pairs';
import { accuracy, byCloseness, figure, macroF1, majority, surest, type Answer } from './scores';
import { answerOf, cosine, progress, verified, wordOverlap, type Tools } from './tools';

const [fullCoverage, partCoverage] = [1, 0.8];

/** Measures a set of labelled pairs beside what needs no model, and prints it. */
export async function measureLabels(
  name: string,
  pairs: readonly LabelledPair[],
  tools: Tools,
): Promise<void> {
  const [read, typed, near]: [Answer[], Answer[], number[]] = [[], [], []];
  const verdicts: { said: string; label: string }[] = [];
  for (const [at, pair] of pairs.entries()) {
    const [shares] = await tools.verifier.verify([pair]);
    if (shares) read.push(answerOf(pair, shares));
    const { verdict, probabilities } = await verified(pair, tools);
    typed.push(answerOf(pair, probabilities));
    verdicts.push({ said: verdict, label: pair.label });
    near.push(await cosine(pair, tools));
    progress(name, at + 1, pairs.length);
  }
  const rows: [string, Answer[]][] = [
    ['majority class', majority(pairs.map(({ label }) => label))],
    [
      'word overlap',
      byCloseness(
        pairs.map((pair) => ({ label: pair.label, score: wordOverlap(pair) })),
        macroF1,
      ),
    ],
    [
      'embedding cosine',
      byCloseness(
        pairs.map(({ label }, at) => ({ label, score: near[at] ?? 0 })),
        macroF1,
      ),
    ],
    ['verifier alone', read],
    ['**verifier and typed facts**', typed],
  ];
  console.log(`\n### ${name}, ${pairs.length} pairs\n`);
  console.log('| by | macro-F1 [95 %] | accuracy [95 %] | accuracy at 80 % coverage |\n|---|---|---|---|');
  for (const [by, answers] of rows) {
    const part = by.includes('verifier') ? accuracy(surest(answers, partCoverage)).toFixed(3) : '';
    console.log(`| ${by} | ${figure(answers, macroF1)} | ${figure(answers, accuracy)} | ${part} |`);
  }
  printKinds(typed);
  printVerdicts(verdicts);
  printCoverage(typed);
}

function printKinds(answers: readonly Answer[]): void {
  const kinds = [...new Set(answers.flatMap(({ kind }) => kind ?? []))].sort();
  if (kinds.length === 0) return;
  console.log('\n| kind | n | accuracy |\n|---|---:|---|');
  for (const kind of kinds) {
    const own = answers.filter((answer) => answer.kind === kind);
    console.log(`| ${kind} | ${own.length} | ${figure(own, accuracy)} |`);
  }
}

/** What is really said, abstentions included. */
function printVerdicts(verdicts: readonly { said: string; label: string }[]): void {
  console.log('\n| verdict given | n | right |\n|---|---:|---:|');
  for (const said of ['supported', 'contradicted', 'not-addressed', 'not-sure', 'not-scored']) {
    const own = verdicts.filter((verdict) => verdict.said === said);
    if (own.length === 0) continue;
    const right = own.filter(({ label }) => label === said).length;
    const share = said.startsWith('not-s') ? '' : (right / own.length).toFixed(3);
    console.log(`| ${said} | ${own.length} | ${share} |`);
  }
}

function printCoverage(answers: readonly Answer[]): void {
  const shares = [fullCoverage, 0.9, partCoverage, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];
  const cells = shares.map((share) => accuracy(surest(answers, share)).toFixed(3));
  console.log(`\ncoverage ${shares.join(' · ')}: accuracy ${cells.join(' · ')}`);
}
