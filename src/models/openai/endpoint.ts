import { AttestError } from '../../core/errors';
import type { ModelCapabilities, ModelRequest, ModelUsage } from '../../core/language-model/language-model';

/** An OpenAI-compatible endpoint and the model to use there. */
export interface EndpointConfig {
  /**
   * Base URL as its documentation gives it, e.g. `http://localhost:11434/v1`. Its query (`?api-version=…` of Azure's older
   * addresses) goes with every call.
   */
  baseUrl: string;
  /** Local servers need none. */
  apiKey?: string;
  model: string;
  organization?: string;
  project?: string;
  /** URL of a proxy; undefined: direct. */
  proxy?: string;
  /** Certificates of a private authority, PEM; trusted besides those that Node, `NODE_EXTRA_CA_CERTS` and the system have. */
  certificates?: readonly string[];
  /** What the model can do, where it was probed before. */
  known?: ModelCapabilities;
  /** Called once the model was probed. */
  onProbed?: (capabilities: ModelCapabilities) => void;
  /** Told of the calls that no layer around the model sees: those that try it out, and those that are made again. */
  unseen?: {
    /** Done when the call may start. Throws `cancelled`. */
    starts: (call: Pick<ModelRequest, 'purpose' | 'messages'>, signal?: AbortSignal) => Promise<void>;
    /** What a call took that tried out the model. */
    used: (usage: ModelUsage) => void;
  };
  /** Milliseconds that a call, or the next piece of a stream, may take. */
  timeoutMs?: number;
}

/**
 * The base URL without a trailing slash; its query apart.
 * @throws AttestError `invalid-input` when it is no http(s) URL, or holds a user name or a password
 */
export function parseBaseUrl(baseUrl: string): { url: URL; query: Record<string, string> } {
  const url = URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new AttestError(
      'invalid-input',
      'The endpoint is not an http or https URL.',
      'Give its base URL, for example http://localhost:11434/v1.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new AttestError(
      'invalid-input',
      'The endpoint’s URL holds a user name or a password.',
      'Take it out of the URL and set the key with the command Attest: Set API Key….',
    );
  }
  const query = Object.fromEntries(url.searchParams);
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  return { url, query };
}

const azure = /\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn)$/i;

/**
 * True for an endpoint of Azure, which takes the key of a resource in the header `api-key`. Its older addresses read
 * `Authorization` as a token of a person's sign-in, and refuse a key there.
 */
export function wantsApiKey(url: URL): boolean {
  return azure.test(url.hostname);
}
