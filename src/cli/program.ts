import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { addAsk } from './commands/ask';
import { addCalibrateJudge } from './commands/calibrate-judge';
import { addCheck } from './commands/check';
import { addFactCheck } from './commands/fact-check';
import { addFaithfulness } from './commands/faithfulness';
import { addImportTerminology } from './commands/import-terminology';
import { addIndex } from './commands/index-library';
import { addLsp } from './commands/lsp';
import { addMcp } from './commands/mcp';
import { addModels } from './commands/models';
import { addSearch } from './commands/search';
import { addVerify } from './commands/verify';
import { addVerifyPlan } from './commands/verify-plan';
import type { Session } from './session';

const epilogue = `
Typical use:
  attest index guidelines --library .attest/library
  attest check visits/*/visit.note.md --library .attest/library
  attest ask "When is metformin stopped?" --library .attest/library

Exit codes:
  0  nothing found at or above --fail-on (default: error)
  1  something found
  2  bad usage, or an input that could not be read (the rest is done; see standard error)

Everything runs on this machine; no text leaves it unless an --endpoint is named. Attest is not a medical device.`;

/**
 * Runs the command that the arguments name.
 * @param argv as in `process.argv`
 * @throws AttestError when a command cannot do its work at all
 */
export async function runProgram(argv: readonly string[], session: Session): Promise<void> {
  const program = new Command('attest')
    .description('Checks clinical notes against their sources and your local guidelines, with the evidence.')
    .version(version, '-V, --version', 'print the version')
    .option('--verbose', 'also print what the program logs')
    .helpCommand(false)
    .addHelpText('after', epilogue)
    .showHelpAfterError('See "attest --help".')
    .exitOverride()
    .hook('preAction', (command) => {
      session.verbose = command.opts<{ verbose?: boolean }>().verbose === true;
    });
  const commands = [
    addIndex,
    addSearch,
    addCheck,
    addFactCheck,
    addVerify,
    addVerifyPlan,
    addFaithfulness,
    addAsk,
    addModels,
    addCalibrateJudge,
    addLsp,
    addMcp,
    addImportTerminology,
  ];
  for (const add of commands) add(program, session);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has already printed the message; help and version are no errors.
    if (error.exitCode !== 0) session.markFailed();
  }
}
