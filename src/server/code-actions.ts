import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { citationOffset, formatCitation } from '../core/evidence/format-citation';
import type { Span } from '../core/text/span';
import { overlaps } from '../core/text/span';
import type { Finding } from '../core/verdicts/finding';
import type { CheckedNote } from './checked-note';
import type { Client } from './client';
import { diagnosticSource, rangeOf, type DiagnosticData } from './diagnostics';
import { ClientCommands } from './protocol';
import { relocator } from './relocate';
import { t } from './translate';

/**
 * The quick fixes for the findings that the client asks about: take the source's value, cite the evidence, ignore with a
 * reason, explain. There is no fix for all at once: a person decides each.
 * @param current the note as the editor shows it, perhaps edited since the check; where the text that an action would
 * change was edited, the action is not offered
 */
export function codeActions(
  note: CheckedNote,
  current: TextDocument,
  params: CodeActionParams,
  client: Pick<Client, 'commands' | 'versionedEdits'>,
): CodeAction[] {
  const { only } = params.context;
  if (only && !only.some((kind) => isWithin(CodeActionKind.QuickFix, kind))) return [];
  const now = relocator(note.document.getText(), current.getText());
  const asked = { start: current.offsetAt(params.range.start), end: current.offsetAt(params.range.end) };
  return note.report.findings
    .filter(({ severity }) => severity !== 'off')
    .flatMap((finding) => {
      const span = now(finding);
      if (!span || !touches(asked, span)) return [];
      const diagnostic = diagnosticOf(params.context.diagnostics, finding);
      const common = { kind: CodeActionKind.QuickFix, ...(diagnostic && { diagnostics: [diagnostic] }) };
      const edits = editActions(finding, now, current, client);
      const commands = client.commands ? commandActions(note.uri, finding) : [];
      return [...edits, ...commands].map((action) => ({ ...action, ...common }));
    });
}

function isWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function touches(asked: Span, span: Span): boolean {
  return overlaps(asked, span) || (asked.start <= span.end && span.start <= asked.end);
}

function diagnosticOf(diagnostics: readonly Diagnostic[], finding: Finding): Diagnostic | undefined {
  return diagnostics.find(
    ({ source, data }) =>
      source === diagnosticSource &&
      (data as Partial<DiagnosticData> | undefined)?.fingerprint === finding.fingerprint,
  );
}

function editActions(
  finding: Finding,
  now: (span: Span) => Span | undefined,
  current: TextDocument,
  client: Pick<Client, 'versionedEdits'>,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const fix of finding.fixes) {
    const span = now(fix);
    if (!span) continue;
    const edit = { range: rangeOf(current, span), newText: fix.newText };
    const isPreferred = finding.fixes.length === 1;
    actions.push({ title: fix.title, isPreferred, edit: workspaceEdit(current, edit, client) });
  }
  const statement = now(finding.statement);
  const [citation] = finding.citations;
  if (statement && citation) {
    const offset = statement.start + citationOffset(current.getText().slice(statement.start, statement.end));
    const edit = {
      range: rangeOf(current, { start: offset, end: offset }),
      newText: formatCitation(citation),
    };
    actions.push({ title: t('Insert citation'), edit: workspaceEdit(current, edit, client) });
  }
  return actions;
}

/** An edit that the client refuses when the document has gone on meanwhile, where the client can tell. */
export function workspaceEdit(
  document: TextDocument,
  edit: TextEdit,
  client: Pick<Client, 'versionedEdits'>,
): NonNullable<CodeAction['edit']> {
  const { uri, version } = document;
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: version < 0 ? null : version }, edits: [edit] }] }
    : { changes: { [uri]: [edit] } };
}

function commandActions(uri: string, { fingerprint }: Finding): CodeAction[] {
  const action = (title: string, command: string, argument: object): CodeAction => ({
    title,
    command: { title, command, arguments: [{ uri, fingerprint, ...argument }] },
  });
  const { explainFinding, ignoreFinding } = ClientCommands;
  return [
    action(t('Explain in panel'), explainFinding, {}),
    action(t('Ignore in this note…'), ignoreFinding, { where: 'note' }),
    action(t('Ignore in this workspace…'), ignoreFinding, { where: 'workspace' }),
  ];
}
