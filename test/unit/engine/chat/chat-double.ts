import type { JudgeCalibration } from '../../../../src/core/judge/calibration';
import type { ModelRequest } from '../../../../src/core/language-model/language-model';
import type { ChatContext, ChatEvent, SearchDepth } from '../../../../src/engine/chat/chat-answer';
import { converse, type ConversationMeans } from '../../../../src/engine/chat/converse';
import type { LibraryAccess } from '../../../../src/engine/library/gather-evidence';
import { builtInTerminology } from '../../../../src/core/terminology/built-in';
import { SourceReader } from '../../../../src/engine/note/source-reader';
import { libraryPassage } from '../../../support/library-passage';
import { scriptedModel, type Line } from '../../../support/scripted-model';

/** A passage that the library holds. */
export const diabetes = libraryPassage(
  'Metformin is contraindicated at an eGFR under 30 mL/min. Start metformin with 500 mg once daily.',
  '/g/diabetes.md',
  'Diabetes',
);

const kidney = libraryPassage(
  'In chronic kidney disease check the eGFR twice a year.',
  '/g/kidney.md',
  'Kidney',
);

/** Finds by the first word that query and passage share; vectors say nothing. */
const library: LibraryAccess = {
  search: (query) =>
    Promise.resolve(
      [diabetes, kidney]
        .filter(({ text }) =>
          query
            .toLowerCase()
            .split(/\W+/)
            .some((word) => word.length > 3 && text.toLowerCase().includes(word)),
        )
        .map((passage, index) => ({ passage, rank: index + 1, score: 1 })),
    ),
  neighbours: () => Promise.resolve([]),
  terminology: builtInTerminology,
  embed: (texts) => Promise.resolve(texts.map(() => new Float32Array([1]))),
};

/** What a model says. */
export interface Script {
  queries?: string[][];
  answer: string;
  judge?: (prompt: string) => Line;
}

/** The answer of a judge that finds nothing. */
export const notAddressed = JSON.stringify({
  passageId: '',
  quote: '',
  reason: 'not there',
  verdict: 'not-addressed',
});

/** A model that plans the given searches, writes the given answer, and judges as told. */
export function speaker({ queries = [], answer, judge }: Script) {
  let round = 0;
  return scriptedModel((request: ModelRequest) => {
    if (request.purpose === 'search-queries') return JSON.stringify({ queries: queries[round++] ?? [] });
    if (request.purpose === 'chat') return answer;
    const prompt = request.messages.at(-1)?.content ?? '';
    return judge?.(prompt) ?? notAddressed;
  });
}

/** Asks a question; without a model where none is given. */
export async function chat(
  question: string,
  model: ReturnType<typeof scriptedModel> | undefined,
  {
    context,
    found = library,
    calibration,
    ...rest
  }: {
    context?: ChatContext;
    found?: LibraryAccess;
    calibration?: JudgeCalibration;
    again?: boolean;
    depth?: SearchDepth;
  } = {},
) {
  const events: ChatEvent[] = [];
  const means: ConversationMeans = {
    library: () => Promise.resolve(found),
    models: model && {
      isSet: true,
      forAction: () => Promise.resolve(model),
      calibrationOf: () => calibration,
    },
    reader: new SourceReader(),
    checkNote: () => Promise.reject(new Error('not asked for')),
    factCheck: (text) =>
      Promise.resolve({
        verdict: 'not-sure',
        statements: [
          {
            start: 0,
            end: text.length,
            text,
            verdict: 'not-sure',
            explanation: 'Open.',
            spans: [],
            own: { start: 0, end: 0 },
            evidence: [],
            citations: [],
          },
        ],
      }),
  };
  const request = { question, history: [], ...(context && { context }), ...rest };
  const answer = await converse(request, means, (event) => events.push(event));
  return { answer, events };
}
