import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { overlaps, type Span } from '../../../../src/core/text/span';
import type { Finding } from '../../../../src/core/verdicts/finding';
import { severityRank } from '../../../../src/core/verdicts/severity';
import { findingsOf } from '../check-in';

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
const isFaithfulness = ({ rule }: PlantedError): boolean => rule?.startsWith('faithfulness/') ?? true;

const texts = [
  ...planted.notes.map(({ note, source, errors }) => ({ path: note, source, errors })),
  ...planted.summaries.map(({ summary, source, errors }) => ({ path: summary, source, errors })),
];

describe.each(texts)('$path against its transcript', ({ path, source, errors }) => {
  const note = read(path);
  const transcript = read(source);
  const findings = findingsOf(note, transcript);

  it.each(errors.filter(isFaithfulness))('finds the planted $kind: "$text"', ({ text, rule }) => {
    const found = findings.filter((finding) => overlaps(finding, spanOf(note, text)));
    expect(found.map(({ rule: code }) => code)).toContain(rule ?? 'faithfulness/value');
    expect(found.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('shows the sentence of evidence for each', () => {
    for (const finding of findings.filter(loud)) {
      expect(finding.citations.length).toBeGreaterThan(0);
      for (const { start, end, quote } of finding.citations) {
        expect(transcript.slice(start, end)).toBe(quote);
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
  it('has no finding at all', () => {
    expect(findingsOf(read(path), read(path))).toEqual([]);
  });
});

describe.each(planted.notes)('the clean note beside $note', ({ note, source }) => {
  it('has no finding above a hint', () => {
    const findings = findingsOf(read(join(dirname(note), 'clean.note.md')), read(source));
    expect(findings.filter(loud).map(({ rule, text }) => `${rule} ${text}`)).toEqual([]);
  });
});
