import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AttestError } from '../core/errors';
import { mostNames } from '../core/terminology/dictionary-schema';
import type { Imported, ImportOptions } from './imported';
import { linesOf, notThisFormat } from './lines';
import type { SnomedPart } from './snomed-parts';
import { TermCollector } from './term-collector';

// Release Format 2: columns of the description file, and identifiers of its metadata (SNOMED CT Release File Specification).
const header =
  'id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId';
const column = { active: 2, concept: 4, language: 5, type: 6, term: 7 };
const fullName = '900000000000003001';
const synonym = '900000000000013009';
const smaller = 'Name fewer parts with --only, or give a smaller --words.';

interface Concept {
  part: SnomedPart;
  names: string[];
}

/**
 * Reads English names of a SNOMED CT snapshot: the parts that are asked for, told by the tag of the fully specified name.
 * @param file sct2_Description_Snapshot….txt; where the concept file lies beside it, retired concepts are left out
 * @throws AttestError `unsupported-format`, `too-large`, and as `linesOf`
 */
export async function readSnomed(
  file: string,
  { known, words, only, signal }: ImportOptions,
): Promise<Imported> {
  const retired = await readRetired(file, signal);
  const concepts = new Map<string, Concept>();
  // The fully specified name may stand behind the synonyms, so the file is read twice.
  for await (const row of rowsOf(file, fullName, signal)) {
    const term = row[column.term] ?? '';
    const tag = /\(([^()]+)\)$/.exec(term)?.[1];
    const part = only.find((one) => one === tag);
    const id = row[column.concept] ?? '';
    if (part === undefined || retired?.has(id)) continue;
    concepts.set(id, { part, names: [] });
    if (concepts.size > mostNames) {
      throw new AttestError(
        'too-large',
        `There are more than ${mostNames} concepts, the most that Attest reads.`,
        smaller,
      );
    }
  }
  for await (const row of rowsOf(file, synonym, signal)) {
    concepts.get(row[column.concept] ?? '')?.names.push(row[column.term] ?? '');
  }
  const findings = new TermCollector<{ category: 'problem' | 'sign' }>('finding', known, words, smaller);
  const procedures = new TermCollector<object>('procedure', known, words, smaller);
  for (const { part, names } of concepts.values()) {
    if (part === 'procedure') procedures.add(names, {});
    else findings.add(names, { category: part === 'disorder' ? 'problem' : 'sign' });
  }
  return {
    dictionary: {
      title: 'SNOMED CT',
      version: /(\d{8})\.txt$/i.exec(basename(file))?.[1] ?? 'unknown',
      licence:
        'SNOMED CT, © International Health Terminology Standards Development Organisation, for holders of a SNOMED CT Affiliate Licence: do not pass this file on to others.',
      origin: `Imported by Attest from a SNOMED CT release: ${only.join(', ')}.`,
      findings: findings.all().map(({ name, names, more }) => ({ name, names, ...more })),
      procedures: procedures.all().map(({ name, names }) => ({ name, names })),
    },
    leftOut: findings.leftOut + procedures.leftOut,
    remarks: retired
      ? []
      : ['The concept file is not beside it, so names of retired concepts may be among them.'],
  };
}

/** The active English rows of one type. */
async function* rowsOf(file: string, type: string, signal?: AbortSignal): AsyncGenerator<string[]> {
  let first = true;
  for await (const line of linesOf(file, signal)) {
    if (first && line !== header) throw notThisFormat(file, 'description file of a SNOMED CT snapshot (RF2)');
    if (!first) {
      const row = line.split('\t');
      if (row[column.active] === '1' && row[column.language] === 'en' && row[column.type] === type) yield row;
    }
    first = false;
  }
  if (first) throw notThisFormat(file, 'description file of a SNOMED CT snapshot (RF2)');
}

/** Concepts that are not active any more; undefined where there is no concept file. */
async function readRetired(file: string, signal?: AbortSignal): Promise<Set<string> | undefined> {
  const folder = dirname(file);
  const list = await readdir(folder).catch(() => []);
  const concepts = list.find((name) => /^x?sct2_Concept_Snapshot.*\.txt$/i.test(name));
  if (concepts === undefined) return undefined;
  const retired = new Set<string>();
  for await (const line of linesOf(join(folder, concepts), signal)) {
    const [id = '', , active] = line.split('\t', 3);
    if (active === '0') retired.add(id);
  }
  return retired;
}
