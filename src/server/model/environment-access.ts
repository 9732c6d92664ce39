import { AttestError } from '../../core/errors';
import { endpointPlace } from '../../core/language-model/endpoint-place';
import type { ModelPlace } from '../../core/language-model/language-model';
import { endpointVariable, keyVariable } from '../../core/language-model/model-environment';
import type { Access } from '../../core/language-model/model-host';
import type { ModelSettings } from '../../core/language-model/model-settings';

/**
 * Whether text may go to a place, for editors that ask nobody. Many of them read a server's options from files of the project
 * that is open, so that these may name a model on this computer alone: another computer, and who gets the key, is named by
 * the environment that the editor was started in.
 * @throws AttestError `model-off` for a place that the environment does not name
 */
export function accessByEnvironment(
  place: ModelPlace,
  env: Readonly<Record<string, string | undefined>>,
): Access {
  const address = env[endpointVariable]?.trim() ?? '';
  const agreed = URL.canParse(address) ? endpointPlace(new URL(address)) : undefined;
  const isAgreed =
    place.kind === 'endpoint' && place.host === agreed?.host && place.unencrypted === agreed.unencrypted;
  if (isAgreed) return env[keyVariable] === undefined ? {} : { apiKey: env[keyVariable] };
  if (place.kind === 'endpoint' && place.loopback) return {};
  throw new AttestError(
    'model-off',
    'The settings name a language model on another computer, and the environment does not.',
    `Start the editor with ${endpointVariable} set to the endpoint’s address, to which text of notes may then go.`,
  );
}

/** Settings of such an editor as they are heeded: none keeps identifiers in what leaves the computer. */
export function heededByEnvironment(settings: ModelSettings): ModelSettings {
  return settings.deidentify === 'never' ? { ...settings, deidentify: 'remote' } : settings;
}
