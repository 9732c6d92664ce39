import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { readPolicy, type Policy } from '../../core/privacy/policy';
import type { ServerSettings } from '../../server/protocol';
import type { SettingsService, SourceLinks } from '../services';
import { modelSettingNames, privacySettingNames, type RawModelSettings } from './model-settings';
import { toServerSettings, type RawSettings } from './server-settings';

/** Name of the setting that holds the guideline folders, inside the section `attest`. */
export const guidelineFoldersSetting = 'library.folders';

/** Name of the setting that holds the user's dictionary files. */
export const dictionariesSetting = 'terminology.files';

/** Reads VS Code's settings and links, and says when what the engine needs has changed. */
export function createSettingsService(
  context: vscode.ExtensionContext,
  links: SourceLinks,
): SettingsService & vscode.Disposable {
  const changed = new vscode.EventEmitter<ServerSettings>();
  const current = (): ServerSettings => read(context, links);
  const subscriptions = [
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('attest')) changed.fire(current());
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire(current())),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire(current())),
    links.onDidChange(() => changed.fire(current())),
  ];
  return {
    current,
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
      libraryLocation: config.get('library.location'),
      guidelineFolders: guidelineFolders(),
      noteInclude: config.get('notes.include'),
      noteExclude: config.get('notes.exclude'),
      sourceSuffixes: config.get('sources.suffixes'),
      dictionaries: config.get(dictionariesSetting),
      noteProfile: config.get('notes.profile'),
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
function policy(): Policy {
  policyOfMachine ??= readPolicy(process.platform, process.env, (path) => readFileSync(path, 'utf8'));
  return policyOfMachine;
}

/**
 * The settings that decide where text goes, as the user set them. Their scope keeps workspaces from setting them; this is
 * the second lock on that door, should VS Code ever read a workspace's value.
 */
function modelSettings(config: vscode.WorkspaceConfiguration): RawModelSettings {
  const ofUser = (section: vscode.WorkspaceConfiguration, name: string): unknown => {
    const { globalValue, defaultValue } = section.inspect<unknown>(name) ?? {};
    return globalValue ?? defaultValue;
  };
  const values = [
    ...modelSettingNames.map((name) => [name, ofUser(config, `model.${name}`)] as const),
    ...privacySettingNames.map((name) => [name, ofUser(config, name)] as const),
  ];
  return {
    ...(Object.fromEntries(values) as Omit<RawModelSettings, 'editorProxy' | 'editorNoProxy'>),
    editorProxy: ofUser(vscode.workspace.getConfiguration('http'), 'proxy'),
    editorNoProxy: ofUser(vscode.workspace.getConfiguration('http'), 'noProxy'),
  };
}

/** What the user has agreed to fetch, kept for all workspaces: the setting holds for the machine, too. */
const agreedKey = 'attest.verifier.agreed';

function verifierSettings(
  config: vscode.WorkspaceConfiguration,
  context: vscode.ExtensionContext,
): RawSettings['verifier'] {
  const ofUser = (name: string): unknown => {
    const { globalValue, defaultValue } = config.inspect<unknown>(`verifier.${name}`) ?? {};
    return globalValue ?? defaultValue;
  };
  return {
    folder: ofUser('folder'),
    model: ofUser('model'),
    acceptedError: ofUser('acceptedError'),
    agreed: context.globalState.get<string>(agreedKey),
  };
}

/** The verifier that is set by name and not agreed to yet; undefined where there is nothing to ask. */
export function verifierToAskFor(context: vscode.ExtensionContext): string | undefined {
  const { model, agreed } = verifierSettings(vscode.workspace.getConfiguration('attest'), context);
  const named = typeof model === 'string' ? model.trim() : '';
  return named === '' || named === agreed ? undefined : named;
}

/** Remembers that a verifier may be fetched. */
export async function agreeToVerifier(context: vscode.ExtensionContext, model: string): Promise<void> {
  await context.globalState.update(agreedKey, model);
}

// A folder of a multi-root workspace may have its own guideline folders, relative to itself.
function guidelineFolders(): { value: unknown; base: string | undefined }[] {
  const scopes: (vscode.Uri | undefined)[] = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  return (scopes.length > 0 ? scopes : [undefined]).map((scope) => {
    const config = vscode.workspace.getConfiguration('attest', scope);
    const own = config.inspect(guidelineFoldersSetting)?.workspaceFolderValue !== undefined;
    return {
      value: config.get(guidelineFoldersSetting),
      base: own ? scope?.fsPath : workspaceBase(),
    };
  });
}
