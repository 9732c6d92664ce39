import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { safeAnswer } from '../../../../src/core/language-model/safe-answer';

const addresses = [
  'https://evil.example/p',
  '//evil.example/p',
  'HTTP://evil.example/p?a=1&b=2',
  'command:attest.clear?%5B%5D',
  'vscode://attest.attest/open',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'a/b.png',
  '#top',
  'www.evil.example',
];

/** Ways to write a link, an image or HTML, by CommonMark and GitHub's additions to it. */
const forms: [string, (address: string) => string][] = [
  ['a link', (a) => `See [this](${a}) now.`],
  ['a link with a title', (a) => `See [this](${a} "of it") now.`],
  ['a link with a title over two lines', (a) => `See [this](${a} "of\nit") now.`],
  ['a link in angle brackets', (a) => `See [this](<${a}>) now.`],
  ['a link whose words hold brackets', (a) => `See [this [and that]](${a}) now.`],
  ['a link whose words hold code', (a) => `See [\`]\`](${a}) now.`],
  ['a link over two lines', (a) => `See [this\nthat](${a}) now.`],
  ['a link of many words', (a) => `See [${'word '.repeat(120)}](${a}) now.`],
  ['a link with an address in brackets', (a) => `See [this](${a}(x)y) now.`],
  ['a link behind a number', (a) => `Give 5 mg [1](${a}).`],
  ['a reference', (a) => `See [this][x].\n\n[x]: ${a}`],
  ['a collapsed reference', (a) => `See [x][].\n\n[x]: ${a}`],
  ['a short reference', (a) => `See [x].\n\n[x]: ${a}`],
  ['a definition of a number', (a) => `Give 5 mg [1].\n\n[1]: ${a}`],
  ['a definition in a quotation', (a) => `Give 5 mg [12].\n\n> [12]: ${a}`],
  ['a definition in a list', (a) => `Give 5 mg [12].\n\n- [12]: ${a}`],
  ['a definition over two lines', (a) => `Give 5 mg [1].\n\n[1]:\n${a}`],
  ['an image', (a) => `![chart](${a})`],
  ['an image over two lines', (a) => `![a\nb](${a})`],
  ['an image without words', (a) => `![](${a})`],
  ['an image in a link', (a) => `[![a](${a})](${a})`],
  ['an image by reference', (a) => `![x]\n\n[x]: ${a}`],
  ['an image in a table', (a) => `| a | b |\n|---|---|\n| ![a](${a}) | 1 |`],
  ['an image in a heading', (a) => `# ![a](${a})`],
  ['an autolink', (a) => `See <${a}> now.`],
  ['an element', (a) => `<img src="${a}">`],
  ['an element over two lines', (a) => `<img\nsrc="${a}"\nonerror=alert(1)>`],
  ['an element put together', (a) => `<scr<b>ipt src="${a}">x</scr</b>ipt>`],
  ['an element without an end', (a) => `See <iframe src="${a}" `],
  ['a bare address', (a) => `See ${a} now.`],
];

describe('a model’s answer', () => {
  it.each(forms)('shows no %s', (_, write) => {
    for (const address of addresses) {
      for (const text of [write(address), `- one\n- ${write(address)}`, `> ${write(address)}`]) {
        const html = marked.parse(safeAnswer(text), { async: false });
        expect(html, text).not.toMatch(/<(?:a|img|script|iframe|b)\b|<[^>]*(?:href|src)=/i);
      }
    }
  });

  it('keeps words, numbers of citations, comparisons and lists', () => {
    const text =
      '## Dose\n\n- Start at 5 mg [1], at most **10 mg** [2, 3].\n- Stop when the eGFR is < 30 [1].\n\n| a | b |\n|---|---|\n| 1 | 2 |';
    expect(safeAnswer(text)).toBe(text);
  });

  it('keeps the numbers where all other brackets go', () => {
    expect(safeAnswer('Give 5 mg [1], see [a [b] c](//evil.example) [2].')).toBe(
      'Give 5 mg [1], see (a (b) c)(//evil.example) [2].',
    );
  });

  it('keeps a bare e-mail address, which leads nowhere by itself', () => {
    expect(safeAnswer('Write to ward@clinic.example [1].')).toBe('Write to ward@clinic.example [1].');
  });
});
