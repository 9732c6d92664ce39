import * as vscode from 'vscode';
import type { CommandServices } from '../../services';
import { activeEditor } from '../active-text';
import { pickSources } from './pick-sources';

/**
 * *Attest: Link Source…*: chooses what a note was written from, kept in the workspace, and checks the note again.
 * @param argument the note's URI; the active note when absent
 */
export async function run({ engine, links }: CommandServices, argument?: unknown): Promise<void> {
  const note = argument instanceof vscode.Uri ? argument : activeEditor().document.uri;
  const sources = await pickSources(note, links.of(note));
  if (!sources) return;
  await links.set(note, sources);
  await engine.request('checkNote', [{ uri: note.toString() }]);
}
