import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { before, describe, it } from 'mocha';
import { attest, extension, run } from './support/attest';

const note = 'visits/2026-09-14-diabetes-hypertension/visit.note.md';

describe('the sample clinic', () => {
  before(async () => {
    await attest();
  });

  it('is copied whole, and a copy that someone has edited is never written to', async () => {
    const first = await run<string>('openSampleClinic', { fresh: true, open: false });
    const sample = path.join(extension().extensionPath, 'media/sample-clinic');
    const files = async (folder: string) => (await fs.readdir(folder, { recursive: true })).sort();
    assert.deepEqual(await files(first), await files(sample));
    await fs.writeFile(path.join(first, note), 'edited');
    const second = await run<string>('openSampleClinic', { fresh: true, open: false });
    assert.notEqual(second, first);
    assert.equal(await fs.readFile(path.join(first, note), 'utf8'), 'edited');
    assert.equal(
      await fs.readFile(path.join(second, note), 'utf8'),
      await fs.readFile(path.join(sample, note), 'utf8'),
    );
  });
});
