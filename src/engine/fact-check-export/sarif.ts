import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, Result } from 'sarif';
import { version } from '../../../package.json';
import { headingPath } from '../../core/evidence/passages/heading-path';
import { LineIndex } from '../../core/text/line-index';
import { defaultSeverity } from '../../core/verdicts/severity';
import type { FactCheckedStatement } from '../engine';
import type { FactCheckExport } from './formats';

const rule = 'guideline/claim';
const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

function artifact(name: string): ArtifactLocation {
  return { uri: isAbsolute(name) ? pathToFileURL(name).href : encodeURI(name) };
}

function result(statement: FactCheckedStatement, { name, text }: FactCheckExport): Result {
  const { own, verdict, confidence, explanation, abstained, evidence, judged } = statement;
  const lines = text === undefined ? undefined : new LineIndex(text);
  const [from, to] = [lines?.position(own.start), lines?.position(own.end)];
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
          artifactLocation: artifact(name),
          region: {
            ...(from &&
              to && {
                startLine: from.line,
                startColumn: from.column,
                endLine: to.line,
                endColumn: to.column,
              }),
            charOffset: own.start,
            charLength: own.end - own.start,
          },
        },
      },
    ],
    relatedLocations: evidence.map(({ citation }, id) => ({
      id,
      message: { text: `${[citation.title, ...headingPath(citation)].join(', ')}: “${citation.quote}”` },
      physicalLocation: { artifactLocation: artifact(citation.document) },
    })),
    properties: {
      verdict,
      ...(confidence !== undefined && { confidence }),
      ...(judged && { calibrated: judged.calibrated }),
    },
  };
}

/** Fact-checks as a SARIF 2.1.0 log: contradicted claims are failures, those that are not decided stay open. */
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
        results: checked.flatMap((one) => one.report.statements.map((statement) => result(statement, one))),
      },
    ],
  };
}
