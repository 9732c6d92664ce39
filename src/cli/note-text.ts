import type { Finding, Severity } from '../core/verdicts/finding';
import { byHarm } from '../core/verdicts/severity';
import type { NoteReport } from '../engine/engine';
import { count, verdictCounts } from './count-text';
import { EvidenceText } from './evidence-text';
import { LineIndex } from '../core/text/line-index';
import type { NoteFile } from './note-files';
import { plain, snippet } from './plain';

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const fixLength = 80;

/** What a fix is called, and what it writes, unless its title quotes just that (`Write "daily"`). */
function fixText({ title, newText }: Finding['fixes'][number]): string {
  const called = snippet(title, fixLength);
  const quoted = [`"${newText}"`, `“${newText}”`].some((text) => title.endsWith(text));
  return quoted ? called : `${called} → “${snippet(newText, fixLength)}”`;
}

function findingText(finding: Finding, name: string, lines: LineIndex, evidence: EvidenceText): string {
  const { line, column } = lines.position(finding.start);
  const head = `${name}:${line}:${column} ${finding.severity} ${finding.message} [${finding.rule}]`;
  const fixes = finding.fixes.map((fix) => `    fix: ${fixText(fix)}\n`);
  const also = finding.also.length > 0 ? `    also: ${finding.also.join(', ')}\n` : '';
  return `${plain(head)}\n${evidence.quotes(finding.citations)}${fixes.join('')}${also}`;
}

/** A note's findings for people: `file:line:col severity message [rule]`, the evidence below, and how it was compared. */
export function noteText(note: NoteFile, report: NoteReport): string {
  const lines = new LineIndex(note.text);
  const evidence = new EvidenceText(
    new Map(
      [...note.sources, { document: note.path, text: note.text }].map(({ document, text }) => [
        document,
        text,
      ]),
    ),
  );
  const findings = [...report.findings]
    .sort((a, b) => a.start - b.start || byHarm(a, b))
    .map((finding) => findingText(finding, note.name, lines, evidence));
  const problems = (report.problems ?? []).map(({ message, advice, at }) => {
    const place = at ? lines.position(at.start) : { line: 1, column: 1 };
    return `${plain(`${note.name}:${place.line}:${place.column} warning ${message} ${advice}`)}\n`;
  });
  const verdicts = report.statements.map(({ verdict }) => verdict);
  const compared =
    report.notScored === undefined
      ? `${count(verdicts.length, 'statement')}: ${verdictCounts(verdicts)}`
      : report.foreignLanguage === undefined
        ? `not compared with a source: ${report.notScored}`
        : `not scored: ${report.notScored}`;
  const ignored = report.ignored.length > 0 ? `; ${count(report.ignored.length, 'finding')} ignored` : '';
  return `${[...findings, ...problems].join('')}${plain(`${note.name}: ${compared}${ignored}`)}\n`;
}

/** The last line of `attest check`: how many notes, and how many findings of each severity. */
export function summaryText(reports: readonly Pick<NoteReport, 'findings' | 'notScored'>[]): string {
  const findings = reports.flatMap((report) => report.findings);
  const parts = order
    .map((severity) => ({ severity, number: findings.filter((one) => one.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) =>
      severity === 'information' ? `${number} information` : count(number, severity),
    );
  const total =
    findings.length === 0 ? 'no findings' : `${count(findings.length, 'finding')} (${parts.join(', ')})`;
  const notScored = reports.filter((report) => report.notScored !== undefined).length;
  const notes =
    count(reports.length, 'note') + (notScored > 0 ? ` (${notScored} not compared with a source)` : '');
  return `\n${notes}, ${total}.\n`;
}
