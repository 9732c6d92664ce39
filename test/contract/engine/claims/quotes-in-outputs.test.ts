import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Location, Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EvidenceText } from '../../../../src/cli/evidence-text';
import { factCheckShape } from '../../../../src/cli/shapes';
import { reasonText } from '../../../../src/cli/statement-text';
import type { Citation } from '../../../../src/core/evidence/citations/citation';
import { isVerbatim } from '../../../../src/core/evidence/citations/verbatim';
import type { ClaimEvidence, Engine, FactCheckReport, PlanReport } from '../../../../src/engine/engine';
import { exportFactCheck } from '../../../../src/engine/fact-check-export/formats';
import { factCheckResult } from '../../../../src/engine/tools/tool-results';
import { factCheckScreen } from '../../../../webview/view-model/fact-check';
import { emptyPanel, stocked } from '../../../unit/webview/view-model/models';
import { indexedEngine, type IndexedEngine } from './indexed-engine';

// Everything that tempts a front door to change a quote: line breaks of Windows, marks of Markdown and HTML, a blank that does not
// break, letters of two code units, a table, a sentence too long for a line, and a date that stands in no text.
const documents: Record<string, string> = {
  'crlf.md':
    '# Gout 😀\r\n\r\nUpdated: 2024\r\n\r\nAllopurinol 100\u00a0mg once daily is *started* after the\r\nattack in adults [1A]. Colchicine 500 micrograms twice daily prevents flares (Grade B).\r\n',
  'copy.md': '# Gout again\n\nColchicine 500 micrograms twice daily prevents flares (Grade B).\n',
  'page.html':
    '<html><head><title>Migraine &amp; more</title><meta name="date" content="2022-02-02"></head><body><h1>Migraine &amp; more</h1>' +
    '<p>Propranolol 80&nbsp;mg prevents migraine &lt;in adults&gt;. Topiramate is contraindicated in pregnancy.</p>' +
    '<table><tr><th>Medicine</th><th>Dose</th></tr><tr><td>Sumatriptan</td><td>50 mg in acute migraine</td></tr></table></body></html>',
  'long.txt': `HYPERTENSION\nIssued June 2021\n\nAmlodipine 5 mg once daily is started in hypertension, ${'which is measured at home in the morning and in the evening, '.repeat(8)}and is raised after four weeks.\n`,
};
const claims =
  'Allopurinol 100 mg once daily is started after the attack. Colchicine 500 micrograms twice daily prevents flares. ' +
  'Propranolol 80 mg prevents migraine. Topiramate is not contraindicated in pregnancy. Sumatriptan 50 mg is given in acute migraine. ' +
  'Amlodipine 50 mg once daily is started in hypertension. Leeches cure the plague.';
const plan = `# Assessment and plan\n\n- Gout: Colchicine 500 micrograms twice daily prevents flares.\n- Hypertension: Start amlodipine 50 mg once daily.\n`;

/** A quote as an output holds it, with where it says that it stands. */
type Quoted = Pick<Citation, 'document' | 'quote' | 'start' | 'end'>;

const flat = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

describe('quotes in what is given out: the rate of those that stand word for word in the stored version is 1', () => {
  let indexed: IndexedEngine;
  let engine: Engine;
  let root: string;
  let report: FactCheckReport;
  let planned: PlanReport;

  beforeAll(async () => {
    indexed = await indexedEngine(documents);
    ({ engine, root } = indexed);
    report = await engine.factCheck(claims);
    planned = await engine.verifyPlan({ note: join(root, 'plan.md'), text: plan, sources: [] });
  });

  afterAll(() => indexed.close());

  /** The share of quotes that stand at their place in the text that the library holds. */
  async function rateOf(quoted: readonly Quoted[]): Promise<number> {
    const right = await Promise.all(
      quoted.map(async ({ document, quote, start, end }) => {
        const { text } = await engine.documentText(document);
        return quote !== '' && text.slice(start, end) === quote;
      }),
    );
    return right.filter(Boolean).length / quoted.length;
  }

  /** The same for an output for people, which puts a quote on one line: white space apart. */
  async function rateOnLines(quotes: readonly string[]): Promise<number> {
    const texts = await Promise.all(
      Object.keys(documents).map(async (name) =>
        flat((await engine.documentText(join(root, 'guidelines', name))).text),
      ),
    );
    const right = quotes.filter((quote) => quote !== '' && texts.some((text) => text.includes(quote)));
    return right.length / quotes.length;
  }

  const quotesOf = ({ statements }: FactCheckReport | PlanReport): Citation[] =>
    statements.flatMap((one) => [...one.citations, ...one.evidence.map(({ citation }) => citation)]);

  it('in reports to the panel, version and all', async () => {
    const quoted = [...quotesOf(report), ...quotesOf(planned)];
    const right = await Promise.all(
      quoted.map(async (citation) => {
        const { text, entry } = await engine.documentText(citation.document);
        return isVerbatim(citation, { text, version: entry.version });
      }),
    );
    expect(new Set(quoted.map(({ document }) => document)).size).toBe(Object.keys(documents).length);
    expect(right.filter(Boolean).length / quoted.length).toBe(1);
    expect(await rateOf(quoted)).toBe(1);
  });

  it('in what the panel draws', async () => {
    const screen = factCheckScreen({
      ...emptyPanel,
      library: stocked,
      factCheck: { state: 'done', value: report },
    });
    if (screen.kind !== 'ready') throw new Error(screen.kind);
    const views = screen.cards.flatMap(({ evidence, others }) => [...evidence, ...others]);
    expect(views).toHaveLength(report.statements.flatMap(({ evidence }) => evidence).length);
    expect(await rateOf(views.map(({ view }) => view.citation))).toBe(1);
    // A table's row is drawn without its bars.
    const drawn = views.filter(({ view }) => !view.citation.quote.includes(' | '));
    expect(drawn.length).toBeGreaterThan(5);
    expect(await rateOnLines(drawn.map(({ view }) => flat(view.quote)))).toBe(1);
  });

  it('in Markdown', async () => {
    const markdown = exportFactCheck({ report, format: 'markdown', name: 'visit.md', text: claims });
    // The first line of each block of a quote; below it stand its place and what it says.
    const quotes = [...markdown.matchAll(/^ {2}> (.*)\n {2}>\n/gm)].map(([, line = '']) =>
      line.replace(/\\(.)/g, '$1'),
    );
    expect(quotes).toHaveLength(report.statements.flatMap(({ evidence }) => evidence).length);
    expect(await rateOnLines(quotes)).toBe(1);
  });

  it('in JSON, of the panel and of the shell', async () => {
    const exported = JSON.parse(
      exportFactCheck({ report, format: 'json', name: 'visit.md', text: claims }),
    ) as FactCheckReport;
    expect(await rateOf(quotesOf(exported))).toBe(1);
    const shape = JSON.parse(JSON.stringify(factCheckShape(report))) as {
      statements: { citations: Quoted[]; evidence: (Quoted & Partial<ClaimEvidence>)[] }[];
    };
    const shell = shape.statements.flatMap(({ citations, evidence }) => [
      ...citations,
      ...evidence.map((one) => one.citation ?? one),
    ]);
    expect(shell.length).toBe(quotesOf(report).length);
    expect(await rateOf(shell)).toBe(1);
  });

  it('in SARIF', async () => {
    const log = JSON.parse(
      exportFactCheck({ report, format: 'sarif', name: 'visit.md', text: claims }),
    ) as Log;
    const results = log.runs[0]?.results ?? [];
    const places = results.flatMap(({ relatedLocations = [], properties }) => [
      ...relatedLocations,
      ...((properties?.['alsoLookedAt'] as Location[] | undefined) ?? []),
    ]);
    const quoted = places.map(({ physicalLocation }): Quoted => {
      const { charOffset = -1, charLength = 0, snippet } = physicalLocation?.region ?? {};
      return {
        document: fileURLToPath(physicalLocation?.artifactLocation?.uri ?? ''),
        quote: snippet?.text ?? '',
        start: charOffset,
        end: charOffset + charLength,
      };
    });
    expect(quoted).toHaveLength(report.statements.flatMap(({ evidence }) => evidence).length);
    expect(await rateOf(quoted)).toBe(1);
  });

  it('in the text of the shell, where a long one is cut at its end', async () => {
    const text = [...report.statements, ...planned.statements]
      .map((one) => reasonText(one, new EvidenceText(), 3))
      .join('');
    const quotes = [...text.matchAll(/^ {4}“(.*)”$/gm)].map(([, line = '']) => line.replace(/ …$/, ''));
    const cited = [...report.statements, ...planned.statements].flatMap(({ citations }) =>
      citations.slice(0, 3),
    );
    expect(quotes).toHaveLength(cited.length);
    expect(text).toContain(' …”');
    expect(await rateOnLines(quotes)).toBe(1);
  });

  it('in what agents get over MCP', async () => {
    const { items } = factCheckResult(report) as { items: readonly { citations?: Quoted[] }[] };
    const quoted = items.flatMap(({ citations = [] }) => citations);
    expect(quoted.length).toBeGreaterThan(4);
    expect(await rateOf(quoted)).toBe(1);
  });

  it('in answers', async () => {
    const { citations, answer } = await engine.ask('What prevents flares of gout?');
    expect(citations.length).toBeGreaterThan(0);
    expect(await rateOf(citations)).toBe(1);
    const lines = [...answer.matchAll(/^> (.*) \[\d+\]$/gm)].map(([, line = '']) =>
      line.replace(/\\(.)/g, '$1'),
    );
    expect(lines).toHaveLength(citations.length);
    expect(await rateOnLines(lines.map(flat))).toBe(1);
  });
});
