import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { z } from 'zod';
import { AttestError } from '../core/errors';
import { mostNames } from '../core/terminology/dictionary-schema';
import type { Imported, ImportOptions } from './imported';
import { linesOf, notThisFormat } from './lines';
import { TermCollector } from './term-collector';

/** "Phenotypic abnormality": what lies beside it (inheritance, onset, frequency) is no finding. */
const abnormality = 'HP:0000118';

interface HpoTerm {
  id: string;
  /** The preferred one first. */
  names: string[];
  parents: string[];
}

interface Ontology {
  version: string;
  terms: HpoTerm[];
}

/**
 * Reads the phenotypic abnormalities of the Human Phenotype Ontology with their exact synonyms; broader, narrower and
 * related ones are other things.
 * @param file hp.obo or hp.json
 * @throws AttestError `unsupported-format`, `too-large`, and as `linesOf`
 */
export async function readHpo(file: string, { known, words, signal }: ImportOptions): Promise<Imported> {
  const { version, terms } =
    extname(file).toLowerCase() === '.json' ? await readJson(file, signal) : await readObo(file, signal);
  const collector = new TermCollector<object>('finding', known, words, 'Give a smaller --words.');
  const byId = new Map(terms.map((term) => [term.id, term]));
  const inside = new Map<string, boolean>([[abnormality, true]]);
  for (const { id, names } of terms) {
    if (id !== abnormality && isInside(id, byId, inside)) collector.add(names, {});
  }
  return {
    dictionary: {
      title: 'Human Phenotype Ontology',
      version: version === '' ? 'unknown' : version,
      licence:
        'Human Phenotype Ontology, under the licence of its release (hpo.jax.org): cite it, name its version and do not alter it.',
      origin:
        'Imported by Attest from the Human Phenotype Ontology: phenotypic abnormalities with their exact synonyms.',
      findings: collector.all().map(({ name, names }) => ({ name, names, category: 'sign' as const })),
    },
    leftOut: collector.leftOut,
    remarks: [],
  };
}

/** True when a term lies under the root; follows every way up once, and survives a circle. */
function isInside(id: string, byId: ReadonlyMap<string, HpoTerm>, known: Map<string, boolean>): boolean {
  const open = [id];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (known.get(at) === true) {
      known.set(id, true);
      return true;
    }
    if (seen.has(at) || known.get(at) === false) continue;
    seen.add(at);
    open.push(...(byId.get(at)?.parents ?? []));
  }
  known.set(id, false);
  return false;
}

async function readObo(file: string, signal?: AbortSignal): Promise<Ontology> {
  const terms: HpoTerm[] = [];
  const obsolete = new Set<HpoTerm>();
  let version = '';
  let stanza = '';
  let term: HpoTerm | undefined;
  let first = true;
  for await (const line of linesOf(file, signal)) {
    if (first && !line.startsWith('format-version:')) throw notThisFormat(file, 'OBO file');
    first = false;
    const header = /^\[(\w+)\]$/.exec(line);
    if (header) {
      stanza = header[1] ?? '';
      term = undefined;
      continue;
    }
    const [, key = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (key === 'data-version') version = value.trim();
    if (stanza !== 'Term') continue;
    if (key === 'id') term = { id: value.trim(), names: [], parents: [] };
    else if (!term) continue;
    else if (key === 'name') {
      term.names.unshift(value.trim());
      guard(terms.push(term));
    } else if (key === 'is_a') term.parents.push(value.split(/\s/)[0] ?? '');
    else if (key === 'is_obsolete' && value.trim() === 'true') obsolete.add(term);
    else if (key === 'synonym') {
      const exact = /^"((?:[^"\\]|\\.)*)"\s+EXACT\b/.exec(value)?.[1];
      if (exact !== undefined) term.names.push(exact.replace(/\\(.)/g, '$1'));
    }
  }
  if (first) throw notThisFormat(file, 'OBO file');
  return { version, terms: terms.filter((one) => !obsolete.has(one)) };
}

// OBO Graphs JSON, as far as it is needed.
const graphsSchema = z.object({
  graphs: z
    .array(
      z.object({
        meta: z.object({ version: z.string().optional() }).optional(),
        nodes: z.array(
          z.object({
            id: z.string(),
            lbl: z.string().optional(),
            meta: z
              .object({
                deprecated: z.boolean().optional(),
                synonyms: z.array(z.object({ pred: z.string(), val: z.string() })).optional(),
              })
              .optional(),
          }),
        ),
        edges: z.array(z.object({ sub: z.string(), pred: z.string(), obj: z.string() })),
      }),
    )
    .min(1),
});

/** A JSON file cannot be read piece by piece; hp.json has about 30 MB. Bytes. */
const largestJson = 200_000_000;

async function readJson(file: string, signal?: AbortSignal): Promise<Ontology> {
  const info = await stat(file).catch(() => undefined);
  if (info && info.size > largestJson) {
    throw new AttestError(
      'too-large',
      `${file} is larger than ${largestJson / 1_000_000} MB.`,
      'Import hp.obo in its place.',
    );
  }
  const lines: string[] = [];
  for await (const line of linesOf(file, signal)) lines.push(line);
  let data: unknown;
  try {
    data = JSON.parse(lines.join('\n'));
  } catch (cause) {
    throw new AttestError('broken', `${file} is not valid JSON.`, 'Import the file as it was released.', {
      cause,
    });
  }
  const parsed = graphsSchema.safeParse(data);
  const [graph] = parsed.data?.graphs ?? [];
  if (!graph) throw notThisFormat(file, 'OBO Graphs file');
  const parents = new Map<string, string[]>();
  for (const { sub, pred, obj } of graph.edges) {
    if (pred === 'is_a') parents.set(sub, [...(parents.get(sub) ?? []), shortId(obj)]);
  }
  const terms = graph.nodes.flatMap(({ id, lbl, meta }): HpoTerm[] => {
    if (lbl === undefined || meta?.deprecated) return [];
    const exact = (meta?.synonyms ?? [])
      .filter(({ pred }) => pred === 'hasExactSynonym')
      .map(({ val }) => val);
    return [{ id: shortId(id), names: [lbl, ...exact], parents: parents.get(id) ?? [] }];
  });
  guard(terms.length);
  return { version: graph.meta?.version ?? '', terms };
}

/** `http://purl.obolibrary.org/obo/HP_0000118` → `HP:0000118`. */
function shortId(id: string): string {
  return id.replace(/^.*\/(HP)_/, '$1:');
}

function guard(count: number): void {
  if (count <= mostNames) return;
  throw new AttestError(
    'too-large',
    `There are more than ${mostNames} terms.`,
    'Import the file as it was released.',
  );
}
