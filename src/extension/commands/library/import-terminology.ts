import * as vscode from 'vscode';
import { relativeTo } from '../../settings/server-settings';
import { dictionariesSetting, workspaceBase } from '../../settings/settings-service';
import { offer } from '../../messages';
import type { CommandServices, RequestResult } from '../../services';

type Report = RequestResult<'importTerminology'>;
type Kind = 'rxnorm' | 'hpo' | 'snomed';
type Part = 'disorder' | 'finding' | 'procedure';

/**
 * *Attest: Import Terminology…*: asks for the terminology, its files and where to keep the dictionary, makes it, and
 * adds it to the setting.
 */
export async function run({ engine, log }: CommandServices): Promise<Report | undefined> {
  const kind = await askKind();
  const only = kind === 'snomed' ? await askParts() : [];
  if (!kind || !only) return undefined;
  const release = await askRelease(kind);
  const out = release && (await askOut(kind));
  if (!out) return undefined;
  const report = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Attest: importing a terminology'),
      cancellable: true,
    },
    (_, token) =>
      engine.request(
        'importTerminology',
        [{ kind, path: release.fsPath, out: out.fsPath, ...(only.length > 0 && { only }) }],
        token,
      ),
  );
  await addToSetting(out);
  log.info(`Imported ${report.title} ${report.version}: ${report.names} names, ${report.leftOut} left out.`);
  const message = vscode.l10n.t(
    '{0} {1}: {2} names are in use, kept in {3}. {4}',
    report.title,
    report.version,
    report.names,
    report.out,
    [report.licence, ...report.remarks].join(' '),
  );
  const open = { title: vscode.l10n.t('Open'), run: () => vscode.window.showTextDocument(out) };
  offer(log, vscode.window.showInformationMessage, message, [open]);
  return report;
}

async function askKind(): Promise<Kind | undefined> {
  const licence = vscode.l10n.t('You need a licence for it; nothing is downloaded.');
  const kinds: (vscode.QuickPickItem & { terminology: Kind })[] = [
    {
      terminology: 'rxnorm',
      label: 'RxNorm',
      description: vscode.l10n.t('Medicines and brands, from RXNCONSO.RRF and RXNREL.RRF'),
      detail: licence,
    },
    {
      terminology: 'hpo',
      label: 'Human Phenotype Ontology',
      description: vscode.l10n.t('Findings, from hp.obo or hp.json'),
      detail: licence,
    },
    {
      terminology: 'snomed',
      label: 'SNOMED CT',
      description: vscode.l10n.t('Disorders, findings or procedures, from an RF2 snapshot'),
      detail: licence,
    },
  ];
  const title = vscode.l10n.t('Import Terminology');
  return (await vscode.window.showQuickPick(kinds, { title, placeHolder: title }))?.terminology;
}

async function askParts(): Promise<Part[] | undefined> {
  const parts: (vscode.QuickPickItem & { part: Part })[] = [
    { part: 'disorder', label: vscode.l10n.t('Disorders'), picked: true },
    { part: 'finding', label: vscode.l10n.t('Findings') },
    { part: 'procedure', label: vscode.l10n.t('Procedures') },
  ];
  const title = vscode.l10n.t('Parts of SNOMED CT');
  const chosen = await vscode.window.showQuickPick(parts, { title, placeHolder: title, canPickMany: true });
  return chosen && chosen.length > 0 ? chosen.map(({ part }) => part) : undefined;
}

async function askRelease(kind: Kind): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title:
      kind === 'hpo'
        ? vscode.l10n.t('Select hp.obo or hp.json')
        : vscode.l10n.t('Select the folder of the unpacked release'),
    openLabel: vscode.l10n.t('Import'),
    canSelectFiles: kind === 'hpo',
    canSelectFolders: kind !== 'hpo',
    ...(kind === 'hpo' && { filters: { 'Human Phenotype Ontology': ['obo', 'json'] } }),
  });
  return chosen?.[0];
}

async function askOut(kind: Kind): Promise<vscode.Uri | undefined> {
  const base = workspaceBase();
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Keep the dictionary in'),
    ...(base !== undefined && {
      defaultUri: vscode.Uri.joinPath(vscode.Uri.file(base), '.attest', 'terminology', `${kind}.json`),
    }),
    filters: { JSON: ['json'] },
  });
}

async function addToSetting(file: vscode.Uri): Promise<void> {
  const config = vscode.workspace.getConfiguration('attest');
  const base = workspaceBase();
  const path = base === undefined ? file.fsPath : relativeTo(base, file.fsPath);
  const before = config.get<unknown>(dictionariesSetting);
  const known: unknown[] = Array.isArray(before) ? before : [];
  if (known.includes(path) || known.includes(file.fsPath)) return;
  const target =
    base === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await config.update(dictionariesSetting, [...known, path], target);
}
