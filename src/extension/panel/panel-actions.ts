import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import { citationUri } from '../../server/evidence/passage-uri';
import type { PanelMessage } from '../../../webview/protocol';
import { revealSpan, showBeside, showInPlace } from '../evidence/reveal';
import type { Services } from '../services';
import { performChat } from './chat-actions';
import type { FactChecks } from './fact-checks';
import { applyFix, applyFixesOfRule } from './apply-fix';
import { fileUri } from './file-uri';
import { fileRole, isShownDocument, knownCitation, knownFinding } from './model-access';
import type { PanelSession } from './panel-session';

/** What the panel asks for, except `ready`. */
export type PanelRequest = Exclude<PanelMessage, { type: 'ready' }>;

/**
 * Does what the panel asks. A message may name only what the model holds: the panel shows text from outside, and if it
 * were ever tricked, it could still open, change and run nothing else.
 * @throws AttestError with what to do
 */
export async function perform(
  services: Services,
  session: PanelSession,
  request: PanelRequest,
  factChecks: Pick<FactChecks, 'run' | 'stop'>,
): Promise<void> {
  const { model } = session;
  switch (request.type) {
    case 'openCitation': {
      const citation = known(knownCitation(model, request.citation));
      await vscode.commands.executeCommand('attest.openCitation', citation);
      return;
    }
    case 'openFile':
      return openFile(session, request.path);
    case 'revealSpan': {
      if (!isShownDocument(model, request.uri)) throw outOfDate();
      revealSpan(await showInPlace(vscode.Uri.parse(request.uri, true)), request);
      return;
    }
    case 'applyFix': {
      const { note, finding } = known(knownFinding(model, request.uri, request.fingerprint));
      await applyFix(note, finding, request.fix);
      await services.engine.request('checkNote', [{ uri: request.uri }]);
      return;
    }
    case 'fixAll': {
      const { findings } = model;
      const note =
        findings.state === 'done' && findings.value.uri === request.uri ? findings.value : undefined;
      await applyFixesOfRule(known(note), request.rule);
      await services.engine.request('checkNote', [{ uri: request.uri }]);
      return;
    }
    case 'openSetting':
      await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${request.setting}`);
      return;
    case 'ignoreFinding': {
      known(knownFinding(model, request.uri, request.fingerprint));
      const { uri, fingerprint } = request;
      await vscode.commands.executeCommand('attest.ignoreFinding', { uri, fingerprint });
      return;
    }
    case 'factCheck':
      await factChecks.run({ name: vscode.l10n.t('typed text'), text: request.text });
      return;
    case 'stopFactCheck':
      factChecks.stop();
      return;
    case 'ask':
    case 'stopAnswer':
    case 'regenerate':
    case 'copyAnswer':
    case 'insertAnswer':
    case 'searchChats':
    case 'newChat':
    case 'openChat':
    case 'renameChat':
    case 'deleteChat':
    case 'exportChat':
      return performChat(services, session, request);
    case 'command':
      await vscode.commands.executeCommand(request.command);
      return;
  }
}

async function openFile(session: PanelSession, path: string): Promise<void> {
  switch (known(fileRole(session.model, path))) {
    case 'source':
      await showBeside(fileUri(path));
      return;
    case 'document': {
      const uri = citationUri({ kind: 'library', document: path });
      await showBeside(uri === undefined ? fileUri(path) : vscode.Uri.parse(uri, true));
      return;
    }
    case 'skipped':
      await vscode.commands.executeCommand('revealFileInOS', fileUri(path));
      return;
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw outOfDate();
  return value;
}

function outOfDate(): AttestError {
  return new AttestError(
    'invalid-input',
    vscode.l10n.t('The panel showed something that is no longer there.'),
    vscode.l10n.t('Check the note again.'),
  );
}
