import { describe, expect, it } from 'vitest';
import { factCheck } from '../../../../src/engine/claims/fact-check';
import type { FactCheckedStatement } from '../../../../src/engine/engine';
import { sure, tools } from './library-double';

async function checked(
  claim: string,
  library: Record<string, string>,
  label: 'supported' | 'contradicted' = 'contradicted',
): Promise<FactCheckedStatement> {
  const { statements } = await factCheck(
    claim,
    tools(library, () => sure(label)),
  );
  const [statement] = statements;
  if (!statement || statements.length > 1) throw new Error('not one claim');
  return statement;
}

const inr = (range: string): string => `The target INR in mechanical mitral valves is ${range}.`;
const pressure = (target: string, whom = 'in diabetes'): string =>
  `The blood pressure target ${whom} is below ${target} mmHg.`;

describe('passages that disagree with each other', () => {
  it('are shown side by side where the claim holds a third value: it is wrong by either', async () => {
    const { verdict, disagreement, citations, evidence } = await checked(inr('2.0-3.0'), {
      National: `Published: March 2019\n\n${inr('2.5-3.5')}`,
      Local: `Published: June 2024\n\n${inr('3.0-4.0')}`,
    });
    expect({ verdict, disagreement }).toEqual({ verdict: 'contradicted', disagreement: true });
    expect(citations.map(({ quote }) => quote).sort()).toEqual([inr('2.5-3.5'), inr('3.0-4.0')]);
    expect(evidence.map(({ date }) => date).sort()).toEqual(['June 2024', 'March 2019']);
  });

  it('are where no passage decides the claim', async () => {
    const { verdict, disagreement, citations, abstained } = await checked(pressure('120/70'), {
      National: pressure('140/90'),
      Local: pressure('130/80'),
    });
    expect({ verdict, disagreement }).toEqual({ verdict: 'not-sure', disagreement: true });
    expect(citations.map(({ quote }) => quote).sort()).toEqual([pressure('130/80'), pressure('140/90')]);
    expect(abstained).toContain('disagree');
  });

  it('are where the claim is that of a passage with its patients in the heading', async () => {
    const said = (target: string): string =>
      `The blood pressure target is below ${target} mmHg in people with albuminuria.`;
    const library = { 'Chronic kidney disease': said('130/80'), 'Old letter': said('140/90') };
    for (const target of ['130/80', '140/90']) {
      const { verdict, disagreement } = await checked(pressure(target, 'in albuminuria'), library);
      expect({ verdict, disagreement }).toEqual({ verdict: 'not-sure', disagreement: true });
    }
  });

  it.each(['Children with diabetes', 'Diabetes in pregnancy', 'Older people with diabetes'])(
    'are not those of other patients: %s',
    async (title) => {
      const library = { Diabetes: pressure('130/80'), [title]: pressure('110/70') };
      const claimed = await checked(pressure('130/80'), library, 'supported');
      expect([claimed.verdict, claimed.disagreement]).toEqual(['supported', undefined]);
      const third = await checked(pressure('150/100'), library);
      expect(third.disagreement).toBeUndefined();
      expect(third.verdict).not.toBe('supported');
    },
  );

  it('are not those on other diseases, nor sentences of one document', async () => {
    const dose = (amount: string): string => `Ramipril ${amount} once daily is the target dose.`;
    const apart = await checked(dose('20 mg'), {
      'Heart failure': dose('10 mg'),
      'Diabetic nephropathy': dose('5 mg'),
    });
    expect(apart.disagreement).toBeUndefined();
    const one = await checked(inr('2.0-3.0'), { Local: `${inr('2.5-3.5')} ${inr('3.0-4.0')}` });
    expect(one.disagreement).toBeUndefined();
  });

  it('are not those of which one is a value in other words', async () => {
    const { disagreement } = await checked('Paracetamol 2 g is given every 6 hours.', {
      A: 'Paracetamol 1 g is given every 6 hours.',
      B: 'Paracetamol 1000 mg is given every 6 hours.',
    });
    expect(disagreement).toBeUndefined();
  });
});
