import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { readPolicy, type Policy } from '../../core/privacy/policy';
import type { ServerSettings } from '../../server/protocol';
import type { SettingsService, SourceLinks } from '../services';
import type { LibrarySetting } from './library-setting';
import { modelSettingNames, privacySettingNames, type RawModelSettings } from './model-settings';
import { toServerSettings, type RawSettings } from './server-settings';

/** Name of the setting that holds the guideline folders, inside the section `attest`. */
export const guidelineFoldersSetting = 'library.folders';

/** Name of the setting that holds the user's dictionary files. */
export const dictionariesSetting = 'terminology.files';

/** What is read of VS Code's settings: Attest's own, and through which proxy a model is reached. */
const sectionsRead = ['attest', 'http.proxy', 'http.noProxy'];

/** Reads VS Code's settings and links, and says when what the engine needs has changed. */
export function createSettingsService(
  context: vscode.ExtensionContext,
  links: SourceLinks,
): SettingsService & vscode.Disposable {
  const changed = new vscode.EventEmitter<ServerSettings>();
  // Reading them all takes VS Code about ten milliseconds, and several parts ask while the extension is activated.
  let kept: ServerSettings | undefined;
  const current = (): ServerSettings => (kept ??= read(context, links));
  const refresh = (): void => {
    kept = undefined;
    changed.fire(current());
  };
  const subscriptions = [
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (sectionsRead.some((section) => event.affectsConfiguration(section))) refresh();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    links.onDidChange(refresh),
  ];
  return {
    current,
    agreeToVerifier: async (model) => {
      await context.globalState.update(agreedKey, model);
      refresh();
    },
    onDidChange: changed.event,
    dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()),
  };
}

/** The folder that relative paths of workspace settings start from. */
export function workspaceBase(): string | undefined {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  if (workspaceFile?.scheme === 'file') return dirname(workspaceFile.fsPath);
  return workspaceFolders?.[0]?.uri.fsPath;
}

function read(context: vscode.ExtensionContext, links: SourceLinks): ServerSettings {
  const config = vscode.workspace.getConfiguration('attest');
  const storage = context.storageUri ?? context.globalStorageUri;
  return toServerSettings(
    {
      library: librarySetting(config),
      guidelineFolders: guidelineFolders(config),
      noteInclude: config.get('notes.include'),
      noteExclude: config.get('notes.exclude'),
      sourceSuffixes: config.get('sources.suffixes'),
      dictionaries: config.get(dictionariesSetting),
      noteProfile: config.get('notes.profile'),
      followUpRounds: config.get('chat.followUpRounds'),
      queriesPerRound: config.get('chat.queriesPerRound'),
      checkOn: config.get('check.on'),
      maxFindings: config.get('findings.max'),
      severities: config.get('rules.severity'),
      model: modelSettings(config),
      verifier: verifierSettings(config, context),
    },
    {
      home: homedir(),
      base: workspaceBase(),
      defaultLibrary: vscode.Uri.joinPath(storage, 'library').fsPath,
      locked: policy().offlineOnly,
    },
    links.all(),
  );
}

// The machine's policy is read once: an administrator who changes it restarts the editor.
let policyOfMachine: Policy | undefined;
/** What an administrator decided for this machine, as it was when it was first asked for. */
export function policy(): Policy {
  policyOfMachine ??= readPolicy(process.platform, process.env, (path) => readFileSync(path, 'utf8'));
  return policyOfMachine;
}

/**
 * The settings that decide where text goes, as the user set them. Their scope keeps workspaces from setting them; this is
 * the second lock on that door, should VS Code ever read a workspace's value.
 */
function modelSettings(config: vscode.WorkspaceConfiguration): RawModelSettings {
  const model = ofUser(config, 'model');
  const privacy = ofUser(config, 'privacy');
  const { proxy, noProxy } = ofUser(vscode.workspace.getConfiguration(), 'http');
  const values = [
    ...modelSettingNames.map((name) => [name, model[name]] as const),
    ...privacySettingNames.map((name) => [name, privacy[name]] as const),
  ];
  return {
    ...(Object.fromEntries(values) as Omit<RawModelSettings, 'editorProxy' | 'editorNoProxy'>),
    editorProxy: proxy,
    editorNoProxy: noProxy,
  };
}

/** Where the library is to be, and who says so. */
export function librarySetting(config: vscode.WorkspaceConfiguration): LibrarySetting {
  const { globalValue, workspaceValue } = config.inspect('library.location') ?? {};
  return { ofUser: globalValue, ofWorkspace: workspaceValue };
}

/** A section as the user set it, over its defaults. Read whole: asked for one by one, the settings take VS Code ten times as long. */
function ofUser(config: vscode.WorkspaceConfiguration, section: string): Record<string, unknown> {
  const { globalValue, defaultValue } = config.inspect(section) ?? {};
  return { ...asRecord(defaultValue), ...asRecord(globalValue) };
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** What the user has agreed to fetch, kept for all workspaces: the setting holds for the machine, too. */
const agreedKey = 'attest.verifier.agreed';

function verifierSettings(
  config: vscode.WorkspaceConfiguration,
  context: vscode.ExtensionContext,
): RawSettings['verifier'] {
  const { folder, model, acceptedError } = ofUser(config, 'verifier');
  return { folder, model, acceptedError, agreed: context.globalState.get<string>(agreedKey) };
}

/** The verifier that is set by name and not agreed to yet; undefined where there is nothing to ask. */
export function verifierToAskFor(context: vscode.ExtensionContext): string | undefined {
  const { model, agreed } = verifierSettings(vscode.workspace.getConfiguration('attest'), context);
  const named = typeof model === 'string' ? model.trim() : '';
  return named === '' || named === agreed ? undefined : named;
}

// A folder of a multi-root workspace may have its own guideline folders, relative to itself. Where a folder is opened as
// it is, its settings are those of the workspace, and reading them by folder would take VS Code another few milliseconds.
function guidelineFolders(
  config: vscode.WorkspaceConfiguration,
): { value: unknown; base: string | undefined }[] {
  const base = workspaceBase();
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  if (workspaceFile === undefined) return [{ value: config.get(guidelineFoldersSetting), base }];
  const scopes = workspaceFolders.length > 0 ? workspaceFolders.map(({ uri }) => uri) : [undefined];
  return scopes.map((scope) => {
    const ofFolder = vscode.workspace.getConfiguration('attest', scope);
    const own = ofFolder.inspect(guidelineFoldersSetting)?.workspaceFolderValue !== undefined;
    return { value: ofFolder.get(guidelineFoldersSetting), base: own ? scope?.fsPath : base };
  });
}
