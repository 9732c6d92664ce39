import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../src/core/ports';
import { createMiniLmEmbedder } from '../../../src/models/minilm-embedder';
import { makeModelDir } from './model-dir';

const dot = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  [...(a ?? [])].reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);

describe('the MiniLM embedder with its real weights', () => {
  let modelDir: string;
  let embedder: Embedder;

  beforeAll(async () => {
    modelDir = makeModelDir();
    embedder = await createMiniLmEmbedder({ modelDir, threads: 1 });
  });

  afterAll(async () => {
    await embedder.close();
    rmSync(modelDir, { recursive: true });
  });

  it('gives one vector of unit length and of the announced dimension per text', async () => {
    const texts = ['Metformin is first line.', '', '💊', 'x'.repeat(100_000), ' \n\t '];
    const vectors = await embedder.embed(texts);
    expect(vectors).toHaveLength(texts.length);
    for (const vector of vectors) {
      expect(vector).toHaveLength(embedder.profile.dimension);
      expect(dot(vector, vector)).toBeCloseTo(1, 5);
    }
  });

  it('keeps the order, whatever the lengths', async () => {
    const texts = ['Insulin. '.repeat(60), 'Gout.', 'Asthma is treated with an inhaled steroid.'];
    const together = await embedder.embed(texts);
    for (const [at, text] of texts.entries()) {
      const [alone] = await embedder.embed([text]);
      expect(dot(alone, together[at])).toBeCloseTo(1, 5);
    }
  });

  it('puts a related text nearer than an unrelated one', async () => {
    const [query, related, unrelated] = await embedder.embed([
      'What is the first choice for high blood pressure?',
      'Start amlodipine 5 mg daily for newly diagnosed hypertension.',
      'Clean the wound with saline and apply a dry dressing.',
    ]);
    expect(dot(query, related)).toBeGreaterThan(dot(query, unrelated) + 0.2);
  });

  it('gives bit for bit the vector a text has alone, whatever it is embedded with', async () => {
    const text = 'Amoxicillin 500 mg three times daily for 5 days.';
    const [alone] = await embedder.embed([text]);
    const mixed = await embedder.embed([
      'Scabies.',
      text,
      'Refer at once if the airway is at risk. '.repeat(30),
    ]);
    expect(mixed[1]).toEqual(alone);
  });

  it('sees the first 256 tokens and nothing after them', async () => {
    const long = 'fever '.repeat(300);
    const [a, b, short] = await embedder.embed([`${long}meningitis`, `${long}fracture`, 'fever meningitis']);
    expect(a).toEqual(b);
    expect(dot(a, short)).toBeLessThan(0.999);
  });

  it('stops between texts when it is cancelled', async () => {
    const stop = new AbortController();
    const started = performance.now();
    const work = embedder.embed(Array<string>(2000).fill('Refer to hospital. '.repeat(60)), stop.signal);
    setTimeout(() => stop.abort(), 50);
    await expect(work).rejects.toMatchObject({ reason: 'cancelled' });
    expect(performance.now() - started).toBeLessThan(5000);
    await expect(embedder.embed(['x'], stop.signal)).rejects.toMatchObject({ reason: 'cancelled' });
  });

  it('can be used again after it was closed', async () => {
    const other = await createMiniLmEmbedder({ modelDir, threads: 1 });
    const [before] = await other.embed(['Gout.']);
    await other.close();
    await other.close();
    expect((await other.embed(['Gout.']))[0]).toEqual(before);
    await other.close();
  });
});

describe('the MiniLM embedder without usable files', () => {
  it('says which file is missing', async () => {
    await expect(createMiniLmEmbedder({ modelDir: '/nowhere' })).rejects.toMatchObject({
      reason: 'model-missing',
      message: expect.stringContaining('model_quantized.onnx') as string,
    });
  });

  it('names the folder when the files are not a model', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'attest-model-'));
    for (const file of ['model_quantized.onnx', 'tokenizer.json', 'tokenizer_config.json']) {
      writeFileSync(join(dir, file), 'not a model');
    }
    const embedder = await createMiniLmEmbedder({ modelDir: dir });
    await expect(embedder.embed(['x'])).rejects.toMatchObject({
      reason: 'model-missing',
      message: expect.stringContaining(dir) as string,
    });
    await embedder.close();
    rmSync(dir, { recursive: true });
  });
});
