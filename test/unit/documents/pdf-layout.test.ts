import { describe, expect, it } from 'vitest';
import { withoutFurniture } from '../../../src/documents/pdf-furniture';
import { joinHyphen, layOut } from '../../../src/documents/pdf-layout';
import { linesOfPage, type PdfItem, type PdfLine } from '../../../src/documents/pdf-lines';

// A page 800 points high, upright, as PDF.js gives it at scale 1.
const viewport = [1, 0, 0, -1, 0, 800];

function run(
  str: string,
  x: number,
  y: number,
  { size = 10, width = str.length * 5, font = 'body' } = {},
): PdfItem {
  return { str, transform: [size, 0, 0, size, x, 800 - y], width, fontName: font };
}

function line(text: string, y: number, over: Partial<PdfLine> = {}): PdfLine {
  return { text, x: 50, right: 50 + text.length * 5, y, size: 10, font: 'body', ...over };
}

describe('linesOfPage', () => {
  const texts = (items: PdfItem[]): string[] => linesOfPage(items, viewport).map(({ text }) => text);

  it('joins runs on one baseline, with a space where there is a gap', () => {
    expect(texts([run('Give', 50, 100), run('5 mg', 75, 100), run('daily', 95, 100)])).toEqual([
      'Give 5 mgdaily',
    ]);
  });

  it('parts lines by their baseline', () => {
    expect(texts([run('one', 50, 100), run('two', 50, 114)])).toEqual(['one', 'two']);
  });

  it('separates table cells', () => {
    const items = [run('Drug', 50, 100), run(' ', 70, 100, { width: 80 }), run('Dose', 150, 100)];
    expect(texts(items)).toEqual(['Drug | Dose']);
  });

  it('does not take the gap after a bullet or a number for a cell border', () => {
    expect(texts([run('•', 50, 100), run('Rest', 90, 100)])).toEqual(['• Rest']);
    expect(texts([run('2.1', 50, 100), run('Dose', 120, 100)])).toEqual(['2.1 Dose']);
  });

  it('takes a number in the first column of a table for a cell', () => {
    const row = [run('0', 50, 100), run('Low', 120, 100), run('Home', 200, 100)];
    expect(texts(row)).toEqual(['0 | Low | Home']);
  });

  it('keeps raised digits apart from the number before them', () => {
    const items = [run('50 x 10', 50, 100), run('9', 85, 95, { size: 7, width: 4 }), run('/L', 89, 100)];
    expect(texts(items)).toEqual(['50 x 10⁹/L']);
  });

  it('leaves lowered digits on the line', () => {
    const items = [run('SpO', 50, 100), run('2', 65, 103, { size: 7, width: 4 }), run(' is low', 69, 100)];
    expect(texts(items)).toEqual(['SpO2 is low']);
  });

  it('leaves slanting watermarks out', () => {
    const slanted: PdfItem = { str: 'DRAFT', transform: [7, 7, -7, 7, 200, 300], width: 50, fontName: 'x' };
    expect(texts([run('text', 50, 100), slanted])).toEqual(['text']);
  });

  it('reads a page that is rotated as it is shown', () => {
    const sideways: PdfItem = { str: 'wide', transform: [0, 10, -10, 0, 100, 50], width: 20, fontName: 'x' };
    expect(linesOfPage([sideways], [0, 1, 1, 0, 0, 0])).toMatchObject([{ text: 'wide', x: 50, y: 100 }]);
  });
});

describe('withoutFurniture', () => {
  const page = (n: number): PdfLine[] => [
    line('Local guideline', 20),
    line(`Text of page ${'abc'[n] ?? ''}`, 100),
    line(`Page ${n + 1} of 3`, 780),
  ];

  it('drops running lines and page numbers, and keeps the text', () => {
    const kept = withoutFurniture([page(0), page(1), page(2)]).map((lines) => lines.map(({ text }) => text));
    expect(kept).toEqual([['Text of page a'], ['Text of page b'], ['Text of page c']]);
  });

  it('keeps what is repeated on two pages only, and a number in the middle of a page', () => {
    const lines = [line('Local guideline', 20), line('12', 100), line('Text', 200)];
    expect(withoutFurniture([lines, lines])).toEqual([lines, lines]);
  });
});

describe('joinHyphen', () => {
  it.each([
    ['treat', 'ment now', [], ''],
    ['follow', 'up visit', [], '-'],
    ['non', 'steroidal', [], '-'],
    ['beta', 'blocker', ['beta-blocker'], '-'],
    ['hyper', 'tension', ['hypertension'], ''],
    ['re', 'view', ['review'], ''],
  ] as const)('joins %s- and %s', (before, after, known, expected) => {
    expect(joinHyphen(before, after, new Set<string>(known))).toBe(expected);
  });
});

describe('layOut', () => {
  const wide = 'This line of running text is long enough to reach the right edge of the column';

  it('joins wrapped lines to paragraphs and parts them by white space', () => {
    const { text } = layOut([
      [line(wide, 100), line('and goes on here.', 112), line('Another paragraph.', 140)],
    ]);
    expect(text).toBe(`${wide} and goes on here.\n\nAnother paragraph.`);
  });

  it('joins a word over a line end', () => {
    expect(layOut([[line(`${wide} treat-`, 100), line('ment today.', 112)]]).text).toBe(
      `${wide} treatment today.`,
    );
  });

  it('keeps list items and table rows on lines of their own', () => {
    const lines = [
      line('• Rest', 100),
      line('• Fluids', 112),
      line('Drug | Dose', 124),
      line('A | 5 mg', 136),
    ];
    expect(layOut([lines]).text).toBe('• Rest\n• Fluids\nDrug | Dose\nA | 5 mg');
  });

  it('finds headings by size, by number and by font, with levels', () => {
    const { text, headings } = layOut([
      [
        line('Sepsis', 60, { size: 18 }),
        line('First hour', 90, { size: 14 }),
        line(wide, 110),
        line('1.1 Antibiotics', 140, { font: 'bold' }),
        line(wide, 152),
        line('Children', 180, { font: 'bold' }),
        line(wide, 192),
        line('Warning', 204, { font: 'bold' }),
        line(wide, 216),
      ],
    ]);
    expect(headings.map(({ title, level }) => [title, level])).toEqual([
      ['Sepsis', 1],
      ['First hour', 2],
      ['1.1 Antibiotics', 4],
      ['Children', 4],
    ]);
    for (const { title, start, end } of headings) expect(text.slice(start, end)).toBe(title);
  });

  it('joins a heading that runs over two lines', () => {
    const { headings } = layOut([
      [line('Management of', 60, { size: 18 }), line('sepsis', 80, { size: 18 }), line(wide, 120)],
    ]);
    expect(headings.map(({ title }) => title)).toEqual(['Management of sepsis']);
  });

  it('gives the span of each page and lets a sentence run over the border', () => {
    const { text, pages } = layOut([
      [line(wide, 700)],
      [line('and ends here.', 60)],
      [],
      [line('New page.', 60)],
    ]);
    expect(text).toBe(`${wide} and ends here.\n\nNew page.`);
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(pages.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      wide,
      'and ends here.',
      '',
      'New page.',
    ]);
  });

  it('gives no text for pages without lines', () => {
    expect(layOut([[], []])).toMatchObject({ text: '', headings: [] });
  });
});
