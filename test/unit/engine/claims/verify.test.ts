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
