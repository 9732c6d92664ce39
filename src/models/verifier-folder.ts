import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

/** Makes the error for a folder that cannot be used; `why` follows "cannot be used: ". */
export type Unusable = (why: string, cause?: unknown) => AttestError;

/**
 * What is said of a folder that cannot be used.
 * @param isOwn the user chose it; else it ships with Attest
 */
export function unusableFolder(folder: string, isOwn: boolean): Unusable {
  const advice = isOwn
    ? 'Name another folder in attest.verifier.folder (--verifier in a shell), or none for the verifier that Attest brings.'
    : 'Reinstall Attest for this platform.';
  return (why, cause) =>
    new AttestError('model-missing', `The verifier in ${folder} cannot be used: ${why}.`, advice, { cause });
}

/**
 * Reads a verifier's folder: the model as ONNX, `tokenizer.json`, and, where they are there, `verifier.json` (labels,
 * temperature, risk curves and lean), `config.json` (names of the labels) and `tokenizer_config.json`.
 * @param unusable makes the error
 * @throws AttestError `model-missing` when a file is missing, cannot be read or says something that cannot be used
 */
export async function readVerifierFolder(folder: string, unusable: Unusable): Promise<VerifierFolder> {
  if (!(await isThere(folder, unusable))) throw unusable('there is no such folder');
  if (!(await stat(folder)).isDirectory()) throw unusable('it is no folder');
  const model = await firstThere(folder, unusable);
  const tokenizer = await json(folder, 'tokenizer.json', unusable);
  if (model === undefined || tokenizer === undefined) {
    throw unusable(`${model === undefined ? verifierFile : 'tokenizer.json'} is not there`);
  }
  const description = parse(described, await json(folder, 'verifier.json', unusable), 'verifier.json', unusable);
  const config = parse(modelConfig, await json(folder, 'config.json', unusable), 'config.json', unusable);
  const labels = description.labels ?? labelsOf(config.id2label);
  if (labels === undefined || new Set(labels).size !== verifierLabels.length) {
    throw unusable('it does not say which of its three outputs is which label');
  }
  return {
    name: description.name ?? folder.split(/[\\/]/).at(-1) ?? folder,
    model,
    tokenizer,
    tokenizerConfig: (await json(folder, 'tokenizer_config.json', unusable)) ?? {},
    labels,
    maxTokens: description.maxTokens ?? defaultMaxTokens,
    temperature: description.temperature ?? 1,
    curves: description.curves,
    // A lean that was fitted before a sign was known is not moved by it.
    lean: description.lean && { ...noLean, ...description.lean },
  };
}

/** The labels of a model's outputs by what its configuration calls them; undefined when those are not three known names. */
export function labelsOf(
  id2label: Readonly<Record<string, string>> | undefined,
): VerifierLabel[] | undefined {
  if (Object.keys(id2label ?? {}).length !== verifierLabels.length) return undefined;
  const labels = [0, 1, 2].flatMap((id) => {
    const written = id2label?.[id] ?? '';
    return names.find(([pattern]) => pattern.test(written))?.[1] ?? [];
  });
  return labels.length === verifierLabels.length ? labels : undefined;
}

async function firstThere(folder: string, unusable: Unusable): Promise<string | undefined> {
  for (const file of modelFiles) {
    const path = join(folder, file);
    if (await isThere(path, unusable)) return path;
  }
  return undefined;
}

/**
 * Tells whether there is such a file or folder.
 * @throws AttestError where that cannot be told
 */
export async function isThere(path: string, unusable: Unusable): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw unusable(`${basename(path)} cannot be opened`, cause);
  }
}

/** Only what is not there counts as absent: a file that cannot be read may say what nobody can guess. */
function isMissing(cause: unknown): boolean {
  return (cause as NodeJS.ErrnoException).code === 'ENOENT';
}

async function json(folder: string, file: string, unusable: Unusable): Promise<object | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw unusable(`${file} cannot be read`, cause);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw unusable(`${file} is not JSON`, cause);
  }
  throw unusable(`${file} holds no object`);
}

function parse<T>(schema: z.ZodType<T>, value: object | undefined, file: string, unusable: Unusable): T {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unusable(`“${issue?.path.join('.') ?? ''}” of ${file} is not valid`, parsed.error);
}
