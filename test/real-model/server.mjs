// A language-model server for one test: llama.cpp, through node-llama-cpp, behind the part of OpenAI's protocol that Attest
// uses. Its answers come from a real model. It is no server for anything else: one call at a time, no key, loopback only.
// Chat completions, streamed or whole; `response_format` (json_schema, json_object) holds the model to a grammar; no tools,
// no pictures, no log probabilities. Usage: node server.mjs MODEL.gguf MOST-TOKENS. Its first line is its port.
import { createServer } from 'node:http';
import { getLlama, LlamaChat } from 'node-llama-cpp';

const [modelPath, mostTokens] = [process.argv[2], Number(process.argv[3])];
const id = 'tinyllama-1.1b-chat';
const contextTokens = 2048;

const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error' });
const model = await llama.loadModel({ modelPath });
// One thread: several wait for each other by spinning, and on a busy machine that takes ten times as long.
const context = await model.createContext({ contextSize: contextTokens, threads: 1 });
const sequence = context.getSequence();
const chat = new LlamaChat({ contextSequence: sequence });

/** What a call under way has brought; as llama.cpp's own server shows it under the same name. */
const slot = { id: 0, is_processing: false, n_decoded: 0 };
let turn = Promise.resolve();

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    if (response.headersSent) response.destroy(error);
    else json(response, error.status ?? 500, { error: { message: error.message } });
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

async function answer(request, response) {
  if (request.url === '/slots') return json(response, 200, [slot]);
  if (request.url === '/v1/models') {
    return json(response, 200, {
      object: 'list',
      data: [{ id, object: 'model', meta: { n_ctx_train: contextTokens } }],
    });
  }
  if (request.url !== '/v1/chat/completions') throw refused(404, 'There is no such place.');
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  const body = JSON.parse(text);
  const stopped = new AbortController();
  response.once('close', () => stopped.abort());
  const mine = turn.then(() => complete(body, response, stopped.signal));
  turn = mine.catch(() => undefined);
  return mine;
}

/** Writes one completion: a chunk for each piece of text where a stream is asked for, else the whole. */
async function complete(body, response, signal) {
  if (body.tools) throw refused(400, 'This server has no tools.');
  const chatHistory = historyOf(body.messages);
  const grammar = await grammarOf(body.response_format);
  const send = (choice, more) => {
    const chunk = { id: 'call', object: 'chat.completion.chunk', created: 0, model: id, ...more };
    response.write(`data: ${JSON.stringify({ ...chunk, choices: choice ? [choice] : [] })}\n\n`);
  };
  if (body.stream) response.writeHead(200, { 'content-type': 'text/event-stream' });
  const before = sequence.tokenMeter.getState();
  Object.assign(slot, { is_processing: true, n_decoded: 0 });
  let said;
  try {
    said = await chat.generateResponse(chatHistory, {
      grammar,
      maxTokens: Math.min(body.max_tokens ?? mostTokens, mostTokens),
      temperature: body.temperature ?? 1,
      signal,
      stopOnAbortSignal: true,
      onToken: (tokens) => void (slot.n_decoded += tokens.length),
      onTextChunk: (content) => {
        if (body.stream) send({ index: 0, delta: { content }, finish_reason: null });
      },
    });
  } finally {
    slot.is_processing = false;
  }
  const { usedInputTokens, usedOutputTokens } = sequence.tokenMeter.diff(before);
  const usage = {
    prompt_tokens: usedInputTokens,
    completion_tokens: usedOutputTokens,
    total_tokens: usedInputTokens + usedOutputTokens,
  };
  const finish_reason = said.metadata.stopReason === 'maxTokens' ? 'length' : 'stop';
  if (body.stream) {
    send({ index: 0, delta: {}, finish_reason });
    if (body.stream_options?.include_usage) send(undefined, { usage });
    response.end('data: [DONE]\n\n');
    return;
  }
  const message = { role: 'assistant', content: said.response };
  const choices = [{ index: 0, message, finish_reason }];
  json(response, 200, { id: 'call', object: 'chat.completion', created: 0, model: id, choices, usage });
}

/** The conversation as node-llama-cpp takes it: its last turn is the model's, and empty. */
function historyOf(messages) {
  const history = messages.map(({ role, content }) => {
    if (typeof content !== 'string') throw refused(400, 'This server reads text alone.');
    return role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content };
  });
  return [...history, { type: 'model', response: [] }];
}

async function grammarOf(format) {
  if (format?.type === 'json_object') return llama.getGrammarFor('json');
  if (format?.type !== 'json_schema') return undefined;
  try {
    return await llama.createGrammarForJsonSchema(format.json_schema.schema);
  } catch (error) {
    throw refused(400, `The schema cannot be used: ${error.message}`);
  }
}

function refused(status, message) {
  return Object.assign(new Error(message), { status });
}

function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
