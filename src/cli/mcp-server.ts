import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../package.json';
import { toAttestError } from '../core/errors';
import type { Engine } from '../engine/engine';
import { NamedTexts } from '../engine/tools/named-texts';
import { runTool } from '../engine/tools/run-tool';
import { inputSchemaOf, tools, type ToolName } from '../engine/tools/tool-list';
import type { Session } from './session';

function toolEntry(name: ToolName): Tool {
  const { title, description } = tools[name];
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchemaOf(name), type: 'object' },
    annotations: { title, readOnlyHint: true, openWorldHint: false },
  };
}

/**
 * Serves the tools over standard input and output until the client is gone or the session is interrupted. A call that
 * fails is answered with what went wrong and what to do; the log says no more than which tool it was and why.
 * @param folders absolute paths of the folders whose files a call may name
 */
export async function serveTools(
  session: Session,
  engine: Engine,
  folders: readonly string[],
): Promise<void> {
  const means = { engine, texts: new NamedTexts({ folders }) };
  // The SDK's McpServer checks inputs itself, and its messages say nothing of what to do; this one leaves them to the tools.
  const server = new Server({ name: 'attest', title: 'Attest', version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: (Object.keys(tools) as ToolName[]).map(toolEntry),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    const { name, arguments: input = {} } = params;
    try {
      const text = await runTool(name, input, means, AbortSignal.any([signal, session.signal]));
      return { content: [{ type: 'text', text }] };
    } catch (thrown) {
      const { reason, message, advice } = toAttestError(thrown);
      session.say(`attest: ${Object.hasOwn(tools, name) ? name : 'unknown tool'}: ${reason}`);
      return { content: [{ type: 'text', text: `${message} ${advice}` }], isError: true };
    }
  });
  // The parser's own message quotes what it could not read, which may be a note.
  server.onerror = () => session.say('attest: A message of the client could not be understood.');
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve;
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    session.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.connect(new StdioServerTransport());
  await gone;
  await server.close();
}
