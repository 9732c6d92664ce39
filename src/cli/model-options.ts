import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { AttestError, toAttestError } from '../core/errors';
import type { JudgeCalibration } from '../core/judge/calibration';
import { validCalibration } from '../core/judge/judge-basis';
import { keyVariable } from '../core/language-model/model-environment';
import type { ModelHost } from '../core/language-model/model-host';
import { modelSettingsSchema } from '../core/language-model/model-settings';
import type { ModelConfig } from '../core/language-model/model-host';
import { parseCount } from './options';
import { badUsage } from './session';

/** The options that choose a language model, as commander gives them. */
export interface ModelOptions {
  endpoint?: string;
  model?: string;
  organization?: string;
  project?: string;
  proxy?: string;
  certificates?: string;
  timeout?: number;
  calibration?: string;
}

/** Adds the options that choose a language model. Without `--endpoint` none is used. */
export function addModelOptions(command: Command): Command {
  return command
    .addOption(new Option('--endpoint <url>', 'OpenAI-compatible endpoint; what is read goes there'))
    .addOption(new Option('--model <name>', 'the model, as the endpoint names it'))
    .addOption(new Option('--organization <id>', 'organisation that calls are counted for'))
    .addOption(new Option('--project <id>', 'project that calls are counted for'))
    .addOption(new Option('--proxy <url>', 'proxy for calls that leave this machine'))
    .addOption(new Option('--certificates <file>', 'PEM file with certificates of a private authority'))
    .addOption(
      new Option('--timeout <seconds>', 'how long a call may take (default: 120)').argParser(parseCount),
    );
}

/** `--calibration`, for the commands that judge. */
export function calibrationOption(): Option {
  return new Option(
    '--calibration <file>',
    'how the model’s probabilities are to be read: the JSON that "attest calibrate-judge" wrote for it',
  );
}

/**
 * The engine's model config for these options; undefined without an endpoint. Naming an endpoint on the command line is the
 * agreement to send text there.
 * @param command named in the advice for wrong usage
 * @param more `judgeNotes`: statements of notes are judged, too
 * @throws AttestError `invalid-input` for a model without an endpoint, and for a calibration that is none of this model
 */
export function modelConfig(
  options: ModelOptions,
  command: string,
  { judgeNotes = false, ...more }: Pick<ModelHost, 'sent' | 'used'> & { judgeNotes?: boolean } = {},
): ModelConfig | undefined {
  const { endpoint, model = '', organization = '', project = '', proxy = '' } = options;
  if (endpoint === undefined) {
    if (model !== '') throw badUsage('--model needs --endpoint.', command);
    if (options.calibration !== undefined) throw badUsage('--calibration needs --endpoint.', command);
    return undefined;
  }
  const settings = modelSettingsSchema.parse({
    provider: 'openai-compatible',
    endpoint,
    model,
    organization,
    project,
    proxy,
    certificateFile: options.certificates ?? '',
    judgeNotes,
    ...(options.timeout !== undefined && { timeoutSeconds: options.timeout }),
  });
  const apiKey = process.env[keyVariable];
  const access = {
    ...(apiKey !== undefined && { apiKey }),
    ...(options.calibration !== undefined && { calibration: readCalibration(options.calibration, model) }),
  };
  return { settings, host: { access: () => Promise.resolve(access), ...more } };
}

function readCalibration(file: string, model: string): JudgeCalibration {
  const advice = `Run "attest calibrate-judge --format json" with the same --endpoint and --model, and keep what it writes.`;
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, 'utf8'));
  } catch (thrown) {
    const { message } = toAttestError(thrown);
    throw new AttestError('invalid-input', `The calibration ${file} cannot be read: ${message}`, advice);
  }
  const { calibration } = (written ?? {}) as { calibration?: unknown };
  const valid = validCalibration(calibration, model);
  if (valid) return valid;
  throw new AttestError(
    'invalid-input',
    `${file} holds no calibration of the model ${model} by this version of Attest.`,
    advice,
  );
}
