/** A place of text on the page: in black, or in the white of the paper. */
export interface PdfParagraph {
  text: string;
  white?: boolean;
  /** Of the letters, in points; 10 where absent. */
  size?: number;
}

const lineWidth = 80;

/**
 * Writes a PDF of one page, so that tests can put any text into one. Its font has no glyphs: the text can be read out, all
 * of Unicode's basic plane, but not looked at.
 */
export function pdf(paragraphs: readonly PdfParagraph[]): Buffer {
  let y = 800;
  const drawn = paragraphs.flatMap(({ text, white, size = 10 }) => {
    y -= 14; // A gap makes it a paragraph of its own.
    return linesOf(text).map((line) => {
      y -= size + 4;
      const codes = Buffer.from(line, 'utf16le').swap16().toString('hex');
      return `BT /F1 ${size} Tf ${white ? '1 1 1' : '0 0 0'} rg 1 0 0 1 50 ${y} Tm <${codes}> Tj ET`;
    });
  });
  const content = drawn.join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode /Identity-H >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 0 500 800] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 >>',
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

function linesOf(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > lineWidth) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
