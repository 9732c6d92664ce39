import { basename } from 'node:path';
import type { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession } from 'onnxruntime-node';
import { throwIfCancelled } from '../core/errors';
import type { ClaimPair, Verifier } from '../core/ports';
import type { LabelShares } from '../core/verdicts/calibration';
import { readVerifierFolder, unusableFolder, type Unusable, type VerifierFolder } from './verifier-folder';
import { faultOf } from './verifier-trial';

/** Where the verifier is and how much of the machine it may take. */
export interface VerifierOptions {
  /** Folder that `readVerifierFolder` can read. */
  folder: string;
  /** The user chose it; else it ships with Attest. Decides what is advised when it cannot be used. */
  isOwn?: boolean;
  /** Threads for the matrix products; two by default, which a person who waits for a verdict notices. */
  threads?: number;
}

/** More than the model reads of any real text; keeps the tokenizer from reading a whole book for its first page. */
const maxCharacters = 8192;
/** A long claim gets at most this share of the tokens. */
const claimShare = 0.5;

interface LoadedVerifier {
  session: InferenceSession;
  /** Raw outputs for a pair. */
  run: (pair: ClaimPair) => Promise<Float32Array>;
}

/** A pair as the model reads it. */
interface Encoded {
  ids: readonly number[];
  types: readonly number[];
}

async function load(folder: VerifierFolder, threads: number, unusable: Unusable): Promise<LoadedVerifier> {
  // Loaded here and not at the top, so that a command which verifies nothing never loads the native runtime.
  const [ort, { Tokenizer }] = await Promise.all([
    import('onnxruntime-node'),
    import('@huggingface/tokenizers'),
  ]).catch((cause: unknown) => {
    throw unusable('the runtime for models does not start on this computer', cause);
  });
  const tokenizer = readTokenizer(folder, Tokenizer, unusable);
  const session = await ort.InferenceSession.create(folder.model, {
    intraOpNumThreads: threads,
    graphOptimizationLevel: 'all',
  }).catch((cause: unknown) => {
    throw unusable(whyNotLoaded(folder, cause), cause);
  });
  const run = async (pair: ClaimPair): Promise<Float32Array> => {
    const { ids, types } = encodePair(tokenizer, pair, folder.maxTokens);
    const tensor = (values: readonly number[]) =>
      new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const inputs = Object.entries({
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      token_type_ids: tensor(types),
    });
    // Some models know no token types, and the runtime refuses an input that a model does not have.
    const asked = inputs.filter(([name]) => session.inputNames.includes(name));
    const output = await session.run(Object.fromEntries(asked));
    return (output['logits'] ?? output[session.outputNames[0] ?? ''])?.data as Float32Array;
  };
  const tried = async (pair: ClaimPair): Promise<LabelShares> => {
    const outputs = await run(pair).catch((cause: unknown) => {
      throw unusable('it does not read a pair of texts as such models do', cause);
    });
    if (outputs?.length === folder.labels.length) return labelShares(outputs, folder);
    throw unusable(`it gives ${outputs?.length ?? 'no'} numbers for a pair, not one for each of three labels`);
  };
  try {
    const fault = await faultOf(tried);
    if (fault !== undefined) throw unusable(fault);
  } catch (error) {
    await session.release();
    throw error;
  }
  return { session, run };
}

function readTokenizer(
  { tokenizer, tokenizerConfig }: VerifierFolder,
  Made: typeof Tokenizer,
  unusable: Unusable,
): Tokenizer {
  try {
    const made = new Made(tokenizer, tokenizerConfig);
    const { ids } = made.encode('a', { text_pair: 'a' });
    if (ids.length > 0 && ids.every(Number.isInteger)) return made;
  } catch (cause) {
    throw unusable(noVocabulary, cause);
  }
  throw unusable(noVocabulary);
}

const noVocabulary = 'tokenizer.json holds no vocabulary that can be read';

/** Exporters put the numbers of a large model into files beside it; the runtime's words for such a file that is missing. */
const missesNumbers = /external|deserialize tensor|GetFileLength/i;

function whyNotLoaded({ model }: VerifierFolder, cause: unknown): string {
  const file = basename(model);
  return missesNumbers.test(String(cause))
    ? `${file} keeps its numbers in another file, which is not beside it`
    : `${file} is damaged, or no ONNX model that this version can read`;
}

/**
 * Encodes evidence and claim as one text in two parts. What is too long is cut at the end: the claim to half of the
 * tokens, the evidence to what is then left.
 */
export function encodePair(tokenizer: Tokenizer, { evidence, claim }: ClaimPair, maxTokens: number): Encoded {
  const [first, second] = [evidence.slice(0, maxCharacters), claim.slice(0, maxCharacters)];
  const { ids, token_type_ids: types } = tokenizer.encode(first, {
    text_pair: second,
    return_token_type_ids: true,
  });
  const over = ids.length - maxTokens;
  if (over <= 0) return { ids, types };
  const bare = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false }).ids;
  // The marks stand before the evidence, between the two and after the claim; how many of them, the model decides.
  const [mark] = bare('a');
  const probe = tokenizer.encode('a', { text_pair: 'a' }).ids;
  const before = probe.indexOf(mark ?? 0);
  const after = probe.length - 1 - probe.lastIndexOf(mark ?? 0);
  const [ofEvidence, ofClaim] = [bare(first).length, bare(second).length];
  const endOfEvidence = before + ofEvidence;
  const endOfClaim = ids.length - after;
  const cutOfClaim = Math.min(over, Math.max(0, ofClaim - Math.floor(maxTokens * claimShare)));
  const cutOfEvidence = over - cutOfClaim;
  const kept = (at: number): boolean =>
    !(at >= endOfEvidence - cutOfEvidence && at < endOfEvidence) &&
    !(at >= endOfClaim - cutOfClaim && at < endOfClaim);
  return { ids: ids.filter((_, at) => kept(at)), types: types.filter((_, at) => kept(at)) };
}

/** Logits → probabilities of the labels, in the order in which the model has them. */
export function labelShares(
  logits: ArrayLike<number>,
  { labels, temperature }: Pick<VerifierFolder, 'labels' | 'temperature'>,
): LabelShares {
  const scaled = Array.from(logits, (logit) => logit / temperature);
  const highest = Math.max(...scaled);
  const weights = scaled.map((value) => Math.exp(value - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const of = (label: (typeof labels)[number]): number => (weights[labels.indexOf(label)] ?? 0) / sum;
  return {
    supported: of('supported'),
    contradicted: of('contradicted'),
    notAddressed: of('not-addressed'),
  };
}

/**
 * The embedded verifier: a small cross-encoder that reads evidence and claim together, 8-bit, at most 256 tokens; or a
 * larger one of the same shape from a folder on disk.
 *
 * Each pair runs alone, never padded into a batch: the 8-bit model scales its activations over the whole batch, so that
 * a claim's verdict would depend on what else was asked. Between pairs the event loop is handed back, since the runtime
 * computes on it.
 *
 * Files are read now and the model is loaded at the first use. Throws `model-missing` when they cannot be used.
 */
export async function createMiniLmVerifier({
  folder: path,
  isOwn = false,
  threads = 2,
}: VerifierOptions): Promise<Verifier> {
  const unusable = unusableFolder(path, isOwn);
  const folder = await readVerifierFolder(path, unusable);
  let loading: Promise<LoadedVerifier> | undefined;

  const model = (): Promise<LoadedVerifier> => {
    loading ??= load(folder, threads, unusable).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  return {
    name: folder.name,
    curves: folder.curves,
    lean: folder.lean,
    async verify(pairs, signal) {
      throwIfCancelled(signal);
      if (pairs.length === 0) return [];
      const { run } = await model();
      const answers: LabelShares[] = [];
      for (const pair of pairs) {
        await new Promise((resolve) => setImmediate(resolve));
        throwIfCancelled(signal);
        answers.push(labelShares(await run(pair), folder));
      }
      return answers;
    },
    async close() {
      const pending = loading;
      loading = undefined;
      // A load that fails is reported by the call that started it.
      const loaded = await pending?.catch(() => undefined);
      await loaded?.session.release();
    },
  };
}
