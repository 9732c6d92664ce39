import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { VerifierLabel } from '../../../src/core/verdicts/abstention';
import { labelNamed, listOfStrings } from './claim-pairs';
import { dataFolder } from './data-folder';

export interface Abstract {
  id: string;
  title: string;
  sentences: string[];
}

/** What an abstract says of a claim; the numbers of the sentences that decide. */
export interface Judgement {
  label: VerifierLabel;
  sentences: ReadonlySet<number>;
}

export interface SciFactClaim {
  id: string;
  text: string;
  /** By abstract; empty when no abstract of the corpus has evidence. */
  evidence: ReadonlyMap<string, Judgement>;
  cited: string[];
}

function rows(file: string): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(join(dataFolder(), 'scifact', file), 'utf8'), {
    columns: true,
  });
}

/** SciFact's corpus (Wadden et al., EMNLP 2020). */
export function sciFactCorpus(): Abstract[] {
  return rows('corpus.csv').map(({ doc_id = '', title = '', abstract = '' }) => ({
    id: doc_id,
    title,
    sentences: listOfStrings(abstract),
  }));
}

/** The verifier is trained on the other claims (training/verifier/public_sets.py has the same number). */
const heldOf = 3;

/** SciFact's training claims, those that the verifier was not trained on: a third, by the number of the first cited abstract. */
export function heldSciFactClaims(): SciFactClaim[] {
  return sciFactClaims().filter(({ cited: [first] }) => first === undefined || Number(first) % heldOf === 0);
}

function sciFactClaims(): SciFactClaim[] {
  const claims = new Map<string, SciFactClaim & { evidence: Map<string, Judgement> }>();
  for (const row of rows('claims_train.csv')) {
    const id = row['id'] ?? '';
    const claim = claims.get(id) ?? {
      id,
      text: row['claim'] ?? '',
      evidence: new Map<string, Judgement>(),
      cited: numbers(row['cited_doc_ids'] ?? ''),
    };
    claims.set(id, claim);
    const label = labelNamed(row['evidence_label'] ?? '');
    const document = row['evidence_doc_id'] ?? '';
    if (!label || document === '') continue;
    const known = claim.evidence.get(document)?.sentences ?? [];
    const sentences = new Set([...known, ...numbers(row['evidence_sentences'] ?? '').map(Number)]);
    claim.evidence.set(document, { label, sentences });
  }
  return [...claims.values()];
}

function numbers(printed: string): string[] {
  return printed.match(/\d+/g) ?? [];
}
