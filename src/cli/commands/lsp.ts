import { join } from 'node:path';
import type { Command } from 'commander';
import type { Session } from '../session';

/** Adds `attest lsp`: the engine as a language server for any editor. */
export function addLsp(program: Command, session: Session): void {
  program
    .command('lsp')
    .summary('serve any editor as a language server')
    .description('Speaks the language server protocol until the editor ends it. Nothing else is written.')
    .requiredOption('--stdio', 'over standard input and output')
    .action(async () => {
      const [{ createConnection }, { serve }, { createEngine }] = await Promise.all([
        import('vscode-languageserver/node'),
        import('../../server/server'),
        import('../../engine/create-engine'),
      ]);
      serve(createConnection(process.stdin, process.stdout), {
        createEngine,
        models: join(__dirname, 'models'),
      });
      // The connection ends the process when the editor says so or is gone.
      await new Promise<void>((resolve) => session.signal.addEventListener('abort', () => resolve()));
    });
}
