import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { overlaps, type Span } from '../../../../src/core/text/span';
import type { Finding } from '../../../../src/core/verdicts/finding';
import { severityRank } from '../../../../src/core/verdicts/severity';
import { NoteChecker } from '../../../../src/engine/note/check';
import { SourceReader } from '../../../../src/engine/note/source-reader';

interface PlantedError {
  kind: string;
  text: string;
  right: string;
  rule?: string;
  also?: string[];
}

interface Planted {
  notes: { note: string; source: string; errors: PlantedError[] }[];
  summaries: { summary: string; source: string; errors: PlantedError[] }[];
}

const clinic = join(import.meta.dirname, '../../../../media/sample-clinic');
const read = (path: string): string => readFileSync(join(clinic, path), 'utf8');
const planted = JSON.parse(read('planted-errors.json')) as Planted;

function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

const loud = (finding: Finding): boolean => severityRank[finding.severity] < severityRank.hint;
const needsNoLibrary = ({ rule }: PlantedError): boolean => !rule?.startsWith('guideline/');

const checker = new NoteChecker(new SourceReader());

/** What is found without a library. */
async function findingsOf(path: string, text: string, source: string): Promise<Finding[]> {
  const sources = [{ document: '/visit.transcript.txt', text: source }];
  return (await checker.check({ note: `/${path}`, text, sources })).findings;
}

const texts = [
  ...planted.notes.map(({ note, source, errors }) => ({ path: note, source, errors })),
  ...planted.summaries.map(({ summary, source, errors }) => ({ path: summary, source, errors })),
];

describe.each(texts)('$path against its transcript', ({ path, source, errors }) => {
  const note = read(path);
  const transcript = read(source);
  let findings: Finding[];
  beforeAll(async () => {
    findings = await findingsOf(path, note, transcript);
  });

  it.each(errors.filter(needsNoLibrary))('finds the planted $kind: "$text"', ({ text, rule }) => {
    const found = findings.filter((finding) => overlaps(finding, spanOf(note, text)));
    expect(found.map(({ rule: code }) => code)).toContain(rule ?? 'faithfulness/value');
  });

  it('shows the sentence of evidence for each that was compared with something', () => {
    for (const finding of findings.filter(loud).filter(({ verdict }) => verdict === 'contradicted')) {
      expect(finding.citations.length).toBeGreaterThan(0);
      for (const { kind, start, end, quote } of finding.citations) {
        expect((kind === 'note' ? note : transcript).slice(start, end)).toBe(quote);
      }
    }
  });

  it('raises nothing louder than a hint elsewhere', () => {
    const places = errors.map(({ text }) => spanOf(note, text));
    const elsewhere = findings
      .filter(loud)
      .filter((finding) => !places.some((place) => overlaps(place, finding)));
    expect(elsewhere.map(({ rule, text }) => `${rule} ${text}`)).toEqual([]);
  });
});

describe.each(texts)('$path against itself', ({ path }) => {
  it('is faithful but where it contradicts itself', async () => {
    const findings = await findingsOf(path, read(path), read(path));
    const contradictsItself = ({ also }: Finding): boolean =>
      also.some((rule) => rule.startsWith('consistency/'));
    const unfaithful = findings.filter(({ axis }) => axis === 'faithfulness');
    expect(unfaithful.filter((finding) => !contradictsItself(finding))).toEqual([]);
  });
});

describe.each(planted.notes)('the clean note beside $note', ({ note, source }) => {
  it('has no finding above a hint', async () => {
    const path = join(dirname(note), 'clean.note.md');
    const findings = await findingsOf(path, read(path), read(source));
    expect(findings.filter(loud).map(({ rule, text }) => `${rule} ${text}`)).toEqual([]);
  });
});
