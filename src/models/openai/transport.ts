import { rootCertificates } from 'node:tls';
import { Agent, fetch, ProxyAgent, type Dispatcher } from 'undici';
import type { EndpointConfig } from './endpoint';

/** How calls travel: directly or through a proxy, with the system's certificates and the given ones. */
export interface Transport {
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
}

/** Makes the transport of an endpoint. Loopback never goes through a proxy. */
export function createTransport(
  { proxy, certificates }: Pick<EndpointConfig, 'proxy' | 'certificates'>,
  loopback: boolean,
): Transport {
  const tls = certificates && certificates.length > 0 ? { ca: [...rootCertificates, ...certificates] } : {};
  const dispatcher: Dispatcher =
    proxy !== undefined && proxy !== '' && !loopback
      ? new ProxyAgent({ uri: proxy, requestTls: tls, proxyTls: tls })
      : new Agent({ connect: tls });
  return {
    // undici's types of a request differ from the global ones in what neither side uses here.
    fetch: ((input: never, init?: object) =>
      fetch(input, { ...init, dispatcher })) as unknown as typeof globalThis.fetch,
    close: () => dispatcher.close(),
  };
}
