// Reads a library as another user might, then tries to write it; prints what came of both.
import { toAttestError } from '../../../src/core/errors';
import { createLanceStore } from '../../../src/library/lance-store';

const [library = ''] = process.argv.slice(2);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const store = createLanceStore({ library, profile: { model: 'chaos', dimension: 8 }, log: quiet });
const hits = await store.keywordSearch('treatment', 3);
const near = await store.vectorSearch(Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0), 3);
const write = await store
  .asWriter((writer) => writer.clear())
  .then(() => 'written')
  .catch((error: unknown) => toAttestError(error).reason);
process.stdout.write(JSON.stringify({ keyword: hits.length, vector: near.length, write }));
await store.close();
