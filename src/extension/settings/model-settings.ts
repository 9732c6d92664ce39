import { isAbsolute } from 'node:path';
import type { ModelSettings } from '../../core/language-model/model-settings';

/** The settings of the section `attest.model` and the lock, as they stand in VS Code: of any type. */
export type RawModelSettings = Record<
  (typeof modelSettingNames)[number] | (typeof privacySettingNames)[number],
  unknown
> & {
  /** VS Code's own proxy, for a model proxy that is not set. */
  editorProxy: unknown;
  /** Hosts that VS Code reaches without its proxy. */
  editorNoProxy: unknown;
};

/** Names inside of `attest.model`. */
export const modelSettingNames = [
  'provider',
  'endpoint',
  'name',
  'organization',
  'project',
  'proxy',
  'certificateFile',
  'timeout',
  'tokensPerAction',
  'callsPerMinute',
  'promptPrice',
  'answerPrice',
  'judgeNotes',
] as const;

/** Names inside of `attest.privacy`. */
export const privacySettingNames = ['offlineOnly', 'deidentify'] as const;

/** The defaults of package.json, for values of a wrong type. */
export const modelDefaults = { timeout: 120, tokensPerAction: 200_000, callsPerMinute: 120 };

/**
 * Turns VS Code's settings into what the engine needs. A value that cannot be used never opens anything: a provider that is
 * not known is none.
 * @param locked the machine's policy keeps everything offline
 */
export function toModelSettings(raw: RawModelSettings, locked: boolean): ModelSettings {
  const { deidentify } = raw;
  const certificateFile = text(raw.certificateFile);
  const { timeout, tokensPerAction, callsPerMinute } = modelDefaults;
  return {
    provider: raw.provider === 'openai-compatible' || raw.provider === 'vscode' ? raw.provider : 'none',
    endpoint: text(raw.endpoint),
    model: text(raw.name),
    organization: text(raw.organization),
    project: text(raw.project),
    proxy:
      text(raw.proxy) || (isExcepted(text(raw.endpoint), raw.editorNoProxy) ? '' : text(raw.editorProxy)),
    certificateFile: isAbsolute(certificateFile) ? certificateFile : '',
    timeoutSeconds: positive(raw.timeout, timeout),
    tokensPerAction: Math.ceil(positive(raw.tokensPerAction, tokensPerAction)),
    callsPerMinute: Math.ceil(positive(raw.callsPerMinute, callsPerMinute)),
    promptPrice: price(raw.promptPrice),
    answerPrice: price(raw.answerPrice),
    judgeNotes: raw.judgeNotes === true,
    deidentify: deidentify === 'never' || deidentify === 'always' ? deidentify : 'remote',
    offlineOnly: locked || raw.offlineOnly !== false,
  };
}

/** True when VS Code's `http.noProxy` names the endpoint's host: itself, or its domain as ".example.org" or "*.example.org". */
function isExcepted(endpoint: string, hosts: unknown): boolean {
  if (!Array.isArray(hosts) || !URL.canParse(endpoint)) return false;
  const host = new URL(endpoint).hostname.toLowerCase();
  return hosts
    .map((entry) => text(entry).toLowerCase())
    .some((entry) => {
      if (entry === '') return false;
      const domain = entry.replace(/^\*?\./, '');
      return host === domain || (domain !== entry && host.endsWith(`.${domain}`));
    });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function positive(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : fallback;
}

function price(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
