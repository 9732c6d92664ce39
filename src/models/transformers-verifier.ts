import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { AttestError, throwIfCancelled } from '../core/errors';
import type { ClaimPair, Verifier } from '../core/ports';
import { verifierLabels } from '../core/verdicts/abstention';
import type { LabelShares } from '../core/verdicts/calibration';
import { labelShares } from './minilm-verifier';
import { labelsOf } from './verifier-folder';
import { faultOf } from './verifier-trial';

/** A verifier by its name on the Hugging Face hub. */
export interface TransformersOptions {
  /** E.g. `owner/name`. It is fetched at the first use and kept by the package. */
  model: string;
  /** Where the package may be installed, in its order; by default below `~/.attest`, then beside Attest. */
  roots?: readonly string[];
}

const packageName = '@huggingface/transformers';
const modelName = /^[\w.-]+\/[\w.-]+$/;

/** Where a user installs the package: Attest's own folder is replaced by each update. */
const installRoot = join(homedir(), '.attest');

/** The part of the package that is used. */
interface Transformers {
  AutoTokenizer: { from_pretrained(name: string): Promise<Tokenize> };
  AutoModelForSequenceClassification: {
    from_pretrained(name: string, options: { dtype: string }): Promise<Model>;
  };
}
type Tokenize = (text: string, options: { text_pair: string; truncation: true }) => object;
interface Model {
  (inputs: object): Promise<{ logits: { data: ArrayLike<number> } }>;
  config: unknown;
  dispose(): Promise<unknown>;
}

const config = z.object({ id2label: z.record(z.string(), z.string()) });

/**
 * A verifier that is fetched by name through `@huggingface/transformers`. The package is large and not part of Attest:
 * who wants it installs it. Call this only after the user has agreed to fetch the model.
 * @throws AttestError `invalid-input` for a name that is none
 */
export function createTransformersVerifier({
  model: name,
  roots = [installRoot, __dirname],
}: TransformersOptions): Verifier {
  if (!modelName.test(name)) {
    throw new AttestError(
      'invalid-input',
      'attest.verifier.model does not name a model.',
      'Write it as owner/name, the way the Hugging Face hub shows it.',
    );
  }
  let loading: ReturnType<typeof load> | undefined;
  const loaded = (): ReturnType<typeof load> => {
    loading ??= load(name, roots).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    name,
    curves: undefined, // Nobody has measured it on what Attest asks: its probabilities are taken at their word.
    async verify(pairs, signal) {
      throwIfCancelled(signal);
      if (pairs.length === 0) return [];
      const { read } = await loaded();
      const answers = [];
      for (const pair of pairs) {
        throwIfCancelled(signal);
        answers.push(await read(pair));
      }
      return answers;
    },
    async close() {
      const pending = loading;
      loading = undefined;
      // A load that fails is reported by the call that started it.
      const done = await pending?.catch(() => undefined);
      await done?.model.dispose();
    },
  };
}

async function load(name: string, roots: readonly string[]) {
  const { AutoTokenizer, AutoModelForSequenceClassification } = await find(roots);
  try {
    const tokenize = await AutoTokenizer.from_pretrained(name);
    const model = await AutoModelForSequenceClassification.from_pretrained(name, { dtype: 'q8' });
    const labels = labelsOf(config.parse(model.config).id2label);
    if (!labels || new Set(labels).size !== verifierLabels.length)
      throw new Error('Its labels are not known.');
    const read = async ({ evidence, claim }: ClaimPair): Promise<LabelShares> => {
      const { logits } = await model(tokenize(evidence, { text_pair: claim, truncation: true }));
      return labelShares(logits.data, { labels, temperature: 1 });
    };
    const fault = await faultOf(read);
    if (fault === undefined) return { read, model };
    await model.dispose();
    throw new AttestError(
      'model-missing',
      `The verifier named in attest.verifier.model cannot be used: ${fault}.`,
      'Name another entailment model, or none for the verifier that Attest brings.',
    );
  } catch (cause) {
    if (cause instanceof AttestError) throw cause;
    throw new AttestError(
      'model-missing',
      'The verifier named in attest.verifier.model could not be fetched or used.',
      'Check the name and the network; it has to be an entailment model with an ONNX file.',
      { cause },
    );
  }
}

async function find(roots: readonly string[]): Promise<Transformers> {
  for (const root of roots) {
    let path: string;
    try {
      path = createRequire(join(root, 'index.js')).resolve(packageName);
    } catch {
      continue; // Not installed there; the last place tells.
    }
    const found = (await import(pathToFileURL(path).href)) as Transformers & { default?: Transformers };
    // As a CommonJS module it may come whole as the default export.
    return found.default ?? found;
  }
  throw new AttestError(
    'model-missing',
    `A verifier by name needs the package ${packageName}, which is not part of Attest.`,
    `Install it with: npm install --prefix "${installRoot}" ${packageName}@3`,
  );
}
