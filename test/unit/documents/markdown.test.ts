import { describe, expect, it } from 'vitest';
import { extractMarkdown, markdownHeadings } from '../../../src/documents/markdown';

const headings = (text: string): [string, number][] =>
  markdownHeadings(text).map(({ title, level }) => [title, level]);

describe('markdownHeadings', () => {
  it('finds ATX and setext headings with their levels', () => {
    expect(
      headings('# One\n\ntext\n\nTwo\n===\n\nThree\n---\n\n  ### Four ###\n\n####### no\n#no\n'),
    ).toEqual([
      ['One', 1],
      ['Two', 1],
      ['Three', 2],
      ['Four', 3],
    ]);
  });

  it('gives the span of the heading text in a file with CRLF', () => {
    const text = 'Intro 😀\r\n\r\n##  **Dose** in [adults](x.md) ##\r\n\r\ntext';
    const [heading] = markdownHeadings(text);
    expect(text.slice(heading?.start, heading?.end)).toBe('**Dose** in [adults](x.md)');
    expect(heading?.title).toBe('Dose in adults');
  });

  it.each([
    ['fenced code', '```\n# no\n```\n'],
    ['a fence with a language and inner backticks', '~~~md\n```\n# no\n```\n~~~\n'],
    ['a fence that is never closed', '```\n# no\n'],
    ['indented code', '    # no\n'],
    ['front matter', '---\ntitle: x\n# no\n---\n'],
    ['an HTML comment', '<!--\n# no\n-->\n'],
    ['a rule after a list', '- item\n---\n'],
    ['a table delimiter', '| a | b |\n---\n'],
    ['an empty heading', '#\n##   ##\n'],
  ])('finds none in %s', (_, text) => {
    expect(headings(text)).toEqual([]);
  });

  it('goes on after a closed fence', () => {
    expect(headings('```\ncode\n```\n# Yes\n')).toEqual([['Yes', 1]]);
  });
});

describe('extractMarkdown', () => {
  it.each([
    ['the front matter', '---\ntitle: "Sepsis: first hour"\n---\n# Other\n', 'Sepsis: first hour'],
    ['the first heading', 'text\n\n## Sepsis\n', 'Sepsis'],
    ['the first heading when the front matter is malformed', '---\ntitle: [\n---\n# Sepsis\n', 'Sepsis'],
    ['the first heading when the title is no single value', '---\ntitle: {a: 1}\n---\n# Sepsis\n', 'Sepsis'],
  ])('takes the title from %s', (_, text, title) => {
    expect(extractMarkdown(Buffer.from(text)).title).toBe(title);
  });

  it('has no title when the text names none', () => {
    expect(extractMarkdown(Buffer.from('just text')).title).toBeUndefined();
  });
});
