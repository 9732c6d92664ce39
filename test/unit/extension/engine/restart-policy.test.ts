import { describe, expect, it } from 'vitest';
import { RestartPolicy } from '../../../../src/extension/engine/restart-policy';

describe('automatic restarts', () => {
  it('end after the limit within the window', () => {
    const policy = new RestartPolicy(2, 1000);
    expect([0, 10, 20, 30].map((now) => policy.allowsRestart(now))).toEqual([true, true, false, false]);
  });

  it('are allowed again when the crashes lie far apart', () => {
    const policy = new RestartPolicy(1, 1000);
    expect([0, 1000, 2000].map((now) => policy.allowsRestart(now))).toEqual([true, true, true]);
  });

  it('are counted afresh after a person restarted', () => {
    const policy = new RestartPolicy(1, 1000);
    policy.allowsRestart(0);
    expect(policy.allowsRestart(1)).toBe(false);
    policy.reset();
    expect(policy.allowsRestart(2)).toBe(true);
  });
});
