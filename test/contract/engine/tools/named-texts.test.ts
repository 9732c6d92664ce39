import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NamedTexts } from '../../../../src/engine/tools/named-texts';

const secret = 'A secret of another patient: amlodipine 50 mg.';
let top: string;
let open: string;
let texts: NamedTexts;

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(top, path, '..'), { recursive: true });
  await writeFile(join(top, path), text);
}

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'attest texts ')));
  open = join(top, 'open');
  await write('open/visits/visit.note.md', 'Amlodipine 5 mg once daily.\n');
  await write('open/visits/visit.transcript.txt', 'Doctor: amlodipine, five milligrams.\n');
  await write('open/visits/trap.note.md', '---\nsource: ../../closed/secret.txt\n---\nAmlodipine 5 mg.\n');
  await write('open/visits/linked.note.md', 'Amlodipine 5 mg.\n');
  await write('open/.git/config', secret);
  await write('open-not/secret.txt', secret);
  await write('closed/secret.txt', secret);
  await symlink(join(top, 'closed'), join(open, 'way-out'));
  await symlink(join(top, 'closed/secret.txt'), join(open, 'visits/innocent.txt'));
  await symlink(join(open, '.git'), join(open, 'not-hidden'));
  texts = new NamedTexts({
    folders: [open],
    links: (note) => (note.endsWith('linked.note.md') ? [join(top, 'closed/secret.txt')] : []),
  });
});
afterAll(() => rm(top, { recursive: true, force: true }));

describe('files that the caller of a tool names', () => {
  it('are read inside of the folders, by either kind of path', async () => {
    const note = { document: join(open, 'visits/visit.note.md'), text: 'Amlodipine 5 mg once daily.\n' };
    expect(await texts.file('visits/visit.note.md')).toEqual(note);
    expect(await texts.file(note.document)).toEqual(note);
    expect(await texts.sources(note)).toMatchObject({
      sources: [{ document: join(open, 'visits/visit.transcript.txt') }],
      problems: [],
    });
  });

  it.each([
    ['above', '../closed/secret.txt'],
    ['above, through a folder', 'visits/../../closed/secret.txt'],
    ['elsewhere', '/etc/passwd'],
    ['beside a folder whose name begins alike', '../open-not/secret.txt'],
    ['behind a link to a folder', 'way-out/secret.txt'],
    ['behind a link to a file', 'visits/innocent.txt'],
    ['hidden', '.git/config'],
    ['hidden behind a link', 'not-hidden/config'],
    ['with a zero in their name', 'visits/visit.note.md\0.txt'],
    ['above, where there is none', '../closed/nothing.txt'],
  ])('are not read %s', async (_, path) => {
    await expect(texts.file(path)).rejects.toMatchObject({ reason: 'invalid-input' });
  });

  it('are missed inside of the folders where there is none', async () => {
    await expect(texts.file('visits/none.md')).rejects.toMatchObject({ reason: 'unreadable-file' });
  });

  it('do not lead out by what their front matter names', async () => {
    const { sources, problems } = await texts.sources(await texts.file('visits/trap.note.md'));
    expect(sources).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/secret\.txt cannot be used: .*outside/);
  });

  it('have the sources that the user linked, wherever these lie', async () => {
    const { sources } = await texts.sources(await texts.file('visits/linked.note.md'));
    expect(sources.map(({ text }) => text)).toEqual([secret]);
  });
});
