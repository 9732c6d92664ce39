import * as nodeTls from 'node:tls';
import { Agent, fetch, ProxyAgent, type Dispatcher } from 'undici';
import type { EndpointConfig } from './endpoint';

/** How calls travel: directly or through a proxy, with the system's certificates and the given ones. */
export interface Transport {
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
}

/** No answer to a question of ours is this long; a server that goes on and on must not fill the memory. Bytes. */
const longestReply = 20_000_000;

/**
 * Makes the transport of an endpoint. Loopback never goes through a proxy. A redirect is not followed: the user has agreed
 * to one host, and text and key go to no other.
 * @param timeout milliseconds between two pieces of a reply
 */
export function createTransport(
  { proxy, certificates }: Pick<EndpointConfig, 'proxy' | 'certificates'>,
  loopback: boolean,
  timeout: number,
): Transport {
  const tls = certificates && certificates.length > 0 ? { ca: [...trustedCertificates(), ...certificates] } : {};
  // Whoever waits for the headers is the client, which tries again.
  const limits = { bodyTimeout: timeout, headersTimeout: 0, maxResponseSize: longestReply };
  const dispatcher: Dispatcher =
    proxy !== undefined && proxy !== '' && !loopback
      ? new ProxyAgent({ ...limits, uri: proxy, requestTls: tls, proxyTls: tls })
      : new Agent({ ...limits, connect: tls });
  return {
    // undici's types of a request differ from the global ones in what neither side uses here.
    fetch: ((input: never, init?: object) =>
      fetch(input, { ...init, dispatcher, redirect: 'manual' })) as unknown as typeof globalThis.fetch,
    close: () => dispatcher.close(),
  };
}

/** The part of Node's `tls` that tells what is trusted; `getCACertificates` came with Node 22.15. */
export interface CertificateStore {
  rootCertificates: readonly string[];
  getCACertificates?: (type: 'default' | 'system') => readonly string[];
}

/**
 * The certificates, PEM, that are trusted without any of a user's own: naming own ones to Node replaces them all. Node's
 * list, those of `NODE_EXTRA_CA_CERTS`, and those of the system; an older Node tells its list alone.
 */
export function trustedCertificates(store: CertificateStore = nodeTls): string[] {
  const { getCACertificates, rootCertificates } = store;
  if (!getCACertificates) return [...rootCertificates];
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}
