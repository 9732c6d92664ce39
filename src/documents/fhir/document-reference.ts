import { z } from 'zod';
import { AttestError } from '../../core/errors';
import { decodeText } from '../decode-text';
import { narrativeLines } from './narrative';
import { dayOf, fhir, oneLine, wordsOf } from './values';

const schema = fhir.resource.extend({
  status: z.enum(['current', 'superseded', 'entered-in-error']),
  docStatus: z.enum(['preliminary', 'final', 'amended', 'entered-in-error']).optional(),
  type: fhir.concept.optional(),
  description: z.string().optional(),
  date: fhir.date,
  content: z.array(
    z.object({
      attachment: z.object({
        contentType: z.string().optional(),
        data: z.string().optional(),
        title: z.string().optional(),
        creation: fhir.date,
      }),
    }),
  ),
});

/** A document that stands in the record itself, as text. */
export interface InlineDocument {
  title: string;
  /** As written: a transcript stays one. */
  text: string;
}

/**
 * The texts that a reference to documents carries with it, and how many of its attachments hold something else or lie
 * elsewhere; nothing is fetched. Undefined where the reference is superseded or entered in error.
 * @throws ZodError where it has another shape than FHIR R4 gives it; AttestError `cancelled`
 */
export async function readDocumentReference(
  resource: unknown,
  signal?: AbortSignal,
): Promise<{ documents: InlineDocument[]; others: number } | undefined> {
  const { status, docStatus, type, description, date, content } = schema.parse(resource);
  if (status !== 'current' || docStatus === 'entered-in-error') return undefined;
  const documents: InlineDocument[] = [];
  let others = 0;
  for (const { attachment } of content) {
    const text = await textOf(attachment, signal);
    const title = oneLine(attachment.title) || wordsOf(type) || oneLine(description);
    if (text === undefined) others++;
    else
      documents.push({ title: [title, dayOf(attachment.creation ?? date)].filter(Boolean).join(', '), text });
  }
  return { documents, others };
}

async function textOf(
  { contentType = '', data }: { contentType?: string | undefined; data?: string | undefined },
  signal?: AbortSignal,
): Promise<string | undefined> {
  const [kind, charset] = contentType.toLowerCase().split(/\s*;\s*charset\s*=\s*/);
  const isPage = kind === 'text/html' || kind === 'application/xhtml+xml';
  const base64 = data?.replace(/\s/g, '') ?? '';
  if (base64 === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  if (!isPage && kind !== 'text/plain' && kind !== 'text/markdown') return undefined;
  // Another encoding would be read wrongly, and a wrong letter can be a wrong dose.
  if (charset !== undefined && !/^"?(?:utf-?8|us-ascii)"?$/.test(charset)) return undefined;
  let text: string;
  try {
    text = decodeText(Buffer.from(base64, 'base64'));
  } catch (error) {
    if (error instanceof AttestError) return undefined; // It is no text, whatever its type says.
    throw error;
  }
  return isPage ? (await narrativeLines(text, signal)).join('\n') : text.replace(/\r\n?/g, '\n').trim();
}
