import { createHash } from 'node:crypto';
import { mkdtemp, open, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttestError } from '../../../src/core/errors';
import { chunkDocument } from '../../../src/documents/chunk';
import { isSupported, readDocument, supportedExtensions } from '../../../src/documents/read-document';
import { docx, zip } from './zip';

const fixtures = join(__dirname, '../../fixtures/documents');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function failure(path: string): Promise<AttestError> {
  const error: unknown = await readDocument(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AttestError);
  const attest = error as AttestError;
  // What a clinician reads: sentences, not stack traces or file contents.
  expect(attest.message).toMatch(/^[A-Z].*\.$/);
  expect(attest.advice).toMatch(/^[A-Z].*\.$/);
  return attest;
}

describe('a PDF', () => {
  const path = join(fixtures, 'anticoagulation.pdf');

  it('is read with title, headings, paragraphs and table rows', async () => {
    const document = await readDocument(path);
    expect(document).toMatchObject({ format: 'pdf', title: 'Anticoagulation in Atrial Fibrillation' });
    expect(document.headings.map(({ title }) => title)).toEqual([
      'Anticoagulation in Atrial Fibrillation',
      '1 Who to treat',
      '1.1 Before starting',
      'Interactions',
      '2 Dose',
      '3 Follow-up',
    ]);
    expect(document.text).toContain(
      'Platelets below 50 x 10⁹/L are a contraindication to starting treatment outside hospital. Arrange a follow-up visit',
    );
    expect(document.text).toContain('\nApixaban | 5 mg twice daily | 2.5 mg twice daily\n');
    expect(document.text).toContain('• Active bleeding: refer the same day.');
    for (const { title, start, end } of document.headings) {
      expect(document.text.slice(start, end)).toBe(title);
    }
  });

  it('has pages that cover their own text, without headers and footers', async () => {
    const { pages, text } = await readDocument(path);
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3]);
    const texts = pages.map(({ start, end }) => text.slice(start, end));
    expect(texts[0]).toContain('1 Who to treat');
    expect(texts[1]).toMatch(/^2 Dose/);
    expect(texts[2]).toMatch(/^3 Follow-up[^]*on treatment\.$/);
    expect(text).not.toContain('Harbour Street');
    expect(text).not.toMatch(/Page \d/);
  });

  it('gives passages with section path and page', async () => {
    const passages = chunkDocument(await readDocument(path));
    const dose = passages.find(({ text }) => text.includes('usual dose'));
    expect(dose).toMatchObject({ section: ['2 Dose'], page: 2 });
    const renal = passages.find(({ text }) => text.includes('Cockcroft-Gault'));
    expect(renal).toMatchObject({ section: ['1 Who to treat', '1.1 Before starting'], page: 1 });
  });

  it('names the SHA-256 of its bytes as its version', async () => {
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    expect((await readDocument(path)).version).toBe(hash);
  });

  it('that only restricts printing is read', async () => {
    const document = await readDocument(join(fixtures, 'owner-password-only.pdf'));
    expect(document.text).toContain('Apixaban 5 mg twice daily');
  });

  it('that needs a password is refused', async () => {
    const error = await failure(join(fixtures, 'needs-password.pdf'));
    expect(error.reason).toBe('encrypted');
    expect(error.message).toContain('password');
  });

  it('that is a scan is refused', async () => {
    const error = await failure(join(fixtures, 'scanned.pdf'));
    expect(error.reason).toBe('no-text');
    expect(error.advice).toContain('OCR');
  });

  it('that is cut off or no PDF at all is refused', async () => {
    const whole = await readFile(path);
    expect((await failure(await file('cut.pdf', whole.subarray(0, 1500)))).reason).toBe('broken');
    expect((await failure(await file('none.pdf', 'Dear colleague, ...'))).reason).toBe('broken');
  });

  it('that would unpack to more than memory holds is refused before it is unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(128 * 1024 * 1024, 0x20), { level: 9 });
    const head = `%PDF-1.4\n1 0 obj\n<</Length ${bomb.length}/Filter/FlateDecode>>\nstream\n`;
    const pdf = Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream\nendobj\n')]);
    const error = await failure(await file('bomb.pdf', pdf));
    expect(error).toMatchObject({ reason: 'broken' });
    expect(error.message).toContain('unpacks');
  });

  it('stops when it is cancelled', async () => {
    await expect(readDocument(path, AbortSignal.abort())).rejects.toMatchObject({ reason: 'cancelled' });
  });
});

describe('a Word document', () => {
  it('is read with headings, lists, superscripts and tables, without pictures', async () => {
    const document = await readDocument(join(fixtures, 'hypertension.docx'));
    expect(document).toMatchObject({ format: 'docx', title: 'Hypertension in Adults', pages: [] });
    expect(document.headings.map(({ title, level }) => [title, level])).toEqual([
      ['Hypertension in Adults', 1],
      ['Diagnosis', 1],
      ['Treatment', 1],
      ['First step', 2],
    ]);
    expect(document.text).toContain('- Amlodipine 5 mg once daily\n- Recheck after 4 weeks\n');
    expect(document.text).toContain('below 100 x 10⁹/L.');
    expect(document.text).toContain('Under 80 | 135/85 mmHg');
    expect(document.text).not.toMatch(/base64|data:/);
  });

  it('does not bring files of the disk into the text', async () => {
    const secret = await file('secret.txt', 'SECRET');
    const relationships = `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file://${secret}" TargetMode="External"/>`;
    const picture =
      '<w:p><w:r><w:t>Before </w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="alt"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>after.</w:t></w:r></w:p>';
    const path = await file('linked.docx', docx(picture, { relationships }));
    expect((await readDocument(path)).text).toBe('Before after.');
  });

  it('does not follow XML entities', async () => {
    const evil = zip([
      {
        name: 'word/document.xml',
        data: Buffer.from(
          `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`,
        ),
      },
    ]);
    expect((await failure(await file('entity.docx', evil))).reason).toBe('broken');
  });

  it('that is damaged is refused', async () => {
    const whole = await readFile(join(fixtures, 'hypertension.docx'));
    expect((await failure(await file('cut.docx', whole.subarray(0, 9_000)))).reason).toBe('broken');
    expect((await failure(await file('none.docx', 'plain text'))).reason).toBe('broken');
    const archive = zip([{ name: 'readme.txt', data: Buffer.from('no document') }]);
    expect((await failure(await file('archive.docx', archive))).reason).toBe('broken');
    expect((await failure(await file('garbled.docx', docx('<w:p><w:r>')))).reason).toBe('broken');
  });

  it('that is protected with a password or in the old format is refused', async () => {
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const locked = Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect((await failure(await file('locked.docx', locked))).reason).toBe('encrypted');
    const old = Buffer.concat([ole, Buffer.alloc(512)]);
    expect((await failure(await file('old.docx', old))).reason).toBe('unsupported-format');
  });

  it('that unpacks to more than memory holds is refused, whatever size it claims', async () => {
    const data = Buffer.alloc(64 * 1024 * 1024, 0x20);
    const honest = docx('', { more: [{ name: 'word/styles.xml', data }] });
    const lying = docx('', { more: [{ name: 'word/styles.xml', data, claimedSize: 100 }] });
    expect(honest.length).toBeLessThan(100_000);
    expect((await failure(await file('bomb.docx', honest))).reason).toBe('too-large');
    expect((await failure(await file('liar.docx', lying))).reason).toBe('too-large');
  });

  it('without text is refused', async () => {
    expect((await failure(await file('blank.docx', docx('<w:p></w:p>')))).reason).toBe('empty');
  });
});

describe('an HTML page', () => {
  it('is read without scripts, styles and hidden elements', async () => {
    const document = await readDocument(join(fixtures, 'asthma.html'));
    expect(document).toMatchObject({ format: 'html', title: 'Asthma in adults – local guideline' });
    expect(document.text).toBe(
      [
        'Asthma in adults\n',
        'Review every patient at least once a year.\nUse a peak-flow diary.\n',
        'Acute attack\n',
        '- Salbutamol 5 mg by nebuliser',
        '- Prednisolone 40–50 mg by mouth',
        '1. Continue for five days\n',
        'Severity | Peak flow',
        'Severe | 33–50 %\n',
        'Eosinophils above 0.3 × 10⁹/L suggest a steroid response. SpO2 target 94–98 %.',
      ].join('\n'),
    );
    expect(document.headings.map(({ title, level }) => [title, level])).toEqual([
      ['Asthma in adults', 1],
      ['Acute attack', 2],
    ]);
  });

  it('is read in the encoding that it declares', async () => {
    const page = Buffer.from(
      '<meta charset="windows-1252"><p>38,5 °C – fièvre</p>'.replace('–', '\u0096'),
      'latin1',
    );
    expect((await readDocument(await file('latin.html', page))).text).toBe('38,5 °C – fièvre');
  });

  it('in another encoding than it declares is refused', async () => {
    const page = Buffer.from('<meta charset="utf-8"><p>fièvre</p>', 'latin1');
    expect((await failure(await file('wrong.html', page))).reason).toBe('wrong-encoding');
    const unknown = await file('unknown.html', '<meta charset="klingon-8"><p>x</p>');
    expect((await failure(unknown)).reason).toBe('wrong-encoding');
  });

  it('that holds only a script is empty', async () => {
    expect((await failure(await file('script.html', '<script>alert(1)</script>'))).reason).toBe('empty');
  });

  it('of 20 MB is read', async () => {
    const row = '<p>Give <b>aspirin</b> 300 mg &amp; review.</p>\n';
    const path = await file('huge.html', row.repeat(450_000));
    const { text } = await readDocument(path);
    expect(text.length).toBe('Give aspirin 300 mg & review.\n\n'.length * 450_000 - 2);
  });
});

describe('Markdown and text', () => {
  it('are given as read, with CRLF and without the byte-order mark', async () => {
    const content = '# Fever 😀\r\n\r\nGive paracetamol 1 g.\r\n';
    const document = await readDocument(await file('fever.md', `\ufeff${content}`));
    expect(document).toMatchObject({ format: 'markdown', text: content, title: 'Fever 😀' });
    const plain = await readDocument(await file('fever_in_adults.txt', 'Give paracetamol.\r\n'));
    expect(plain).toMatchObject({ format: 'text', text: 'Give paracetamol.\r\n', title: 'fever in adults' });
  });

  it('in Latin-1 are refused with what to do', async () => {
    const error = await failure(await file('latin.txt', Buffer.from('38,5 °C', 'latin1')));
    expect(error.reason).toBe('wrong-encoding');
    expect(error.advice).toContain('UTF-8');
  });

  it('that hold binary data or are empty are refused', async () => {
    expect((await failure(await file('image.txt', Buffer.from([137, 80, 78, 71, 0, 0, 0, 13])))).reason).toBe(
      'unsupported-format',
    );
    expect((await failure(await file('zero.md', ''))).reason).toBe('empty');
    expect((await failure(await file('blank.md', ' \n\t\n'))).reason).toBe('empty');
  });
});

describe('JSON files', () => {
  it('that hold a FHIR record are written out, whatever the case of the ending', async () => {
    const record = join(fixtures, 'visit.fhir.json');
    const { format, text, title } = await readDocument(await file('Visit.JSON', await readFile(record)));
    expect({ format, title }).toEqual({ format: 'fhir', title: 'Visit' });
    expect(text).toContain('- Potassium 5.1 mmol/L (2026-03-02).');
  });

  it('that hold anything else are refused like any other format', async () => {
    for (const content of ['{"name": "attest"}', '[1, 2]', 'no JSON']) {
      const error = await failure(await file('package.json', content));
      expect(error.reason).toBe('unsupported-format');
      expect(error.message).toMatch(/"\.json" are not read, unless they hold a FHIR record/);
    }
  });

  it('are no part of a library: a record is of one patient', () => {
    expect(isSupported('/a/visit.fhir.json')).toBe(false);
  });
});

describe('any file', () => {
  it('of 200 MB is refused by its size, without being read', async () => {
    const path = join(folder, 'large.pdf');
    const handle = await open(path, 'w');
    await handle.truncate(200 * 1024 * 1024);
    await handle.close();
    const before = process.memoryUsage();
    const error = await failure(path);
    expect(error.reason).toBe('too-large');
    expect(error.message).toContain('200 MB');
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(10 * 1024 * 1024);
  });

  it('that is missing, a folder or of another format is refused', async () => {
    expect((await failure(join(folder, 'missing.md'))).reason).toBe('unreadable-file');
    await mkdir(join(folder, 'folder.md'));
    expect((await failure(join(folder, 'folder.md'))).reason).toBe('unreadable-file');
    expect((await failure(await file('sheet.xlsx', 'x'))).reason).toBe('unsupported-format');
  });

  it('is read under any name, and its path is made absolute', async () => {
    const path = await file('O\'Brien – Ünïcode "q" [1].MD', '# Ward');
    const document = await readDocument(relative(process.cwd(), path));
    expect(document).toMatchObject({ path, title: 'Ward' });
  });
});

describe('isSupported', () => {
  it('goes by the ending, whatever its case', () => {
    expect(supportedExtensions).toContain('.pdf');
    expect(isSupported('/a/b.PDF')).toBe(true);
    expect(isSupported('/a/b.xlsx')).toBe(false);
    expect(isSupported('/a/README')).toBe(false);
    expect(isSupported('/a/~$plan.docx')).toBe(false);
  });
});
