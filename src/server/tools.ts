import { machinePolicy } from '../engine/language-model/machine-policy';
import { refuseAgentsUnder } from '../engine/tools/agents-allowed';
import { NamedTexts } from '../engine/tools/named-texts';
import { runTool } from '../engine/tools/run-tool';
import type { Context } from './context';
import { documentKey, pathKey, pathOf } from './files/uris';

/**
 * Runs a tool for an agent of the editor: on the workspace's files, with unsaved edits and the user's rules.
 * @param input what the agent gave, whatever it is
 * @throws AttestError `model-off` where agents may have nothing of it, and what the tool throws
 */
export async function useTool(
  { host, settings, folders, texts }: Context,
  name: string,
  input: unknown,
  signal: AbortSignal,
): Promise<{ text: string }> {
  const policy = machinePolicy();
  refuseAgentsUnder({ ...policy, offlineOnly: policy.offlineOnly || settings.model.offlineOnly });
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
