import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Imported, ImportOptions } from './imported';
import { linesOf, notThisFormat } from './lines';
import { TermCollector } from './term-collector';

// Columns of RXNCONSO.RRF, RXNREL.RRF and RXNSAB.RRF (RxNorm Technical Documentation, section 12).
const names = { rxcui: 0, language: 1, source: 11, type: 12, text: 14, suppressed: 16, columns: 18 };
const relations = { first: 0, second: 4, name: 7, columns: 16 };
const sources = { version: 6, source: 3, columns: 25 };

/** Term types: ingredient, precise ingredient (a salt), brand name. What combines strength and form is no name of a medicine. */
const types = new Set(['IN', 'PIN', 'BN']);

interface Concept {
  type: string;
  text: string;
}

/**
 * Reads the ingredients and brands of RxNorm, from the names that RxNorm itself adds (`SAB=RXNORM`); those of its other
 * sources have licences of their own. Brands and salts become names of their ingredient, which takes RXNREL.RRF beside it.
 * @param file RXNCONSO.RRF
 * @throws AttestError `unsupported-format`, `too-large`, and as `linesOf`
 */
export async function readRxNorm(file: string, { known, words, signal }: ImportOptions): Promise<Imported> {
  const concepts = await readNames(file, signal);
  const relationFile = await beside(file, 'RXNREL.RRF');
  const parents = relationFile ? await readParents(relationFile, concepts, signal) : undefined;
  const collector = new TermCollector<{ ingredients?: string[] }>(
    'medication',
    known,
    words,
    'Give a smaller --words.',
  );
  const alias = new Map<string, string[]>();
  const combined: [brand: Concept, ingredients: string[]][] = [];
  for (const [id, concept] of concepts) {
    if (concept.type === 'IN') continue;
    // A salt of an ingredient, and a brand of either: through the salt to the ingredient.
    const ingredients = [
      ...new Set((parents?.get(id) ?? []).flatMap((parent) => ingredientsOf(parent, concepts, parents))),
    ];
    const [only] = ingredients;
    if (only !== undefined && ingredients.length === 1) {
      alias.set(only, [...(alias.get(only) ?? []), concept.text]);
    } else if (concept.type === 'BN' && ingredients.length > 1) {
      combined.push([concept, ingredients.flatMap((one) => concepts.get(one)?.text ?? [])]);
    }
  }
  for (const [id, { type, text }] of concepts) {
    if (type === 'IN') collector.add([text, ...(alias.get(id) ?? [])], {});
  }
  for (const [{ text }, parts] of combined) {
    collector.add([text], { ingredients: parts.map((part) => known.canonical(part, 'medication') ?? part) });
  }
  const medications = collector
    .all()
    .map(({ name, names: others, more }) => ({ name, names: others, ...more }));
  return {
    dictionary: {
      title: 'RxNorm',
      version: await versionOf(file, signal),
      licence:
        'RxNorm, courtesy of the U.S. National Library of Medicine, under the terms of its release. Names that RxNorm itself adds only.',
      origin:
        'Imported by Attest from RxNorm: ingredients, their salts and brands (SAB=RXNORM; TTY IN, PIN, BN).',
      spelling: false,
      medications,
    },
    leftOut: collector.leftOut,
    remarks: relationFile
      ? []
      : [
          'RXNREL.RRF is not beside it, so brands and salts could not be told apart from other medicines and were left out.',
        ],
  };
}

async function readNames(file: string, signal?: AbortSignal): Promise<Map<string, Concept>> {
  const concepts = new Map<string, Concept>();
  let rows = 0;
  for await (const line of linesOf(file, signal)) {
    if (line === '') continue;
    const row = line.split('|');
    // A file of another kind is not read to its end.
    if (row.length < names.columns) throw notThisFormat(file, 'RXNCONSO.RRF of RxNorm');
    rows++;
    const type = row[names.type] ?? '';
    const wanted =
      row[names.source] === 'RXNORM' &&
      row[names.language] === 'ENG' &&
      types.has(type) &&
      (row[names.suppressed] === 'N' || row[names.suppressed] === '');
    const id = row[names.rxcui] ?? '';
    if (wanted && !concepts.has(id)) concepts.set(id, { type, text: row[names.text] ?? '' });
  }
  if (rows === 0) throw notThisFormat(file, 'RXNCONSO.RRF of RxNorm');
  return concepts;
}

/** Which concepts a brand or a salt belongs to. The types say which of the two is which, however the row is turned. */
async function readParents(
  file: string,
  concepts: ReadonlyMap<string, Concept>,
  signal?: AbortSignal,
): Promise<Map<string, string[]>> {
  const rank = { BN: 0, PIN: 1, IN: 2 } as Record<string, number>;
  const parents = new Map<string, string[]>();
  for await (const line of linesOf(file, signal)) {
    if (line === '') continue;
    const row = line.split('|');
    if (row.length < relations.columns) throw notThisFormat(file, 'RXNREL.RRF of RxNorm');
    if (!/^(?:has_)?(?:tradename|form)(?:_of)?$/.test(row[relations.name] ?? '')) continue;
    const pair = [row[relations.first] ?? '', row[relations.second] ?? ''] as const;
    const [low, high] = pair.map((id) => rank[concepts.get(id)?.type ?? '']);
    if (low === undefined || high === undefined || low === high) continue;
    const [child, parent] = low < high ? pair : [pair[1], pair[0]];
    parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  return parents;
}

function ingredientsOf(
  id: string,
  concepts: ReadonlyMap<string, Concept>,
  parents: ReadonlyMap<string, string[]> | undefined,
): string[] {
  return concepts.get(id)?.type === 'IN'
    ? [id]
    : (parents?.get(id) ?? []).filter((one) => concepts.get(one)?.type === 'IN');
}

async function versionOf(file: string, signal?: AbortSignal): Promise<string> {
  const list = await beside(file, 'RXNSAB.RRF');
  if (list) {
    for await (const line of linesOf(list, signal)) {
      const row = line.split('|');
      if (row.length >= sources.columns && row[sources.source] === 'RXNORM' && row[sources.version]) {
        return row[sources.version] ?? '';
      }
    }
  }
  return `file of ${(await stat(file)).mtime.toISOString().slice(0, 10)}`;
}

/** A file in the same folder; undefined when it is not there. */
async function beside(file: string, name: string): Promise<string | undefined> {
  const path = join(dirname(file), name);
  return stat(path).then(
    (found) => (found.isFile() ? path : undefined),
    () => undefined,
  );
}
