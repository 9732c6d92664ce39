import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a client sent, as the server read it. */
export interface ReceivedCall {
  path: string;
  headers: IncomingMessage['headers'];
  body: ChatBody;
}

/** The parts of a chat-completion request that tests look at. */
export interface ChatBody {
  model?: string;
  messages?: { role: string; content: unknown }[];
  stream?: boolean;
  stream_options?: unknown;
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  response_format?: { type: string; json_schema?: { name: string; strict: boolean; schema: unknown } };
  logprobs?: boolean;
  top_logprobs?: number;
  tools?: unknown[];
}

/** How the server answers one call. */
export type Reply =
  | {
      /** Whole text; streamed in these pieces where the call asks for a stream. */
      text: string | string[];
      /** Milliseconds before each piece. */
      delay?: number;
      finish?: string;
      /** Left out of the answer: as servers do that don't count. */
      usage?: false;
      logprobs?: unknown;
      toolCalls?: unknown[];
      /** Thoughts that are given beside the answer. */
      reasoning?: string;
    }
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The connection is cut after this many pieces. */
  | { cut: number; text: string[] }
  /** Bytes that are no answer of the protocol. */
  | { raw: string; contentType?: string }
  /** An answer of the protocol whose bytes come one after another, so many milliseconds apart. */
  | { drip: number; text: string }
  /** No answer until the client gives up. */
  | { hang: true };

/** A model server inside of the test, on loopback, that speaks OpenAI's protocol and answers as it is told. */
export interface OpenAiServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/v1` */
  baseUrl: string;
  /** Every chat call so far, in order. */
  calls: ReceivedCall[];
  /** Requests of any kind so far. */
  readonly requests: number;
  /** Connections so far, also those over which nothing of the protocol came. */
  readonly connections: number;
  /** The `authorization` header of every request, in order. */
  authorizations: (string | undefined)[];
  /** Entries of `/models`. */
  models: Record<string, unknown>[];
  /** Pages beside `/v1`, by path, as llama.cpp and Ollama have them. */
  pages: Record<string, unknown>;
  close(): Promise<void>;
}

type Answer = (body: ChatBody, call: number) => Reply | Promise<Reply>;

/**
 * Starts a server.
 * @param answer decides each reply; an array is used up in order, and its last reply stays
 * @param port where to listen; 0 is any that is free
 */
export async function startOpenAiServer(answer: Answer | Reply[], port = 0): Promise<OpenAiServer> {
  const calls: ReceivedCall[] = [];
  const authorizations: (string | undefined)[] = [];
  const models: Record<string, unknown>[] = [{ id: 'test-model', object: 'model' }];
  const pages: Record<string, unknown> = {};
  const decide: Answer = Array.isArray(answer)
    ? (_, call) => answer[Math.min(call, answer.length - 1)] ?? { status: 500 }
    : answer;
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    authorizations.push(request.headers.authorization);
    void (async () => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      if (path.endsWith('/models')) {
        json(response, 200, { object: 'list', data: models });
        return;
      }
      if (request.method === 'GET') {
        const page = pages[path];
        json(response, page === undefined ? 404 : 200, page ?? { error: { message: 'no such page' } });
        return;
      }
      const body = JSON.parse(await textOf(request)) as ChatBody;
      calls.push({ path: request.url ?? '', headers: request.headers, body });
      await send(response, body, await decide(body, calls.length - 1));
    })().catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  let connections = 0;
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    authorizations,
    get requests() {
      return requests;
    },
    get connections() {
      return connections;
    },
    models,
    pages,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function send(response: ServerResponse, body: ChatBody, reply: Reply): Promise<void> {
  if ('hang' in reply) return;
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body ?? JSON.stringify({ error: { message: 'as the test wants it' } }));
    return;
  }
  if ('drip' in reply) {
    response.writeHead(200, { 'content-type': 'application/json' });
    const message = { role: 'assistant', content: reply.text };
    for (const byte of JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message }] })) {
      if (response.destroyed) return;
      response.write(byte);
      await pause(reply.drip);
    }
    response.end();
    return;
  }
  if ('raw' in reply) {
    response.writeHead(200, { 'content-type': reply.contentType ?? 'application/json' });
    response.end(reply.raw);
    return;
  }
  const pieces = typeof reply.text === 'string' ? [reply.text] : reply.text;
  const model = body.model ?? 'test-model';
  if (body.stream !== true) {
    if ('cut' in reply) {
      response.destroy();
      return;
    }
    await pause(reply.delay);
    json(response, 200, {
      id: 'call',
      object: 'chat.completion',
      created: 0,
      model,
      choices: [
        {
          index: 0,
          finish_reason: reply.finish ?? 'stop',
          message: {
            role: 'assistant',
            content: pieces.join(''),
            ...(reply.toolCalls && { tool_calls: reply.toolCalls }),
            ...(reply.reasoning !== undefined && { reasoning_content: reply.reasoning }),
          },
          ...(reply.logprobs !== undefined && { logprobs: reply.logprobs }),
        },
      ],
      ...(reply.usage !== false && { usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } }),
    });
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (choices: unknown[], more: object = {}): void => {
    const chunk = { id: 'call', object: 'chat.completion.chunk', created: 0, model, choices, ...more };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  for (const [index, content] of pieces.entries()) {
    if ('cut' in reply && index >= reply.cut) {
      response.destroy();
      return;
    }
    if (!('cut' in reply)) await pause(reply.delay);
    event([{ index: 0, delta: { content }, finish_reason: null }]);
  }
  if ('cut' in reply) {
    response.destroy();
    return;
  }
  event([{ index: 0, delta: {}, finish_reason: reply.finish ?? 'stop' }]);
  if (reply.usage !== false) {
    event([], { usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } });
  }
  response.end('data: [DONE]\n\n');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
