import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Citation } from '../../../../src/core/evidence/citations/citation';
import { isVerbatim } from '../../../../src/core/evidence/citations/verbatim';
import { createEngine } from '../../../../src/engine/create-engine';
import type { Engine, PlanReport } from '../../../../src/engine/engine';
import { memoryLog } from '../../library/fixtures';
import { indexedEngine, type IndexedEngine } from './indexed-engine';

const sampleClinic = join(import.meta.dirname, '../../../../media/sample-clinic');
const text =
  'Amlodipine is started at 50 mg once daily. Ramipril 2.5 mg once daily is the first dose. Does it help? ' +
  'Omeprazole protects the stomach of patients who take naproxen, and metformin is stopped below an eGFR of 30.';

describe('claims on the sample clinic’s library, with the verifier that ships', () => {
  let indexed: IndexedEngine;
  let engine: Engine;
  let root: string;

  beforeAll(async () => {
    indexed = await indexedEngine(join(sampleClinic, 'guidelines'));
    ({ engine, root } = indexed);
  });

  afterAll(() => indexed.close());

  it('quote only what stands word for word in the stored version: the rate is 1', async () => {
    const { statements } = await engine.factCheck(text);
    const { citations } = await engine.ask('What is the starting dose of amlodipine?');
    const cited: Citation[] = [
      ...statements.flatMap((one) => [...one.citations, ...one.evidence.map(({ citation }) => citation)]),
      ...citations,
    ];
    const verbatim = await Promise.all(
      cited.map(async (citation) => {
        const held = await engine.documentText(citation.document);
        return isVerbatim(citation, { text: held.text, version: held.entry.version });
      }),
    );
    expect(cited.length).toBeGreaterThan(5);
    expect(verbatim.filter(Boolean).length / cited.length).toBe(1);
  });

  it('come one after the other, and a wrong dose is contradicted', async () => {
    const pending: (number | undefined)[] = [];
    const { statements } = await engine.factCheck(text, undefined, (report) => pending.push(report.pending));
    expect(pending.at(-1)).toBeUndefined();
    expect(pending.length).toBe(statements.filter(({ explanation }) => !/question/.test(explanation)).length);
    expect(statements[0]).toMatchObject({ verdict: 'contradicted' });
    expect(statements[2]).toMatchObject({ verdict: 'not-scored' });
  });

  it.each([
    ['2026-09-14-diabetes-hypertension', 'amlodipine 50 mg once daily'],
    ['2026-11-16-heart-failure', 'Continue ramipril 10 mg once daily.'],
  ])(
    'find the planted error of the plan of %s as its first failing step, and none in the clean note',
    async (visit, words) => {
      const verified = async (name: string): Promise<PlanReport> => {
        const note = join(sampleClinic, 'visits', visit, name);
        return engine.verifyPlan({ note, text: readFileSync(note, 'utf8'), sources: [] });
      };
      const { statements, firstFailing = -1, score } = await verified('visit.note.md');
      expect(statements[firstFailing]?.text).toContain(words);
      expect(statements.slice(0, firstFailing).map(({ verdict }) => verdict)).not.toContain('contradicted');
      // Null where the rule that found it was not measured, and then only.
      const own = statements[firstFailing]?.score ?? null;
      expect(score === null).toBe(own === null);
      expect(score ?? 0).toBeLessThanOrEqual(0.5);
      const clean = await verified('clean.note.md');
      expect(clean.firstFailing).toBeUndefined();
      expect(clean.statements.length).toBeGreaterThan(7);
    },
  );

  it('are not scored against an empty library', async () => {
    const empty = await createEngine({
      library: join(root, 'empty'),
      models: join(root, 'models'),
      log: memoryLog(),
    });
    expect(await empty.factCheck(text)).toMatchObject({ verdict: 'not-scored', statements: [] });
    await empty.close();
  });

  it('beside evidence get probabilities that add up, and a quote of the evidence', async () => {
    const evidence = 'He quit smoking in 2010. His pulse was 72.';
    const { probabilities, quote } = await engine.verify(evidence, 'He is a former smoker.');
    const { supported, contradicted, notAddressed } = probabilities;
    expect(supported + contradicted + notAddressed).toBeCloseTo(1, 6);
    expect(evidence).toContain(quote);
    expect((await engine.verify(evidence, 'His pulse was 92.')).verdict).not.toBe('supported');
  });
});
