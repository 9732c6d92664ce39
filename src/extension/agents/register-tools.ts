import * as vscode from 'vscode';
import type { CommandServices } from '../services';

/** The part of package.json that names the tools; their texts and inputs are defined in src/engine/tools. */
interface Manifest {
  contributes: { languageModelTools: { name: string }[] };
}

/**
 * Registers the tools for agents of VS Code's chat. Where an editor has no such tools there are none: nothing else of
 * Attest depends on them.
 */
export function registerTools(services: CommandServices): vscode.Disposable {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  if (!lm?.registerTool) return vscode.Disposable.from();
  const { contributes } = services.context.extension.packageJSON as Manifest;
  return vscode.Disposable.from(
    ...contributes.languageModelTools.map(({ name }) =>
      vscode.lm.registerTool(name, {
        prepareInvocation: async ({ input }) => (await import('./use-tool')).prepareTool(name, input),
        invoke: async ({ input }, token) =>
          (await import('./use-tool')).useTool(services, name, input, token),
      }),
    ),
  );
}
