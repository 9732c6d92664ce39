// Runs the browser tests where nothing but loopback can be reached, and counts what tried to leave.
//
// In a network namespace of its own a process finds no route to anywhere, and the kernel counts each attempt. The
// browser is told to resolve no name (its own background traffic would be counted otherwise); what pages ask for is
// recorded by Playwright instead.
import { spawnSync } from 'node:child_process';
import * as dgram from 'node:dgram';
import * as fs from 'node:fs';
import { once } from 'node:events';

const inside = 'ATTEST_E2E_ISOLATED';
const enter = ['--net', '--', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];
const variants = [enter, ['--map-root-user', ...enter]];

/** True when this process has a network namespace of its own with loopback alone. */
export const isolated = process.env[inside] === '1';

/** True where a person has said that a run without a namespace, which cannot count what leaves, is enough for them. */
export const mayBeOpen = process.env.ATTEST_E2E_OPEN === '1';

/**
 * Runs this script again inside a network namespace, where the system allows it.
 * @returns the exit code of that run; undefined when this process is already inside or no namespace can be had
 */
export function rerunIsolated() {
  if (isolated || process.platform !== 'linux') return undefined;
  const variant = variants.find((args) => spawnSync('unshare', [...args, 'true']).status === 0);
  if (!variant) return undefined;
  const { status } = spawnSync('unshare', [...variant, process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [inside]: '1' },
  });
  return status ?? 1;
}

/**
 * How often a process of this namespace tried to send something beyond loopback: IPv4 packets without a route, and
 * name lookups sent to a local resolver, which would pass them on. Every lookup by name is among them.
 */
export function attemptsToLeave() {
  return counter('Ip', 'OutNoRoutes') + counter('Udp', 'NoPorts');
}

/** Makes one attempt to leave, to prove that the counter sees it. The address is reserved for documentation. */
export async function tryToLeave() {
  const socket = dgram.createSocket('udp4');
  const refused = once(socket, 'error');
  socket.on('error', () => {});
  socket.send('x', 9, '192.0.2.1', () => {});
  await Promise.race([refused, new Promise((resolve) => setTimeout(resolve, 200))]);
  socket.close();
}

function counter(group, name) {
  const [names, values] = fs
    .readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${group}:`))
    .map((line) => line.split(' '));
  return Number(values[names.indexOf(name)]);
}
