import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseVerifier } from '../../../src/models/choose-verifier';
import { createTransformersVerifier } from '../../../src/models/transformers-verifier';
import { memoryLog } from '../library/fixtures';
import { makeTinyVerifier, tinyLabels } from './tiny-verifier';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
const made = (folder: string): string => {
  folders.push(folder);
  return folder;
};
const nowhere = join(tmpdir(), 'attest-no-such-folder');

describe('the verifier that is used', () => {
  it('is the chosen folder before the one that ships', async () => {
    const folder = made(makeTinyVerifier({ 'verifier.json': { ...tinyLabels, name: 'own' } }));
    const verifier = await chooseVerifier({ folder }, nowhere, memoryLog());
    expect(verifier?.name).toBe('own');
    await verifier?.close();
  });

  it('is none, with a warning, where none ships', async () => {
    const log = memoryLog();
    expect(await chooseVerifier({}, nowhere, log)).toBeUndefined();
  });

  it('is never another one than the one chosen', async () => {
    await expect(chooseVerifier({ folder: nowhere }, nowhere, memoryLog())).rejects.toMatchObject({
      reason: 'model-missing',
    });
  });

  it('is not fetched while Attest is locked offline', async () => {
    const choice = { model: 'owner/name', offlineOnly: true };
    await expect(chooseVerifier(choice, nowhere, memoryLog())).rejects.toMatchObject({ reason: 'model-off' });
  });
});

describe('a verifier by name', () => {
  it('says what to install where the package is not there', async () => {
    const verifier = createTransformersVerifier({ model: 'owner/name', roots: [nowhere] });
    await expect(verifier.verify([{ evidence: 'a', claim: 'b' }])).rejects.toMatchObject({
      reason: 'model-missing',
      advice: expect.stringContaining('npm install') as string,
    });
  });

  it('has to be a name', () => {
    for (const model of ['../../etc', 'owner', 'https://x.y/z', 'a/b/c']) {
      expect(() => createTransformersVerifier({ model })).toThrow(/does not name a model/);
    }
  });

  // The real package fetches models from the network, which the tests do not: this one has its interface and no model.
  function installed(first: string, second: string): string {
    const root = made(mkdtempSync(join(tmpdir(), 'attest-transformers-')));
    const folder = join(root, 'node_modules/@huggingface/transformers');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"name":"@huggingface/transformers","main":"index.cjs"}');
    writeFileSync(
      join(folder, 'index.cjs'),
      `exports.AutoTokenizer = { from_pretrained: async () => (text, { text_pair }) => ({ text, text_pair }) };
       exports.AutoModelForSequenceClassification = { from_pretrained: async () => Object.assign(
         async ({ text, text_pair }) => ({ logits: { data: text === text_pair ? [0, 9, 0] : [9, 0, 0] } }),
         { config: { id2label: { 0: '${first}', 1: '${second}', 2: 'neutral' } }, dispose: async () => {} }) };`,
    );
    return root;
  }

  it('reads pairs through the package that the user installed, by the labels of its model', async () => {
    const roots = [installed('contradiction', 'entailment')];
    const verifier = createTransformersVerifier({ model: 'owner/name', roots });
    const [same, other] = await verifier.verify([
      { evidence: 'a', claim: 'a' },
      { evidence: 'a', claim: 'b' },
    ]);
    expect(same?.supported).toBeGreaterThan(0.9);
    expect(other?.contradicted).toBeGreaterThan(0.9);
    await verifier.close();
  });

  it('is refused where it calls a sentence contradicted by itself', async () => {
    const roots = [installed('entailment', 'contradiction')];
    const verifier = createTransformersVerifier({ model: 'owner/name', roots });
    await expect(verifier.verify([{ evidence: 'a', claim: 'b' }])).rejects.toMatchObject({
      reason: 'model-missing',
      message: expect.stringContaining('labels are exchanged') as string,
    });
  });
});
