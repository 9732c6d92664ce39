import { basename } from 'node:path';
import type * as vscode from 'vscode';
import { toAttestError } from '../../../core/errors';
import type { CommandServices, FaithfulnessReport } from '../../services';
import { activeEditor } from '../active-text';
import { pickSources } from './pick-sources';

/** *Attest: Score Summary Faithfulness…*: the selection, or the whole text, against its sources; asks for missing ones. */
export async function run(services: CommandServices): Promise<FaithfulnessReport | undefined> {
  const { document, selection } = activeEditor();
  const text = document.getText(selection.isEmpty ? undefined : selection);
  const result = score(services, document.uri, text).then((report) => ({
    ...report,
    name: basename(document.uri.path),
    uri: document.uri.toString(),
    offset: selection.isEmpty ? 0 : document.offsetAt(selection.start),
  }));
  await services.panel.showFaithfulness(result);
  return result.catch(() => undefined); // The panel shows why it failed.
}

async function score(
  { engine }: CommandServices,
  note: vscode.Uri,
  text: string,
): Promise<FaithfulnessReport> {
  const uri = note.toString();
  let found: FaithfulnessReport | undefined;
  let failed: unknown;
  try {
    found = await engine.request('faithfulness', [{ uri, text }]);
    if (found.sources.length > 0) return found;
  } catch (error) {
    if (toAttestError(error).reason !== 'no-source') throw error;
    failed = error;
  }
  const chosen = await pickSources(note, []);
  if (chosen && chosen.length > 0) {
    const sources = chosen.map((source) => source.toString());
    return engine.request('faithfulness', [{ uri, text, sources }]);
  }
  // Nothing was chosen: the answer is what the engine said about a text without a source.
  if (found) return found;
  throw failed;
}
