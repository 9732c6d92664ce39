import * as vscode from 'vscode';
import type { CommandServices, FactCheckReport } from '../../services';
import { activeEditor } from '../active-text';

/** *Attest: Fact-Check Note*: every claim of the active text against the library. */
export async function run({ panel }: CommandServices): Promise<FactCheckReport | undefined> {
  const { document } = activeEditor();
  const { uri, version } = document;
  return panel.factCheck({
    name: vscode.workspace.asRelativePath(uri),
    text: document.getText(),
    at: { uri: uri.toString(), version, offset: 0 },
  });
}
