/** One message of a conversation with a model. */
export interface ModelMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What a call is for: shown in the meter and in the log of what was sent, and part of the cache's key. */
export type ModelPurpose =
  'judge' | 'critic' | 'panel' | 'moderator' | 'plan-steps' | 'search-queries' | 'chat' | 'summary' | 'probe';

/** A JSON Schema, as far as endpoints understand it in strict mode. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One call of a model. */
export interface ModelRequest {
  purpose: ModelPurpose;
  messages: readonly ModelMessage[];
  /** Tokens of the answer, at most. */
  maxTokens: number;
  /** 0 by default: the same question gets the same answer. */
  temperature?: number;
  /** The answer has to be JSON of this shape. How it is asked for depends on what the model can do. */
  schema?: { name: string; schema: JsonSchema };
  /** Asks for the probabilities of the answer's tokens, where the model gives them. */
  logprobs?: boolean;
  /** Tokens of thoughts and answer together, at most: what the action may still take. Absent: as many as the model is given. */
  tokensLeft?: number;
}

/** A token of an answer with what else might have stood there. */
export interface TokenProbability {
  token: string;
  /** Natural logarithm of the probability. */
  logprob: number;
  alternatives: readonly { token: string; logprob: number }[];
}

/** Tokens that a call took. Estimated (four characters each) where the endpoint does not count. */
export interface ModelUsage {
  promptTokens: number;
  answerTokens: number;
  estimated: boolean;
}

/** A model's whole answer. Untrusted: whoever reads it checks its shape and every quote in it. */
export interface ModelAnswer {
  text: string;
  usage: ModelUsage;
  /** `length`: cut off at `maxTokens`. */
  finish: 'stop' | 'length' | 'filtered' | 'other';
  tokens?: readonly TokenProbability[];
  /** The answer was given before, and nothing was sent. */
  cached: boolean;
}

/** What a model can do; probed once and remembered. */
export interface ModelCapabilities {
  /** Strict JSON Schema in `response_format`. */
  jsonSchema: boolean;
  /** `response_format: json_object`. */
  jsonMode: boolean;
  tools: boolean;
  logprobs: boolean;
  vision: boolean;
  /** Tokens of question and answer together; absent where the endpoint does not say. */
  contextTokens?: number;
  /** How it wants its calls; absent where no form of a call was taken. */
  form?: CallForm;
}

/** How a call has to be put: reasoning models refuse parameters that all others take. */
export interface CallForm {
  /** Under which name it takes the most tokens of an answer. */
  limit: 'max_tokens' | 'max_completion_tokens';
  /** Takes a temperature. */
  temperature: boolean;
  /** Thinks before it answers, and its thoughts count as tokens of the answer. */
  thinks: boolean;
  /** False: it refuses a system message, and gets its instructions at the beginning of the question. Absent: it takes one. */
  system?: false;
}

/** Where a model runs, for consent, the status bar and the log of what was sent. */
export type ModelPlace =
  /** `loopback`: this machine; text does not leave it. `unencrypted`: the network between can read it. */
  | { kind: 'endpoint'; host: string; loopback: boolean; unencrypted?: boolean }
  | { kind: 'editor'; vendor: string };

/**
 * A language model. Implementations retry, time out and stop when the signal is aborted, and throw `AttestError` with
 * the reasons `cancelled`, `model-unreachable`, `model-refused` (key, quota, content filter), `model-answer` (nothing
 * usable) or `budget-spent`.
 */
export interface LanguageModel {
  /** As the endpoint names it, e.g. `llama3.1:8b`. */
  readonly name: string;
  readonly place: ModelPlace;
  capabilities(signal?: AbortSignal): Promise<ModelCapabilities>;
  complete(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer>;
  /**
   * Gives the answer's text in pieces as they come, and the whole answer at the end.
   * @param onText is called with each piece
   */
  stream(request: ModelRequest, onText: (piece: string) => void, signal?: AbortSignal): Promise<ModelAnswer>;
  /**
   * Told of texts that are likely to be sent soon, each as it would stand in a prompt or a data block: where something has
   * to be taken out of them they are read while nothing else is to do. Absent where nothing is.
   */
  readAhead?(texts: readonly string[]): void;
}
