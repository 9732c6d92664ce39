import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { noLean, typedSigns, type TypedLean } from '../core/claims/typed-sign';
import { AttestError } from '../core/errors';
import { verifierLabels, type RiskCurves, type VerifierLabel } from '../core/verdicts/abstention';

/** A verifier's files and what they say of it. */
export interface VerifierFolder {
  name: string;
  model: string;
  tokenizer: object;
  tokenizerConfig: object;
  /** What each logit stands for. */
  labels: readonly VerifierLabel[];
  /** Evidence, claim and marks together. */
  maxTokens: number;
  /** The logits are divided by it. */
  temperature: number;
  curves: RiskCurves | undefined;
  lean: TypedLean | undefined;
}

/** What this project calls the model. */
export const verifierFile = 'verifier.onnx';
/** Where exporters put the model, the one of this project first. */
const modelFiles = [
  verifierFile,
  'model_quantized.onnx',
  'model.onnx',
  'onnx/model_quantized.onnx',
  'onnx/model.onnx',
];
const defaultMaxTokens = 256;

const share = z.number().min(0).max(1);
const curve = z.array(z.object({ threshold: share, error: share, coverage: share })).max(1000);
/** Odds of a label are multiplied or divided by at most e to the fourth. */
const leanOfLabel = z.number().min(-4).max(4);
const leanOfSign = z.object({ supported: leanOfLabel, contradicted: leanOfLabel, notAddressed: leanOfLabel });
const described = z.object({
  name: z.string().min(1).max(100).optional(),
  labels: z.array(z.enum(verifierLabels)).length(3).optional(),
  maxTokens: z.int().min(16).max(4096).optional(),
  temperature: z.number().positive().max(100).optional(),
  curves: z.object({ supported: curve, contradicted: curve, 'not-addressed': curve }).optional(),
  lean: z.partialRecord(z.enum(typedSigns), leanOfSign).optional(),
});
const modelConfig = z.object({ id2label: z.record(z.string(), z.string()).optional() });

/** What natural-language-inference models call the three labels. */
const names: readonly (readonly [RegExp, VerifierLabel])[] = [
  [/^(?:entail|support)/i, 'supported'],
  [/^(?:contradict|refute)/i, 'contradicted'],
  [/^(?:neutral|not[-_ ]?(?:addressed|enough)|nei$|unknown)/i, 'not-addressed'],
];

/**
 * Reads a verifier's folder: the model as ONNX, `tokenizer.json`, and, where they are there, `verifier.json` (labels,
 * temperature, risk curves and lean), `config.json` (names of the labels) and `tokenizer_config.json`.
 * @throws AttestError `model-missing` when a file is missing or says something that cannot be used
 */
export async function readVerifierFolder(folder: string): Promise<VerifierFolder> {
  const model = await firstThere(folder);
  const tokenizer = await json(folder, 'tokenizer.json');
  if (model === undefined || tokenizer === undefined) {
    throw unusable(folder, `${model === undefined ? modelFiles[0] : 'tokenizer.json'} is not there`);
  }
  const description = parse(described, (await json(folder, 'verifier.json')) ?? {}, folder, 'verifier.json');
  const config = parse(modelConfig, (await json(folder, 'config.json')) ?? {}, folder, 'config.json');
  const labels = description.labels ?? labelsOf(config.id2label);
  if (labels === undefined || new Set(labels).size !== verifierLabels.length) {
    throw unusable(folder, 'it does not say which of its three outputs is which label');
  }
  return {
    name: description.name ?? folder.split(/[\\/]/).at(-1) ?? folder,
    model,
    tokenizer,
    tokenizerConfig: (await json(folder, 'tokenizer_config.json')) ?? {},
    labels,
    maxTokens: description.maxTokens ?? defaultMaxTokens,
    temperature: description.temperature ?? 1,
    curves: description.curves,
    // A lean that was fitted before a sign was known is not moved by it.
    lean: description.lean && { ...noLean, ...description.lean },
  };
}

/** The labels of a model's outputs by what its configuration calls them; undefined when that is not three known names. */
export function labelsOf(
  id2label: Readonly<Record<string, string>> | undefined,
): VerifierLabel[] | undefined {
  const labels = [0, 1, 2].flatMap((id) => {
    const written = id2label?.[id] ?? '';
    return names.find(([pattern]) => pattern.test(written))?.[1] ?? [];
  });
  return labels.length === verifierLabels.length ? labels : undefined;
}

async function firstThere(folder: string): Promise<string | undefined> {
  for (const file of modelFiles) {
    const path = join(folder, file);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return undefined;
}

async function json(folder: string, file: string): Promise<object | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch {
    return undefined; // What has to be there is asked for by the caller.
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw unusable(folder, `${file} is not JSON`, cause);
  }
  throw unusable(folder, `${file} holds no object`);
}

function parse<T>(schema: z.ZodType<T>, value: object, folder: string, file: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unusable(folder, `“${issue?.path.join('.') ?? ''}” of ${file} is not valid`, parsed.error);
}

function unusable(folder: string, why: string, cause?: unknown): AttestError {
  return new AttestError(
    'model-missing',
    `The verifier in ${folder} cannot be used: ${why}.`,
    'Name another folder in attest.verifier.folder, or leave it empty for the verifier that Attest brings.',
    { cause },
  );
}
