import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Location, Log, Notification, Region, Result } from 'sarif';
import { version } from '../../../package.json';
import { headingPath } from '../../core/evidence/passages/heading-path';
import { LineIndex, type Position } from '../../core/text/line-index';
import type { Span } from '../../core/text/span';
import { defaultSeverity } from '../../core/verdicts/severity';
import type { ClaimEvidence, FactCheckedStatement } from '../engine';
import { byWeight } from './deciding';
import type { FactCheckExport } from './exported';

const rule = 'guideline/claim';
const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

function artifact(name: string): ArtifactLocation {
  // "#" and "?" are letters of a file's name, and marks of a URI.
  const relative = (): string => name.split('/').map(encodeURIComponent).join('/');
  return { uri: isAbsolute(name) ? pathToFileURL(name).href : relative() };
}

/** Where a part of the checked text stands in its file. */
function regionOf({ start, end }: Span, { text, from }: FactCheckExport): Region {
  const region = { charOffset: start + (from?.offset ?? 0), charLength: end - start };
  if (text === undefined) return region;
  const lines = new LineIndex(text);
  const place = (offset: number): Position => {
    const { line, column } = lines.position(offset);
    if (!from) return { line, column };
    // Only the first line of a selection may begin in the middle of one.
    return { line: from.line + line - 1, column: line === 1 ? from.column + column - 1 : column };
  };
  const [first, last] = [place(start), place(end)];
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column,
    ...region,
  };
}

/** A passage that was looked at, with what it says of the claim, its date and its strength. */
function related(
  { citation, verdict, confidence, abstained, date, strength, also }: ClaimEvidence,
  id: number,
): Location {
  const { title, document, version: sha256, start, end, page, quote } = citation;
  return {
    id,
    message: { text: `${[title, ...headingPath(citation)].join(', ')}: “${quote}”` },
    physicalLocation: {
      artifactLocation: artifact(document),
      region: { charOffset: start, charLength: end - start, snippet: { text: quote } },
    },
    properties: {
      verdict,
      sha256,
      ...(confidence !== undefined && { confidence }),
      ...(page !== undefined && { page }),
      ...(abstained !== undefined && { abstained }),
      ...(date !== undefined && { date }),
      ...(strength !== undefined && { strength }),
      ...(also.length > 0 && { also }),
    },
  };
}

function result(statement: FactCheckedStatement, checked: FactCheckExport): Result {
  const { own, verdict, confidence, explanation, abstained, judged } = statement;
  const { deciding, lookedAt } = byWeight(statement);
  return {
    ruleId: rule,
    ruleIndex: 0,
    kind: verdict === 'supported' ? 'pass' : verdict === 'contradicted' ? 'fail' : 'open',
    level: verdict === 'contradicted' ? levels[defaultSeverity('guideline', verdict)] : 'none',
    message: {
      text: [`${verdict}: ${statement.text}`, explanation, abstained ?? '']
        .filter((part) => part !== '')
        .join('\n'),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(checked.name),
          region: regionOf(own, checked),
        },
      },
    ],
    relatedLocations: deciding.map(related),
    properties: {
      verdict,
      ...(confidence !== undefined && { confidence }),
      ...(judged && { calibrated: judged.calibrated }),
      // Viewers list each related location beside the finding, and these say nothing of it.
      ...(lookedAt.length > 0 && {
        alsoLookedAt: lookedAt.map((one, at) => related(one, deciding.length + at)),
      }),
    },
  };
}

function notScoredNotice({ name, report }: FactCheckExport): Notification[] {
  if (report.statements.length > 0) return [];
  const why = report.notScored ?? 'the text holds no statement.';
  return [
    {
      level: 'warning',
      message: { text: `Not scored: ${why}` },
      locations: [{ physicalLocation: { artifactLocation: artifact(name) } }],
    },
  ];
}

/**
 * Fact-checks as a SARIF 2.1.0 log: contradicted claims are failures, those that are not decided stay open. A text that was
 * not scored is a warning of the run, so that a log without results does not pass for a clean one.
 */
export function factCheckSarif(checked: readonly FactCheckExport[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Attest',
            version,
            semanticVersion: version,
            rules: [
              {
                id: rule,
                name: 'GuidelineClaim',
                shortDescription: { text: 'A claim compared with the passages of the guideline library.' },
                help: { text: 'See docs/rules/guideline-claim.md in the Attest package.' },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: checked.flatMap(notScoredNotice) },
        ],
        results: checked.flatMap((one) => one.report.statements.map((statement) => result(statement, one))),
      },
    ],
  };
}
