import { basename } from 'node:path';
import * as vscode from 'vscode';

const candidates = '**/*.{txt,md,markdown,text,fhir.json}';
const excluded = '**/{node_modules,.git}/**';
const candidateLimit = 500;

interface SourceItem extends vscode.QuickPickItem {
  uri?: vscode.Uri;
}

/**
 * Lets the user choose the sources of a note from the workspace's text files, or from anywhere through a dialog.
 * @param linked the sources that are chosen already; leaving one out unlinks it
 * @returns undefined when the user cancelled; an empty list when nothing is chosen
 */
export async function pickSources(
  note: vscode.Uri,
  linked: readonly vscode.Uri[],
): Promise<vscode.Uri[] | undefined> {
  const isLinked = new Set(linked.map((uri) => uri.toString()));
  const found = await vscode.workspace.findFiles(candidates, excluded, candidateLimit);
  // Files of the note's own folder are the likeliest.
  const folder = vscode.Uri.joinPath(note, '..').path;
  const others = found
    .filter((uri) => uri.toString() !== note.toString() && !isLinked.has(uri.toString()))
    .sort((a, b) => Number(inside(folder, b)) - Number(inside(folder, a)) || a.path.localeCompare(b.path));
  const browse: SourceItem = {
    label: `$(folder-opened) ${vscode.l10n.t('Choose other files…')}`,
    alwaysShow: true,
  };
  const items: SourceItem[] = [
    ...linked.map((uri) => ({ ...item(uri), picked: true })),
    ...others.map(item),
    browse,
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Sources of {0}', basename(note.path)),
    placeHolder: vscode.l10n.t('Select what the note was written from; clear a selection to unlink it'),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  const uris = chosen.flatMap(({ uri }) => uri ?? []);
  return chosen.includes(browse) ? [...uris, ...((await browseFiles(folder)) ?? [])] : uris;
}

function item(uri: vscode.Uri): SourceItem & { uri: vscode.Uri } {
  return { label: basename(uri.path), description: vscode.workspace.asRelativePath(uri), uri };
}

function inside(folder: string, uri: vscode.Uri): boolean {
  return vscode.Uri.joinPath(uri, '..').path === folder;
}

function browseFiles(folder: string): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Link Source'),
    openLabel: vscode.l10n.t('Link'),
    canSelectMany: true,
    defaultUri: vscode.Uri.file(folder),
    filters: { [vscode.l10n.t('Text')]: ['txt', 'md', 'markdown', 'text', 'json'] },
  });
}
