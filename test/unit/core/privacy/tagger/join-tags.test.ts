import { describe, expect, it } from 'vitest';
import type { IdentifierKind } from '../../../../../src/core/privacy/identifier';
import { joinTags } from '../../../../../src/core/privacy/tagger/join-tags';

/**
 * Joins words that are written with a kind, at a threshold of a half: "name:Rose" is sure, "name~Long" nearly is, and
 * "name?may" is far from it.
 */
function joined(...written: string[]): string[] {
  const shares: Record<string, number> = { ':': 0.95, '~': 0.3, '?': 0.1 };
  let text = '';
  const tagged = written.map((one) => {
    const [, kind = 'name', sign = '?', word = ''] = /^(?:([a-z]+)([:~?])(?=\S))?([^]*)$/.exec(one) ?? [];
    const start = text.length;
    text += word;
    return { start, end: text.length, kind: kind as IdentifierKind, share: shares[sign] ?? 0 };
  });
  return joinTags(text, tagged, 0.5).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('joinTags', () => {
  it('makes one identifier of neighbours of one kind, with the marks between them', () => {
    expect(joined('saw', ' ', 'name:Rose', ' ', 'name:Bell', '-', 'name:Young', ' ', 'today')).toEqual([
      'name Rose Bell-Young',
    ]);
    expect(joined('at', ' ', 'address:12', ',', ' ', 'address:The', ' ', 'address:Beeches')).toEqual([
      'address 12, The Beeches',
    ]);
  });

  it('keeps kinds, lines and words between them apart', () => {
    expect(joined('name:Rose', ' ', 'date:May', ' ', 'name:Bell')).toEqual([
      'name Rose',
      'date May',
      'name Bell',
    ]);
    expect(joined('name:Rose', '\n', 'name:Will')).toEqual(['name Rose', 'name Will']);
    expect(joined('name:Rose', ' ', 'and', ' ', 'name:Will')).toEqual(['name Rose', 'name Will']);
  });

  it('takes what is nearly sure beside what is sure, and nowhere else', () => {
    expect(joined('name:Rose', ' ', 'name~Long')).toEqual(['name Rose Long']);
    expect(joined('name~Long', ', ', 'name:Rose')).toEqual(['name Long, Rose']);
    expect(joined('name~Long', ' ', 'and', ' ', 'name:Rose')).toEqual(['name Rose']);
    expect(joined('name~Long', '\n', 'name:Rose')).toEqual(['name Rose']);
    expect(joined('name:Rose', ' ', 'name?was')).toEqual(['name Rose']);
  });

  it('has to be surer of a word of medicine', () => {
    const text = 'Ventolin for Rose';
    const tag = (share: number) => [
      { start: 0, end: 8, kind: 'name' as const, share },
      { start: 9, end: 12, kind: 'name' as const, share: 0 },
      { start: 13, end: 17, kind: 'name' as const, share },
    ];
    expect(joinTags(text, tag(0.7), 0.5)).toEqual([{ kind: 'name', start: 13, end: 17 }]);
    expect(joinTags(text, tag(0.95), 0.5)).toHaveLength(2);
  });

  it('leaves marks out that stand alone or at an end', () => {
    expect(joined('name:.', ' ', 'and', ' ', 'name:(', 'name:Rose', 'name:)')).toEqual(['name Rose']);
  });

  it('finds nothing in nothing', () => {
    expect(joined()).toEqual([]);
    expect(joined('the', ' ', 'rash')).toEqual([]);
  });
});
