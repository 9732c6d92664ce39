import type { Command } from 'commander';
import { defaultSeverity } from '../../core/verdicts/severity';
import type { NoteProfile } from '../../core/verdicts/note-profiles';
import type { PlanReport } from '../../engine/engine';
import { EvidenceText } from '../evidence-text';
import { ignoredFingerprints, readNoteFile } from '../note-files';
import { addModelOptions, calibrationOption, modelConfig, type ModelOptions } from '../model-options';
import { modelText } from '../model-text';
import { failOnOption, formatOption, libraryOption, profileOption, terminologyOption } from '../options';
import { ResultWriter, type Format } from '../result-writer';
import type { FailOn, Session } from '../session';
import { planShape } from '../shapes';
import { reasonText, statementSnippet } from '../statement-text';
import { addVerifierOptions, verifierConfig, type VerifierOptions } from '../verifier-options';

interface Options extends ModelOptions, VerifierOptions {
  library: string;
  profile?: NoteProfile;
  terminology?: string[];
  failOn: FailOn;
  format?: Format;
}

function text(
  note: string,
  { statements, score, scored: decided, firstFailing, notScored, model }: PlanReport,
): string {
  if (notScored !== undefined) return `${note}: not scored: ${notScored}\n`;
  const evidence = new EvidenceText();
  const steps = statements.map((step, index) => {
    const failing = index === firstFailing ? ' (the first that fails)' : '';
    const own = step.judged ? ` (${step.judged.calibrated ? '' : 'the model’s own, not '}calibrated)` : '';
    const scored = step.score === null ? '' : `, score ${step.score.toFixed(2)}${own}`;
    return (
      `${index + 1}. ${step.verdict.replaceAll('-', ' ')}${scored}${failing}: ${statementSnippet(step)}\n` +
      reasonText(step, evidence, 2)
    );
  });
  const share = `${decided} of ${statements.length} steps scored`;
  const whole = score === null ? `not scored: ${share}` : `score ${score.toFixed(2)}, ${share}`;
  return `${note}: ${whole}\n${steps.join('')}${modelText(model)}`;
}

/** Adds `attest verify-plan`. */
export function addVerifyPlan(program: Command, session: Session): void {
  const command = program
    .command('verify-plan')
    .summary('verify the plans of notes step by step against the library')
    .description(
      'Splits the assessment and plan of each note into steps, and gives each a verdict and a score by the guidelines. ' +
        'The score of a plan is that of its worst step.',
    )
    .argument('<note...>', 'text files with a plan')
    .addOption(libraryOption().makeOptionMandatory());
  addVerifierOptions(addModelOptions(command))
    .addOption(calibrationOption())
    .addOption(profileOption())
    .addOption(terminologyOption())
    .addOption(failOnOption())
    .addOption(formatOption())
    .action(async (notes: string[], options: Options) => {
      const { library, profile, terminology, failOn, format = 'text' } = options;
      await session.withEngine(
        library,
        async (engine) => {
          const writer = new ResultWriter(session, format, true);
          for (const name of notes) {
            try {
              const { path, text: note } = await readNoteFile(name, session.signal);
              const ignored = await ignoredFingerprints(session, path);
              const request = { note: path, text: note, sources: [], ignored, ...(profile && { profile }) };
              const report = await engine.verifyPlan(request, session.signal);
              for (const { verdict } of report.statements) {
                session.foundAt(defaultSeverity('guideline', verdict), failOn);
              }
              await writer.write({ note: name, ...planShape(report) }, () => text(name, report));
            } catch (error) {
              session.fail(error, name);
            }
          }
          await writer.end();
        },
        {
          model: modelConfig(options, 'verify-plan'),
          verifier: verifierConfig(options),
          dictionaries: terminology,
          libraryMustExist: true,
        },
      );
    });
}
