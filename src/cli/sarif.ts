import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../package.json';
import { allRules, ruleCodes } from '../core/checks/registry';
import type { Citation } from '../core/evidence/citations/citation';
import type { Span } from '../core/text/span';
import type { Finding, Harm, Severity } from '../core/verdicts/finding';
import type { NoteReport, SourceText } from '../engine/engine';
import { placeInDocument } from './evidence-text';
import { LineIndex } from '../core/text/line-index';
import type { NoteFile } from './note-files';

/** A checked note for the SARIF log. */
export interface SarifInput {
  note: NoteFile;
  report: NoteReport;
}

const baseId = 'WORKING_DIRECTORY';
const levels: Record<Severity, Result.level> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

// SARIF's rank: 100 is looked at first.
const rankOf: Record<Harm, number> = { 1: 100, 2: 80, 3: 60, 4: 40, 5: 20 };

function artifact(path: string): ArtifactLocation {
  const near = relative(process.cwd(), path);
  if (near.startsWith('..') || isAbsolute(near)) return { uri: pathToFileURL(path).href };
  return { uri: near.split(sep).map(encodeURIComponent).join('/'), uriBaseId: baseId };
}

function region(lines: LineIndex, { start, end }: Span): Region {
  const from = lines.position(start);
  const to = lines.position(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}

/** Where a citation stands: the exact region in a source or the note; for a guideline the file, as its text was extracted. */
function citationLocation(citation: Citation, sources: ReadonlyMap<string, SourceText>): PhysicalLocation {
  const source = citation.kind === 'library' ? undefined : sources.get(citation.document);
  return {
    artifactLocation: artifact(citation.document),
    ...(source && { region: region(new LineIndex(source.text), citation) }),
  };
}

function citationText({ title, section, page, quote }: Citation): string {
  return `${placeInDocument(title, section, page)}: “${quote}”`;
}

function result(finding: Finding, { note }: SarifInput, lines: LineIndex): Result {
  const location = { artifactLocation: artifact(note.path) };
  const read = [...note.sources, { document: note.path, text: note.text }];
  const sources = new Map(read.map((source) => [source.document, source]));
  return {
    ruleId: finding.rule,
    ruleIndex: ruleCodes.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { ...location, region: region(lines, finding) } }],
    relatedLocations: finding.citations.map((citation, id) => ({
      id,
      message: { text: citationText(citation) },
      physicalLocation: citationLocation(citation, sources),
    })),
    partialFingerprints: { 'attest/v1': finding.fingerprint },
    rank: rankOf[finding.harm],
    properties: {
      verdict: finding.verdict,
      axis: finding.axis,
      harm: finding.harm,
      confidence: finding.confidence,
      also: finding.also,
    },
    ...(finding.fixes.length > 0 && {
      fixes: finding.fixes.map((fix) => ({
        description: { text: fix.title },
        artifactChanges: [
          {
            artifactLocation: location.artifactLocation,
            replacements: [{ deletedRegion: region(lines, fix), insertedContent: { text: fix.newText } }],
          },
        ],
      })),
    }),
  };
}

/**
 * The findings as a SARIF 2.1.0 log, for code-scanning services. Columns count UTF-16 code units.
 * @param complete false when an input could not be used
 */
export function sarifLog(checked: readonly SarifInput[], complete: boolean): Log {
  const rules: ReportingDescriptor[] = allRules.map(({ rule: id, reports }) => ({
    id,
    name: id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: reports },
    help: { text: `See docs/rules/${id.replace('/', '-')}.md in the Attest package.` },
  }));
  const results = checked.flatMap((one) => {
    const lines = new LineIndex(one.note.text);
    return one.report.findings.map((finding) => result(finding, one, lines));
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Attest', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [baseId]: { uri: `${pathToFileURL(process.cwd()).href}/` } },
        invocations: [{ executionSuccessful: complete }],
        results,
      },
    ],
  };
}
