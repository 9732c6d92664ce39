import type { Command } from 'commander';
import { z } from 'zod';
import { defaultSeverity } from '../../core/verdicts/severity';
import type { Engine, FactCheckReport } from '../../engine/engine';
import { exportFactCheck } from '../../engine/fact-check-export/formats';
import { forEachLine, idSchema } from '../bulk';
import { EvidenceText } from '../evidence-text';
import { addModelOptions, calibrationOption, modelConfig, type ModelOptions } from '../model-options';
import { modelText } from '../model-text';
import { readNoteFile } from '../note-files';
import { failOnOption, formatOption, libraryOption, terminologyOption } from '../options';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type FailOn, type Session } from '../session';
import { factCheckShape } from '../shapes';
import { reasonText, statementSnippet } from '../statement-text';
import { addVerifierOptions, verifierConfig, type VerifierOptions } from '../verifier-options';

interface Options extends ModelOptions, VerifierOptions {
  library: string;
  file?: string;
  claims?: string;
  terminology?: string[];
  failOn: FailOn;
  format?: Format | 'markdown' | 'sarif';
}

const claimSchema = z.object({ id: idSchema, claim: z.string() });

function text(report: FactCheckReport): string {
  if (report.statements.length === 0) {
    return `Not scored: ${report.notScored ?? 'the text holds no statement.'}\n`;
  }
  const evidence = new EvidenceText();
  const statements = report.statements
    .map(
      (statement) =>
        `${statement.verdict.replaceAll('-', ' ')}: ${statementSnippet(statement)}\n` +
        reasonText(statement, evidence, 3),
    )
    .join('');
  return statements + modelText(report.model);
}

/** The text of a file; undefined, and reported, when it cannot be read. */
async function textOf(session: Session, file: string): Promise<string | undefined> {
  try {
    return (await readNoteFile(file, session.signal)).text;
  } catch (error) {
    session.fail(error, file);
    return undefined;
  }
}

/** Adds `attest fact-check`. */
export function addFactCheck(program: Command, session: Session): void {
  const command = program
    .command('fact-check')
    .summary('compare statements with the library')
    .description(
      'Splits a text into statements and shows each with its best passages and a verdict. Bulk input has one ' +
        '{"id", "claim"} per line.',
    )
    .argument('[text]', 'what to check')
    .option('--file <file>', 'text file to check whole')
    .option('--claims <file>', 'JSON Lines file of {id, claim}; "-" reads standard input')
    .addOption(libraryOption().makeOptionMandatory());
  addVerifierOptions(addModelOptions(command))
    .addOption(calibrationOption())
    .addOption(terminologyOption())
    .addOption(failOnOption())
    .addOption(formatOption('markdown', 'sarif'))
    .action(async (claim: string | undefined, options: Options) => {
      const { library, file, claims, failOn } = options;
      if ([claim, file, claims].filter((one) => one !== undefined).length !== 1) {
        throw badUsage('Give either a text, --file or --claims.', 'fact-check');
      }
      const bulk = claims !== undefined;
      const { format = bulk ? 'jsonl' : 'text' } = options;
      const whole = format === 'markdown' || format === 'sarif' ? format : undefined;
      if (bulk && whole)
        throw badUsage('Markdown and SARIF hold one text; bulk input has many.', 'fact-check');
      const writer = new ResultWriter(session, whole ? 'text' : (format as Format), bulk);
      const check = async (engine: Engine, id: object, one: string, name = 'text'): Promise<void> => {
        const report = await engine.factCheck(one, session.signal);
        for (const { verdict } of report.statements) {
          session.foundAt(defaultSeverity('guideline', verdict), failOn);
        }
        const written = whole && exportFactCheck({ report, format: whole, name, text: one });
        await writer.write({ ...id, ...factCheckShape(report) }, () => written ?? text(report));
      };
      const given = file === undefined ? claim : await textOf(session, file);
      if (!bulk && given === undefined) return;
      const work = async (engine: Engine): Promise<void> => {
        if (given !== undefined) await check(engine, {}, given, file);
        if (bulk)
          await forEachLine(session, claims, claimSchema, ({ id, claim: one }) => check(engine, { id }, one));
        await writer.end();
      };
      await session.withEngine(library, work, {
        model: modelConfig(options, 'fact-check'),
        verifier: verifierConfig(options),
        dictionaries: options.terminology,
        libraryMustExist: true,
      });
    });
}
