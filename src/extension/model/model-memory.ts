import type * as vscode from 'vscode';
import type { JudgeCalibration } from '../../core/judge/calibration';
import type { EndpointPlace } from '../../core/language-model/endpoint-place';
import type { ModelCapabilities, ModelPlace } from '../../core/language-model/language-model';
import { placeName } from './model-place';

const consents = 'attest.model.consents';
const capabilities = 'attest.model.capabilities';
const calibrations = 'attest.model.calibrations';
const keyPrefix = 'attest.model.key:';

/** What is remembered about the places of language models: consent, keys, what their models can do and how they judge. */
export class ModelMemory {
  constructor(
    private readonly context: Pick<vscode.ExtensionContext, 'globalState' | 'workspaceState' | 'secrets'>,
  ) {}

  /** True when the user has agreed: once for this machine, per workspace for any other place. */
  agreed(place: ModelPlace): boolean {
    return this.agreements(place).includes(agreementName(place));
  }

  async agree(place: ModelPlace): Promise<void> {
    const names = new Set([...this.agreements(place), agreementName(place)]);
    await this.stateOf(place).update(consents, [...names]);
  }

  /** Names of the places that were agreed to here, for a list. */
  agreedNames(): string[] {
    const { globalState, workspaceState } = this.context;
    return [globalState, workspaceState].flatMap((state) => state.get<string[]>(consents, []));
  }

  async takeBack(names: readonly string[]): Promise<void> {
    for (const state of [this.context.globalState, this.context.workspaceState]) {
      const left = state.get<string[]>(consents, []).filter((name) => !names.includes(name));
      await state.update(consents, left);
    }
  }

  /** A key is kept for one host and one way to it: never given to another, nor sent in the open when set for the encrypted way. */
  async key(place: EndpointPlace): Promise<string | undefined> {
    return this.context.secrets.get(keyPrefix + placeName(place));
  }

  async setKey(place: EndpointPlace, key: string): Promise<void> {
    await this.context.secrets.store(keyPrefix + placeName(place), key);
  }

  async clearKey(place: EndpointPlace): Promise<void> {
    await this.context.secrets.delete(keyPrefix + placeName(place));
  }

  known(place: ModelPlace, model: string): ModelCapabilities | undefined {
    return this.allKnown()[modelName(place, model)];
  }

  /** Remembers what a model can do; undefined forgets it, so that it is tried out again. */
  async learn(place: ModelPlace, model: string, can: ModelCapabilities | undefined): Promise<void> {
    const { [modelName(place, model)]: _, ...others } = this.allKnown();
    const all = can ? { ...others, [modelName(place, model)]: can } : others;
    await this.context.globalState.update(capabilities, all);
  }

  /** How a model's confidence as a judge is to be read, as it was kept: the engine checks it before it is used. */
  calibration(place: ModelPlace, model: string): JudgeCalibration | undefined {
    return this.allCalibrations()[modelName(place, model)];
  }

  async keepCalibration(place: ModelPlace, model: string, calibration: JudgeCalibration): Promise<void> {
    const all = { ...this.allCalibrations(), [modelName(place, model)]: calibration };
    await this.context.globalState.update(calibrations, all);
  }

  private allCalibrations(): Record<string, JudgeCalibration> {
    const kept = this.context.globalState.get<unknown>(calibrations);
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, JudgeCalibration>) : {};
  }

  private allKnown(): Record<string, ModelCapabilities> {
    return this.context.globalState.get(capabilities, {});
  }

  private agreements(place: ModelPlace): string[] {
    return this.stateOf(place).get<string[]>(consents, []);
  }

  private stateOf(place: ModelPlace): vscode.Memento {
    return isLoopback(place) ? this.context.globalState : this.context.workspaceState;
  }
}

function isLoopback(place: ModelPlace): boolean {
  return place.kind === 'endpoint' && place.loopback;
}

function agreementName(place: ModelPlace): string {
  return isLoopback(place) ? 'localhost' : placeName(place);
}

function modelName(place: ModelPlace, model: string): string {
  return `${placeName(place)} ${model}`;
}
