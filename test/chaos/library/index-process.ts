// Indexes a folder in a process of its own, so that the tests can kill it. usage: node index-process.mjs LIBRARY FOLDER
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { toAttestError } from '../../../src/core/errors';
import { indexLibrary } from '../../../src/engine/library/index-folders';
import { createLanceStore } from '../../../src/library/lance-store';

const [library = '', folder = ''] = process.argv.slice(2);
const dimension = 8;

/** A vector that only depends on the text, and a pause as long as the real model takes for a passage. */
async function embed(texts: readonly string[]): Promise<Float32Array[]> {
  await pause(texts.length);
  return texts.map((text) => {
    const bytes = createHash('sha256').update(text).digest();
    const values = Float32Array.from({ length: dimension }, (_, at) => (bytes[at] ?? 0) - 127.5);
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  });
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const store = createLanceStore({ library, profile: { model: 'chaos', dimension }, log: quiet });
try {
  const report = await indexLibrary(
    { store, embedder: () => Promise.resolve({ embed }), log: quiet },
    [folder],
    { onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`) },
  );
  process.stdout.write(`report ${JSON.stringify(report)}\n`);
} catch (error) {
  const { reason, message, advice } = toAttestError(error);
  process.stdout.write(`failed ${JSON.stringify({ reason, message, advice })}\n`);
  process.exitCode = 1;
} finally {
  await store.close();
}
