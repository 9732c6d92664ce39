import { describe, expect, it, vi } from 'vitest';
import { once, oncePer } from '../../../src/core/once';

describe('what is made once', () => {
  it('is made once for each key', () => {
    const make = vi.fn((text: string) => text.length);
    const lengthOf = once((text: string) => text.toLowerCase(), make);
    expect(['Ab', 'ab', 'abc'].map(lengthOf)).toEqual([2, 2, 3]);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it.each([undefined, 0, false, ''])('is remembered where it is %j', (nothing) => {
    const make = vi.fn(() => nothing);
    const get = once((key: number) => key, make);
    expect([get(1), get(1)]).toEqual([nothing, nothing]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});

describe('what is made once per object', () => {
  it('is made once for each object, be it equal to another', () => {
    const make = vi.fn(({ text }: { text: string }) => ({ length: text.length }));
    const lengthOf = oncePer(make);
    const note = { text: 'Stable.' };
    expect(lengthOf(note)).toBe(lengthOf(note));
    expect(lengthOf({ text: 'Stable.' })).not.toBe(lengthOf(note));
    expect(make).toHaveBeenCalledTimes(2);
  });

  it.each([undefined, null, 0, false, ''])('is remembered where it is %j', (nothing) => {
    const make = vi.fn(() => nothing);
    const get = oncePer(make);
    const note = {};
    expect([get(note), get(note)]).toEqual([nothing, nothing]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is tried again where it was thrown', () => {
    let tries = 0;
    const get = oncePer(() => {
      if (++tries === 1) throw new Error('busy');
      return tries;
    });
    const note = {};
    expect(() => get(note)).toThrow('busy');
    expect([get(note), get(note)]).toEqual([2, 2]);
  });
});
