import OpenAI from 'openai';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionCreateParams,
} from 'openai/resources/chat/completions';
import type {
  LanguageModel,
  ModelAnswer,
  ModelCapabilities,
  ModelRequest,
  ModelUsage,
  TokenProbability,
} from '../../core/language-model/language-model';
import { AttestError, throwIfCancelled, toAttestError } from '../../core/errors';
import { endpointPlace, type EndpointPlace } from '../../core/language-model/endpoint-place';
import { estimateTokens } from '../../core/language-model/tokens';
import { parseBaseUrl, type EndpointConfig } from './endpoint';
import { modelError } from './model-error';
import { probe } from './probe';
import { createTransport, type Transport } from './transport';

/** A small model on a laptop needs about this long for a long question. Milliseconds. */
const defaultTimeout = 120_000;
/** Calls are tried so often again after a broken connection, 408, 409, 429 and 5xx, with back-off and `Retry-After`. */
const retries = 3;
const alternatives = 5;

/** A model behind any endpoint that speaks OpenAI's chat-completions protocol. */
export class OpenAiModel implements LanguageModel {
  readonly name: string;
  readonly place: EndpointPlace;
  private readonly client: OpenAI;
  private readonly transport: Transport;
  private readonly timeout: number;
  private readonly onProbed: EndpointConfig['onProbed'];
  private readonly onProbe: EndpointConfig['onProbe'];
  private probed: Promise<ModelCapabilities> | undefined;

  /** @throws AttestError `invalid-input` when the base URL is none */
  constructor({
    baseUrl,
    apiKey,
    model,
    organization,
    project,
    known,
    onProbed,
    onProbe,
    timeoutMs,
    ...network
  }: EndpointConfig) {
    const { url, query } = parseBaseUrl(baseUrl);
    this.name = model;
    this.place = OpenAiModel.placeOf(baseUrl);
    this.onProbed = onProbed;
    this.onProbe = onProbe;
    this.timeout = timeoutMs ?? defaultTimeout;
    this.transport = createTransport(network, this.place.loopback, this.timeout);
    this.probed = known && Promise.resolve(known);
    this.client = new OpenAI({
      baseURL: url.href,
      // The client asks for one; local servers take any.
      apiKey: apiKey === undefined || apiKey === '' ? 'none' : apiKey,
      // Nothing of the environment: what is sent where is decided by the settings alone.
      organization: organization || null,
      project: project || null,
      fetch: this.transport.fetch,
      maxRetries: retries,
      timeout: this.timeout,
      logLevel: 'off',
      defaultQuery: query,
    });
  }

  /**
   * Where an endpoint's text goes; makes no connection.
   * @throws AttestError `invalid-input` when the base URL is none
   */
  static placeOf(baseUrl: string): EndpointPlace {
    return endpointPlace(parseBaseUrl(baseUrl).url);
  }

  /** Names of the models that the endpoint offers, sorted. */
  async listModels(signal?: AbortSignal): Promise<string[]> {
    const page = await this.guarded(signal, () => this.client.models.list({ signal }));
    return page.data.map(({ id }) => id).sort((a, b) => a.localeCompare(b));
  }

  async capabilities(signal?: AbortSignal): Promise<ModelCapabilities> {
    try {
      return await this.probedOnce(signal);
    } catch (error) {
      // Somebody else began to probe and gave up; that is no answer for this caller.
      if (toAttestError(error).reason !== 'cancelled' || signal?.aborted === true) throw error;
      return this.probedOnce(signal);
    }
  }

  /** Has the model tried out again by whoever asks next what it can do. */
  forgetCapabilities(): void {
    this.probed = undefined;
  }

  private probedOnce(signal?: AbortSignal): Promise<ModelCapabilities> {
    this.probed ??= this.probe(signal).catch((error: unknown) => {
      this.probed = undefined;
      throw error;
    });
    return this.probed;
  }

  async complete(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer> {
    const body = { ...(await this.body(request, signal)), stream: false } as const;
    const reply = await this.guarded(signal, () => this.client.chat.completions.create(body, { signal }));
    const choice = (reply as Partial<ChatCompletion>).choices?.[0];
    const text = choice?.message?.content;
    if (typeof text !== 'string') throw this.unusable();
    return {
      text,
      usage: usageOf(request, text, reply.usage),
      finish: finishOf(choice?.finish_reason),
      ...tokensOf(choice?.logprobs?.content),
      cached: false,
    };
  }

  async stream(
    request: ModelRequest,
    onText: (piece: string) => void,
    signal?: AbortSignal,
  ): Promise<ModelAnswer> {
    const body = {
      ...(await this.body(request, signal)),
      stream: true,
      stream_options: { include_usage: true },
    } as const;
    // Between two pieces a stream may take as long as a call; a server that stalls in the middle must not hang the chat.
    const stalled = new AbortController();
    const both = signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal;
    let timer: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), this.timeout);
    };
    let text = '';
    let usage: ChatCompletionChunk['usage'];
    let finish: string | null | undefined;
    try {
      wait();
      const stream = await this.client.chat.completions.create(body, { signal: both });
      for await (const chunk of stream) {
        wait();
        usage = chunk.usage ?? usage;
        const choice = (chunk as Partial<ChatCompletionChunk>).choices?.[0];
        finish = choice?.finish_reason ?? finish;
        const piece = choice?.delta?.content;
        if (typeof piece !== 'string' || piece === '') continue;
        text += piece;
        onText(piece);
      }
    } catch (error) {
      throwIfCancelled(signal);
      throw stalled.signal.aborted ? this.stalled() : modelError(error, this.place.host, signal);
    } finally {
      clearTimeout(timer);
    }
    // The client ends quietly where the signal was aborted, and where the connection was cut between two pieces.
    throwIfCancelled(signal);
    if (stalled.signal.aborted) throw this.stalled();
    if (finish === undefined || finish === null) throw this.cut();
    return {
      text,
      usage: usageOf(request, text, usage ?? undefined),
      finish: finishOf(finish),
      cached: false,
    };
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private async probe(signal?: AbortSignal): Promise<ModelCapabilities> {
    const guard = <T>(work: () => PromiseLike<T>): Promise<T> => this.guarded(signal, work);
    const capabilities = await probe(
      this.client,
      this.name,
      guard,
      {
        sent: (messages) => this.onProbe?.sent(messages),
        answered: (messages, { usage, choices }) => {
          const text = choices?.[0]?.message?.content ?? '';
          this.onProbe?.used(usageOf({ messages }, text, usage));
        },
      },
      signal,
    );
    this.onProbed?.(capabilities);
    return capabilities;
  }

  /** What is sent: JSON is asked for in the strictest form that the model has. */
  private async body(
    { messages, maxTokens, temperature = 0, schema, logprobs }: ModelRequest,
    signal?: AbortSignal,
  ): Promise<Omit<ChatCompletionCreateParams, 'stream'>> {
    const can = schema || logprobs ? await this.capabilities(signal) : undefined;
    return {
      model: this.name,
      messages: messages.map(({ role, content }) => ({ role, content })),
      max_tokens: maxTokens,
      temperature,
      ...(schema &&
        can?.jsonSchema && {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: schema.name, strict: true, schema: schema.schema },
          },
        }),
      ...(schema &&
        !can?.jsonSchema &&
        can?.jsonMode && { response_format: { type: 'json_object' as const } }),
      ...(logprobs && can?.logprobs && { logprobs: true, top_logprobs: alternatives }),
    };
  }

  private async guarded<T>(signal: AbortSignal | undefined, work: () => PromiseLike<T>): Promise<T> {
    throwIfCancelled(signal);
    try {
      return await work();
    } catch (error) {
      throw modelError(error, this.place.host, signal);
    }
  }

  private unusable(): AttestError {
    return modelError(undefined, this.place.host);
  }

  private stalled(): AttestError {
    return new AttestError(
      'model-unreachable',
      `${this.place.host} stopped in the middle of its answer.`,
      'Ask again; if it happens often, look into the log of its server.',
    );
  }

  private cut(): AttestError {
    return new AttestError(
      'model-unreachable',
      `The connection to ${this.place.host} was cut in the middle of the answer.`,
      'Ask again.',
    );
  }
}

function usageOf(
  request: Pick<ModelRequest, 'messages'>,
  text: string,
  usage: OpenAI.CompletionUsage | undefined,
): ModelUsage {
  if (usage && Number.isFinite(usage.prompt_tokens) && Number.isFinite(usage.completion_tokens)) {
    return { promptTokens: usage.prompt_tokens, answerTokens: usage.completion_tokens, estimated: false };
  }
  return {
    promptTokens: estimateTokens(request.messages),
    answerTokens: estimateTokens(text),
    estimated: true,
  };
}

function finishOf(reason: string | null | undefined): ModelAnswer['finish'] {
  if (reason === 'stop' || reason === 'length') return reason;
  return reason === 'content_filter' ? 'filtered' : 'other';
}

function tokensOf(content: OpenAI.ChatCompletionTokenLogprob[] | null | undefined): {
  tokens?: readonly TokenProbability[];
} {
  if (!Array.isArray(content)) return {};
  return {
    tokens: content.map(({ token, logprob, top_logprobs = [] }) => ({
      token,
      logprob,
      alternatives: top_logprobs.map((one) => ({ token: one.token, logprob: one.logprob })),
    })),
  };
}
