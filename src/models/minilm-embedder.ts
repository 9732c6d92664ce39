import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession } from 'onnxruntime-node';
import { AttestError, throwIfCancelled } from '../core/errors';
import type { Embedder } from '../core/ports';

/** Where the model is and how much of the machine it may take. */
export interface MiniLmOptions {
  /** Folder that holds `model_quantized.onnx`, `tokenizer.json` and `tokenizer_config.json`. */
  modelDir: string;
  /**
   * Threads for the matrix products; one by default. Measured on two cores, a second one made a passage no faster and
   * burned twice the processor time waiting, which the searches and the editor need.
   */
  threads?: number;
}

/** Names the vectors of this model. Those of the unquantised one differ, so the name tells them apart. */
export const miniLmProfile = { model: 'all-MiniLM-L6-v2-int8', dimension: 384 } as const;
/**
 * Folder of its files inside the folder of all models. The verifier and the tagger that ship lie beside it: they read its
 * table of words and its tokenizer.
 */
export const miniLmFolder = 'all-MiniLM-L6-v2';
const modelFile = 'model_quantized.onnx';
const tokenizerFiles = ['tokenizer.json', 'tokenizer_config.json'] as const;
/** What the model was trained to read; the rest of a longer text is not seen. */
const maxTokens = 256;
/** More than 256 tokens of any real text; keeps the tokenizer from reading a whole book for its first page. */
const maxCharacters = 8192;

interface LoadedModel {
  session: InferenceSession;
  embedOne: (text: string) => Promise<Float32Array>;
}

async function requireFiles(modelDir: string): Promise<void> {
  for (const file of [modelFile, ...tokenizerFiles]) {
    try {
      await access(join(modelDir, file));
    } catch (cause) {
      throw new AttestError(
        'model-missing',
        `The embedded model is not complete: ${join(modelDir, file)} cannot be read.`,
        'Reinstall Attest, or run its build again.',
        { cause },
      );
    }
  }
}

async function load({ modelDir, threads }: MiniLmOptions): Promise<LoadedModel> {
  await requireFiles(modelDir);
  try {
    // Loaded here and not at the top, so that a command which needs no vectors never loads the native runtime.
    const [ort, { Tokenizer }] = await Promise.all([
      import('onnxruntime-node'),
      import('@huggingface/tokenizers'),
    ]);
    const [vocabulary, config] = await Promise.all(
      tokenizerFiles.map(async (file) => JSON.parse(await readFile(join(modelDir, file), 'utf8')) as object),
    );
    const tokenizer = new Tokenizer(vocabulary ?? {}, config ?? {});
    const session = await ort.InferenceSession.create(join(modelDir, modelFile), {
      intraOpNumThreads: threads ?? 1,
      graphOptimizationLevel: 'all',
    });
    const embedOne = async (text: string): Promise<Float32Array> => {
      const ids = encode(tokenizer, text);
      const tensor = (fill: (id: number) => bigint) =>
        new ort.Tensor('int64', BigInt64Array.from(ids, fill), [1, ids.length]);
      const output = await session.run({
        input_ids: tensor((id) => BigInt(id)),
        attention_mask: tensor(() => 1n),
        token_type_ids: tensor(() => 0n),
      });
      return pool(output['last_hidden_state']?.data as Float32Array);
    };
    return { session, embedOne };
  } catch (cause) {
    throw new AttestError(
      'model-missing',
      `The embedded model in ${modelDir} could not be loaded.`,
      'Reinstall Attest for this platform; the log names the cause.',
      { cause },
    );
  }
}

/** Token ids with the start and end marks, at most `maxTokens` of them. */
function encode(tokenizer: Tokenizer, text: string): number[] {
  const { ids } = tokenizer.encode(text.slice(0, maxCharacters));
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)];
}

/** Mean of the token vectors, scaled to unit length. */
function pool(hidden: Float32Array): Float32Array {
  const vector = new Float32Array(miniLmProfile.dimension);
  for (let at = 0; at < hidden.length; at++) {
    const d = at % miniLmProfile.dimension;
    vector[d] = (vector[d] ?? 0) + (hidden[at] ?? 0);
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/**
 * The embedded sentence encoder: all-MiniLM-L6-v2, 8-bit, mean pooling, unit length, at most 256 tokens of a text.
 *
 * Each text runs alone, never padded into a batch: the 8-bit model scales its activations over the whole batch, so a
 * batch of strangers moves a vector (cosine down to 0.989, measured), while for passages of 1,000 characters a batch is
 * no faster on a CPU. So a text has one vector, whatever was embedded with it: an index that was built in pieces equals
 * one that was built at once. It also bounds how long the event loop is held (the runtime computes on it) to one text.
 *
 * Files are looked for now and loaded at the first use. Throws `model-missing` when they are not there.
 */
export async function createMiniLmEmbedder(options: MiniLmOptions): Promise<Embedder> {
  await requireFiles(options.modelDir);
  let loading: Promise<LoadedModel> | undefined;

  const model = (): Promise<LoadedModel> => {
    loading ??= load(options).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  return {
    profile: miniLmProfile,
    async embed(texts, signal) {
      throwIfCancelled(signal);
      if (texts.length === 0) return [];
      const { embedOne } = await model();
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        throwIfCancelled(signal);
        vectors.push(await embedOne(text));
      }
      return vectors;
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
