import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Document } from '../../../src/core/evidence/passages/document';
import type { VerifierLabel } from '../../../src/core/verdicts/abstention';
import { likeliest } from '../../../src/core/verdicts/abstention';
import { searchLibrary } from '../../../src/engine/library/search';
import { createLanceStore } from '../../../src/library/lance-store';
import { miniLmProfile } from '../../../src/models/minilm-embedder';
import type { LabelledPair } from '../data/claim-pairs';
import { heldSciFactClaims, sciFactCorpus, type Abstract, type SciFactClaim } from '../data/scifact';
import { f1Of, precisionOf, recallOf, total, type Counts } from '../measure/f1';
import { fillLibrary } from '../measure/kept-library';
import { measureLabels } from './label-sets';
import { figure } from './scores';
import { cosine, progress, verified, wordOverlap, type Tools } from './tools';

const firstDocuments = 5;
/** Passages asked for per claim: enough for five abstracts, most of which have two. */
const depth = 40;
/** Sentences that are given as evidence of an abstract. */
const shownSentences = 3;

const textOf = ({ title, sentences }: Abstract): string => `${title}. ${sentences.join(' ')}`;
const pathOf = (id: string): string => `/scifact/${id}`;

/** SciFact with the abstracts given: those with evidence, and the cited one where there is none. */
export async function measureGold(tools: Tools): Promise<void> {
  const abstracts = new Map(sciFactCorpus().map((abstract) => [abstract.id, abstract]));
  const pairs = heldSciFactClaims().flatMap((claim): LabelledPair[] => {
    const judged: [string, VerifierLabel][] =
      claim.evidence.size > 0
        ? [...claim.evidence].map(([id, { label }]) => [id, label])
        : claim.cited.slice(0, 1).map((id) => [id, 'not-addressed']);
    return judged.flatMap(([id, label]) => {
      const abstract = abstracts.get(id);
      return abstract ? [{ evidence: textOf(abstract), claim: claim.text, label }] : [];
    });
  });
  await measureLabels('SciFact train, held third, gold abstracts', pairs, tools);
}

/** SciFact over its whole corpus: are the right abstracts found, and what is made of them. */
export async function measureCorpus(tools: Tools): Promise<void> {
  const corpus = sciFactCorpus();
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const library = join(import.meta.dirname, 'scifact-library');
  const store = createLanceStore({ library, profile: miniLmProfile, log });
  await fillLibrary(store, corpus.map(asDocument), tools.embedder);
  const abstracts = new Map(corpus.map((abstract) => [abstract.id, abstract]));
  const claims = heldSciFactClaims();
  const recalls: number[] = [];
  const [labels, sentences]: [Counts[], Counts[]] = [[], []];
  for (const [at, claim] of claims.entries()) {
    const hits = await searchLibrary({ store, embedder: tools.embedder }, claim.text, { k: depth });
    const ids = [...new Set(hits.map(({ passage }) => passage.document.slice(pathOf('').length)))];
    const found = ids.slice(0, firstDocuments).flatMap((id) => abstracts.get(id) ?? []);
    if (claim.evidence.size > 0) {
      const right = [...claim.evidence.keys()].filter((id) => found.some((abstract) => abstract.id === id));
      recalls.push(right.length / claim.evidence.size);
    }
    const counted = await judge(claim, found, tools);
    labels.push(counted.labels);
    sentences.push(counted.sentences);
    progress('SciFact, whole corpus', at + 1, claims.length);
  }
  await store.close();
  const mean = (sample: readonly number[]): number =>
    sample.reduce((sum, one) => sum + one, 0) / sample.length;
  console.log(
    `\n### SciFact train, held third, whole corpus, ${claims.length} claims, ${corpus.length} abstracts\n`,
  );
  console.log(`abstract recall@${firstDocuments}: ${figure(recalls, mean)}\n`);
  console.log('| | precision | recall | F1 [95 %] |\n|---|---|---|---|');
  for (const [name, counts] of [
    ['abstracts with the right label', labels],
    ['sentences of abstracts with the right label', sentences],
  ] as const) {
    const sum = total(counts);
    const cell = (value: number | undefined): string => value?.toFixed(3) ?? 'n. a.';
    const f1 = figure(counts, (drawn) => f1Of(total(drawn)) ?? 0);
    console.log(`| ${name} | ${cell(precisionOf(sum))} | ${cell(recallOf(sum))} | ${f1} |`);
  }
}

/** What is said of the abstracts found against what is right of all. */
async function judge(
  claim: SciFactClaim,
  found: readonly Abstract[],
  tools: Tools,
): Promise<{ labels: Counts; sentences: Counts }> {
  const labels = { right: 0, wrong: 0, missed: claim.evidence.size };
  const goldSentences = [...claim.evidence.values()].reduce((sum, one) => sum + one.sentences.size, 0);
  const sentences = { right: 0, wrong: 0, missed: goldSentences };
  for (const abstract of found) {
    const { probabilities } = await verified({ evidence: textOf(abstract), claim: claim.text }, tools);
    const said = likeliest(probabilities);
    if (said === 'not-addressed') continue;
    const judged = claim.evidence.get(abstract.id);
    const right = judged?.label === said;
    labels[right ? 'right' : 'wrong']++;
    if (right) labels.missed--;
    for (const number of await nearest(claim.text, abstract, tools)) {
      const hit = right && judged.sentences.has(number);
      sentences[hit ? 'right' : 'wrong']++;
      if (hit) sentences.missed--;
    }
  }
  return { labels, sentences };
}

/** The numbers of the sentences that are nearest to a claim by words and vectors. */
async function nearest(claim: string, { sentences }: Abstract, tools: Tools): Promise<number[]> {
  const scored = await Promise.all(
    sentences.map(async (evidence, number) => ({
      number,
      score: wordOverlap({ evidence, claim }) + (await cosine({ evidence, claim }, tools)),
    })),
  );
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, shownSentences)
    .map(({ number }) => number);
}

function asDocument({ id, title, sentences }: Abstract): Document {
  const text = sentences.join(' ');
  const version = createHash('sha256').update(`${title}\n${text}`).digest('hex');
  return { path: pathOf(id), title, format: 'text', text, headings: [], pages: [], version };
}
