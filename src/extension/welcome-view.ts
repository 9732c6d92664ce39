import * as vscode from 'vscode';
import { toAttestError } from '../core/errors';
import type { Services } from './services';

/**
 * The view *Get Started*: a tree that is always empty, so that VS Code shows the welcome content of package.json. It is
 * visible while no folder is open or no guideline folder is set; the panel shows its own empty states.
 */
export function registerWelcomeView({ settings, log }: Services): vscode.Disposable {
  const provider: vscode.TreeDataProvider<never> = {
    getChildren: () => [],
    getTreeItem: () => new vscode.TreeItem(''),
  };
  const update = (): void => {
    const none = settings.current().guidelineFolders.length === 0;
    vscode.commands
      .executeCommand('setContext', 'attest.noGuidelineFolder', none)
      .then(undefined, (error: unknown) => log.error(toAttestError(error).message));
  };
  update();
  return vscode.Disposable.from(
    vscode.window.registerTreeDataProvider('attest.welcome', provider),
    settings.onDidChange(update),
  );
}
