import type * as vscode from 'vscode';
import { registerParticipant } from './agents/register-participant';
import { registerTools } from './agents/register-tools';
import { registerCommands } from './commands/registry';
import { startOnNote } from './engine/start-on-note';
import { registerPassageProvider } from './evidence/passage-provider';
import { askForVerifiers } from './model/verifier-consent';
import type { CommandServices } from './services';
import { tellRefusedLibrary } from './settings/tell-refused-library';
import { registerStatusBar } from './status/status-bar';
import { registerWelcomeView } from './welcome-view';

/** Everything the extension adds to VS Code besides the panel: each registers itself and is independent of the others. */
export const features: readonly ((services: CommandServices) => vscode.Disposable)[] = [
  registerCommands,
  registerPassageProvider,
  registerStatusBar,
  registerWelcomeView,
  startOnNote,
  askForVerifiers,
  tellRefusedLibrary,
  registerTools,
  registerParticipant,
];
