import { parseArgs } from 'node:util';
import { measureHallucinations } from './claims/hallucinations';
import { measureLabels } from './claims/label-sets';
import { measureCorpus, measureGold } from './claims/scifact';
import { measureSpeed } from './claims/speed';
import { loadTools, type Tools } from './claims/tools';
import { clinicalPairs, healthVer, multiNliHeld } from './data/claim-pairs';
import { UsageError } from './measure/usage-error';

const sets: Record<string, (tools: Tools) => Promise<void>> = {
  clinical: (tools) => measureLabels('Own clinical pairs', clinicalPairs(), tools),
  healthver: (tools) => measureLabels('HealthVer dev', healthVer(), tools),
  multinli: (tools) => measureLabels('MultiNLI dev, held part', multiNliHeld(), tools),
  medhallu: measureHallucinations,
  'scifact-gold': measureGold,
  'scifact-corpus': measureCorpus,
  speed: ({ verifier }) => measureSpeed(verifier),
};

/**
 * Measures the verifier on claims with evidence, beside the majority class, word overlap and embedding cosine:
 * `--sets clinical,healthver --model FOLDER`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sets: { type: 'string', default: Object.keys(sets).join(',') },
      model: { type: 'string', default: 'dist/models/all-MiniLM-L6-v2' },
    },
  });
  const wanted = values.sets.split(',');
  const unknown = wanted.find((name) => !Object.hasOwn(sets, name));
  if (unknown !== undefined) {
    throw new UsageError(`No set is called ${unknown}. There are: ${Object.keys(sets).join(', ')}.`);
  }
  const tools = await loadTools(values.model);
  console.log(`\nVerifier: ${tools.verifier.name}, ${values.model}.`);
  for (const name of wanted) await sets[name]?.(tools);
  await tools.verifier.close();
  await tools.embedder.close();
}
