const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** True for a host name that is this machine, so that text does not leave it. */
export function isLoopbackName(hostname: string): boolean {
  return loopbackHost.test(hostname);
}
