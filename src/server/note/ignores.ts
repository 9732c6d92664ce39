import { dirname, join } from 'node:path';
import { AttestError } from '../../core/errors';
import { formatIgnoreComment } from '../../core/verdicts/ignore-comments';
import type { Finding } from '../../core/verdicts/finding';
import type { IgnoredFinding } from '../../core/verdicts/ignored-finding';
import {
  addToIgnoreList,
  findIgnoreList,
  ignoreListName,
  noteNameInList,
  readIgnoreList,
  removeFromIgnoreList,
} from '../../engine/note/ignore-list';
import type { CheckedNote } from './checked';
import type { Context } from '../context';
import { relocator } from './relocate';
import { folderOf, pathKey, pathOf } from '../files/uris';

/** Where and what to insert to ignore a finding in its note. */
export interface CommentEdit {
  offset: number;
  newText: string;
}

/** The findings that people ignored, in the workspace's lists and by comments. */
export class Ignores {
  /** What each list last held while it could be read: a list broken by a merge hides nothing less meanwhile. */
  readonly #lastGood = new Map<string, IgnoredFinding[]>();

  constructor(private readonly context: Pick<Context, 'folders' | 'status' | 'log' | 'texts'>) {}

  /** Fingerprints that the workspace's list ignores for a note. A list that cannot be read is shown as trouble. */
  async fingerprints(notePath: string | undefined): Promise<Set<string>> {
    const list = notePath === undefined ? undefined : await findIgnoreList(notePath);
    if (list === undefined) return new Set();
    try {
      this.#lastGood.set(list, await readIgnoreList(list));
      this.context.status.works('ignore-list');
    } catch (error) {
      this.context.status.fails('ignore-list', error);
    }
    return new Set(this.#lastGood.get(list)?.map(({ fingerprint }) => fingerprint));
  }

  /**
   * Adds a finding to the list that holds for the note; the first one makes a list in its workspace folder.
   * @throws AttestError when the note is no file, or the list cannot be read or written
   */
  async addToList(note: CheckedNote, finding: Finding, reason: string): Promise<void> {
    const path = pathOf(note.uri);
    if (path === undefined) {
      throw new AttestError(
        'invalid-input',
        'The note is not saved as a file.',
        'Save it first, or ignore the finding in the note.',
      );
    }
    const list =
      (await findIgnoreList(path)) ??
      join(folderOf(path, this.context.folders) ?? dirname(path), ignoreListName);
    await addToIgnoreList(list, {
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      note: noteNameInList(list, path),
      reason: reason.trim(),
      date: new Date().toISOString().slice(0, 10),
    });
  }

  /**
   * The comment that ignores a finding in its note as it is now.
   * @throws AttestError when the statement was edited since the check
   */
  comment(note: CheckedNote, finding: Finding, reason: string): CommentEdit {
    const current = this.context.texts.open(note.uri) ?? note.document;
    const statement = relocator(note.document.getText(), current.getText())(finding.statement);
    if (!statement) {
      throw new AttestError(
        'invalid-input',
        'The statement was edited since it was checked.',
        'Check the note again, then ignore the finding.',
      );
    }
    const language = current.languageId === 'markdown' ? 'markdown' : 'plaintext';
    return { offset: statement.end, newText: ` ${formatIgnoreComment(finding, reason, language)}` };
  }

  /**
   * Everything on the lists of the workspace folders and of these notes.
   * @throws AttestError when a list cannot be read
   */
  async all(notes: readonly string[]): Promise<IgnoredFinding[]> {
    const entries = await Promise.all((await this.#lists(notes)).map(readIgnoreList));
    return entries.flat();
  }

  /**
   * Takes a finding off every list that holds it.
   * @throws AttestError when a list cannot be read or written
   */
  async restore(fingerprint: string, notes: readonly string[]): Promise<void> {
    for (const list of await this.#lists(notes)) await removeFromIgnoreList(list, fingerprint);
  }

  async #lists(notes: readonly string[]): Promise<string[]> {
    const inFolders = this.context.folders.map((folder) => join(folder, 'any note'));
    const lists = await Promise.all([...inFolders, ...notes].map((path) => findIgnoreList(path)));
    const found = lists.filter((list) => list !== undefined);
    return [...new Map(found.map((list) => [pathKey(list), list])).values()];
  }
}
