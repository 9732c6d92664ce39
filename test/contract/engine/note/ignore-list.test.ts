import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IgnoredFinding } from '../../../../src/core/verdicts/ignored-finding';
import {
  addToIgnoreList,
  findIgnoreList,
  ignoreListName,
  noteNameInList,
  readIgnoreList,
  removeFromIgnoreList,
} from '../../../../src/engine/note/ignore-list';

let folder: string;
let list: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-ignore-'));
  list = join(folder, ignoreListName);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const entry = (fingerprint: string, note = 'a.note.md'): IgnoredFinding => ({
  fingerprint,
  note,
  rule: 'faithfulness/value',
  reason: 'Changed after the "visit"',
  date: '2026-01-05',
});

async function put(content: string): Promise<void> {
  await mkdir(dirname(list), { recursive: true });
  await writeFile(list, content);
}

describe('the ignore list', () => {
  it('is found upward from the note, and not above the top', async () => {
    const note = join(folder, 'visits/2026/a.note.md');
    expect(await findIgnoreList(note, folder)).toBeUndefined();
    await addToIgnoreList(list, entry('aaa'));
    expect(await findIgnoreList(note, folder)).toBe(list);
    expect(await findIgnoreList(note)).toBe(list);
    expect(await findIgnoreList(note, join(folder, 'visits'))).toBeUndefined();
    expect(noteNameInList(list, note)).toBe('visits/2026/a.note.md');
  });

  it('gives back what was added and forgets what was removed', async () => {
    await addToIgnoreList(list, entry('bbb'));
    await addToIgnoreList(list, entry('aaa'));
    expect(await readIgnoreList(list)).toEqual([entry('aaa'), entry('bbb')]);
    expect(await removeFromIgnoreList(list, 'bbb')).toBe(true);
    expect(await removeFromIgnoreList(list, 'bbb')).toBe(false);
    expect(await readIgnoreList(list)).toEqual([entry('aaa')]);
    expect(await readdir(dirname(list))).toEqual(['ignored-findings.json']);
  });

  it('replaces an entry for the same finding of the same note', async () => {
    await addToIgnoreList(list, entry('aaa'));
    await addToIgnoreList(list, { ...entry('aaa'), reason: 'better reason' });
    expect(await readIgnoreList(list)).toEqual([{ ...entry('aaa'), reason: 'better reason' }]);
  });

  it('is sorted by note, rule and fingerprint with one property a line, so that branches merge', async () => {
    for (const one of [entry('bbb', 'z.md'), entry('ccc'), entry('aaa')]) await addToIgnoreList(list, one);
    const content = await readFile(list, 'utf8');
    expect(content.match(/"fingerprint": "(\w+)"/g)).toEqual(
      ['aaa', 'ccc', 'bbb'].map((fingerprint) => `"fingerprint": "${fingerprint}"`),
    );
    expect(content.endsWith('}\n')).toBe(true);
  });

  it('keeps what a newer version wrote beside the known fields', async () => {
    await put(
      JSON.stringify({ version: 1, team: 'ward 7', ignored: [{ ...entry('aaa'), reviewer: 'Dr Nair' }] }),
    );
    await addToIgnoreList(list, entry('bbb'));
    const content = JSON.parse(await readFile(list, 'utf8')) as unknown;
    expect(content).toMatchObject({ team: 'ward 7', ignored: [{ reviewer: 'Dr Nair' }, {}] });
  });

  it.each([
    ['no JSON', '{"version": 1, "ignored": ['],
    ['a merge conflict', '{"version": 1,\n<<<<<<< ours\n"ignored": []\n=======\n>>>>>>> theirs\n}'],
    ['another version', '{"version": 2, "ignored": []}'],
    ['no list', '{"version": 1}'],
    ['a broken entry', '{"version": 1, "ignored": [{"fingerprint": 5}]}'],
    ['nothing', ''],
  ])('that holds %s is an error and stays as it is', async (_, content) => {
    await put(content);
    const broken = { reason: 'broken', message: expect.stringContaining(list) as string };
    await expect(readIgnoreList(list)).rejects.toMatchObject(broken);
    await expect(addToIgnoreList(list, entry('aaa'))).rejects.toMatchObject(broken);
    await expect(removeFromIgnoreList(list, 'aaa')).rejects.toMatchObject(broken);
    expect(await readFile(list, 'utf8')).toBe(content);
  });

  it('that does not exist is empty', async () => {
    expect(await readIgnoreList(list)).toEqual([]);
  });

  it('loses nothing when many add at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${String(index).padStart(2, '0')}`);
    await Promise.all(names.map((name) => addToIgnoreList(list, entry(name))));
    expect((await readIgnoreList(list)).map(({ fingerprint }) => fingerprint)).toEqual(names);
  });

  it('stays a link when it is one', async () => {
    const real = join(folder, 'shared.json');
    await writeFile(real, '{"version": 1, "ignored": []}');
    await mkdir(dirname(list));
    await symlink(real, list);
    await addToIgnoreList(list, entry('aaa'));
    expect((await lstat(list)).isSymbolicLink()).toBe(true);
    expect(await readIgnoreList(real)).toHaveLength(1);
  });

  it('says why it cannot be written', async () => {
    await writeFile(join(folder, '.attest'), 'a file where the folder should be');
    await expect(addToIgnoreList(list, entry('aaa'))).rejects.toMatchObject({
      reason: 'unreadable-file',
      advice: expect.stringContaining('comment') as string,
    });
  });
});
