import { endpointPlace, type EndpointPlace } from '../../core/language-model/endpoint-place';
import type { ModelPlace } from '../../core/language-model/language-model';
import type { ModelSettings } from '../../core/language-model/model-settings';

/**
 * Names a place for what is remembered about it (consent, key, what its models can do). All endpoints of this machine are
 * one place for consent, but not for keys. The open way to a host is another place than the encrypted one: who agreed to
 * that has not agreed to be read on the way.
 */
export function placeName(place: ModelPlace): string {
  if (place.kind === 'editor') return `editor:${place.vendor}`;
  return place.unencrypted === true ? `http://${place.host}` : place.host;
}

/** Where the text of the settings' model goes; undefined where none is set, it is locked, or its address is none. */
export function configuredPlace(settings: ModelSettings): ModelPlace | undefined {
  const { provider, offlineOnly } = settings;
  if (offlineOnly || provider === 'none') return undefined;
  return provider === 'vscode' ? { kind: 'editor', vendor: 'VS Code' } : configuredEndpoint(settings);
}

/** The endpoint that is set, used or not; undefined where its address is none. */
export function configuredEndpoint({
  endpoint,
  model,
}: Pick<ModelSettings, 'endpoint' | 'model'>): EndpointPlace | undefined {
  return URL.canParse(endpoint) ? endpointPlace(new URL(endpoint), model) : undefined;
}
