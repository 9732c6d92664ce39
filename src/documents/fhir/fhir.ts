import { z, ZodError } from 'zod';
import { AttestError, throwIfCancelled } from '../../core/errors';
import { decodeText } from '../decode-text';
import type { Extraction } from '../extraction';
import { TextBuilder } from '../text-builder';
import { readAllergy } from './allergy';
import { readComposition } from './composition';
import { readCondition } from './condition';
import { readDocumentReference, type InlineDocument } from './document-reference';
import { readEncounter } from './encounter';
import { readMedicationRequest, readMedicationStatement } from './medication';
import { narrativeLines } from './narrative';
import { readObservation } from './observation';
import { readPatient } from './patient';
import { lookupIn, maxRecordSize, readRecord, type Resource } from './record';
import { sections, type Lookup, type ResourceReader } from './resource-text';
import { fhir, oneLine } from './values';

/** Resources that are read field by field. */
const readers: Readonly<Record<string, ResourceReader>> = {
  Patient: readPatient,
  AllergyIntolerance: readAllergy,
  MedicationRequest: readMedicationRequest,
  MedicationStatement: readMedicationStatement,
  Condition: readCondition,
  Observation: readObservation,
  Encounter: readEncounter,
};

/** Resources that others refer to, and that say nothing by themselves. */
const silent: ReadonlySet<string> = new Set([
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Provenance',
]);

/** Headings whose meaning `sections.ts` of the core knows by another name than the resource's. */
const headings: Readonly<Record<string, string>> = {
  FamilyMemberHistory: 'FAMILY HISTORY',
  Immunization: 'IMMUNIZATIONS',
  Procedure: 'PROCEDURES',
  DiagnosticReport: 'RESULTS',
  CarePlan: 'PLAN',
};

const narrated = fhir.resource.extend({ status: z.unknown().optional() });

/** Statuses of what is so. A narrative may leave out that a thing was not done, was stopped or is an error. */
const holding: ReadonlySet<unknown> = new Set([
  undefined,
  'active',
  'amended',
  'appended',
  'completed',
  'corrected',
  'current',
  'final',
  'in-progress',
  'partial',
  'preliminary',
]);

/** The record as it is written out: by heading, then documents whole, then what was not read. */
class RecordText {
  private readonly lines = new Map<string, Set<string>>(sections.map((section) => [section, new Set()]));
  private readonly documents: InlineDocument[] = [];
  private readonly unread = new Map<string, number>();

  constructor(
    private readonly lookup: Lookup,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Adds a resource; one of another shape than FHIR R4 gives it is counted as not read. */
  async add({ type, body }: Resource): Promise<void> {
    throwIfCancelled(this.signal);
    try {
      const reader = readers[type];
      if (reader) await this.addFields(reader, body);
      else if (type === 'DocumentReference') await this.addDocuments(body);
      else if (type === 'Composition') await this.addSections(body);
      else if (!silent.has(type)) await this.addNarrative(type, body);
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      this.skip(type);
    }
  }

  /** @throws AttestError `empty` where nothing could be read */
  build(): Extraction {
    if ([...this.lines.values()].every(({ size }) => size === 0) && this.documents.length === 0) {
      throw new AttestError(
        'empty',
        'Nothing in this FHIR record could be read as text.',
        'Export it as FHIR R4, with what the note was written from.',
      );
    }
    const builder = new TextBuilder();
    for (const [heading, lines] of this.lines) {
      if (lines.size === 0) continue;
      this.head(builder, heading);
      this.list(builder, lines);
    }
    for (const { title, text } of this.documents) {
      this.head(builder, headingOf(title, 'DOCUMENT'));
      builder.write(text);
    }
    if (this.unread.size > 0) {
      this.head(builder, 'NOT READ');
      this.list(
        builder,
        [...this.unread].map(([type, count]) => `${type}: ${count}`),
      );
    }
    return { ...builder.build(), pages: [] };
  }

  private async addFields(reader: ResourceReader, body: unknown): Promise<void> {
    const { text, note = [] } = fhir.resource.extend({ note: fhir.notes }).parse(body);
    const read = reader(body, this.lookup);
    if (!read) return;
    this.under(read.section, read.lines);
    if (!read.plain) return;
    this.under(
      read.section,
      note.map((one) => oneLine(one.text)),
    );
    // A generated narrative says again what the fields say, in the words of a machine.
    if (text?.status === 'additional') this.under(read.section, await this.narrative(text.div));
  }

  private async addDocuments(body: unknown): Promise<void> {
    const read = await readDocumentReference(body, this.signal);
    this.documents.push(...(read?.documents ?? []));
    if (read) this.skip('attachments', read.others);
  }

  private async addSections(body: unknown): Promise<void> {
    for (const { title, div } of readComposition(body) ?? []) {
      this.under(headingOf(title, 'SECTION'), await this.narrative(div));
    }
  }

  private async addNarrative(type: string, body: unknown): Promise<void> {
    const { status, text } = narrated.parse(body);
    const lines = text === undefined ? [] : await this.narrative(text.div);
    if (!holding.has(status) || lines.length === 0) this.skip(type);
    else this.under(headings[type] ?? headingOf(type.replace(/(?<=[a-z])(?=[A-Z])/g, ' '), 'RECORD'), lines);
  }

  private narrative(div: string): Promise<string[]> {
    return narrativeLines(div, this.signal);
  }

  private under(heading: string, lines: readonly string[]): void {
    const there = this.lines.get(heading) ?? new Set();
    for (const line of lines) if (line !== '') there.add(line);
    this.lines.set(heading, there);
  }

  private skip(type: string, count = 1): void {
    if (count > 0) this.unread.set(type, (this.unread.get(type) ?? 0) + count);
  }

  private head(builder: TextBuilder, heading: string): void {
    builder.beginHeading(1);
    builder.writeInline(heading);
    builder.endHeading();
  }

  // A line of a field begins with a dash, so that none can pass for a speaker's ("Doctor: …").
  private list(builder: TextBuilder, lines: Iterable<string>): void {
    for (const line of lines) {
      builder.want(2);
      builder.writeInline(`- ${line}`);
    }
    builder.want(3);
  }
}

/** A title as a heading that `sections.ts` of the core takes for one; the fallback where it can be none. */
function headingOf(title: string, fallback: string): string {
  const heading = oneLine(title.toUpperCase().replace(/[^\p{Lu}\p{N} ,/&()'-]/gu, ' ')).slice(0, 60);
  return /^\p{Lu}/u.test(heading) && /\p{Lu}{3}/u.test(heading) ? heading : fallback;
}

/**
 * Writes a FHIR R4 record out as text: patient, allergies, medicines, problems, observations and encounters one per line,
 * narratives of other resources and sections of compositions, and documents that stand in it as text.
 * @param json a resource or a bundle
 * @returns undefined where it is no JSON, or JSON that is no FHIR
 * @throws AttestError `too-large`, `broken`, `empty`, `invalid-input` where it holds several patients, `cancelled`
 */
export async function recordText(json: string, signal?: AbortSignal): Promise<Extraction | undefined> {
  if (json.length > maxRecordSize) {
    throw new AttestError(
      'too-large',
      `The record has more than ${maxRecordSize / 1024 / 1024} MB.`,
      'Export what the note was written from, not the whole record.',
    );
  }
  const resources = readRecord(json);
  if (!resources) return undefined;
  const text = new RecordText(lookupIn(resources), signal);
  for (const resource of resources) await text.add(resource);
  return text.build();
}

/** Reads a file of a FHIR record in UTF-8; throws as `recordText` does. */
export function extractFhir(bytes: Uint8Array, signal?: AbortSignal): Promise<Extraction | undefined> {
  return recordText(decodeText(bytes), signal);
}
