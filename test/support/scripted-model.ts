import type {
  LanguageModel,
  ModelAnswer,
  ModelCapabilities,
  ModelPlace,
  ModelRequest,
} from '../../src/core/language-model/language-model';

/** A stand-in for a model, which the tests of judging and chat need to say exactly what they want it to say. */
export interface ScriptedModel extends LanguageModel {
  /** Every request so far, in order. */
  requests: ModelRequest[];
}

/** What a scripted model says: a text, an answer in parts, or an error. */
export type Line = string | Partial<ModelAnswer> | Error;

const can: ModelCapabilities = {
  jsonSchema: false,
  jsonMode: false,
  tools: false,
  logprobs: false,
  vision: false,
};

/**
 * Makes a model that says what it is told.
 * @param lines what it says, in order; or decides on each request
 */
export function scriptedModel(
  lines: readonly Line[] | ((request: ModelRequest, call: number) => Line | Promise<Line>),
  capabilities: Partial<ModelCapabilities> = {},
  place: ModelPlace = { kind: 'endpoint', host: 'localhost:1', loopback: true },
): ScriptedModel {
  const requests: ModelRequest[] = [];
  const complete = async (request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer> => {
    signal?.throwIfAborted();
    requests.push(request);
    const call = requests.length - 1;
    const line = typeof lines === 'function' ? await lines(request, call) : lines[call];
    if (line === undefined) throw new Error(`The scripted model has nothing to say to call ${call + 1}.`);
    if (line instanceof Error) throw line;
    const said = typeof line === 'string' ? { text: line } : line;
    return {
      text: '',
      usage: { promptTokens: 100, answerTokens: 10, estimated: false },
      finish: 'stop',
      cached: false,
      ...said,
    };
  };
  return {
    name: 'scripted',
    place,
    requests,
    capabilities: () => Promise.resolve({ ...can, ...capabilities }),
    complete,
    async stream(request, onText, signal) {
      const answer = await complete(request, signal);
      for (const piece of answer.text.match(/\s*\S+/g) ?? []) {
        signal?.throwIfAborted();
        onText(piece);
      }
      return answer;
    },
  };
}
