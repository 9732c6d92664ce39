import { cpSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Tokenizer } from '@huggingface/tokenizers';
import { noLean } from '../../../src/core/claims/typed-sign';
import { createMiniLmVerifier, encodePair, labelShares } from '../../../src/models/minilm-verifier';
import { readVerifierFolder, unusableFolder } from '../../../src/models/verifier-folder';
import { makeTinyVerifier, tinyLabels } from './tiny-verifier';

const root = join(import.meta.dirname, '../../..');

const folders: string[] = [];
const folder = (
  files: Record<string, object | string> = { 'verifier.json': tinyLabels },
  outputs?: readonly number[],
): string => {
  const made = makeTinyVerifier(files, outputs);
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

describe('a verifier from a folder', () => {
  it('answers in order, each pair for itself', async () => {
    const verifier = await createMiniLmVerifier({ folder: folder() });
    const pairs = ['yes', 'no', 'other', 'a'].map((claim) => ({ evidence: 'a', claim }));
    const together = await verifier.verify(pairs);
    expect(together[0]?.supported).toBeGreaterThan(0.9);
    expect(together[1]?.contradicted).toBeGreaterThan(0.9);
    expect(together[2]?.notAddressed).toBeGreaterThan(0.9);
    expect(together[3]?.supported).toBeCloseTo(1 / 3, 5);
    const alone = await Promise.all(pairs.map(async (pair) => (await verifier.verify([pair]))[0]));
    expect(alone).toEqual(together);
    for (const { supported, contradicted, notAddressed } of together) {
      expect(supported + contradicted + notAddressed).toBeCloseTo(1, 6);
    }
    await verifier.close();
  });

  it('takes name, temperature, curves and lean from verifier.json', async () => {
    const curve = [{ threshold: 0.4, error: 0.2, coverage: 1 }];
    const curves = { supported: curve, contradicted: curve, 'not-addressed': curve };
    const reckoned = { supported: 0.7, contradicted: -0.3, notAddressed: 0 };
    const description = { ...tinyLabels, name: 'tiny', temperature: 100, curves, lean: { reckoned } };
    const verifier = await createMiniLmVerifier({ folder: folder({ 'verifier.json': description }) });
    expect(verifier.name).toBe('tiny');
    expect(verifier.curves).toEqual(curves);
    // A sign that was not known when the lean was fitted leans nothing.
    expect(verifier.lean).toEqual({ ...noLean, reckoned });
    const [shares] = await verifier.verify([{ evidence: 'yes', claim: 'yes' }]);
    expect(shares?.supported).toBeLessThan(0.5);
    await verifier.close();
  });

  it('reads the labels of a model that others made from config.json', async () => {
    const id2label = { 0: 'CONTRADICTION', 1: 'ENTAILMENT', 2: 'NEUTRAL' };
    const contradictedFirst = [1, 0, 2];
    const made = folder({ 'config.json': { id2label } }, contradictedFirst);
    const verifier = await createMiniLmVerifier({ folder: made });
    const [yes, no] = await verifier.verify(['yes', 'no'].map((claim) => ({ evidence: 'a', claim })));
    expect(yes?.supported).toBeGreaterThan(0.9);
    expect(no?.contradicted).toBeGreaterThan(0.9);
    await verifier.close();
  });

  it('stops between pairs when it is cancelled, and can be used again after it was closed', async () => {
    const verifier = await createMiniLmVerifier({ folder: folder() });
    const stop = new AbortController();
    const work = verifier.verify(Array(20_000).fill({ evidence: 'a', claim: 'yes' }), stop.signal);
    setTimeout(() => stop.abort(), 30);
    await expect(work).rejects.toMatchObject({ reason: 'cancelled' });
    await verifier.close();
    await verifier.close();
    expect(await verifier.verify([{ evidence: 'a', claim: 'yes' }])).toHaveLength(1);
    await verifier.close();
  });

  it.each([
    ['no model', (dir: string) => unlinkSync(join(dir, 'verifier.onnx')), {}, 'verifier.onnx'],
    ['no tokenizer', (dir: string) => unlinkSync(join(dir, 'tokenizer.json')), {}, 'tokenizer.json'],
    [
      'labels that are not named',
      () => undefined,
      { 'config.json': { id2label: { 0: 'x' } } },
      'which label',
    ],
    [
      'more labels than outputs',
      () => undefined,
      { 'config.json': { id2label: { 0: 'entailment', 1: 'contradiction', 2: 'neutral', 3: 'other' } } },
      'which label',
    ],
    [
      'labels that repeat',
      () => undefined,
      { 'verifier.json': { labels: ['supported', 'supported', 'supported'] } },
      'which label',
    ],
    ['no folder', (dir: string) => rmSync(dir, { recursive: true }), {}, 'no such folder'],
    [
      'a file in place of the folder',
      (dir: string) => {
        rmSync(dir, { recursive: true });
        writeFileSync(dir, '');
      },
      {},
      'it is no folder',
    ],
    [
      'a folder in place of the description',
      (dir: string) => mkdirSync(join(dir, 'verifier.json')),
      { 'config.json': { id2label: { 0: 'entailment', 1: 'contradiction', 2: 'neutral' } } },
      'verifier.json cannot be read',
    ],
    ['a description that is not JSON', () => undefined, { 'verifier.json': '{' }, 'verifier.json'],
    [
      'a temperature of zero',
      () => undefined,
      { 'verifier.json': { ...tinyLabels, temperature: 0 } },
      'temperature',
    ],
    [
      'a lean by what is no sign',
      () => undefined,
      {
        'verifier.json': {
          ...tinyLabels,
          lean: { hunch: { supported: 1, contradicted: 0, notAddressed: 0 } },
        },
      },
      'lean',
    ],
  ])('is refused with %s, with what is wrong', async (_, damage, files, named) => {
    const dir = folder(Object.keys(files).length > 0 ? files : undefined);
    damage(dir);
    await expect(createMiniLmVerifier({ folder: dir })).rejects.toMatchObject({
      reason: 'model-missing',
      message: expect.stringContaining(named) as string,
    });
  });

  const cutOff = (): string => {
    const dir = folder();
    const whole = readFileSync(join(dir, 'verifier.onnx'));
    writeFileSync(join(dir, 'verifier.onnx'), whole.subarray(0, whole.length / 2));
    return dir;
  };
  const exchanged = { labels: ['contradicted', 'supported', 'not-addressed'] };
  it.each([
    ['a file that is no model', () => folder({ 'verifier.json': tinyLabels, 'verifier.onnx': 'no model' }), 'damaged'],
    ['a model that is cut off', cutOff, 'damaged'],
    ['a tokenizer without words', () => folder({ 'verifier.json': tinyLabels, 'tokenizer.json': {} }), 'vocabulary'],
    ['two outputs', () => folder({ 'verifier.json': tinyLabels }, [0, 1]), 'gives 2 numbers'],
    ['five outputs', () => folder({ 'verifier.json': tinyLabels }, [0, 1, 2, 0, 1]), 'gives 5 numbers'],
    ['exchanged labels', () => folder({ 'verifier.json': exchanged }), 'labels are exchanged'],
    ['outputs that say nothing', () => folder({ 'verifier.json': tinyLabels }, [9, 9, 9]), 'no entailment model'],
  ])('is refused at its first use with %s, with what is wrong', async (_, make, named) => {
    const verifier = await createMiniLmVerifier({ folder: make(), isOwn: true });
    await expect(verifier.verify([{ evidence: 'a', claim: 'a' }])).rejects.toMatchObject({
      reason: 'model-missing',
      message: expect.stringContaining(named) as string,
      advice: expect.stringContaining('--verifier') as string,
    });
    await verifier.close();
  });

  it('says so where the numbers of the model lie in a file that is missing', async () => {
    const dir = folder();
    cpSync(join(root, 'models/verifier/verifier.onnx'), join(dir, 'verifier.onnx'));
    const verifier = await createMiniLmVerifier({ folder: dir });
    await expect(verifier.verify([{ evidence: 'a', claim: 'a' }])).rejects.toMatchObject({
      message: expect.stringContaining('another file') as string,
      advice: expect.stringContaining('Reinstall') as string,
    });
  });
});

describe('what the model reads of a pair', () => {
  it('is everything while it fits, and else the beginning of both', async () => {
    const made = folder();
    const { tokenizer, tokenizerConfig } = await readVerifierFolder(made, unusableFolder(made, true));
    const reader = new Tokenizer(tokenizer, tokenizerConfig);
    const pair = (evidence: number, claim: number) =>
      encodePair(reader, { evidence: 'yes '.repeat(evidence), claim: 'no '.repeat(claim) }, 16);
    const [cls, sep, yes, no] = [2, 3, 4, 5];
    expect(pair(2, 1)).toEqual({ ids: [cls, yes, yes, sep, no, sep], types: [0, 0, 0, 0, 1, 1] });
    const long = pair(50, 3);
    expect(long.ids).toEqual([cls, ...Array<number>(10).fill(yes), sep, no, no, no, sep]);
    expect(long.types).toEqual([...Array<number>(12).fill(0), 1, 1, 1, 1]);
    const both = pair(50, 50);
    expect(both.ids).toEqual([cls, ...Array<number>(5).fill(yes), sep, ...Array<number>(8).fill(no), sep]);
    const claim = pair(1, 50);
    expect(claim.ids).toHaveLength(16);
    expect(claim.ids.slice(0, 4)).toEqual([cls, yes, sep, no]);
  });

  it('is an overflow-safe softmax at the given temperature', () => {
    const labels = ['contradicted', 'supported', 'not-addressed'] as const;
    expect(labelShares([1000, 0, 0], { labels, temperature: 1 })).toEqual({
      supported: 0,
      contradicted: 1,
      notAddressed: 0,
    });
    const { supported, contradicted } = labelShares([0, 2 * Math.log(3), 0], { labels, temperature: 2 });
    expect(supported / contradicted).toBeCloseTo(3, 6);
  });
});
