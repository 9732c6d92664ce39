import type OpenAI from 'openai';
import { Stream } from 'openai/streaming';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';

/** What has come of a reply that was asked for as a stream. */
export interface StreamedReply {
  /** The text so far, thoughts included. */
  said: string;
  usage?: OpenAI.CompletionUsage | undefined;
  /** The protocol's word for how it ended; where a server has none, `stop` once it has said that it is done. */
  finish?: string | undefined;
}

/** The end of a stream on a line of its own; inside of an answer a line end is written otherwise. */
const done = /(?:^|\n)data: ?\[DONE\]/;
/** Longer than the mark of the end, wherever a piece of the network is cut. */
const tailLength = 32;

/**
 * Reads a reply that was asked for as a stream. A server that does not stream gives it whole.
 * @param reply is filled as it comes, so that what has come is known when it breaks off
 * @param onPiece is called with each piece of text
 * @param client its settings decide what is logged, which is nothing
 * @throws what reading throws
 */
export async function readStreamed(
  response: Response,
  reply: StreamedReply,
  onPiece: (piece: string) => void,
  client: OpenAI,
): Promise<void> {
  const whole = await wholeOf(response);
  if (whole !== undefined) {
    const choice = (whole as Partial<ChatCompletion>).choices?.[0];
    reply.usage = whole.usage;
    reply.finish = choice?.finish_reason;
    take(choice?.message?.content, reply, onPiece);
    return;
  }
  let isDone = false;
  let tail = '';
  const decoder = new TextDecoder();
  const watched = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (bytes, controller) => {
        tail += decoder.decode(bytes, { stream: true });
        isDone ||= done.test(tail);
        tail = tail.slice(-tailLength);
        controller.enqueue(bytes);
      },
    }),
  );
  const chunks = Stream.fromSSEResponse<ChatCompletionChunk>(
    new Response(watched, { headers: response.headers }),
    new AbortController(),
    client,
  );
  for await (const chunk of chunks) {
    reply.usage = chunk.usage ?? reply.usage;
    const choice = (chunk as Partial<ChatCompletionChunk>).choices?.[0];
    reply.finish = choice?.finish_reason ?? reply.finish;
    // An empty piece keeps the connection alive.
    take(choice?.delta?.content ?? '', reply, onPiece);
  }
  if (isDone) reply.finish ??= 'stop';
}

function take(piece: unknown, reply: StreamedReply, onPiece: (piece: string) => void): void {
  if (typeof piece !== 'string') return;
  reply.said += piece;
  onPiece(piece);
}

async function wholeOf(response: Response): Promise<ChatCompletion | undefined> {
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') ? ((await response.json()) as ChatCompletion) : undefined;
}
