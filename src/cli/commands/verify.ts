import type { Command } from 'commander';
import { z } from 'zod';
import { defaultSeverity } from '../../core/verdicts/severity';
import type { Engine, VerifyReport } from '../../engine/engine';
import { forEachLine, idSchema } from '../bulk';
import { failOnOption, formatOption, terminologyOption } from '../options';
import { plain, snippet } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import type { FailOn, Session } from '../session';
import { addVerifierOptions, verifierConfig, type VerifierOptions } from '../verifier-options';

interface Options extends VerifierOptions {
  pairs: string;
  terminology?: string[];
  failOn: FailOn;
  format?: Format;
}

const pairSchema = z.object({ id: idSchema, evidence: z.string(), claim: z.string() });

function text(id: string | number, { verdict, probabilities, quote, abstained }: VerifyReport): string {
  const { supported, contradicted, notAddressed } = probabilities;
  const head =
    `${id}: ${verdict.replaceAll('-', ' ')} (supported ${supported.toFixed(2)}, ` +
    `contradicted ${contradicted.toFixed(2)}, not addressed ${notAddressed.toFixed(2)})`;
  const why = abstained === undefined ? '' : `  ${plain(abstained)}\n`;
  return `${plain(head)}\n${why}${quote === '' ? '' : `    “${snippet(quote, 200)}”\n`}`;
}

/** Adds `attest verify`. */
export function addVerify(program: Command, session: Session): void {
  const command = program
    .command('verify')
    .summary('compare claims with given evidence')
    .description(
      'Gives each claim a verdict against the evidence beside it, with probabilities and the words of the evidence ' +
        'that decide. Needs no library. Input has one {"id", "evidence", "claim"} per line.',
    )
    .requiredOption('--pairs <file>', 'JSON Lines file of {id, evidence, claim}; "-" reads standard input');
  addVerifierOptions(command)
    .addOption(terminologyOption())
    .addOption(failOnOption())
    .addOption(formatOption())
    .action(async ({ pairs, terminology, failOn, format = 'jsonl', ...options }: Options) => {
      const writer = new ResultWriter(session, format, true);
      const work = async (engine: Engine): Promise<void> => {
        await forEachLine(session, pairs, pairSchema, async ({ id, evidence, claim }) => {
          const report = await engine.verify(evidence, claim, session.signal);
          const { verdict, probabilities, quote, abstained } = report;
          session.foundAt(defaultSeverity('faithfulness', verdict), failOn);
          const shape = { id, verdict, probabilities, quote, abstained: abstained ?? null };
          await writer.write(shape, () => text(id, report));
        });
        await writer.end();
      };
      await session.withEngine(undefined, work, {
        verifier: verifierConfig(options),
        dictionaries: terminology,
      });
    });
}
