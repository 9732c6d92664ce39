import { loadStart, loadStartUsage } from './load-start';
import * as vscode from 'vscode';
import { EngineProcess } from './engine/engine-process';
import { features } from './features';
import { createSourceLinks } from './links/source-links';
import { AgentUse } from './agents/agent-use';
import { ModelDesk } from './model/model-desk';
import { ModelMemory } from './model/model-memory';
import { registerPanel } from './panel/register-panel';
import type { CommandServices, Services } from './services';
import { createSettingsService } from './settings/settings-service';

/** What tests ask of the running extension. */
export interface AttestApi {
  /** Milliseconds that the bundle took to load and `activate()` to run; what VS Code waits for in between is its own. */
  readonly activationMs: number;
  /** Milliseconds of the processor that the extension host used meanwhile, in all of its threads. */
  readonly activationUsedMs: number;
  /** Starts the engine if needed; done when it answers. */
  whenReady(): Promise<void>;
  /** Process id of the engine; undefined while none runs. */
  enginePid(): Promise<number | undefined>;
}

let engine: EngineProcess | undefined;

/** Wires the parts together; none of them works before it is needed. */
export function activate(context: vscode.ExtensionContext): AttestApi {
  const started = performance.now();
  const usageAtStart = process.cpuUsage();
  const log = vscode.window.createOutputChannel('Attest', { log: true });
  const links = createSourceLinks(context.workspaceState);
  const settings = createSettingsService(context, links);
  const models = new ModelDesk(new ModelMemory(context));
  const agents = new AgentUse();
  engine = new EngineProcess(context.extensionUri, settings, models, log);
  const services: Services = { log, engine, settings, links, models, agents };
  const panel = registerPanel(context, services);
  const commandServices: CommandServices = { ...services, context, panel };
  context.subscriptions.push(log, links, settings, models, agents, engine, panel);
  for (const feature of features) context.subscriptions.push(feature(commandServices));

  const activationMs = loadMs + performance.now() - started;
  const activationUsedMs = loadUsedMs + milliseconds(process.cpuUsage(usageAtStart));
  log.info(`Activated in ${activationMs.toFixed(1)} ms.`);
  const running = engine;
  return {
    activationMs,
    activationUsedMs,
    whenReady: () => running.start(),
    enginePid: () => running.pid(),
  };
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

// The last statements to run when the bundle is loaded.
const loadMs = performance.now() - loadStart;
const loadUsedMs = milliseconds(process.cpuUsage(loadStartUsage));

/** Waits until the engine's process has ended, so that it does not outlive the window. */
export async function deactivate(): Promise<void> {
  await engine?.shutDown();
}
