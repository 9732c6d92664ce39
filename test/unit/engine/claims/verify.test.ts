import { describe, expect, it } from 'vitest';
import { verify } from '../../../../src/engine/claims/verify';

describe('what cannot be compared is not scored, and says why', () => {
  const takes = 'He takes metformin 500 mg twice daily.';
  const german = 'Der Patient klagt seit drei Tagen über starke Schmerzen in der Brust und hat hohes Fieber.';

  it.each([
    [german, takes, 'the evidence'],
    [takes, german, 'the claim'],
  ])('for its language: %s', async (evidence, claim, what) => {
    const report = await verify(evidence, claim);
    expect(report).toMatchObject({ verdict: 'not-scored', quote: '' });
    expect(report.abstained).toContain(`${what} seems to be in German`);
  });

  it('but of a question nothing is sure, and why is said', async () => {
    const report = await verify(takes, 'Does he take metformin 500 mg?');
    expect(report.verdict).toBe('not-sure');
    expect(report.abstained).toContain('question');
  });

  it.each(['Stop metformin 500 mg.', 'I think metformin 500 mg twice daily is taken.'])(
    'but an order or an opinion is read, and not borne out by what is so: %s',
    async (claim) => {
      expect((await verify(takes, claim)).verdict).toBe('not-sure');
    },
  );

  it('and the same order bears an order out, whatever dose it is raised to later', async () => {
    const start = 'Start amlodipine 5 mg once daily.';
    const guideline = `${start} Increase to amlodipine 10 mg once daily after 4 weeks. The maximum is amlodipine 10 mg.`;
    expect((await verify(guideline, start)).verdict).toBe('supported');
  });

  it('and an order with another dose is contradicted, and a plain claim is compared', async () => {
    expect((await verify(takes, 'Continue metformin 850 mg twice daily.')).verdict).toBe('contradicted');
    expect((await verify(takes, 'He takes metformin 500 mg.')).verdict).toBe('supported');
    expect((await verify(takes, 'He takes metformin 850 mg.')).verdict).toBe('contradicted');
  });
});

describe('of a claim of several parts the worst decides', () => {
  const note =
    'He has a fever and a cough, no rash. He takes metformin 500 mg twice daily and ramipril 5 mg daily.';

  it.each([
    ['He has a fever and a rash.', 'contradicted'],
    ['He has a fever and a cough.', 'supported'],
    ['He takes metformin 850 mg twice daily and ramipril 5 mg daily.', 'contradicted'],
    // Nothing is said of headache: no part speaks against it, and not all are borne out.
    ['He has a fever and a headache.', 'not-sure'],
  ])('%s', async (claim, verdict) => {
    expect(await verify(note, claim)).toMatchObject({ verdict });
  });

  it('is supported where each part is, though no sentence says both', async () => {
    const apart = 'He takes metformin 500 mg twice daily. He lives alone. He takes ramipril 5 mg.';
    expect((await verify(apart, 'He takes metformin 500 mg and ramipril 5 mg.')).verdict).toBe('supported');
  });

  it('quotes the words that decide the part', async () => {
    const { quote } = await verify(`${note} He lives alone.`, 'He lives alone and has a rash.');
    expect(quote).toContain('no rash');
  });

  it('but leaves parts that name a side each to a reader: one may say of what the other speaks', async () => {
    const scan = 'Right kidney with mild hydronephrosis, left kidney small.';
    const claim = 'The left kidney is small, and the right one is dilated.';
    expect((await verify(scan, claim)).verdict).not.toBe('contradicted');
  });
});
