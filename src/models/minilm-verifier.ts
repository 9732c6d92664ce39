import type { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession } from 'onnxruntime-node';
import { AttestError, throwIfCancelled } from '../core/errors';
import type { ClaimPair, Verifier } from '../core/ports';
import type { LabelShares } from '../core/verdicts/calibration';
import { readVerifierFolder, type VerifierFolder } from './verifier-folder';

/** Where the verifier is and how much of the machine it may take. */
export interface VerifierOptions {
  /** Folder that `readVerifierFolder` can read. */
  folder: string;
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

async function load(folder: VerifierFolder, path: string, threads: number): Promise<LoadedVerifier> {
  try {
    // Loaded here and not at the top, so that a command which verifies nothing never loads the native runtime.
    const [ort, { Tokenizer }] = await Promise.all([
      import('onnxruntime-node'),
      import('@huggingface/tokenizers'),
    ]);
    const tokenizer = new Tokenizer(folder.tokenizer, folder.tokenizerConfig);
    const session = await ort.InferenceSession.create(folder.model, {
      intraOpNumThreads: threads,
      graphOptimizationLevel: 'all',
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
    const sample = await run({ evidence: 'evidence', claim: 'claim' });
    if (sample?.length !== folder.labels.length) throw new Error('It does not give one number per label.');
    return { session, run };
  } catch (cause) {
    throw new AttestError(
      'model-missing',
      `The verifier in ${path} could not be loaded.`,
      'Reinstall Attest for this platform, or name another folder in attest.verifier.folder; the log names the cause.',
      { cause },
    );
  }
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
  threads = 2,
}: VerifierOptions): Promise<Verifier> {
  const folder = await readVerifierFolder(path);
  let loading: Promise<LoadedVerifier> | undefined;

  const model = (): Promise<LoadedVerifier> => {
    loading ??= load(folder, path, threads).catch((error: unknown) => {
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
