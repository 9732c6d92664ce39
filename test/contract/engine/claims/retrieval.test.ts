import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, FactCheckedStatement } from '../../../../src/engine/engine';
import { indexedEngine, type IndexedEngine } from './indexed-engine';

// A library in which likeness alone finds the wrong passages: a dozen speak of the patients of the claim, and what it says
// stands in two others, of which only the first shares words with it.
const who = 'Patients after kidney transplantation receive tacrolimus as calcineurin inhibitor.';
const monitoring = 'Tacrolimus trough levels are measured twice weekly at first.';
const wards = Array.from({ length: 12 }, (_, at): [string, string] => [
  `ward-${at}.md`,
  `# Transplantation ward ${at}\n\nPatients after kidney transplantation are seen on ward ${at} each month. ` +
    `Patients after kidney transplantation on ward ${at} need a trained nurse. ` +
    `Monitoring of patients after kidney transplantation on ward ${at} is done by the renal team.\n`,
]);

// A section of two passages: search gives the one that speaks of the claim throughout, and the other one decides.
const bridging = 'Bridging ends on the second day in range.';
const warfarin =
  Array.from(
    { length: 6 },
    (_, at) =>
      `Bridging of warfarin with heparin until the INR is in range is planned at the second visit in clinic ${at + 1}, by day. `,
  ).join('') +
  Array.from(
    { length: 9 },
    (_, at) =>
      `The building opens on weekday mornings at the east gate, where bus ${at + 1} stops and a porter waits. `,
  ).join('') +
  bridging;

const omeprazole = 'Omeprazole 20 mg once daily heals duodenal ulcers.';
const documents: Record<string, string> = {
  ...Object.fromEntries(wards),
  'who.md': `# Immunosuppression\n\n${who}\n`,
  'monitoring.md': `# Levels of medicines\n\n${monitoring}\n`,
  'warfarin.md': `# Anticoagulation\n\n## Warfarin\n\n${warfarin}\n`,
  'formulary.md': `# Formulary\n\n${omeprazole} Capsules are swallowed whole in the morning.\n`,
  'card.md': `# Pocket card\n\nEndoscopy is done within two weeks. ${omeprazole}\n`,
};

describe('evidence for a claim, from a library on disk', () => {
  let indexed: IndexedEngine;
  let engine: Engine;
  let root: string;

  beforeAll(async () => {
    indexed = await indexedEngine(documents);
    ({ engine, root } = indexed);
  });

  afterAll(() => indexed.close());

  async function checked(claim: string): Promise<FactCheckedStatement> {
    const { statements } = await engine.factCheck(claim);
    const [statement] = statements;
    if (!statement || statements.length > 1) throw new Error('not one claim');
    return statement;
  }

  it('is searched again with what the first finds name, and that is read', async () => {
    const { verdict, abstained, citations, evidence } = await checked(
      'Patients after kidney transplantation have their calcineurin inhibitor monitored twice weekly.',
    );
    const found = evidence.find(({ citation }) => citation.quote === monitoring);
    expect(found?.verdict).not.toBe('not-read');
    expect(evidence.map(({ citation }) => citation.quote)).toContain(who);
    // Twelve passages that share more words say nothing of it, and without this one it was “not addressed”.
    expect(verdict).toBe('not-sure');
    expect(citations[0]?.quote).toBe(monitoring);
    expect(abstained).toContain('tacrolimus');
  });

  it('holds the passages beside those that were found', async () => {
    const { evidence } = await checked(
      'Bridging of warfarin with heparin ends on the second day of an INR in range.',
    );
    expect(evidence.map(({ citation }) => citation.quote)).toContain(bridging);
  });

  it('holds an equal sentence of two documents once, with both places', async () => {
    const { verdict, evidence } = await checked(omeprazole);
    const same = evidence.filter(({ citation }) => citation.quote === omeprazole);
    expect(verdict).toBe('supported');
    expect(same).toHaveLength(1);
    const places = same.flatMap(({ citation, also }) => [citation.document, ...also]);
    expect(places.sort()).toEqual(['card.md', 'formulary.md'].map((name) => join(root, 'guidelines', name)));
  });
});
