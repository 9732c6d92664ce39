import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import { frontMatter, frontMatterSpan } from '../../../../src/core/text/front-matter';

const slices = (text: string, key: string): string[] =>
  (frontMatter(text)?.values[key] ?? []).map(({ start, end }) => text.slice(start, end));

describe('front matter', () => {
  it('gives keys, the block and the place of each value', () => {
    const text = '---\ntitle: Review\nsource: visit.transcript.txt\n---\n\n# Review\n';
    const head = frontMatter(text);
    expect(head?.data).toEqual({ title: 'Review', source: 'visit.transcript.txt' });
    expect(text.slice(head?.span.start, head?.span.end)).toBe(
      '---\ntitle: Review\nsource: visit.transcript.txt\n---',
    );
    expect(slices(text, 'source')).toEqual(['visit.transcript.txt']);
  });

  it('gives one place per item of a list, in both spellings', () => {
    const block = '---\nsource:\n  - a.txt\n  - "b c.txt"\n---\n';
    expect(frontMatter(block)?.data.source).toEqual(['a.txt', 'b c.txt']);
    expect(slices(block, 'source')).toEqual(['a.txt', '"b c.txt"']);
    expect(slices('---\nsource: [a.txt, b.txt]\n---', 'source')).toEqual(['a.txt', 'b.txt']);
  });

  it('keeps places right with Windows line ends and a byte-order mark', () => {
    const text = '\uFEFF---\r\ntitle: x\r\nsource: visit.txt\r\n---\r\nBody';
    expect(slices(text, 'source')).toEqual(['visit.txt']);
    expect(text.slice(frontMatterSpan(text)?.end)).toBe('\r\nBody');
  });

  it.each(['', '# Title\n---\nsource: a\n---\n', '---\nno end', ' ---\nsource: a\n---', '----\na: b\n----'])(
    'is absent in %j',
    (text) => expect(frontMatter(text)).toBeUndefined(),
  );

  it.each(['---\n---\n', '---\n# only a comment\n---\n'])('may be empty: %j', (text) => {
    expect(frontMatter(text)?.data).toEqual({});
  });

  it.each([
    ['---\ntitle: x\nsource: [a.txt\n---\n', 3],
    ['---\ntitle: x\n\tsource: a.txt\n---\n', 3],
    ['---\nsource: a: b\n---\n', 2],
    ['---\nsource visit.txt\n---\n', 2],
    ['---\r\nsource: "open\r\n---\r\n', 2],
  ])('names the line of malformed YAML: %j', (text, line) => {
    const error = thrownBy(() => frontMatter(text));
    expect(error.reason).toBe('invalid-input');
    expect(error.message).toContain(`at line ${line} `);
    expect(error.at?.start).toBeGreaterThan(0);
  });

  it('names exactly the line of a value that is no value', () => {
    const text = '---\ntitle: x\nsource: a: b\nauthor: y\n---\n';
    const error = thrownBy(() => frontMatter(text));
    expect(error.message).toContain('line 3');
    expect(text.slice(error.at?.start, error.at?.end)).toBe('source: a: b');
  });

  it('keeps the text of the note out of the message', () => {
    const error = thrownBy(() => frontMatter('---\nsource: *JaneDoe\nname: [JaneDoe\n---\n'));
    expect(error.message).not.toContain('JaneDoe');
  });

  it('refuses aliases that explode', () => {
    const levels = Array.from({ length: 9 }, (_, i) => {
      const item = i === 0 ? 'x' : `*a${i - 1}`;
      return `a${i}: &a${i} [${Array(9).fill(item).join(',')}]`;
    });
    expect(thrownBy(() => frontMatter(`---\n${levels.join('\n')}\n---\n`)).reason).toBe('invalid-input');
  });
});

function thrownBy(run: () => unknown): AttestError {
  try {
    run();
  } catch (error) {
    if (error instanceof AttestError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
