import type { Command } from 'commander';
import { z } from 'zod';
import { defaultSeverity } from '../../core/verdicts/severity';
import type { Engine, FactCheckReport } from '../../engine/engine';
import { exportFactCheck } from '../../engine/fact-check-export/formats';
import { forEachLine, idSchema } from '../bulk';
import { EvidenceText } from '../evidence-text';
import { addModelOptions, calibrationOption, modelConfig, type ModelOptions } from '../model-options';
import { modelText } from '../model-text';
import { failOnOption, formatOption, libraryOption, terminologyOption } from '../options';
import { snippet } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type FailOn, type Session } from '../session';
import { factCheckShape } from '../shapes';

interface Options extends ModelOptions {
  library: string;
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
      ({ verdict, text: statement, explanation, abstained, citations }) =>
        `${verdict.replaceAll('-', ' ')}: ${snippet(statement, 300)}\n  ${snippet(explanation, 300)}\n` +
        (abstained === undefined || abstained === explanation ? '' : `  ${snippet(abstained, 300)}\n`) +
        evidence.quotes(citations, 3),
    )
    .join('');
  return statements + modelText(report.model);
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
    .option('--claims <file>', 'JSON Lines file of {id, claim}; "-" reads standard input')
    .addOption(libraryOption().makeOptionMandatory());
  addModelOptions(command)
    .addOption(calibrationOption())
    .addOption(terminologyOption())
    .addOption(failOnOption())
    .addOption(formatOption('markdown', 'sarif'))
    .action(async (claim: string | undefined, options: Options) => {
      const { library, claims, failOn } = options;
      if ((claim === undefined) === (claims === undefined)) {
        throw badUsage('Give either a text or --claims.', 'fact-check');
      }
      const bulk = claims !== undefined;
      const { format = bulk ? 'jsonl' : 'text' } = options;
      const whole = format === 'markdown' || format === 'sarif' ? format : undefined;
      if (bulk && whole)
        throw badUsage('Markdown and SARIF hold one text; bulk input has many.', 'fact-check');
      const writer = new ResultWriter(session, whole ? 'text' : (format as Format), bulk);
      const check = async (engine: Engine, id: object, one: string): Promise<void> => {
        const report = await engine.factCheck(one, session.signal);
        for (const { verdict } of report.statements) {
          session.foundAt(defaultSeverity('guideline', verdict), failOn);
        }
        const written = whole && exportFactCheck({ report, format: whole, name: 'text', text: one });
        await writer.write({ ...id, ...factCheckShape(report) }, () => written ?? text(report));
      };
      const work = async (engine: Engine): Promise<void> => {
        if (!bulk) await check(engine, {}, claim ?? '');
        else
          await forEachLine(session, claims, claimSchema, ({ id, claim: one }) => check(engine, { id }, one));
        await writer.end();
      };
      await session.withEngine(library, work, {
        model: modelConfig(options, 'fact-check'),
        dictionaries: options.terminology,
        libraryMustExist: true,
      });
    });
}
