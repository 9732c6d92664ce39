import { getDocumentProxy } from 'unpdf';
import { AttestError, throwIfCancelled } from '../core/errors';
import type { Extraction } from './extraction';
import { guardPdf } from './pdf-guard';
import { withoutFurniture } from './pdf-furniture';
import { layOut } from './pdf-layout';
import { linesOfPage, type PdfLine } from './pdf-lines';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF with more text than this holds something else than a document; characters. */
const maxCharacters = 20_000_000;

function unreadable(error: unknown): AttestError {
  if (error instanceof AttestError) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new AttestError(
      'encrypted',
      'The PDF is protected with a password.',
      'Open it with the password, print it to a new PDF without one, and index that.',
      { cause: error },
    );
  }
  return new AttestError(
    'broken',
    'The PDF is damaged and cannot be read.',
    'Open it in a PDF viewer and save a copy, or fetch the document again.',
    { cause: error },
  );
}

async function pagesOf(pdf: Pdf, signal: AbortSignal | undefined): Promise<PdfLine[][]> {
  const pages: PdfLine[][] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    throwIfCancelled(signal);
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const runs = items.filter((item) => 'str' in item);
    const lines = linesOfPage(runs, page.getViewport({ scale: 1 }).transform);
    characters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > maxCharacters) {
      throw new AttestError(
        'too-large',
        'The PDF holds more text than any document.',
        'Split the PDF into parts.',
      );
    }
    pages.push(lines);
    page.cleanup();
  }
  return pages;
}

/** The title in the PDF's own properties, where it is one: programs write file names and placeholders there. */
async function titleOf(pdf: Pdf): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const raw = (info as Record<string, unknown>).Title;
  if (typeof raw !== 'string') return undefined;
  const title = raw
    .replace(/^Microsoft (?:Word|PowerPoint) - /, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return /^\W*$|^\(?(?:untitled|unspecified|anonymous)|\.(?:docx?|pdf|indd|pptx?|odt|tex)$/i.test(title)
    ? undefined
    : title;
}

/**
 * Reads a PDF with its pages. Nothing in it is executed.
 * @throws AttestError `encrypted`, `no-text` (scanned), `broken`, `too-large`, `cancelled`
 */
export async function extractPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<Extraction> {
  let pdf: Pdf | undefined;
  try {
    guardPdf(bytes);
    // PDF.js takes the array over, so it gets a copy; its warnings would end up in standard output.
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const title = await titleOf(pdf);
    const extraction = layOut(withoutFurniture(await pagesOf(pdf, signal)));
    if (!/\p{L}/u.test(extraction.text)) {
      throw new AttestError(
        'no-text',
        'The PDF holds pictures of pages (a scan) and no text.',
        'Run text recognition (OCR) on it, for example with ocrmypdf, and index the result.',
      );
    }
    return { ...extraction, title: title ?? extraction.headings[0]?.title };
  } catch (error) {
    throw unreadable(error);
  } finally {
    await pdf?.destroy();
  }
}
