import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder';

export interface CorpusDocument {
  id: string;
  title: string;
  text: string;
}

/** A query with the documents judged relevant for it (grade 1 or more). */
export interface JudgedQuery {
  id: string;
  text: string;
  relevant: ReadonlyMap<string, number>;
}

function jsonLines(name: string): { _id: string; title?: string; text: string }[] {
  const file = readFileSync(join(dataFolder(), 'nfcorpus', name), 'utf8');
  return file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { _id: string; title?: string; text: string });
}

/** The abstracts of NFCorpus (Boteva et al., ECIR 2016). */
export function nfCorpus(): CorpusDocument[] {
  return jsonLines('corpus.jsonl').map(({ _id, title, text }) => ({ id: _id, title: title ?? '', text }));
}

/** The queries of one split of NFCorpus that have a judgement. */
export function nfQueries(split: 'train' | 'dev'): JudgedQuery[] {
  const texts = new Map(jsonLines('queries.jsonl').map(({ _id, text }) => [_id, text]));
  const judged = new Map<string, Map<string, number>>();
  const rows = readFileSync(join(dataFolder(), 'nfcorpus/qrels', `${split}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  for (const row of rows) {
    const [query = '', document = '', grade = '0'] = row.split('\t');
    if (Number(grade) <= 0) continue;
    const relevant = judged.get(query) ?? new Map<string, number>();
    judged.set(query, relevant.set(document, Number(grade)));
  }
  return [...judged].map(([id, relevant]) => ({ id, text: texts.get(id) ?? '', relevant }));
}
