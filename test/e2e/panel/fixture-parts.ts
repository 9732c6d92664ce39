import type { FactCheckedStatement } from '../../../src/engine/engine';
import type { Citation } from '../../../src/core/evidence/citations/citation';
import type { Finding } from '../../../src/core/verdicts/finding';
import type { Verdict } from '../../../src/core/verdicts/verdict';

const version = 'a'.repeat(64);
/** The note that the panel is of. */
export const noteUri = 'file:///clinic/visits/visit-1.note.md';

/** A claim that is one piece of its text, with its citations as the evidence that was looked at. */
export function claim(
  one: Omit<FactCheckedStatement, 'spans' | 'own' | 'evidence' | 'confidence'> & { confidence?: number },
): FactCheckedStatement {
  const { start, end, verdict, citations } = one;
  return {
    ...one,
    confidence: 0.91,
    spans: [{ start, end }],
    own: { start, end },
    evidence: citations.map((citation) => ({
      citation,
      verdict: verdict === 'not-scored' ? 'not-sure' : verdict,
      confidence: 0.91,
      also: [],
    })),
  };
}

/** The claim with one more passage, which was found and not read. */
export function withUnread(one: FactCheckedStatement, citation: Citation): FactCheckedStatement {
  const said = { verdict: 'not-read', abstained: 'Better passages were read.' } as const;
  return { ...one, evidence: [...one.evidence, { citation, ...said, also: [] }] };
}

/** A citation of a library document or, with `kind: 'source'`, of a transcript. */
export function citation(part: Partial<Citation> & Pick<Citation, 'title' | 'quote'>): Citation {
  return {
    kind: 'library',
    document: `/clinic/guidelines/${part.title}`,
    version,
    section: [],
    start: 100,
    end: 100 + part.quote.length,
    ...part,
  };
}

/** The source of the fixture note. */
export const transcript = citation({
  kind: 'source',
  title: 'visit-1.transcript.txt',
  document: '/clinic/visits/visit-1.transcript.txt',
  quote: 'Let’s start you on lisinopril, ten milligrams once a day, and see how the pressure does.',
});

/** A finding of the fixture note, with what differs. */
export function finding(part: Partial<Finding> & Pick<Finding, 'text' | 'message' | 'fingerprint'>): Finding {
  return {
    rule: 'faithfulness/value',
    axis: 'faithfulness',
    verdict: 'contradicted',
    severity: 'error',
    harm: 2,
    also: [],
    confidence: 0.9,
    citations: [transcript],
    fixes: [],
    start: 240,
    end: 240 + part.text.length,
    statement: { start: 220, end: 300 },
    ...part,
  };
}

/** A sentence that is scored. */
export function sentence(text: string, verdict: Verdict, citations: Citation[] = [transcript]) {
  return { text, verdict, citations, confidence: 0.8, start: 0, end: text.length };
}

/** A document of the library. */
export function entry(
  title: string,
  path: string,
  format: 'pdf' | 'docx' | 'html' | 'markdown',
  passages: number,
) {
  return { path, title, format, passages };
}
