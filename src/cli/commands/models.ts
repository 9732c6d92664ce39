import type { Command } from 'commander';
import type { ModelCapabilities } from '../../core/language-model/language-model';
import { keyVariable } from '../../core/language-model/model-environment';
import { addModelOptions, modelConfig, type ModelOptions } from '../model-options';
import { formatOption } from '../options';
import { plain } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type Session } from '../session';

/** Adds `attest models`. */
export function addModels(program: Command, session: Session): void {
  const command = program
    .command('models')
    .summary('list the models of an endpoint, or try out what one can do')
    .description(
      'Lists the models that an OpenAI-compatible endpoint offers; with --model, tries out what that model can do. ' +
        `The key is taken from the environment variable ${keyVariable}.`,
    );
  addModelOptions(command)
    .addOption(formatOption())
    .action(async (options: ModelOptions & { format?: Format }) => {
      const model = modelConfig(options, 'models');
      if (!model) throw badUsage('Give an --endpoint.', 'models');
      const writer = new ResultWriter(session, options.format ?? 'text', false);
      await session.withEngine(
        undefined,
        async (engine) => {
          if (model.settings.model === '') {
            const models = await engine.listModels(session.signal);
            await writer.write({ models }, () => models.map((name) => `${plain(name)}\n`).join(''));
          } else {
            const can = await engine.modelCapabilities(session.signal);
            await writer.write({ model: model.settings.model, ...can }, () => text(can));
          }
        },
        { model },
      );
    });
}

function text(can: ModelCapabilities): string {
  const has = (value: boolean): string => (value ? 'yes' : 'no');
  return [
    `JSON Schema    ${has(can.jsonSchema)}`,
    `JSON mode      ${has(can.jsonMode)}`,
    `tools          ${has(can.tools)}`,
    `probabilities  ${has(can.logprobs)}`,
    `images         ${has(can.vision)}`,
    `context        ${can.contextTokens === undefined ? 'not known' : `${can.contextTokens} tokens`}`,
    '',
  ].join('\n');
}
