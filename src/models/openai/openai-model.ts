import OpenAI, { APIConnectionTimeoutError } from 'openai';
import type { ChatCompletion } from 'openai/resources/chat/completions';
import type {
  LanguageModel,
  ModelAnswer,
  ModelCapabilities,
  ModelRequest,
} from '../../core/language-model/language-model';
import { cancelled } from '../../core/errors';
import { endpointPlace, isLoopback, type EndpointPlace } from '../../core/language-model/endpoint-place';
import { thoughtFilter, withoutThoughts } from '../../core/language-model/thoughts';
import { TokensTaken } from '../../core/language-model/tokens-taken';
import { withRetries } from './attempts';
import type { CallBody } from './call-body';
import { CallForm } from './call-form';
import { parseBaseUrl, wantsApiKey, type EndpointConfig } from './endpoint';
import { modelError } from './model-error';
import { isRefusedForm, probe } from './probe';
import { finishOf, tokensOf, usageOf } from './reply';
import { cutError, onlyThoughts, stalledError } from './broken-off';
import { readStreamed, type StreamedReply } from './streamed-reply';
import { createTransport, type Transport } from './transport';

/** A small model on a laptop needs about this long for a long question. Milliseconds. */
const defaultTimeout = 120_000;
/** Further attempts of a call that tries out the model: a parameter that breaks the server breaks it again. */
const probeRetries = 1;

/** A model behind any endpoint that speaks OpenAI's chat-completions protocol. */
export class OpenAiModel implements LanguageModel {
  readonly name: string;
  readonly place: EndpointPlace;
  private readonly client: OpenAI;
  private readonly transport: Transport;
  private readonly timeout: number;
  private readonly unseen: EndpointConfig['unseen'];
  private readonly form: CallForm;
  /** False once the endpoint has refused to be asked what a stream takes. */
  private countsStreams = true;

  /** @throws AttestError `invalid-input` when the base URL is none */
  constructor({
    baseUrl,
    apiKey,
    model,
    organization,
    project,
    known,
    onProbed,
    unseen,
    timeoutMs,
    ...network
  }: EndpointConfig) {
    const { url, query } = parseBaseUrl(baseUrl);
    this.name = model;
    this.place = OpenAiModel.placeOf(baseUrl, model);
    this.unseen = unseen;
    this.timeout = timeoutMs ?? defaultTimeout;
    this.transport = createTransport(network, isLoopback(url.hostname), this.timeout);
    this.form = new CallForm(model, (signal) => this.probe(signal), onProbed, known);
    this.client = new OpenAI({
      baseURL: url.href,
      // The client asks for one; local servers take any.
      apiKey: apiKey === undefined || apiKey === '' ? 'none' : apiKey,
      // Nothing of the environment: what is sent where is decided by the settings alone.
      organization: organization || null,
      project: project || null,
      fetch: this.transport.fetch,
      maxRetries: 0,
      timeout: this.timeout,
      logLevel: 'off',
      defaultQuery: query,
      ...(apiKey && wantsApiKey(url) && { defaultHeaders: { Authorization: null, 'api-key': apiKey } }),
    });
  }

  /**
   * Where an endpoint's text goes; makes no connection.
   * @throws AttestError `invalid-input` when the base URL is none
   */
  static placeOf(baseUrl: string, model?: string): EndpointPlace {
    return endpointPlace(parseBaseUrl(baseUrl).url, model);
  }

  /** Names of the models that the endpoint offers, sorted. */
  async listModels(signal?: AbortSignal): Promise<string[]> {
    const page = await withRetries(() => this.client.models.list({ signal }), {
      host: this.place.host,
      signal,
    });
    return page.data.map(({ id }) => id).sort((a, b) => a.localeCompare(b));
  }

  capabilities(signal?: AbortSignal): Promise<ModelCapabilities> {
    return this.form.capabilities(signal);
  }

  /** Has the model tried out again by whoever asks next what it can do. */
  forgetCapabilities(): void {
    this.form.forget();
  }

  async complete(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer> {
    const reply = await this.form.call(request, signal, (body) =>
      this.attempts(request, signal, () => this.withinTime({ ...body, stream: false }, signal)),
    );
    const choice = (reply as Partial<ChatCompletion>).choices?.[0];
    const said = choice?.message?.content ?? (choice?.finish_reason === 'length' ? '' : undefined);
    if (typeof said !== 'string') throw modelError(undefined, this.place.host);
    return this.answerOf(request, said, choice?.finish_reason, reply.usage, choice?.logprobs?.content);
  }

  async stream(
    request: ModelRequest,
    onText: (piece: string) => void,
    signal?: AbortSignal,
  ): Promise<ModelAnswer> {
    // Between two pieces a stream may take as long as a call; a server that stalls in the middle must not hang the chat.
    const stalled = new AbortController();
    const both = signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal;
    const response = await this.form.call(request, signal, (body) =>
      this.attempts(request, signal, () => this.startStream(body, both)),
    );
    let timer: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), this.timeout);
    };
    const shown = thoughtFilter(onText);
    const reply: StreamedReply = { said: '' };
    let broke: unknown;
    try {
      wait();
      await readStreamed(
        response,
        reply,
        (piece) => {
          wait();
          if (piece !== '') shown(piece);
        },
        this.client,
      );
    } catch (error) {
      broke = error;
    } finally {
      clearTimeout(timer);
    }
    const took = new TokensTaken(usageOf(request, reply.said, reply.usage));
    // The client ends quietly where the signal was aborted, and where the connection was cut between two pieces.
    if (signal?.aborted === true) throw cancelled(took);
    if (stalled.signal.aborted) throw stalledError(this.place.host, took);
    if (broke !== undefined) throw modelError(broke, this.place.host, signal);
    if (reply.finish === undefined) throw cutError(this.place.host, took);
    return this.answerOf(request, reply.said, reply.finish, reply.usage);
  }

  /** Starts a stream, and asks what it takes where the endpoint lets itself be asked. */
  private async startStream(body: CallBody, signal: AbortSignal): Promise<Response> {
    const start = (more: object): PromiseLike<Response> =>
      this.client.chat.completions.create({ ...body, stream: true, ...more }, { signal }).asResponse();
    if (!this.countsStreams) return start({});
    try {
      return await start({ stream_options: { include_usage: true } });
    } catch (error) {
      if (!isRefusedForm(modelError(error, this.place.host, signal))) throw error;
      const response = await start({});
      this.countsStreams = false;
      return response;
    }
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private probe(signal?: AbortSignal): Promise<ModelCapabilities> {
    return probe(
      this.client,
      this.name,
      (work) => withRetries(work, { host: this.place.host, again: probeRetries, signal }),
      {
        starts: async (messages) => this.unseen?.starts({ purpose: 'probe', messages }, signal),
        answered: (messages, { usage, choices }) => {
          const text = choices?.[0]?.message?.content ?? '';
          this.unseen?.used(usageOf({ messages }, text, usage));
        },
      },
      signal,
    );
  }

  /** A call as a whole may take as long as the settings say: a reply that drips in must not hold it for ever. */
  private async withinTime(
    body: CallBody & { stream: false },
    signal: AbortSignal | undefined,
  ): Promise<ChatCompletion> {
    const late = AbortSignal.timeout(this.timeout);
    const both = signal ? AbortSignal.any([signal, late]) : late;
    try {
      return await this.client.chat.completions.create(body, { signal: both });
    } catch (error) {
      throw late.aborted ? new APIConnectionTimeoutError() : error;
    }
  }

  private attempts<T>(
    { purpose, messages }: ModelRequest,
    signal: AbortSignal | undefined,
    work: () => PromiseLike<T>,
  ): Promise<T> {
    const before = async (): Promise<void> => this.unseen?.starts({ purpose, messages }, signal);
    return withRetries(work, { host: this.place.host, before, signal });
  }

  private answerOf(
    request: ModelRequest,
    said: string,
    finish: string | null | undefined,
    usage: OpenAI.CompletionUsage | undefined,
    tokens?: OpenAI.ChatCompletionTokenLogprob[] | null,
  ): ModelAnswer {
    const text = withoutThoughts(said);
    const took = usageOf(request, said, usage);
    if (text === '' && finish === 'length') throw onlyThoughts(this.name, new TokensTaken(took));
    return {
      text,
      usage: took,
      finish: finishOf(finish),
      ...tokensOf(tokens, said.length - text.length),
      cached: false,
    };
  }
}
