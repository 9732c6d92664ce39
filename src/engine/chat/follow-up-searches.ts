import { z } from 'zod';
import { AttestError, throwIfCancelled } from '../../core/errors';
import type { Passage } from '../../core/evidence/passages/passage';
import { passageAsEvidence } from '../../core/judge/judge-evidence';
import { contextRoom, fittingPieces } from '../../core/language-model/context-room';
import { dataBlocks, dataRule, type DataPart } from '../../core/language-model/data-block';
import { askForJson } from '../../core/language-model/json-answer';
import type { LanguageModel } from '../../core/language-model/language-model';
import type { ModelMeter } from '../../core/language-model/model-meter';
import { shownText } from '../../core/language-model/shown-text';
import type { LibraryAccess } from '../library/gather-evidence';
import { defaultSearchDepth, type SearchDepth, type SearchStep } from './chat-answer';

/** What is searched for. */
export interface Wanted {
  /** In the user's own words. */
  question: string;
  /** The text that the question is about: not the user's words, but a document's. */
  selection?: string | undefined;
}

/** Passages that one search brings. */
const perSearch = 6;
/** Characters of a passage that the model sees when it looks for what is missing. */
const shownStart = 300;
const longestQuery = 200;
/** Characters of a selection that a search and its planner get. */
const shownSelection = 400;
const answerTokens = 150;
/** Room for the schema in words, where a model needs it so; characters. */
const schemaCharacters = 500;

const queriesShape = z.strictObject({ queries: z.array(z.string().max(1000)).max(10) });

/**
 * Searches the library for a question and its selection, and then for what a model says is still missing: some rounds of
 * some queries. It stops early when a round brings nothing new or the model has no further query.
 * @param onStep is told of each search, with the passages that no earlier one had found
 * @returns the passages, those of the question itself first, and the trail
 */
export async function searchWithFollowUps(
  wanted: Wanted,
  library: LibraryAccess,
  model: LanguageModel,
  meter: ModelMeter,
  onStep: (step: SearchStep, found: readonly Passage[]) => void,
  depth: SearchDepth = defaultSearchDepth,
  signal?: AbortSignal,
): Promise<{ passages: Passage[]; trail: SearchStep[] }> {
  const passages = new Map<string, Passage>();
  const trail: SearchStep[] = [];
  const search = async (round: number, query: string): Promise<number> => {
    const hits = await library.search(query, perSearch, signal);
    throwIfCancelled(signal);
    const fresh = hits.map(({ passage }) => passage).filter(({ id }) => !passages.has(id));
    for (const passage of fresh) passages.set(passage.id, passage);
    const step = { round, query, found: fresh.length };
    trail.push(step);
    onStep(step, fresh);
    return fresh.length;
  };
  await search(0, topicOf(wanted));
  for (let round = 1; round <= depth.rounds; round++) {
    const asked = new Set(trail.map(({ query }) => query.toLowerCase()));
    const more = await missing(wanted, [...passages.values()], trail, model, meter, depth, signal);
    const queries = more.filter((query) => !asked.has(query.toLowerCase())).slice(0, depth.queriesPerRound);
    let fresh = 0;
    for (const query of queries) fresh += await search(round, query);
    if (fresh === 0) break;
  }
  return { passages: [...passages.values()], trail };
}

/** What a question with its selection is about, as a search query. */
export function topicOf({ question, selection }: Wanted): string {
  return selection === undefined ? question : `${question} ${selection.slice(0, shownSelection)}`;
}

/** What the model is told that plans further searches. */
export function plannerRules(queriesPerRound: number): string {
  return (
    `You plan searches in a library of clinical guidelines. You get a question, the searches so far and the beginnings of what they found. ` +
    `Name at most ${queriesPerRound} further search queries of a few words each for what is still missing to answer the question; ` +
    `none when enough is there. Answer as JSON: {"queries": [...]}.\n\n${dataRule}`
  );
}

async function missing(
  { question, selection }: Wanted,
  passages: readonly Passage[],
  trail: readonly SearchStep[],
  model: LanguageModel,
  meter: ModelMeter,
  { queriesPerRound }: SearchDepth,
  signal?: AbortSignal,
): Promise<string[]> {
  const system = plannerRules(queriesPerRound);
  const data: DataPart[] = passages.map((passage, index) => ({
    tag: 'passage',
    id: `P${index + 1}`,
    text: `(${passageAsEvidence(passage).heading.replace(/\s+/g, ' ')})\n${shownText(passage.text).text.slice(0, shownStart)}`,
  }));
  if (selection !== undefined) {
    data.unshift({ tag: 'selection', text: shownText(selection).text.slice(0, shownSelection) });
  }
  // The first search held the selection, which is no order of the user.
  const searched = trail.map(({ round, query }) => (round === 0 ? question : query));
  const ask = `Question: ${question}\n\nSearches so far: ${JSON.stringify(searched)}`;
  const fixed = [
    { role: 'system' as const, content: system },
    { role: 'user' as const, content: ask },
  ];
  const room = contextRoom(await model.capabilities(signal), fixed, answerTokens) - schemaCharacters;
  const { fitting } = fittingPieces(data, ({ text }) => text.length, room);
  const user = `${ask}\n\n${dataBlocks(fitting)}`;
  try {
    const { value } = await askForJson(
      model,
      {
        purpose: 'search-queries',
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        maxTokens: answerTokens,
      },
      'queries',
      queriesShape,
      meter,
      signal,
    );
    return value.queries
      .map((query) => shownText(query).text.replace(/\s+/g, ' ').trim())
      .filter((query) => query !== '' && query.length <= longestQuery);
  } catch (error) {
    // A model too weak to plan searches can still answer from what the question itself found.
    if (error instanceof AttestError && error.reason === 'model-answer') return [];
    throw error;
  }
}
