import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, parse, relative, sep } from 'node:path';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import { AttestError } from '../../core/errors';
import type { RuleCode } from '../../core/verdicts/finding';
import type { IgnoredFinding } from '../../core/verdicts/ignored-finding';

/** Where a workspace keeps its ignored findings, below the workspace folder. Meant to be committed. */
export const ignoreListName = join('.attest', 'ignored-findings.json');

const entrySchema = z.looseObject({
  fingerprint: z.string().min(1),
  rule: z.custom<RuleCode>((value) => typeof value === 'string' && /^[a-z]+\/[a-z-]+$/.test(value)),
  note: z.string(),
  reason: z.string(),
  date: z.string(),
});
const listSchema = z.looseObject({ version: z.literal(1), ignored: z.array(entrySchema) });

/** The whole file: what a newer Attest adds to it is kept. */
type IgnoreList = z.infer<typeof listSchema>;

/**
 * The ignore list that holds for a note: the nearest one upward from it.
 * @param notePath absolute path
 * @param top the search ends in this folder; by default at the root of the disk
 */
export async function findIgnoreList(notePath: string, top?: string): Promise<string | undefined> {
  const last = top ?? parse(notePath).root;
  for (let folder = dirname(notePath); ; folder = dirname(folder)) {
    const candidate = join(folder, ignoreListName);
    const info = await stat(candidate).catch(() => undefined);
    if (info) return candidate;
    if (folder === last || folder === dirname(folder)) return undefined;
  }
}

function unreadable(path: string, why: string, cause?: unknown): AttestError {
  return new AttestError(
    'broken',
    `The list of ignored findings ${path} cannot be read: ${why}.`,
    'Correct the file or restore it from version control; Attest does not change it until then.',
    { cause },
  );
}

async function load(path: string): Promise<IgnoreList> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return { version: 1, ignored: [] };
    throw unreadable(path, isCode(error) ? error.code : 'it cannot be opened', error);
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const conflict = /^<{7}|^>{7}/m.test(text);
    throw unreadable(path, conflict ? 'it holds a merge conflict' : 'it is not valid JSON', error);
  }
  const parsed = listSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw unreadable(path, `"${where}" is missing or has an unknown value`, parsed.error);
}

function isCode(error: unknown, code?: string): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && (code === undefined || error.code === code);
}

/**
 * Reads an ignore list; a file that does not exist is an empty list.
 * @throws AttestError `broken` when the file cannot be read or is not an ignore list
 */
export async function readIgnoreList(path: string): Promise<IgnoredFinding[]> {
  const { ignored } = await load(path);
  return ignored.map(({ fingerprint, rule, note, reason, date }) => ({
    fingerprint,
    rule,
    note,
    reason,
    date,
  }));
}

/** How a list names a note: relative to the folder that holds `.attest`, with forward slashes. */
export function noteNameInList(listPath: string, notePath: string): string {
  return relative(dirname(dirname(listPath)), notePath)
    .split(sep)
    .join('/');
}

/**
 * Adds an entry; one for the same finding in the same note is replaced.
 * @throws AttestError `broken` when the file is malformed (it stays as it is), `unreadable-file` when it cannot be written
 */
export async function addToIgnoreList(path: string, entry: IgnoredFinding): Promise<void> {
  await change(path, (list) => [
    ...list.filter(({ fingerprint, note }) => fingerprint !== entry.fingerprint || note !== entry.note),
    { ...entry },
  ]);
}

/**
 * Takes a finding off the list, in whatever notes it was ignored.
 * @returns false when the list did not hold it
 * @throws AttestError as `addToIgnoreList`
 */
export async function removeFromIgnoreList(path: string, fingerprint: string): Promise<boolean> {
  let removed = false;
  await change(path, (list) => {
    const kept = list.filter((entry) => entry.fingerprint !== fingerprint);
    removed = kept.length < list.length;
    return kept;
  });
  return removed;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// A lock that a sleeping laptop lost must not end the process: the rename keeps the file whole in any case.
const lockOptions = {
  realpath: false,
  stale: 10_000,
  retries: { retries: 20, minTimeout: 50, maxTimeout: 200 },
  onCompromised: () => undefined,
};

/** Reads, changes and writes the list while no other window does. Sorted, so that two branches merge without conflict. */
async function change(
  path: string,
  edit: (entries: IgnoreList['ignored']) => IgnoreList['ignored'],
): Promise<void> {
  const target = await realpath(path).catch(() => path); // A link stays a link.
  let release: (() => Promise<void>) | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    release = await lock(target, lockOptions);
    const list = await load(target);
    const ignored = edit(list.ignored).sort(
      (a, b) => text(a.note, b.note) || text(a.rule, b.rule) || text(a.fingerprint, b.fingerprint),
    );
    await writeWhole(target, `${JSON.stringify({ ...list, ignored }, undefined, 2)}\n`);
  } catch (error) {
    if (error instanceof AttestError) throw error;
    throw new AttestError(
      'unreadable-file',
      `The list of ignored findings ${path} cannot be written${isCode(error) ? ` (${error.code})` : ''}.`,
      'Check that you may write to this folder, or ignore the finding with a comment in the note.',
      { cause: error },
    );
  } finally {
    await release?.();
  }
}

/** Writes beside the file and renames, so that a crash leaves the old list or the new one. */
async function writeWhole(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
