import type { Embedder } from '../../core/ports';
import { LruMap } from '../lru-map';

/** Vectors that are kept: about 6 MB. */
const keptVectors = 4000;

/** An embedder's `embed` that embeds each text once while it is remembered. */
export function rememberVectors(embed: Embedder['embed']): Embedder['embed'] {
  const kept = new LruMap<string, Float32Array>(keptVectors);
  return async (texts, signal) => {
    const known = new Map(texts.map((text) => [text, kept.get(text)]));
    const missing = [...known.keys()].filter((text) => known.get(text) === undefined);
    const made = await embed(missing, signal);
    missing.forEach((text, at) => {
      const vector = made[at];
      if (vector) kept.set(text, vector);
      known.set(text, vector);
    });
    return texts.map((text) => known.get(text) ?? new Float32Array());
  };
}
