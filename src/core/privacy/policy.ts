/** What an administrator decides for everybody on a machine. No setting overrides it. */
export interface Policy {
  /** Nothing may be sent to any model. */
  offlineOnly: boolean;
  /** What is sent must be de-identified, also to a model on this machine. */
  requireDeidentification: boolean;
}

const strictest: Policy = { offlineOnly: true, requireDeidentification: true };
const none: Policy = { offlineOnly: false, requireDeidentification: false };

/**
 * Where policy files may lie: places that only an administrator can write to. Windows tells where its folder is by the
 * environment alone, which a user can change for a program; so the usual folder is looked at as well.
 */
export function policyPaths(platform: string, env: Readonly<Record<string, string | undefined>>): string[] {
  if (platform === 'win32') {
    const folders = new Set(['C:\\ProgramData', env['ProgramData']?.trim() || 'C:\\ProgramData']);
    return [...folders].map((folder) => `${folder}\\Attest\\policy.json`);
  }
  return [
    platform === 'darwin' ? '/Library/Application Support/Attest/policy.json' : '/etc/attest/policy.json',
  ];
}

/**
 * The policy of this machine: its files, of which each can lock and none unlock what another locks, and the environment
 * variable ATTEST_OFFLINE_ONLY, which can lock only. A file that is there and cannot be understood locks everything: a slip
 * of the pen must not open what was meant closed.
 * @param read gives a file's text; throws what Node throws
 */
export function readPolicy(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  read: (path: string) => string,
): Policy {
  const files = policyPaths(platform, env).map((path) => filePolicy(path, read));
  const locked = /^(?:1|true|yes|on)$/i.test(env['ATTEST_OFFLINE_ONLY']?.trim() ?? '');
  return {
    offlineOnly: locked || files.some(({ offlineOnly }) => offlineOnly),
    requireDeidentification: files.some(({ requireDeidentification }) => requireDeidentification),
  };
}

function filePolicy(path: string, read: (path: string) => string): Policy {
  let text: string;
  try {
    text = read(path);
  } catch (error) {
    const code = (error as { code?: unknown } | undefined)?.code;
    return code === 'ENOENT' || code === 'ENOTDIR' ? none : strictest;
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return strictest;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return strictest;
  const known = Object.entries(data).every(
    ([key, value]) => Object.hasOwn(none, key) && typeof value === 'boolean',
  );
  return known ? { ...none, ...data } : strictest;
}
