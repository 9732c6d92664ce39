import { describe, expect, it, vi } from 'vitest';
import { once } from '../../../src/core/once';

describe('what is made once', () => {
  it('is made once for each key', () => {
    const make = vi.fn((text: string) => text.length);
    const lengthOf = once((text: string) => text.toLowerCase(), make);
    expect(['Ab', 'ab', 'abc'].map(lengthOf)).toEqual([2, 2, 3]);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it.each([0, false, ''])('is remembered where it is %j', (nothing) => {
    const make = vi.fn(() => nothing);
    const get = once((key: number) => key, make);
    expect([get(1), get(1)]).toEqual([nothing, nothing]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
