import { AttestError } from '../core/errors';
import { machinePolicy } from '../engine/language-model/machine-policy';
import { NamedTexts } from '../engine/tools/named-texts';
import { runTool } from '../engine/tools/run-tool';
import type { Context } from './context';
import { documentKey, pathKey, pathOf } from './files/uris';

/**
 * Runs a tool for an agent of the editor: on the workspace's files, with unsaved edits and the user's rules.
 * @param input what the agent gave, whatever it is
 * @throws AttestError `model-off` where Attest is locked offline, and what the tool throws
 */
export async function useTool(
  { host, settings, folders, texts }: Context,
  name: string,
  input: unknown,
  signal: AbortSignal,
): Promise<{ text: string }> {
  if (settings.model.offlineOnly || machinePolicy().offlineOnly) {
    throw new AttestError(
      'model-off',
      'Attest is locked offline, and an agent would give what it finds to its language model.',
      'Use the commands of Attest and its side panel.',
    );
  }
  const { noteProfile, severities, sourceLinks, sourceSuffixes } = settings;
  const named = new NamedTexts({
    folders,
    suffixes: sourceSuffixes,
    links: (note) =>
      Object.entries(sourceLinks)
        .filter(([uri]) => documentKey(uri) === pathKey(note))
        .flatMap(([, sources]) => sources.flatMap((source) => pathOf(source) ?? [])),
    open: (path) => texts.openFile(path)?.getText(),
  });
  const checking = { severities, ...(noteProfile !== 'auto' && { profile: noteProfile }) };
  const text = await host.use((engine) => runTool(name, input, { engine, texts: named, checking }, signal));
  return { text };
}
