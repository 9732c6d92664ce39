import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import {
  commandUri,
  escapeMarkdown,
  linkTarget,
  oneLine,
} from '../../../../src/server/findings/markdown-text';

/** What a Markdown viewer makes of it: tags, then the visible text. */
function rendered(markdown: string): { tags: string[]; text: string } {
  const html = marked.parse(markdown, { async: false });
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  return { tags: html.match(/<\/?[a-z][^>]*>/gi) ?? [], text: text.trim() };
}

const hostile = [
  '<img src=x onerror=alert(1)>',
  '[run](command:workbench.action.terminal.sendSequence?%7B%7D)',
  '![x](https://example.org/track.png)',
  'see https://example.org/a or www.example.org or a@b.org',
  '<https://example.org>',
  '# heading',
  '1. list',
  '- list',
  '> quote',
  '| a | b |',
  '`code` ~~x~~ **b** _i_ \\*',
  '&lt;script&gt; &amp;',
  '$(alert) ```js',
  '[a]: https://example.org',
  '---',
  'BP 130/80 (sitting), 5 mg – "stable"; Hb 12.3 ≥ 11 & 37°C',
];

describe('escaped Markdown', () => {
  it.each(hostile)('shows %j as it is, in one plain paragraph', (text) => {
    expect(rendered(escapeMarkdown(text))).toEqual({ tags: ['<p>', '</p>'], text });
  });

  it('stays one paragraph whatever line breaks and control characters are in it', () => {
    expect(escapeMarkdown('a\r\n\r\n    b\u0000\u0007\u2028c\u202ed')).toBe('a b cd');
  });
});

describe('one line', () => {
  it('cuts long text at a word and never inside a character', () => {
    expect(oneLine('word '.repeat(50), 22)).toBe('word word word word …');
    expect(oneLine('💊'.repeat(10), 5)).toBe('💊💊 …');
    expect(oneLine('short', 5)).toBe('short');
  });
});

describe('links', () => {
  it('cannot be ended early by what they hold', () => {
    const argument = { quote: 'a) [x](command:evil) "q" <b> \\ ’ \ud800' };
    const target = commandUri('attest.openCitation', [argument]);
    const html = marked.parse(`[open](${target})`, { async: false });
    const href = /^<p><a href="([^"]*)">open<\/a><\/p>\n$/.exec(html)?.[1] ?? '';
    expect(href).toMatch(/^command:attest\.openCitation\?/);
    expect(JSON.parse(decodeURIComponent(href.slice(href.indexOf('?') + 1)))).toEqual([argument]);
  });

  it('keep a file URI as it is', () => {
    expect(linkTarget('file:///a%20b/c.md#L3')).toBe('file:///a%20b/c.md#L3');
    expect(linkTarget("file:///o'neil/(1).md")).toBe('file:///o%27neil/%281%29.md');
  });
});
