import type { HostMessage, PanelMessage } from './protocol';
import { createApp } from './app';
import { registerToolkit } from './components/toolkit';
import { setLanguage } from './l10n';
import { parseUiState } from './view-model/ui-state';

/** What VS Code gives a webview; may be asked for once. */
declare function acquireVsCodeApi(): {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById('app');
if (!root) throw new Error('The panel page has no #app.');

setLanguage(
  document.documentElement.lang,
  JSON.parse(document.body.dataset.translations ?? '{}') as Record<string, string>,
);
registerToolkit();
const receive = createApp(root, parseUiState(vscode.getState()), {
  post: (message) => vscode.postMessage(message),
  save: (state) => vscode.setState(state),
});
window.addEventListener('message', (event: MessageEvent<HostMessage>) => receive(event.data));
vscode.postMessage({ type: 'ready' });
