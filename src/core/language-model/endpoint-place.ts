import type { ModelPlace } from './language-model';

/** An endpoint as a place that text goes to. */
export type EndpointPlace = Extract<ModelPlace, { kind: 'endpoint' }>;

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** A model that a server on this computer only passes text on for, as Ollama names them ("gpt-oss:120b-cloud"). */
const passedOn = /[-:]cloud$/i;

/**
 * Where text goes that is sent to an address: its host, whether it stays on this machine, and whether the way is open.
 * @param model the model's name, where it is known: a server here may run it elsewhere
 */
export function endpointPlace({ protocol, host, hostname }: URL, model = ''): EndpointPlace {
  const isHere = isLoopback(hostname);
  const unencrypted = protocol !== 'https:' && !isHere;
  const loopback = isHere && !passedOn.test(model.trim());
  return { kind: 'endpoint', host, loopback, ...(unencrypted && { unencrypted }) };
}

/** True for a name or number of this machine itself. */
export function isLoopback(hostname: string): boolean {
  return loopbackHost.test(hostname);
}
