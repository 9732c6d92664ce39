import { readFile } from 'node:fs/promises';
import { AttestError, toAttestError } from '../../core/errors';
import type { JudgeCalibration } from '../../core/judge/calibration';
import type { LanguageModel } from '../../core/language-model/language-model';
import type { ModelHost } from '../../core/language-model/model-host';
import type { ModelSettings } from '../../core/language-model/model-settings';
import type { OpenAiModel } from '../../models/openai/openai-model';
import { costOf } from './meter';
import type { RateGate } from './rate-limit';

/** A model that may be used, with how its confidence as a judge is to be read. */
export interface Accessed<M extends LanguageModel> {
  model: M;
  calibration: JudgeCalibration | undefined;
}

/** An endpoint's model as it is kept between actions, made anew where its key changes. */
export class EndpointModels {
  private kept: { model: OpenAiModel; apiKey: string | undefined } | undefined;
  private probed = 0;

  /** @param gate where calls wait that try out what a model can do */
  constructor(private readonly gate: RateGate) {}

  /** Tokens that trying out models took; each action under way pays for them. */
  get probeTokens(): number {
    return this.probed;
  }

  /**
   * The endpoint's model, once the host lets it be used.
   * @param byUser as in `ModelAccess.forAction`
   * @throws AttestError `model-off` where the user does not agree; `unreadable-file`, `invalid-input` for the certificates
   */
  async model(
    settings: ModelSettings,
    host: ModelHost,
    byUser: boolean,
    signal?: AbortSignal,
  ): Promise<Accessed<OpenAiModel>> {
    const { OpenAiModel } = await import('../../models/openai/openai-model');
    // The place is known from the settings alone: nothing is made, and nothing sent, before the user has agreed.
    const place = OpenAiModel.placeOf(settings.endpoint, settings.model);
    const { apiKey, known, calibration } = await host.access(place, settings.model, byUser, signal);
    if (this.kept && this.kept.apiKey === apiKey) return { model: this.kept.model, calibration };
    const certificates = await readCertificates(settings.certificateFile);
    const before = this.kept;
    const model = new OpenAiModel({
      baseUrl: settings.endpoint,
      ...(apiKey !== undefined && { apiKey }),
      model: settings.model,
      organization: settings.organization,
      project: settings.project,
      proxy: settings.proxy,
      certificates,
      // What was found out before calls had forms was believed too easily.
      ...(known?.form && { known }),
      unseen: {
        starts: async (call, during) => {
          await this.gate.enter(during);
          host.sent?.({ at: Date.now(), place, model: settings.model, ...call });
        },
        used: (usage) => {
          this.probed += usage.promptTokens + usage.answerTokens;
          host.used?.({ usage, cached: false, ...costOf(usage, settings) });
        },
      },
      onProbed: (capabilities) => host.learned?.(place, settings.model, capabilities),
      timeoutMs: settings.timeoutSeconds * 1000,
    });
    this.kept = { model, apiKey };
    await before?.model.close();
    return { model, calibration };
  }

  /** What the model can do is tried out anew when it is next needed. */
  forgetCapabilities(): void {
    this.kept?.model.forgetCapabilities();
  }

  async close(): Promise<void> {
    await this.kept?.model.close();
  }
}

async function readCertificates(path: string): Promise<string[]> {
  if (path.trim() === '') return [];
  const advice = 'Give the path of a PEM file in attest.model.certificateFile.';
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    const { message } = toAttestError(thrown);
    throw new AttestError('unreadable-file', `The certificates cannot be read: ${message}.`, advice);
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return [text];
  throw new AttestError('invalid-input', 'The file of certificates holds none.', advice);
}
