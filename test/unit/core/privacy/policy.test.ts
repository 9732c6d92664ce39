import { describe, expect, it } from 'vitest';
import { policyPath, readPolicy } from '../../../../src/core/privacy/policy';

const from = (text: string | Error, env: Record<string, string> = {}) =>
  readPolicy('linux', env, () => {
    if (text instanceof Error) throw text;
    return text;
  });
const missing = Object.assign(new Error('no file'), { code: 'ENOENT' });
const open = { offlineOnly: false, requireDeidentification: false };
const locked = { offlineOnly: true, requireDeidentification: true };

describe('the policy of a machine', () => {
  it('is none without a file', () => expect(from(missing)).toEqual(open));

  it('is what the file says', () => {
    expect(from('{"offlineOnly": true}')).toEqual({ ...open, offlineOnly: true });
    expect(from('{"requireDeidentification": true}')).toEqual({ ...open, requireDeidentification: true });
  });

  it.each(['', 'offlineOnly: true', '[]', 'null', '{"offlineonly": true}', '{"offlineOnly": "false"}'])(
    'locks everything where the file is %j: a slip must not open what was meant closed',
    (text) => expect(from(text)).toEqual(locked),
  );

  it('locks where the file may not be read', () => {
    expect(from(Object.assign(new Error('not yours'), { code: 'EACCES' }))).toEqual(locked);
  });

  it('can be locked by the environment, and not unlocked', () => {
    expect(from(missing, { ATTEST_OFFLINE_ONLY: '1' }).offlineOnly).toBe(true);
    expect(from('{"offlineOnly": true}', { ATTEST_OFFLINE_ONLY: '0' }).offlineOnly).toBe(true);
    expect(from(missing, { ATTEST_OFFLINE_ONLY: '0' })).toEqual(open);
  });

  it('lies where only an administrator writes', () => {
    expect(policyPath('linux', {})).toBe('/etc/attest/policy.json');
    expect(policyPath('darwin', {})).toBe('/Library/Application Support/Attest/policy.json');
    expect(policyPath('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Attest\\policy.json');
  });
});
