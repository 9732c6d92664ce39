import { describe, expect, it } from 'vitest';
import { policyPaths, readPolicy } from '../../../../src/core/privacy/policy';

const from = (text: string | Error, env: Record<string, string> = {}) =>
  readPolicy('linux', env, () => {
    if (text instanceof Error) throw text;
    return text;
  });
/** The file of a Windows that was not moved to another drive. */
const usual = 'C:\\ProgramData\\Attest\\policy.json';
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

  describe('on Windows, where the environment tells the folder', () => {
    const elsewhere = 'D:\\Data\\Attest\\policy.json';
    const onWindows = (files: Record<string, string>, ProgramData: string) =>
      readPolicy('win32', { ProgramData }, (path) => {
        if (path in files) return files[path] ?? '';
        throw missing;
      });

    it.each(['D:\\Data', '', ' ', 'C:\\Users\\me'])(
      'is not walked around by naming the folder %j',
      (folder) => {
        expect(onWindows({ [usual]: '{"offlineOnly": true}' }, folder).offlineOnly).toBe(true);
      },
    );

    it('locks from either folder, and neither unlocks the other', () => {
      expect(onWindows({ [elsewhere]: '{"offlineOnly": true}' }, 'D:\\Data').offlineOnly).toBe(true);
      const both = {
        [usual]: '{"offlineOnly": true}',
        [elsewhere]: '{"offlineOnly": false, "requireDeidentification": true}',
      };
      expect(onWindows(both, 'D:\\Data')).toEqual(locked);
      expect(onWindows({ [usual]: '{}', [elsewhere]: 'offlineOnly' }, 'D:\\Data')).toEqual(locked);
      expect(onWindows({}, 'D:\\Data')).toEqual(open);
    });
  });

  it('lies where only an administrator writes', () => {
    expect(policyPaths('linux', {})).toEqual(['/etc/attest/policy.json']);
    expect(policyPaths('darwin', {})).toEqual(['/Library/Application Support/Attest/policy.json']);
    expect(policyPaths('win32', { ProgramData: 'C:\\ProgramData' })).toEqual([usual]);
    expect(policyPaths('win32', {})).toEqual([usual]);
    expect(policyPaths('linux', { ProgramData: '/home/me' })).toEqual(['/etc/attest/policy.json']);
  });
});
