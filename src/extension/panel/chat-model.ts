import type { PanelModel } from '../../../webview/protocol';
import type { ServerSettings } from '../../server/protocol';

/** What the panel says about the model that writes answers; undefined where answers are quotes, made offline. */
export function chatModelOf({
  provider,
  endpoint,
  model,
  offlineOnly,
}: ServerSettings['model']): PanelModel['chatModel'] {
  if (provider === 'none' || offlineOnly) return undefined;
  if (provider === 'vscode') return { name: model || 'VS Code', place: 'VS Code' };
  return URL.canParse(endpoint) ? { name: model, place: new URL(endpoint).host } : undefined;
}
