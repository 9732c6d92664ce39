import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive; `claimedSize` writes a false uncompressed size into its headers. */
export interface ZipPart {
  name: string;
  data: Uint8Array;
  claimedSize?: number;
}

/** Builds a ZIP archive, so that tests can make damaged and hostile Word documents. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize = data.length } of parts) {
    const packed = deflateRawSync(data, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize, 18);
    common.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const head = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(head.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, head, Buffer.from('PK\u0005\u0006'), end]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A minimal Word document around the given body XML, with the given relationships and further parts. */
export function docx(body: string, { relationships = '', more = [] as ZipPart[] } = {}): Buffer {
  const part = (name: string, xml: string): ZipPart => ({ name, data: Buffer.from(declaration + xml) });
  const office = 'http://schemas.openxmlformats.org';
  return zip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${office}/package/2006/relationships">${relationships}</Relationships>`,
    ),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${office}/wordprocessingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships" xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing" xmlns:a="${office}/drawingml/2006/main" xmlns:pic="${office}/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  ]);
}
