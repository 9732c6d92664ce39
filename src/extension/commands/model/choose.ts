import * as vscode from 'vscode';
import { AttestError, toAttestError } from '../../../core/errors';
import { editorModels } from '../../model/editor-models';
import { configuredPlace } from '../../model/model-place';
import type { CommandServices } from '../../services';

/** Where the usual servers listen. */
const knownEndpoints = [
  ['Ollama', 'http://localhost:11434/v1'],
  ['llama.cpp', 'http://localhost:8080/v1'],
  ['LM Studio', 'http://localhost:1234/v1'],
  ['vLLM', 'http://localhost:8000/v1'],
  ['OpenAI', 'https://api.openai.com/v1'],
] as const;

/** *Attest: Choose Model…*: where the language model runs, and which one; then tries out what it can do. */
export async function run(services: CommandServices): Promise<void> {
  const { settings } = services;
  if (settings.current().model.offlineOnly) {
    throw new AttestError(
      'model-off',
      vscode.l10n.t('Attest is locked offline on this machine.'),
      vscode.l10n.t('The setting attest.privacy.offlineOnly or the administrator’s policy decides it.'),
    );
  }
  const provider = await pickProvider();
  if (provider === 'none') await set('provider', 'none');
  else if (provider === 'vscode') await chooseEditorModel();
  else if (provider !== undefined) await chooseEndpointModel(services);
}

async function pickProvider(): Promise<'none' | 'openai-compatible' | 'vscode' | undefined> {
  const { t } = vscode.l10n;
  const items = [
    {
      label: t('OpenAI-compatible endpoint'),
      detail: t('Ollama, llama.cpp, vLLM, LM Studio, Azure, OpenAI, …'),
      provider: 'openai-compatible' as const,
    },
    {
      label: t('Models of VS Code'),
      detail: t('Copilot’s, for example; used for what you ask yourself'),
      provider: 'vscode' as const,
    },
    { label: t('None'), detail: t('Offline: nothing is sent anywhere'), provider: 'none' as const },
  ];
  return (await vscode.window.showQuickPick(items, { title: t('Choose Model') }))?.provider;
}

async function chooseEditorModel(): Promise<void> {
  const { t } = vscode.l10n;
  const items = (await editorModels()).map(({ id, label, vendor }) => ({ label, description: vendor, id }));
  if (items.length === 0) {
    throw new AttestError(
      'model-off',
      t('VS Code offers no language model.'),
      t('Sign in to an extension that brings models, or choose another with Attest: Choose Model….'),
    );
  }
  const chosen = await vscode.window.showQuickPick(items, { title: t('Choose Model') });
  if (!chosen) return;
  await set('name', chosen.id);
  await set('provider', 'vscode');
}

async function chooseEndpointModel({ engine, models, settings, log }: CommandServices): Promise<void> {
  const { t } = vscode.l10n;
  const endpoint = await pickEndpoint(settings.current().model.endpoint);
  if (endpoint === undefined) return;
  await set('endpoint', endpoint);
  await set('provider', 'openai-compatible');
  let offered: string[] = [];
  try {
    offered = await progress(t('Asking {0} for its models', endpoint), (token) =>
      engine.request('listModels', [], token),
    );
  } catch (thrown) {
    // A list of models is no part of what every server offers; a server that is down or refuses says so.
    const error = toAttestError(thrown);
    if (error.reason !== 'model-answer') throw error;
    log.info('The endpoint gives no list of models.');
  }
  const name = await pickName(offered);
  if (name === undefined) return;
  await set('name', name);
  const place = configuredPlace(settings.current().model);
  if (place) await models.memory.learn(place, name, undefined);
  const can = await progress(t('Trying out what {0} can do', name), (token) =>
    engine.request('modelCapabilities', [], token),
  );
  const abilities = [
    can.jsonSchema ? 'JSON Schema' : can.jsonMode ? 'JSON' : undefined,
    can.tools ? t('tools') : undefined,
    can.logprobs ? t('probabilities') : undefined,
    can.vision ? t('images') : undefined,
    can.contextTokens === undefined ? undefined : t('{0} tokens of context', can.contextTokens),
  ].filter((ability) => ability !== undefined);
  void vscode.window.showInformationMessage(
    abilities.length > 0
      ? t('{0} is ready. It can: {1}.', name, abilities.join(', '))
      : t(
          '{0} is ready. It answers in plain text only, so some answers may have to be asked for twice.',
          name,
        ),
  );
}

async function pickEndpoint(current: string): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const items: (vscode.QuickPickItem & { url?: string })[] = [
    ...(current === '' ? [] : [{ label: t('As set'), description: current, url: current }]),
    ...knownEndpoints.map(([label, url]) => ({ label, description: url, url })),
    { label: t('Another address…') },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: t('Where does the model run?') });
  if (!chosen || chosen.url !== undefined) return chosen?.url;
  const typed = await vscode.window.showInputBox({
    title: t('Address of the endpoint'),
    prompt: t('Its base URL, as its documentation gives it; it often ends with /v1.'),
    value: current,
    ignoreFocusOut: true,
    validateInput: (value) =>
      URL.canParse(value.trim()) && /^https?:\/\//i.test(value.trim())
        ? undefined
        : t('An http or https address.'),
  });
  return typed?.trim();
}

async function pickName(offered: readonly string[]): Promise<string | undefined> {
  const { t } = vscode.l10n;
  if (offered.length > 0) {
    return vscode.window.showQuickPick([...offered], { title: t('Choose Model') });
  }
  const typed = await vscode.window.showInputBox({
    title: t('Name of the model'),
    prompt: t('The endpoint gives no list of its models.'),
    ignoreFocusOut: true,
  });
  return typed?.trim() || undefined;
}

function progress<T>(title: string, work: (token: vscode.CancellationToken) => Promise<T>): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_, token) => work(token));
}

// For this machine: a workspace must not say where text goes.
async function set(name: string, value: string): Promise<void> {
  const target = vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('attest.model').update(name, value, target);
}
