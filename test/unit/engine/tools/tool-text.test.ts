import { describe, expect, it } from 'vitest';
import { toolText } from '../../../../src/engine/tools/tool-text';

describe('toolText', () => {
  it('writes head and list as one JSON object', () => {
    const text = toolText({ head: { score: null }, list: 'sentences', items: [{ a: 1 }, { a: 2 }] });
    expect(text).toBe('{"score":null,"sentences":[{"a":1},{"a":2}]}');
    expect(toolText({ head: {}, list: 'passages', items: [] })).toBe('{"passages":[]}');
  });

  it('leaves out the last items where they no longer fit, and says how many', () => {
    const items = Array.from({ length: 50 }, (_, at) => ({ at, text: 'x'.repeat(100) }));
    const text = toolText({ head: { note: 'n' }, list: 'findings', items }, 1000);
    expect(text.length).toBeLessThanOrEqual(1000);
    const { findings, leftOut } = JSON.parse(text) as { findings: { at: number }[]; leftOut: number };
    expect(findings.length).toBeGreaterThan(3);
    expect(findings.map(({ at }) => at)).toEqual(findings.map((_, at) => at));
    expect(findings.length + leftOut).toBe(50);
  });

  it('shows characters that nobody sees as escapes, which read back the same', () => {
    const hidden = 'a\u200bb\u{e0041}c\u202ed';
    const text = toolText({ head: { hidden }, list: 'items', items: [{ hidden }] });
    expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(text)).toEqual({ hidden, items: [{ hidden }] });
  });
});
