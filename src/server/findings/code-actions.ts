import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { citationOffset, formatCitation } from '../../core/evidence/citations/format-citation';
import type { Span } from '../../core/text/span';
import { overlaps } from '../../core/text/span';
import { fixesOfRule } from '../../core/verdicts/fix-all';
import type { Finding, RuleCode } from '../../core/verdicts/finding';
import type { CheckedNote } from '../note/checked';
import type { Client } from '../client/capabilities';
import { diagnosticSource, rangeOf, type DiagnosticData } from './diagnostics';
import { ClientCommands } from '../protocol';
import { relocator } from '../note/relocate';
import { t } from '../client/translate';

/**
 * The kind of the actions that fix all findings of one style rule. It is not below `source.fixAll`: editors run that on
 * save, and a clinical text is never changed without being asked.
 */
export const fixAllOfRuleKind = 'source.fixAllOfRule.attest';

/**
 * The quick fixes for the findings that the client asks about: take the source's value, cite the evidence, ignore with a
 * reason, explain. Only what is a matter of style can be fixed everywhere at once: of all else a person decides each.
 * @param current the note as the editor shows it, perhaps edited since the check; where the text that an action would
 * change was edited, the action is not offered
 */
export function codeActions(
  note: CheckedNote,
  current: TextDocument,
  params: CodeActionParams,
  client: Pick<Client, 'commands' | 'versionedEdits'>,
): CodeAction[] {
  const { only, diagnostics } = params.context;
  const wants = (kind: string): boolean => !only || only.some((asked) => isWithin(kind, asked));
  const now = relocator(note.document.getText(), current.getText());
  const everywhere = wants(fixAllOfRuleKind)
    ? styleRules(note.report.findings).flatMap((rule) =>
        fixAllOfRule(note, rule, fixAllOfRuleKind, now, current, client),
      )
    : [];
  if (!wants(CodeActionKind.QuickFix)) return everywhere;
  const asked = { start: current.offsetAt(params.range.start), end: current.offsetAt(params.range.end) };
  const here = note.report.findings.flatMap((finding) => {
    const span = finding.severity === 'off' ? undefined : now(finding);
    return span && touches(asked, span) ? [{ finding, diagnostic: diagnosticOf(diagnostics, finding) }] : [];
  });
  // At a place with several findings the client may ask about one of them.
  const named = here.filter(({ diagnostic }) => diagnostic !== undefined);
  const chosen = named.length > 0 ? named : here;
  const fixes = chosen.flatMap(({ finding, diagnostic }) => {
    const common = { kind: CodeActionKind.QuickFix, ...(diagnostic && { diagnostics: [diagnostic] }) };
    // Actions of two findings must be told apart in one list.
    const suffix = chosen.length > 1 ? ` (${finding.rule})` : '';
    const own = [
      ...citationAction(finding, now, current, client),
      ...(client.commands ? commandActions(note.uri, finding) : []),
    ].map((action) => ({ ...action, title: action.title + suffix }));
    const all =
      finding.axis === 'style'
        ? fixAllOfRule(note, finding.rule, CodeActionKind.QuickFix, now, current, client)
        : [];
    return [...fixActions(finding, now, current, client), ...all, ...own].map((action) => ({
      ...action,
      ...common,
    }));
  });
  return [...fixes, ...everywhere];
}

function styleRules(findings: readonly Finding[]): RuleCode[] {
  return [...new Set(findings.filter(({ axis }) => axis === 'style').map(({ rule }) => rule))];
}

/** One action for all findings of a style rule that have exactly one fix; none where there are not at least two. */
function fixAllOfRule(
  note: CheckedNote,
  rule: RuleCode,
  kind: string,
  now: (span: Span) => Span | undefined,
  current: TextDocument,
  client: Pick<Client, 'versionedEdits'>,
): CodeAction[] {
  const edits = fixesOfRule(note.report.findings, rule).flatMap((fix) => {
    const span = now(fix);
    return span ? [{ range: rangeOf(current, span), newText: fix.newText }] : [];
  });
  if (edits.length < 2) return [];
  const title = t('Fix all {0} of {1} in this note', edits.length, rule);
  return [{ title, kind, edit: workspaceEdit(current, edits, client) }];
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

function fixActions(
  finding: Finding,
  now: (span: Span) => Span | undefined,
  current: TextDocument,
  client: Pick<Client, 'versionedEdits'>,
): CodeAction[] {
  const isPreferred = finding.fixes.length === 1;
  return finding.fixes.flatMap((fix) => {
    const span = now(fix);
    if (!span) return [];
    const edit = { range: rangeOf(current, span), newText: fix.newText };
    return [{ title: fix.title, isPreferred, edit: workspaceEdit(current, [edit], client) }];
  });
}

/** Writes where the best evidence stands into the note, before the full stop of the statement. */
function citationAction(
  finding: Finding,
  now: (span: Span) => Span | undefined,
  current: TextDocument,
  client: Pick<Client, 'versionedEdits'>,
): CodeAction[] {
  const statement = now(finding.statement);
  const citation = finding.citations.find(({ kind }) => kind !== 'note');
  if (!statement || !citation) return [];
  const offset = statement.start + citationOffset(current.getText().slice(statement.start, statement.end));
  const range = rangeOf(current, { start: offset, end: offset });
  const edit = { range, newText: formatCitation(citation) };
  return [{ title: t('Insert citation'), edit: workspaceEdit(current, [edit], client) }];
}

/** Edits that the client refuses when the document has gone on meanwhile, where the client can tell. */
export function workspaceEdit(
  document: TextDocument,
  edits: TextEdit[],
  client: Pick<Client, 'versionedEdits'>,
): NonNullable<CodeAction['edit']> {
  const { uri, version } = document;
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: version < 0 ? null : version }, edits }] }
    : { changes: { [uri]: edits } };
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
