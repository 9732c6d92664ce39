import { parseArgs } from 'node:util';
import type { OfflineVerdict } from '../../src/core/judge/judgement';
import { judgeStatement } from '../../src/core/judge/judge';
import { passageAsEvidence } from '../../src/core/judge/judge-evidence';
import { wilsonShare } from '../../src/core/verdicts/score';
import { libraryPassage } from '../support/library-passage';
import {
  labels,
  passage,
  sentence,
  SimulatedJudge,
  type Label,
  type Simulation,
} from './escalation/simulated-judge';
import { seededRandom } from './measure/statistics';
import { inOtherWords } from './escalation/other-words';

const statements = 3000;
const accuracies = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
/** How often a reader repeats the first one; 1: asking again tells nothing. */
const alikeShares = [0, 0.5, 1];
/** What the offline checkers contribute: they decide so many statements, and are right so often when they do. */
const decides = 0.3;
const precision = 0.8;

type Way = (model: SimulatedJudge, offline: OfflineVerdict) => Promise<string>;

const evidence = [passageAsEvidence(libraryPassage(passage))];
const judge = (escalate: boolean, samples: number): Way => {
  return async (model, offline) =>
    (await judgeStatement(model, sentence, evidence, offline, { escalate, samples })).verdict;
};
const undecided =
  (way: Way): Way =>
  (model) =>
    way(model, { verdict: 'not-sure', typed: false, citations: [] });
/** The checkers without a model differ about every statement, and none of them is sure. */
const disputed =
  (way: Way): Way =>
  (model) =>
    way(model, {
      verdict: 'not-sure',
      typed: false,
      citations: [],
      differing: [
        { by: 'typed-facts', verdict: 'contradicted', leans: true },
        { by: 'verifier', verdict: 'supported' },
      ],
    });
const ways: [name: string, way: Way][] = [
  ['one judge', judge(false, 1)],
  ['most of 3 samples', judge(false, 3)],
  ['most of 5 samples', judge(false, 5)],
  ['escalation', judge(true, 1)],
  // As the product does it.
  ['3 samples and escalation', judge(true, 3)],
  // As in a fact-check, where only what is not sure without a model is judged.
  ['3 samples and escalation, nothing decided before', undecided(judge(true, 3))],
  // As where typed facts lean to one verdict and the verifier reads the other.
  ['3 samples and escalation, the checkers differ', disputed(judge(true, 3))],
];

interface Measured {
  right: number;
  falseSupport: number;
  calls: number;
}

async function measure(way: Way, simulation: Simulation): Promise<Measured> {
  const random = seededRandom(7);
  const model = new SimulatedJudge(simulation, random);
  const measured: Measured = { right: 0, falseSupport: 0, calls: 0 };
  for (let at = 0; at < statements; at++) {
    const truth = labels[at % labels.length] ?? 'supported';
    model.begin(truth);
    const verdict = await way(model, offlineOf(truth, random));
    if (verdict === truth) measured.right++;
    if (verdict === 'supported' && truth !== 'supported') measured.falseSupport++;
    measured.calls += model.calls;
  }
  return measured;
}

function offlineOf(truth: Label, random: () => number): OfflineVerdict {
  const other = labels.find((label) => label !== truth) ?? truth;
  const verdict = random() >= decides ? 'not-sure' : random() < precision ? truth : other;
  return { verdict, typed: false, citations: [] };
}

/**
 * Accuracy per call spent: escalation against one judge and against asking the same judge several times.
 * @param args `--judge 0.7 --alike 1 --way "one judge"`: these alone, each as often as wanted; everything takes hours on a busy
 * machine
 */
export async function run(args: string[] = []): Promise<void> {
  const option = { type: 'string', multiple: true } as const;
  const { values: only } = parseArgs({ args, options: { judge: option, alike: option, way: option } });
  const isWanted = (values: string[] | undefined, value: number | string): boolean =>
    values?.includes(String(value)) ?? true;
  await inOtherWords();
  console.log(
    `\n${statements} statements; offline checkers decide ${decides * 100} % and are right in ${precision * 100} % of them. ` +
      '"Not sure" counts as not right.',
  );
  for (const logprobs of [true, false]) {
    for (const sameMistake of alikeShares.filter((share) => isWanted(only.alike, share))) {
      console.log(
        `\nThe model ${logprobs ? 'gives' : 'gives no'} token probabilities; a reader repeats the first one in ${sameMistake * 100} %.\n`,
      );
      console.log(
        '| judge right | way | right, 95% interval | false "supported" | calls per statement | points gained per extra call |',
      );
      console.log('|---:|---|---:|---:|---:|---:|');
      for (const accuracy of accuracies.filter((one) => isWanted(only.judge, one))) {
        let single: number | undefined;
        for (const [name, way] of ways.filter(([one]) => isWanted(only.way, one))) {
          // Samples are for models without probabilities.
          if (logprobs && /\b[35] samples\b/.test(name) && !/nothing|differ/.test(name)) continue;
          const { right, falseSupport, calls } = await measure(way, { accuracy, sameMistake, logprobs });
          const { share, low, high } = wilsonShare(right, statements);
          const perStatement = calls / statements;
          single ??= share;
          const gained =
            perStatement > 1.001 ? (((share - single) * 100) / (perStatement - 1)).toFixed(1) : '–';
          console.log(
            `| ${accuracy} | ${name} | ${share.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)}) | ` +
              `${(falseSupport / statements).toFixed(3)} | ${perStatement.toFixed(2)} | ${gained} |`,
          );
        }
      }
    }
  }
}
