import { describe, expect, it } from 'vitest';
import { refuseAgentsUnder } from '../../../../src/engine/tools/agents-allowed';

describe('agents', () => {
  it('are refused where Attest is locked offline, and where identifiers have to be taken out', () => {
    expect(() => refuseAgentsUnder({ offlineOnly: true, requireDeidentification: false })).toThrow(
      'locked offline',
    );
    expect(() => refuseAgentsUnder({ offlineOnly: false, requireDeidentification: true })).toThrow(
      'identifiers to be taken out',
    );
  });

  it('are served where nobody forbids it', () => {
    expect(() => refuseAgentsUnder({ offlineOnly: false, requireDeidentification: false })).not.toThrow();
  });
});
