import type { Command } from 'commander';
import { keyVariable } from '../../core/language-model/model-environment';
import type { CalibrationReport } from '../../engine/engine';
import { addModelOptions, modelConfig, type ModelOptions } from '../model-options';
import { formatOption } from '../options';
import { plain } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type Session } from '../session';

/** Adds `attest calibrate-judge`. */
export function addCalibrateJudge(program: Command, session: Session): void {
  const command = program
    .command('calibrate-judge')
    .summary('measure how well a model judges, and how its probabilities are to be read')
    .description(
      'Asks a model about invented statements with known verdicts, and says how often it is right and what its ' +
        'probabilities mean. Nothing is kept: write the JSON to a file, and give that to check, fact-check and verify-plan ' +
        `with --calibration. The key is taken from the environment variable ${keyVariable}.`,
    );
  addModelOptions(command)
    .addOption(formatOption())
    .action(async (options: ModelOptions & { format?: Format }) => {
      const model = modelConfig(options, 'calibrate-judge');
      if (!model || model.settings.model === '') {
        throw badUsage('Give an --endpoint and a --model.', 'calibrate-judge');
      }
      const writer = new ResultWriter(session, options.format ?? 'text', false);
      await session.withEngine(
        undefined,
        async (engine) => {
          const report = await engine.calibrateJudge(undefined, session.signal);
          await writer.write(report, () => text(report));
        },
        { model },
      );
    });
}

function text({
  calibration,
  asked,
  decided,
  notSure,
  unusable,
  refused,
  accuracy,
  brier,
  cost,
}: CalibrationReport): string {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  return [
    `model        ${plain(calibration.model)}`,
    `pairs        ${decided} of ${asked} decided; not sure ${notSure}, not readable ${unusable}, refused ${refused}`,
    `right        ${accuracy.count} of ${decided}: ${percent(accuracy.share)} (95 % interval ${percent(accuracy.low)} to ${percent(accuracy.high)})`,
    `Brier score  ${brier.before.toFixed(3)} as the model says, ${brier.after.toFixed(3)} calibrated (0 is best)`,
    `calls        ${cost.calls}, ${cost.promptTokens + cost.answerTokens} tokens`,
    '',
  ].join('\n');
}
