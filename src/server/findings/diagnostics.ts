import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../core/text/span';
import type { Finding, RuleCode, Severity } from '../../core/verdicts/finding';
import { byHarm } from '../../core/verdicts/severity';
import type { NoteProblem } from '../../engine/engine';
import type { CheckedNote } from '../note/checked';
import type { Client } from '../client/capabilities';
import { oneLine } from './markdown-text';
import { t } from '../client/translate';

/** What stands in `Diagnostic.data`; code actions find the finding by it. */
export interface DiagnosticData {
  fingerprint: string;
}

/** `Diagnostic.source` of everything that Attest reports. */
export const diagnosticSource = 'attest';

const severities: Record<Exclude<Severity, 'off'>, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

// More evidence than this is read in the panel.
const maxRelated = 5;

export interface DiagnosticOptions {
  client: Pick<Client, 'relatedInformation' | 'codeDescription'>;
  /** At most this many findings are shown. */
  maxFindings: number;
  /** URI of the folder with the rule pages; empty where there is none. */
  rulePages: string;
}

/** The URI of the page that explains a rule; undefined where no pages are installed. */
export function rulePage(rulePages: string, rule: RuleCode): string | undefined {
  return rulePages === '' ? undefined : `${rulePages.replace(/\/$/, '')}/${rule.replace('/', '-')}.md`;
}

export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The findings that fit under the cap, those kept that are gravest and do most harm, in the order of the note. */
function capped(findings: readonly Finding[], max: number): Finding[] {
  return [...findings]
    .filter(({ severity }) => severity !== 'off')
    .sort(byHarm)
    .slice(0, max)
    .sort((a, b) => a.start - b.start);
}

/** What the editor shows for a checked note: its findings up to the cap, then what kept the check from being complete. */
export function toDiagnostics(note: CheckedNote, options: DiagnosticOptions): Diagnostic[] {
  const { findings, problems = [] } = note.report;
  const shown = capped(findings, options.maxFindings);
  const hidden = findings.filter(({ severity }) => severity !== 'off').length - shown.length;
  const diagnostics = shown.map((finding) => findingDiagnostic(note, finding, options));
  const last = diagnostics.at(-1);
  if (last && hidden > 0) {
    const more =
      hidden === 1
        ? t('1 more finding of this note is not shown.')
        : t('{0} more findings of this note are not shown.', hidden);
    last.message += `\n${more}`;
  }
  return [...diagnostics, ...problems.map((problem) => problemDiagnostic(note.document, problem))];
}

function findingDiagnostic(note: CheckedNote, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const page = rulePage(options.rulePages, finding.rule);
  const related = finding.citations.slice(0, maxRelated).flatMap((citation) => {
    const place = note.places.get(citation);
    if (!place) return [];
    const quote = oneLine(citation.quote, 200);
    return [{ location: place, message: citation.kind === 'note' ? t('In this note: {0}', quote) : quote }];
  });
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: rangeOf(note.document, finding),
    severity: severities[finding.severity as Exclude<Severity, 'off'>],
    source: diagnosticSource,
    code: finding.rule,
    ...(page !== undefined && options.client.codeDescription && { codeDescription: { href: page } }),
    message: finding.message,
    ...(related.length > 0 && options.client.relatedInformation && { relatedInformation: related }),
    data,
  };
}

/** A problem without a place of its own stands at the note's first line. */
export function problemDiagnostic(document: TextDocument, problem: NoteProblem): Diagnostic {
  const firstLine = document.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
  return {
    range: rangeOf(document, problem.at ?? { start: 0, end: firstLine.trimEnd().length }),
    severity: DiagnosticSeverity.Warning,
    source: diagnosticSource,
    message: `${problem.message} ${problem.advice}`,
  };
}
