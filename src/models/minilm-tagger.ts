import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession } from 'onnxruntime-node';
import * as z from 'zod';
import { AttestError, throwIfCancelled } from '../core/errors';
import type { IdentifierReader } from '../core/ports';
import type { IdentifierKind } from '../core/privacy/identifier';
import { joinTags, type Tag } from '../core/privacy/tagger/join-tags';
import { wordsToTag } from '../core/privacy/tagger/words-to-tag';
import { tagWindows, type Window } from './tag-windows';

const modelFile = 'deidentifier.onnx';

const kinds = [
  'name',
  'date',
  'record',
  'phone',
  'address',
  'email',
  'age',
  'organisation',
] as const satisfies readonly IdentifierKind[];
const described = z.object({
  labels: z.array(z.enum(['none', ...kinds])).min(2),
  /** A word is taken from this probability that it tells something. */
  threshold: z.number().gt(0).lt(1),
  /** Tokens of a window, with the marks of its ends. */
  window: z.int().min(64).max(512),
  /** Tokens that a window shares with its neighbour. */
  shared: z.int().min(0).max(16),
  marks: z.object({ start: z.int(), end: z.int(), lineEnd: z.int(), unknown: z.int() }),
});
type Description = z.infer<typeof described>;

/** Windows whose reading is remembered; a chat sends its earlier turns again with each new one. */
const windowsKept = 500;
/** Words whose pieces are remembered. */
const wordsKept = 20_000;
/** What a word is made of beyond this says nothing more of what it is. */
const [longestWord, mostPieces] = [100, 8];

interface Loaded {
  description: Description;
  session: InferenceSession;
  pieces: (word: string) => readonly number[];
  /** What each word of a window is taken for. */
  run: (window: Window) => Promise<readonly Tag[]>;
}

async function load(folder: string): Promise<Loaded> {
  try {
    await access(join(folder, modelFile));
    const json = async (file: string): Promise<object> =>
      JSON.parse(await readFile(join(folder, file), 'utf8')) as object;
    const [vocabulary, about] = await Promise.all([json('tokenizer.json'), json('deidentifier.json')]);
    const description = described.parse(about);
    // Loaded here and not at the top, so that who sends nothing never loads the native runtime.
    const [ort, { Tokenizer }] = await Promise.all([
      import('onnxruntime-node'),
      import('@huggingface/tokenizers'),
    ]);
    const tokenizer: Tokenizer = new Tokenizer(vocabulary, {});
    const session = await ort.InferenceSession.create(join(folder, modelFile), {
      intraOpNumThreads: 1,
      graphOptimizationLevel: 'all',
    });
    const run = async ({ ids, ways, places }: Window): Promise<Tag[]> => {
      const tensor = (values: readonly number[]) =>
        new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
      const output = await session.run({
        input_ids: tensor(ids),
        attention_mask: tensor(ids.map(() => 1)),
        token_type_ids: tensor(ways),
      });
      const logits = output['logits']?.data as Float32Array;
      if (logits?.length !== ids.length * description.labels.length) {
        throw new Error('It does not give one number per token and label.');
      }
      return places.map((place) => tagOf(logits, place, description.labels));
    };
    const pieces = rememberPieces(tokenizer);
    const loaded = { description, session, pieces, run };
    await run(tagWindows(wordsToTag('Rose'), pieces, description)[0] as Window);
    return loaded;
  } catch (cause) {
    throw new AttestError(
      'model-missing',
      'The model that finds names before a text is sent could not be loaded, so nothing was sent.',
      'Reinstall Attest for this platform; the log names the cause.',
      { cause },
    );
  }
}

/** The pieces of words, as the model knows them. */
function rememberPieces(tokenizer: Tokenizer): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const found = known.get(word);
    if (found) return found;
    const { ids } = tokenizer.encode(word.slice(0, longestWord), { add_special_tokens: false });
    const kept = ids.slice(0, mostPieces);
    if (known.size >= wordsKept) known.clear();
    known.set(word, kept);
    return kept;
  };
}

/** The likeliest kind of the token at `place`, and how likely it is that it tells anything. */
function tagOf(logits: Float32Array, place: number, labels: Description['labels']): Tag {
  const own = logits.subarray(place * labels.length, (place + 1) * labels.length);
  const highest = Math.max(...own);
  let [sum, telling, best] = [0, 0, -Infinity];
  let kind: IdentifierKind = 'name';
  for (const [index, label] of labels.entries()) {
    const weight = Math.exp((own[index] ?? -Infinity) - highest);
    sum += weight;
    if (label === 'none') continue;
    telling += weight;
    if (weight > best) [best, kind] = [weight, label];
  }
  return { kind, share: telling / sum };
}

/**
 * The embedded reader of identifiers: the first layers of a small encoder, 8-bit, with a kind for each word. It is trained
 * for Attest (`training/deidentifier`).
 *
 * Each window runs alone, never padded into a batch: the 8-bit model scales its activations over the whole batch, so that
 * what is found in a text would depend on what else is sent. Between windows the event loop is handed back.
 *
 * Nothing is read before the first use. A model that cannot be loaded is an error at each use, and never read as "nothing
 * found": the caller must not send then.
 */
export function createMiniLmTagger(folder: string): IdentifierReader {
  let loading: Promise<Loaded> | undefined;
  const known = new Map<string, readonly Tag[]>();

  const model = (): Promise<Loaded> => {
    loading ??= load(folder).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  const tagsOf = async (window: Window, run: Loaded['run']): Promise<readonly Tag[]> => {
    const key = `${window.ids.join(' ')}|${window.ways.join(' ')}|${window.places[0]}+${window.places.length}`;
    const before = known.get(key);
    if (before) return before;
    await new Promise((resolve) => setImmediate(resolve));
    const read = await run(window);
    if (known.size >= windowsKept) known.delete(known.keys().next().value ?? '');
    known.set(key, read);
    return read;
  };

  return {
    async read(texts, signal) {
      throwIfCancelled(signal);
      const { description, pieces, run } = await model();
      const found = [];
      for (const text of texts) {
        const words = wordsToTag(text);
        const tags: Tag[] = [];
        for (const window of tagWindows(words, pieces, description)) {
          throwIfCancelled(signal);
          tags.push(...(await tagsOf(window, run)));
        }
        const tagged = tags.map((tag, at) => ({ ...tag, start: words[at]?.start ?? 0, end: words[at]?.end ?? 0 }));
        found.push(joinTags(text, tagged, description.threshold));
      }
      return found;
    },
    async close() {
      const pending = loading;
      loading = undefined;
      known.clear();
      // A load that fails is reported by the call that started it.
      const loaded = await pending?.catch(() => undefined);
      await loaded?.session.release();
    },
  };
}
