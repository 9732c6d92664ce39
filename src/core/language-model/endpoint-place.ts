import type { ModelPlace } from './language-model';

/** An endpoint as a place that text goes to. */
export type EndpointPlace = Extract<ModelPlace, { kind: 'endpoint' }>;

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Where text goes that is sent to an address: its host, whether that is this machine, and whether the way is open. */
export function endpointPlace({ protocol, host, hostname }: URL): EndpointPlace {
  const loopback = loopbackHost.test(hostname);
  const unencrypted = protocol !== 'https:' && !loopback;
  return { kind: 'endpoint', host, loopback, ...(unencrypted && { unencrypted }) };
}
