import { medHallu, type HallucinationPair } from '../data/claim-pairs';
import { figure } from './scores';
import { cosine, progress, verified, wordOverlap, type Tools } from './tools';

type Score = (evidence: string, claim: string) => Promise<number> | number;

/** 1 when the right answer scores higher, ½ for a tie. */
async function preferred({ knowledge, right, wrong }: HallucinationPair, score: Score): Promise<number> {
  const [good, bad] = [await score(knowledge, right), await score(knowledge, wrong)];
  return good > bad ? 1 : good === bad ? 0.5 : 0;
}

/**
 * MedHallu: how often the true answer scores above the hallucinated one, given the knowledge; and the same with the
 * knowledge of another question, where only the style of the answers is left to go by.
 */
export async function measureHallucinations(tools: Tools): Promise<void> {
  const pairs = medHallu();
  const swapped = pairs.map((pair, at) => ({
    ...pair,
    knowledge: pairs[(at + Math.floor(pairs.length / 2)) % pairs.length]?.knowledge ?? '',
  }));
  const scores: [string, Score][] = [
    ['word overlap', (evidence, claim) => wordOverlap({ evidence, claim })],
    ['embedding cosine', (evidence, claim) => cosine({ evidence, claim }, tools)],
    [
      '**verifier and typed facts**',
      async (evidence, claim) => (await verified({ evidence, claim }, tools)).probabilities.supported,
    ],
  ];
  console.log(`\n### MedHallu dev, ${pairs.length} pairs\n`);
  console.log(
    '| by | knowledge given [95 %] | another question’s knowledge | difference |\n|---|---|---|---|',
  );
  for (const [name, score] of scores) {
    const both: { own: number; other: number }[] = [];
    for (const [at, pair] of pairs.entries()) {
      const other = swapped[at] ?? pair;
      both.push({ own: await preferred(pair, score), other: await preferred(other, score) });
      progress(`MedHallu, ${name}`, at + 1, pairs.length);
    }
    const mean = (pick: (one: { own: number; other: number }) => number) => (sample: typeof both) =>
      sample.reduce((sum, one) => sum + pick(one), 0) / sample.length;
    const cells = [
      mean(({ own }) => own),
      mean(({ other }) => other),
      mean(({ own, other }) => own - other),
    ].map((statistic) => figure(both, (sample) => statistic([...sample])));
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
