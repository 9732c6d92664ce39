import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dateReading } from '../../../src/core/privacy/days/dates';
import { findIdentifiers } from '../../../src/core/privacy/find-identifiers';
import { createMiniLmTagger } from '../../../src/models/minilm-tagger';
import { makeFullModelDir } from './model-dir';

const shipped = makeFullModelDir();
const tagger = createMiniLmTagger(shipped);
const folders: string[] = [shipped];
afterAll(async () => {
  await tagger.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The shipped model's folder with one file changed or missing. */
function broken(file: string, content: string | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'attest-tagger-'));
  folders.push(folder);
  cpSync(shipped, folder, { recursive: true });
  if (content === undefined) rmSync(join(folder, file));
  else writeFileSync(join(folder, file), content);
  return folder;
}

const found = async (text: string): Promise<string[]> =>
  (await tagger.read([text]))[0]?.map(({ start, end }) => text.slice(start, end)) ?? [];

describe('the tagger that ships', () => {
  // People and places that are ordinary words, in small letters: nothing in their form tells them.
  it.each([
    ['he goes back to the laurels on friday, they want a copy of the chart', 'laurels'],
    ['picked up from the hollies by ambulance, fall in the bathroom', 'hollies'],
    ['discussed with bishop on the phone, he agrees to see her next week', 'bishop'],
  ])('finds in “%s” what the rules miss', async (text, name) => {
    const rules = findIdentifiers([text], dateReading([text]))[0] ?? [];
    expect(rules.some(({ start, end }) => text.slice(start, end).includes(name))).toBe(false);
    expect((await found(text)).join(' ')).toContain(name);
  });

  it.each([
    'Metformin 500 mg twice daily was stopped because the eGFR fell to 28.',
    'The rash on the left arm may have been there for two weeks; she will mark its edge.',
    'Chest is clear. No oedema. Blood pressure 132/84, pulse 76 and regular.',
  ])('takes nothing from “%s”', async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it('answers each text for itself, and the same again', async () => {
    const texts = ['Dear Mrs Thandeka Mbeki,', '', 'BP 120/80.', 'Seen by Dr Okonkwo in Leeds.'];
    const together = await tagger.read(texts);
    expect(together).toHaveLength(4);
    expect(together[1]).toEqual([]);
    expect(await tagger.read(texts)).toEqual(together);
    for (const [at, text] of texts.entries()) expect((await tagger.read([text]))[0]).toEqual(together[at]);
  });

  it('reads a text of many windows to its end', async () => {
    const long = 'The wound is dry and the dressing was changed. '.repeat(60);
    const text = `${long}Signed by Dr Thandeka Mbeki.`;
    const last = (await tagger.read([text]))[0]?.at(-1);
    expect(text.slice(last?.start, last?.end)).toContain('Mbeki');
  });

  it('stops when it is cancelled, and can be used again after it was closed', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(tagger.read(['Rose'], stop.signal)).rejects.toMatchObject({ reason: 'cancelled' });
    await tagger.close();
    await tagger.close();
    expect(await found('Dear Mrs Mbeki,')).not.toEqual([]);
  });
});

describe('a tagger that cannot be used', () => {
  it.each([
    ['no model', 'deidentifier.onnx', undefined],
    ['a model that is none', 'deidentifier.onnx', 'x'],
    ['no table of words', 'model_quantized.onnx', undefined],
    ['a table of words that ends early', 'model_quantized.onnx', 'x'],
    ['no tokenizer', 'tokenizer.json', undefined],
    ['no description', 'deidentifier.json', undefined],
    ['a threshold that takes nothing', 'deidentifier.json', '{"labels":["none","name"],"threshold":2}'],
  ])('is an error with %s, at each use, and never an empty answer', async (_, file, content) => {
    const reader = createMiniLmTagger(broken(file, content));
    for (let use = 0; use < 2; use++) {
      await expect(reader.read(['Rose'])).rejects.toMatchObject({ reason: 'model-missing' });
    }
    await reader.close();
  });
});
