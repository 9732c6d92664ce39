import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { AttestError, toAttestError } from '../core/errors';
import type { Log } from '../core/ports';
import type { Severity } from '../core/verdicts/finding';
import { severityRank } from '../core/verdicts/severity';
import type { Engine, VerifierConfig } from '../engine/engine';
import type { ModelConfig } from '../core/language-model/model-host';
import { plain } from './plain';

/** At which severity the command fails; `never` reports and succeeds. */
export type FailOn = Exclude<Severity, 'off'> | 'never';

/** One run of the command line: where its output goes, whether it was interrupted, and how it will end. */
export class Session {
  /** Also shows what the program logs. */
  verbose = false;
  private found = false;
  private failed = false;

  constructor(readonly signal: AbortSignal) {}

  /** 2 when something could not be used, else 1 when something was found, else 0. */
  get exitCode(): number {
    return this.failed ? 2 : this.found ? 1 : 0;
  }

  /** Writes results to standard output; waits while the reader is slower. */
  async print(text: string): Promise<void> {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }

  /** Writes a line for a person to standard error. */
  say(line: string): void {
    process.stderr.write(`${line}\n`);
  }

  /**
   * Reports what could not be done, so that the rest can go on; the exit code will be 2.
   * @param where file, or file and line, that the error is about
   * @throws the error itself when it is a cancellation
   */
  fail(thrown: unknown, where?: string): void {
    const error = toAttestError(thrown);
    if (error.reason === 'cancelled') throw error;
    this.failed = true;
    const advice = error.reason === 'internal' ? 'Run again with --verbose and report this.' : error.advice;
    this.say(plain(`attest: ${where === undefined ? '' : `${where}: `}${error.message} ${advice}`));
    if (this.verbose && error.reason === 'internal' && error.cause instanceof Error) {
      this.say(error.cause.stack ?? '');
    }
  }

  /** Marks the run as failed where the message has been shown already. */
  markFailed(): void {
    this.failed = true;
  }

  /** Notes that something was found; it decides the exit code when it is at or above `failOn`. */
  foundAt(severity: Severity, failOn: FailOn): void {
    if (failOn !== 'never' && severity !== 'off' && severityRank[severity] <= severityRank[failOn]) {
      this.found = true;
    }
  }

  /**
   * Runs work with an engine and closes it in any case. The engine's native parts are loaded here and not before.
   * @param dictionaries the user's own dictionary files; one that cannot be used is reported and left out
   */
  async withEngine<T>(
    library: string | undefined,
    work: (engine: Engine) => Promise<T>,
    {
      model,
      verifier,
      dictionaries = [],
      libraryMustExist = false,
    }: {
      model?: ModelConfig | undefined;
      verifier?: VerifierConfig | undefined;
      dictionaries?: readonly string[] | undefined;
      libraryMustExist?: boolean;
    } = {},
  ): Promise<T> {
    const { createEngine } = await import('../engine/create-engine');
    const engine = await createEngine({
      ...(library !== undefined && { library, libraryMustExist }),
      models: join(__dirname, 'models'),
      ...(model && { model }),
      ...(verifier && { verifier }),
      log: this.log(),
    });
    try {
      const files = dictionaries.map((file) => resolve(file));
      const { problems } = await engine.useDictionaries(files, this.signal);
      for (const { file, message, advice } of problems) {
        this.fail(new AttestError('broken', message, advice), file);
      }
      return await work(engine);
    } finally {
      await engine.close();
    }
  }

  private log(): Log {
    const say = (message: string): void => this.say(plain(`attest: ${message}`));
    return {
      info: (message) => {
        if (this.verbose) say(message);
      },
      warn: say,
      error: say,
    };
  }
}

/** A command was called in a way that it does not understand. */
export function badUsage(message: string, command: string): AttestError {
  return new AttestError('invalid-input', message, `See "attest ${command} --help".`);
}
