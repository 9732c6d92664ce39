import { headingPath } from '../../core/evidence/passages/heading-path';
import type { ClaimEvidence, FactCheckedStatement } from '../engine';
import { byWeight } from './deciding';
import type { FactCheckExport } from './exported';

const verdictNames = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  'not-addressed': 'Not addressed',
  'not-sure': 'Not sure',
  'not-scored': 'Not scored',
  'not-read': 'Not read',
} as const;

/** One line, with the marks that Markdown and HTML would read escaped: texts of others stay texts. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function evidenceText({ citation, verdict, abstained, date, strength, also }: ClaimEvidence): string {
  const { title, page, document, version } = citation;
  const place = [
    title,
    headingPath(citation).join(' › '),
    page === undefined ? '' : `page ${page}`,
    date === undefined ? '' : `dated ${date}`,
    strength ?? '',
  ].filter((part) => part !== '');
  const lines = [
    `  > ${plain(citation.quote)}`,
    '  >',
    `  > — ${place.map(plain).join(', ')} · \`${document.replaceAll('`', "'")}\` (${version.slice(0, 12)})`,
    `  > ${verdictNames[verdict]}${abstained === undefined ? '' : `: ${plain(abstained)}`}`,
  ];
  if (also.length > 0) lines.push(`  > Nearly the same in: ${also.map(plain).join(', ')}`);
  return lines.join('\n');
}

function statementText(statement: FactCheckedStatement): string {
  const { text, verdict, confidence, explanation, abstained, judged } = statement;
  const own = judged ? (judged.calibrated ? ', calibrated' : ' by the model itself, not calibrated') : '';
  const sure =
    confidence === undefined || verdict === 'not-sure' ? '' : ` (confidence ${percent(confidence)}${own})`;
  const why = abstained !== undefined && abstained !== explanation ? ` ${plain(abstained)}` : '';
  const head = `- **${verdictNames[verdict]}**${sure}: ${plain(text)}\n  ${plain(explanation)}${why}`;
  const { deciding, lookedAt } = byWeight(statement);
  const rest =
    lookedAt.length > 0 ? ['  Also looked at, and decides nothing:', ...lookedAt.map(evidenceText)] : [];
  return [head, ...deciding.map(evidenceText), ...rest].join('\n\n');
}

/** A fact-check as Markdown: each claim with its verdict and the quotes that bear on it. */
export function factCheckMarkdown({ report, name }: FactCheckExport): string {
  const body =
    report.notScored === undefined
      ? report.statements.map(statementText).join('\n\n')
      : `Not scored: ${plain(report.notScored)}`;
  return `# Fact-check of ${plain(name)}\n\n${body}\n`;
}
