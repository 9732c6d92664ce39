import { describe, expect, it } from 'vitest';
import type { LabelShares } from '../../../../src/core/verdicts/calibration';
import { factCheck } from '../../../../src/engine/claims/fact-check';
import type { ClaimEvidence } from '../../../../src/engine/engine';
import { sure, tools } from './library-double';

const silent = (): LabelShares => sure('notAddressed');

async function evidenceOf(
  claim: string,
  library: Record<string, string>,
  says: (evidence: string, claim: string) => LabelShares = silent,
) {
  const { statements } = await factCheck(claim, tools(library, says));
  const [statement] = statements;
  expect(statements).toHaveLength(1);
  return { statement, evidence: statement?.evidence ?? [] };
}

const quotes = (evidence: readonly ClaimEvidence[]): string[] =>
  evidence.map(({ citation }) => citation.quote);

describe('what a second look finds', () => {
  const first = 'Patients with a new liver receive ciclosporin as their immunosuppressant.';
  const second = 'Ciclosporin trough levels are measured each Monday.';
  const noise = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `Ward ${at}`,
      `Patients with a new liver are seen on ward ${at} by a nurse. Patients with a new liver sleep on ward ${at}.`,
    ]),
  );
  const library = { ...noise, Who: first, Monitoring: second };
  const claim = 'Patients with a new liver have their immunosuppressant checked each Monday.';

  it('is read together with the sentence that led to it, and leaves the claim open', async () => {
    const read: string[] = [];
    const { statement, evidence } = await evidenceOf(claim, library, (text) => {
      read.push(text);
      return sure(text.includes(first) && text.includes(second) ? 'supported' : 'notAddressed');
    });
    expect(read.some((text) => text.includes(first) && text.includes(second))).toBe(true);
    expect(statement?.verdict).toBe('not-sure');
    expect(statement?.abstained).toMatch(/c[iy]closporin/);
    expect(statement?.abstained).toContain('Who');
    expect(statement?.citations.map(({ quote }) => quote)).toEqual([second]);
    expect(quotes(evidence)).toContain(first);
  });

  it('is shown as looked at where it says nothing of the claim', async () => {
    const { statement, evidence } = await evidenceOf(claim, library);
    expect(statement?.verdict).toBe('not-addressed');
    expect(evidence.find(({ citation }) => citation.quote === second)?.verdict).toBe('not-addressed');
  });

  it('is not searched on where it speaks of another named thing than the claim', async () => {
    const { evidence } = await evidenceOf('Patients with a new liver have migraine each Monday.', library);
    expect(quotes(evidence)).not.toContain(second);
  });
});

describe('equal sentences of several documents', () => {
  const said = 'Omeprazole 20 mg once daily heals duodenal ulcers.';
  const claim = 'Omeprazole 20 mg once daily heals duodenal ulcers.';

  it('are one piece of evidence, which says where else it stands', async () => {
    const { statement, evidence } = await evidenceOf(claim, {
      Formulary: `${said} It is taken in the morning.`,
      'Pocket card': `Endoscopy is done within two weeks. ${said}`,
    });
    expect(statement?.verdict).toBe('supported');
    const same = evidence.filter(({ citation }) => citation.quote === said);
    expect(same).toHaveLength(1);
    const [one] = same;
    expect([one?.citation.document, ...(one?.also ?? [])].sort()).toEqual([
      '/Formulary.md',
      '/Pocket card.md',
    ]);
  });

  it('stay apart where their headings speak of other patients', async () => {
    const { evidence } = await evidenceOf(claim, { 'Ulcers in children': said, Formulary: said });
    expect(evidence.filter(({ citation }) => citation.quote === said)).toHaveLength(2);
  });

  it('stay apart where one stands under what is not to be done', async () => {
    const { statement, evidence } = await evidenceOf(claim, {
      Myths: `The following are no longer held to be true. ${said}`,
      Formulary: `Endoscopy is done within two weeks. ${said}`,
    });
    expect(evidence.filter(({ citation }) => citation.quote === said)).toHaveLength(2);
    expect(statement?.verdict).toBe('supported');
  });

  it('stay apart where they reach back to what stands before them', async () => {
    const dose = 'The dose of this tablet is 20 mg of omeprazole at night.';
    const { evidence } = await evidenceOf('The dose of the tablet is 20 mg of omeprazole at night.', {
      A: `Losec is for ulcers. ${dose}`,
      B: `Losec MUPS is for reflux. ${dose}`,
    });
    expect(evidence.filter(({ citation }) => citation.quote === dose)).toHaveLength(2);
  });
});

describe('abbreviations in a claim', () => {
  const verdictOf = async (claim: string, said: string) =>
    (await evidenceOf(claim, { Guide: said })).statement?.verdict;

  it.each([
    ['Beta-blockers reduce mortality in HF.', 'Beta-blockers reduce mortality in heart failure.'],
    ['AF is treated with apixaban.', 'Atrial fibrillation is treated with apixaban.'],
    [
      'Spironolactone is stopped if K is above 6.0 mmol/L.',
      'Spironolactone is stopped if potassium is above 6.0 mmol/L.',
    ],
    ['NSAIDs cause gastric ulcers.', 'Non-steroidal anti-inflammatory drugs cause gastric ulcers.'],
    ['ACE inhibitors cause cough.', 'Angiotensin-converting enzyme inhibitors cause cough.'],
  ])('are borne out by the long form: %s', async (claim, said) => {
    expect(await verdictOf(claim, said)).toBe('supported');
    expect(await verdictOf(said, claim)).toBe('supported');
  });

  it.each([
    ['PE is treated with apixaban.', 'Pulmonary embolism is treated with apixaban.'],
    ['The RA is dilated in tricuspid stenosis.', 'Rheumatoid arthritis is dilated in tricuspid stenosis.'],
    [
      'HF with preserved ejection fraction is treated with bisoprolol.',
      'Heart failure with reduced ejection fraction is treated with bisoprolol.',
    ],
    ['HFpEF is treated with bisoprolol.', 'HF is treated with bisoprolol in some.'],
    [
      'Spironolactone is stopped if K is above 6.0 mmol/L.',
      'Stop spironolactone if sodium is above 6.0 mmol/L.',
    ],
  ])('are not where they may mean something else: %s', async (claim, said) => {
    expect(await verdictOf(claim, said)).not.toBe('supported');
  });

  it('that mean several things still find what they may mean', async () => {
    const noise = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `Clinic ${at}`,
        `Apixaban is treated as a first choice in clinic ${at}.`,
      ]),
    );
    const said = 'Apixaban is given in pulmonary embolism at once.';
    const { evidence } = await evidenceOf('PE is treated with apixaban.', { ...noise, Lung: said });
    expect(quotes(evidence)).toContain(said);
  });
});
