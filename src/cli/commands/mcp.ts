import { resolve } from 'node:path';
import type { Command } from 'commander';
import { machinePolicy } from '../../engine/language-model/machine-policy';
import { refuseAgentsUnder } from '../../engine/tools/agents-allowed';
import { libraryOption, terminologyOption } from '../options';
import type { Session } from '../session';
import { addVerifierOptions, verifierConfig, type VerifierOptions } from '../verifier-options';

interface Options extends VerifierOptions {
  library?: string;
  terminology?: string[];
}

/** Adds `attest mcp`: the tools for agents, as a server of the Model Context Protocol. */
export function addMcp(program: Command, session: Session): void {
  const command = program
    .command('mcp')
    .summary('serve agents with the checks as tools')
    .description(
      'Speaks the Model Context Protocol over standard input and output until the agent ends it. Nothing else is ' +
        'written there. Attest itself sends nothing anywhere, but what a tool finds, with quotes of notes and ' +
        'guidelines, goes to the agent and so to its language model. An agent may name files in the given folders ' +
        'only; without one it gives the texts themselves.',
    )
    .argument('[folder...]', 'folders with notes and sources that tools may read')
    .addOption(libraryOption())
    .addOption(terminologyOption());
  addVerifierOptions(command).action(
    async (folders: string[], { library, terminology, ...options }: Options) => {
      refuseAgentsUnder(machinePolicy());
      const { serveTools } = await import('../mcp-server');
      await session.withEngine(
        library,
        (engine) =>
          serveTools(
            session,
            engine,
            folders.map((folder) => resolve(folder)),
          ),
        { verifier: verifierConfig(options), dictionaries: terminology },
      );
    },
  );
}
