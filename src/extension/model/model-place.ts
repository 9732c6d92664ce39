import { isLoopbackName } from '../../core/language-model/loopback';
import type { ModelPlace } from '../../core/language-model/language-model';
import type { ModelSettings } from '../../core/language-model/model-settings';

/**
 * Names a place for what is remembered about it (consent, key, what its models can do). All endpoints of this machine are
 * one place for consent, but not for keys.
 */
export function placeName(place: ModelPlace): string {
  return place.kind === 'editor' ? `editor:${place.vendor}` : place.host;
}

/** Where the text of the settings' model goes; undefined where none is set, it is locked, or its address is none. */
export function configuredPlace({ provider, endpoint, offlineOnly }: ModelSettings): ModelPlace | undefined {
  if (offlineOnly || provider === 'none') return undefined;
  if (provider === 'vscode') return { kind: 'editor', vendor: 'VS Code' };
  if (!URL.canParse(endpoint)) return undefined;
  const { host, hostname } = new URL(endpoint);
  return { kind: 'endpoint', host, loopback: isLoopbackName(hostname) };
}
