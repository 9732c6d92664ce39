import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../src/documents/html';

const textOf = async (html: string): Promise<string> => (await htmlToText(html)).text;

describe('htmlToText', () => {
  it.each([
    ['paragraphs', '<p>One\n two</p><p>Three</p>', 'One two\n\nThree'],
    ['line breaks', 'One<br>two', 'One\ntwo'],
    ['inline elements', 'a<b>b</b> <i>c</i>', 'ab c'],
    ['entities', '&lt;5&nbsp;mg &amp; more', '<5 mg & more'],
    ['soft hyphens', 'acet&shy;aminophen', 'acetaminophen'],
    ['lists', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>', '- a\n- b\n1. c'],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
    ['raised digits', '10<sup>9</sup>/L, m<sup>−2</sup>, note<sup>a</sup>', '10⁹/L, m⁻², notea'],
    ['unclosed elements', '<div><p>a<div>b', 'a\n\nb'],
    ['stray closing tags', 'a</div></p>b', 'a\n\nb'],
    ['a missing head end', '<head><title>T</title><p>Text', 'Text'],
  ])('extracts %s', async (_, html, expected) => {
    expect(await textOf(html)).toBe(expected);
  });

  it('puts a table row on one line, with empty cells and paragraphs in cells', async () => {
    const html =
      '<table><tr><th>Drug</th><th>Dose</th><th>Note</th></tr><tr><td><p>A</p><p>B</p></td><td></td><td>x</td></tr></table>';
    expect(await textOf(html)).toBe('Drug | Dose | Note\nA B | | x');
  });

  it('gives heading spans and titles', async () => {
    const { text, headings } = await htmlToText(
      '<h1>A <em>b</em>\n c</h1><p>t</p><h3></h3><h2><div>D</div></h2>x',
    );
    expect(headings).toEqual([
      { level: 1, start: 0, end: 5, title: 'A b c' },
      { level: 2, start: 10, end: 11, title: 'D' },
    ]);
    expect(text).toBe('A b c\n\nt\n\nD\n\nx');
  });

  it.each([
    ['<meta name="date" content="2023-06-01">', 'Published: 2023-06-01'],
    ['<meta name="DCTERMS.date" content="2021-09-30">', 'Published: 2021-09-30'],
    ['<meta property="article:published_time" content="2021-09-30T10:00:00Z">', 'Published: 2021-09-30'],
    ['<meta name="citation_publication_date" content="2020/04">', 'Published: 2020-04'],
    ['<meta name="dc.date" content="12 June 2019">', 'Published: 12 June 2019'],
    [
      '<meta name="date" content="2018-01-02"><meta itemprop="dateModified" content="2022-03-04">',
      'Updated: 2022-03-04',
    ],
  ])('puts the date of the metadata in front: %s', async (meta, line) => {
    const { text, headings } = await htmlToText(
      `<html><head>${meta}<title>Gout</title></head><body><h1>Gout</h1><p>Give colchicine.</p></body></html>`,
    );
    expect(text).toBe(`${line}\n\nGout\n\nGive colchicine.`);
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['Gout']);
  });

  it.each([
    '<meta name="date" content="soon">',
    '<meta name="date" content="">',
    '<meta name="date">',
    '<meta name="viewport" content="2023-06-01">',
    '<meta name="review-date" content="2030-01-01">',
  ])('takes no other for it: %s', async (meta) => {
    expect(await textOf(`<head>${meta}</head><p>Give colchicine.</p>`)).toBe('Give colchicine.');
  });

  it('leaves the date to a page that tells one', async () => {
    const page = '<meta name="date" content="2018-01-02"><h1>Gout</h1><p>Last updated: 3 May 2024</p>';
    expect(await textOf(page)).toBe('Gout\n\nLast updated: 3 May 2024');
  });

  it('takes the title, else the first heading', async () => {
    expect((await htmlToText('<title> A\n B </title><h1>C</h1>')).title).toBe('A B');
    expect((await htmlToText('<h1>C</h1>')).title).toBe('C');
    expect((await htmlToText('text')).title).toBeUndefined();
  });

  it.each([
    '<script>no</script>',
    '<style>no</style>',
    '<template><p>no</p></template>',
    '<noscript>no</noscript>',
    '<svg><title>no</title></svg>',
    '<p hidden>no</p>',
    '<div style="color:red; display: NONE"><p>no</p></div>',
    '<span aria-hidden="true">no</span>',
    '<del>no</del>',
    '<p><s>no</s> <strike>no</strike></p>',
    '<span style="text-decoration: line-through">no</span>',
    '<!-- no -->',
    '<input hidden value="no">',
  ])('drops %s and goes on after it', async (hidden) => {
    expect(await textOf(`<p>a</p>${hidden}<p>b</p>`)).toBe('a\n\nb');
  });

  it('refuses hostile nesting', async () => {
    await expect(htmlToText('<div>'.repeat(100_000))).rejects.toMatchObject({ reason: 'broken' });
  });

  it('stops when it is cancelled', async () => {
    await expect(htmlToText('<p>a', AbortSignal.abort())).rejects.toMatchObject({ reason: 'cancelled' });
  });
});
