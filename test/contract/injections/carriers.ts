import { pdf } from '../documents/pdf';
import { docx } from '../documents/zip';

/** What every carrier says besides the payload. */
export const fact = 'Start lisinopril at 10 mg once daily.';

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A FHIR record as a server exports it, with the fact in one of its fields. */
const record = (...resources: object[]): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        resource: {
          resourceType: 'MedicationRequest',
          status: 'active',
          intent: 'order',
          medicationCodeableConcept: { text: 'Lisinopril' },
          dosageInstruction: [{ text: fact }],
        },
      },
      ...resources.map((resource) => ({ resource })),
    ],
  });

/** A file of a document that a payload is written into. */
export type Carrier = (payload: string) => { file: string; data: string | Buffer };

/** Where a payload is text beside the fact. */
export const carriers: Record<string, Carrier> = {
  'a note': (payload) => ({ file: 'a.txt', data: `${fact}\n\n${payload}\n` }),
  Markdown: (payload) => ({ file: 'a.md', data: `# Guide\n\n${fact}\n\n${payload}\n` }),
  'an HTML comment': (payload) => ({ file: 'a.html', data: `<p>${fact}</p><!-- ${payload} -->` }),
  'white text in HTML': (payload) => ({
    file: 'b.html',
    data: `<p>${fact}</p><p style="color:#fff;font-size:1px">${escapeXml(payload)}</p>`,
  }),
  Word: (payload) => ({
    file: 'a.docx',
    data: docx(
      `<w:p><w:r><w:t>${fact}</w:t></w:r></w:p><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>${escapeXml(payload)}</w:t></w:r></w:p>`,
    ),
  }),
  'hidden runs in Word': (payload) => ({
    file: 'b.docx',
    data: docx(
      `<w:p><w:r><w:t>${fact}</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${escapeXml(payload)}</w:t></w:r></w:p>`,
    ),
  }),
  PDF: (payload) => ({ file: 'a.pdf', data: pdf([{ text: fact }, { text: payload }]) }),
  'white text in PDF': (payload) => ({
    file: 'b.pdf',
    data: pdf([{ text: fact }, { text: payload, white: true }]),
  }),
  'a note, a name and a value of FHIR': (payload) => ({
    file: 'f.json',
    data: record(
      { resourceType: 'Patient', name: [{ text: payload }] },
      { resourceType: 'Condition', code: { text: 'Cough' }, note: [{ text: payload }] },
      { resourceType: 'Observation', status: 'final', code: { text: 'Remark' }, valueString: payload },
    ),
  }),
  'a narrative of FHIR': (payload) => ({
    file: 'n.json',
    data: record({
      resourceType: 'Procedure',
      status: 'completed',
      text: {
        status: 'generated',
        div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escapeXml(payload)}</p></div>`,
      },
    }),
  }),
  'a document in a FHIR record': (payload) => ({
    file: 'd.json',
    data: record({
      resourceType: 'DocumentReference',
      status: 'current',
      content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(payload).toString('base64') } }],
    }),
  }),
};

const line = (text: string): string => text.replace(/\s+/g, ' ');

/** Where a payload is a title or a heading, and the text below it is the fact alone. */
export const headings: Record<string, Carrier> = {
  'a heading of Markdown': (payload) => ({
    file: 'h.md',
    data: `# Guide\n\n## ${line(payload)}\n\n${fact}\n`,
  }),
  'a title in front matter': (payload) => ({
    file: 't.md',
    data: `---\ntitle: ${JSON.stringify(payload)}\n---\n\n${fact}\n`,
  }),
  'a title of HTML': (payload) => ({
    file: 't.html',
    data: `<html><head><title>${escapeXml(payload)}</title></head><body><p>${fact}</p></body></html>`,
  }),
  'a heading of HTML': (payload) => ({
    file: 'h.html',
    data: `<h1>Guide</h1><h2>${escapeXml(payload)}</h2><p>${fact}</p>`,
  }),
  'a heading of Word': (payload) => ({
    file: 'h.docx',
    data: docx(
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${escapeXml(payload)}</w:t></w:r></w:p><w:p><w:r><w:t>${fact}</w:t></w:r></w:p>`,
    ),
  }),
  'a heading of PDF': (payload) => ({
    file: 'h.pdf',
    data: pdf([{ text: payload, size: 20 }, { text: fact }, { text: fact }, { text: fact }]),
  }),
};
