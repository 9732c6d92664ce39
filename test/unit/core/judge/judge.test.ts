import { describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../../src/core/judge/judge';
import type { OfflineVerdict } from '../../../../src/core/judge/judgement';
import type { JudgeEvidence } from '../../../../src/core/judge/judge-evidence';
import type { CheckerOpinion } from '../../../../src/core/verdicts/checker-opinion';
import type { Line } from '../../../support/scripted-model';
import { scriptedModel } from '../../../support/scripted-model';

const text =
  'Metformin is first choice in type 2 diabetes. Metformin is contraindicated at an eGFR under 30.\nRenal function is checked once a year.';

function evidenceOf(passage: string): JudgeEvidence {
  return {
    heading: 'Diabetes › Metformin',
    text: passage,
    cite: ({ start, end }) => ({
      kind: 'library',
      document: '/g/diabetes.md',
      title: 'Diabetes',
      version: 'v',
      section: [],
      start,
      end,
      quote: passage.slice(start, end),
    }),
  };
}

const unsure: OfflineVerdict = { verdict: 'not-sure', typed: false, citations: [] };
const statement = 'Metformin is not given below an eGFR of 30.';

function answer(verdict: string, quote: string, passageId = 'P1', reason = 'It says so.'): string {
  return JSON.stringify({ passageId, quote, reason, verdict });
}
const goodQuote = 'Metformin is contraindicated at an eGFR under 30.';

async function judged(
  lines: readonly Line[],
  {
    offline = unsure,
    claim = statement,
    samples = 1,
  }: { offline?: OfflineVerdict; claim?: string; samples?: number } = {},
) {
  const model = scriptedModel(lines);
  const judgement = await judgeStatement(model, claim, [evidenceOf(text)], offline, { samples });
  return { ...judgement, model };
}

describe('a verdict of the judge', () => {
  it('stands with its quote in the words of the document', async () => {
    const { verdict, citations, path, cost, explanation } = await judged([answer('supported', goodQuote)]);
    expect(explanation).toBe('The model’s reason, not checked: It says so.');
    expect(verdict).toBe('supported');
    expect(citations.map(({ quote }) => quote)).toEqual([goodQuote]);
    expect(path).toEqual([{ by: 'judge', verdict: 'supported' }]);
    expect(cost).toMatchObject({ calls: 1, promptTokens: 100, answerTokens: 10 });
  });

  it('may break lines and set quotation marks otherwise than the document', async () => {
    const { citations } = await judged([
      answer(
        'supported',
        '“Metformin is contraindicated at an eGFR  under 30. Renal function is checked once a year.”',
      ),
    ]);
    expect(citations).toHaveLength(1);
    expect(text).toContain(citations[0]?.quote);
  });

  it.each([
    ['an invented quote', answer('supported', 'Metformin must be stopped below 30.')],
    ['a quote under the wrong passage', answer('supported', goodQuote, 'P7')],
    ['a quote of one word', answer('supported', 'Metformin')],
    ['no quote', answer('supported', '')],
  ])('is taken back for %s, and the critic decides nothing alone', async (_, said) => {
    const { verdict, citations, explanation, path } = await judged([said, answer('not-sure', '')]);
    expect(verdict).toBe('not-sure');
    expect(citations).toEqual([]);
    expect(path[0]).toEqual({ by: 'judge', verdict: 'not-sure', withdrawn: 'supported' });
    expect(explanation).not.toBe('');
  });

  it('is taken back when its own quote gives another number', async () => {
    const { verdict, path } = await judged([answer('supported', goodQuote), answer('not-sure', '')], {
      claim: 'Metformin is not given below an eGFR of 45.',
    });
    expect(verdict).toBe('not-sure');
    expect(path[0]?.withdrawn).toBe('supported');
  });

  it('is taken back when a word of its own quote says otherwise, and a panel would not help', async () => {
    const yes = answer('supported', 'Renal function is checked once a year.');
    const { verdict, path, explanation } = await judged([yes, yes], {
      claim: 'Renal function is never checked.',
    });
    expect(verdict).toBe('not-sure');
    expect(path.map(({ by, withdrawn }) => [by, withdrawn])).toEqual([
      ['judge', 'supported'],
      ['critic', 'supported'],
    ]);
    expect(explanation).toContain('says otherwise');
  });

  it('does not count when the same is said of its reverse', async () => {
    const yes = Array<string>(3).fill(answer('supported', 'Renal function is checked once a year.'));
    const claim = 'Kidneys are looked after.';
    const { verdict, explanation, cost, model } = await judged(yes, { claim });
    expect(verdict).toBe('not-sure');
    expect(explanation).toContain('reverse');
    expect(cost.calls).toBe(3);
    expect(model.requests[2]?.messages.at(-1)?.content).toContain('Kidneys are not looked after.');
    const told = await judged([...yes.slice(0, 2), answer('contradicted', 'checked once a year')], { claim });
    expect(told.verdict).toBe('supported');
  });

  it('that says "not addressed" needs no quote', async () => {
    const { verdict, path } = await judged([answer('not-addressed', '', '')], {
      claim: 'Aspirin helps in gout.',
    });
    expect(verdict).toBe('not-addressed');
    expect(path).toHaveLength(1);
  });

  it('is not sure when the model answers no JSON, twice', async () => {
    const { verdict, explanation } = await judged(['I think it is fine.', 'Really.']);
    expect(verdict).toBe('not-sure');
    expect(explanation).toMatch(/did not answer/);
  });
});

describe('typed facts', () => {
  it('have a veto, and cost no call', async () => {
    const { verdict, model, path } = await judged([], {
      offline: { verdict: 'contradicted', typed: true, citations: [] },
    });
    expect(verdict).toBe('contradicted');
    expect(model.requests).toEqual([]);
    expect(path).toEqual([{ by: 'typed-facts', verdict: 'contradicted' }]);
  });
});

describe('escalation', () => {
  const decided: OfflineVerdict = { verdict: 'contradicted', typed: false, citations: [] };

  it('asks nobody else when the offline checkers say the same', async () => {
    const { path } = await judged([answer('contradicted', goodQuote)], { offline: decided });
    expect(path.map(({ by }) => by)).toEqual(['judge']);
  });

  it('asks a critic when they do not, and stops when judge and critic agree', async () => {
    const { path, verdict } = await judged([answer('supported', goodQuote), answer('supported', goodQuote)], {
      offline: decided,
    });
    expect(path.map(({ by }) => by)).toEqual(['judge', 'critic']);
    expect(verdict).toBe('supported');
  });

  it('asks a panel when judge and critic differ, and takes what all three say', async () => {
    const { path, verdict, cost } = await judged(
      [
        answer('supported', goodQuote),
        answer('not-addressed', '', ''),
        ...Array<string>(3).fill(answer('not-addressed', '', '')),
      ],
      { offline: decided },
    );
    expect(path.map(({ by }) => by)).toEqual(['judge', 'critic', 'strict-reader', 'sceptic', 'clinician']);
    expect(verdict).toBe('not-addressed');
    expect(cost.calls).toBe(5);
  });

  it('asks a moderator when the panel differs; a verdict that nobody gave is not sure', async () => {
    const votes = [
      answer('supported', goodQuote),
      answer('not-addressed', '', ''),
      answer('supported', goodQuote),
      answer('not-addressed', '', ''),
      answer('supported', goodQuote),
    ];
    const one = await judged([...votes, answer('supported', goodQuote)], { offline: decided });
    expect(one.verdict).toBe('supported');
    expect(one.path.at(-1)?.by).toBe('moderator');
    const other = await judged([...votes, answer('contradicted', goodQuote)], { offline: decided });
    expect(other.verdict).toBe('not-sure');
  });

  it('shows a critic the quoted sentence alone when its bearing is not plain', async () => {
    const { model, verdict } = await judged(
      [answer('supported', 'Renal function is checked once a year.'), answer('not-addressed', '', '')],
      { claim: 'Kidneys are looked after.' },
    );
    const critic = model.requests[1]?.messages.at(-1)?.content ?? '';
    expect(critic).toContain('Renal function is checked');
    expect(critic).not.toContain('first choice');
    expect(verdict).toBe('not-sure');
  });
});

describe('checkers that differ', () => {
  const read: CheckerOpinion = { by: 'verifier', verdict: 'supported' };
  const differing = (typed: Partial<CheckerOpinion> = {}): OfflineVerdict => ({
    ...unsure,
    differing: [{ by: 'typed-facts', verdict: 'contradicted', ...typed }, read],
  });
  const leaning = differing({ leans: true });
  const certain = {
    text: answer('supported', goodQuote),
    tokens: [{ token: `"verdict":"supported`, logprob: Math.log(0.99), alternatives: [] }],
  };

  it('get a critic however sure the judge is', async () => {
    const { path, verdict } = await judged([certain, answer('supported', goodQuote)], { offline: leaning });
    expect(path.map(({ by }) => by)).toEqual(['judge', 'critic']);
    expect(verdict).toBe('supported');
    // Without a difference that judge is believed.
    expect((await judged([certain])).path).toHaveLength(1);
  });

  it('get a panel where judge and critic differ, and leave it not sure where nobody agrees', async () => {
    const { path, verdict } = await judged(
      [
        certain,
        answer('not-addressed', '', ''),
        answer('supported', goodQuote),
        answer('not-addressed', '', ''),
        answer('not-sure', ''),
        answer('not-sure', ''),
      ],
      { offline: leaning },
    );
    expect(path).toHaveLength(6);
    expect(verdict).toBe('not-sure');
  });

  it('are not settled as supported by a moderator whom most readers do not follow', async () => {
    const votes = [
      certain,
      ...['not-addressed', 'supported', 'not-addressed'].map((said) =>
        answer(said, said === 'supported' ? goodQuote : ''),
      ),
    ];
    const last = answer('supported', goodQuote);
    const few = await judged([...votes, answer('not-addressed', ''), last], { offline: leaning });
    expect(few.path.at(-1)).toEqual({ by: 'moderator', verdict: 'supported' });
    expect(few.verdict).toBe('not-sure');
    expect((await judged([...votes, last, last], { offline: leaning })).verdict).toBe('supported');
  });

  it('are named to critic and moderator, and not to a reader who is to look by himself', async () => {
    const { model } = await judged(
      [
        certain,
        answer('not-addressed', '', ''),
        answer('supported', goodQuote),
        answer('not-addressed', '', ''),
        answer('supported', goodQuote),
        answer('supported', goodQuote),
      ],
      { offline: leaning },
    );
    const named = model.requests.map(({ messages }) =>
      String(messages.at(-1)?.content).includes('a comparison of words, numbers, units and sides'),
    );
    expect(named).toEqual([false, true, false, false, false, true]);
  });

  it('are never supported where typed facts contradict it without a doubt, whoever says so', async () => {
    const yes = Array<string>(6).fill(answer('supported', goodQuote));
    const { verdict, explanation } = await judged(yes, { offline: differing() });
    expect(verdict).toBe('not-sure');
    expect(explanation).toContain('Typed facts contradict it');
    const byRule = {
      ...unsure,
      differing: [{ by: 'rule' as const, verdict: 'contradicted' as const }, read],
    };
    expect((await judged(yes, { offline: byRule })).verdict).toBe('not-sure');
  });

  it('may be contradicted by readers who agree', async () => {
    const no = Array<string>(3).fill(answer('contradicted', goodQuote));
    const claim = 'Metformin is allowed at an eGFR under 30.';
    const reverse = answer('supported', goodQuote);
    expect((await judged([...no, reverse], { offline: differing(), claim })).verdict).toBe('contradicted');
  });
});

describe('probability', () => {
  const tokens = (share: number) =>
    ['{"verdict":"', 'supported', '"}'].map((token) => ({
      token,
      logprob: token === 'supported' ? Math.log(share) : 0,
      alternatives: [],
    }));

  it('comes from the tokens of the verdict; a doubtful judge gets a critic', async () => {
    const sure = await judged([{ text: answer('supported', goodQuote), tokens: tokens(0.9) }]);
    expect(sure.probability).toBeCloseTo(0.9);
    expect(sure.path).toHaveLength(1);
    const doubtful = await judged([
      { text: answer('supported', goodQuote), tokens: tokens(0.5) },
      answer('supported', goodQuote),
    ]);
    expect(doubtful.path.map(({ by }) => by)).toEqual(['judge', 'critic']);
  });

  it('comes from samples where there are no token probabilities', async () => {
    const { probability, verdict } = await judged(
      [
        answer('supported', goodQuote),
        answer('not-addressed', '', ''),
        answer('supported', goodQuote),
        answer('supported', goodQuote),
      ],
      { samples: 3 },
    );
    expect(verdict).toBe('supported');
    expect(probability).toBeGreaterThan(0.5);
    expect(probability).toBeLessThan(1);
  });

  it('is not 1 because samples repeat each other', async () => {
    const { probability, path } = await judged(Array<string>(3).fill(answer('supported', goodQuote)), {
      samples: 3,
    });
    expect(path).toHaveLength(3);
    // (3 + 1) / (3 + 2), by the rule of succession.
    expect(probability).toBeCloseTo(0.8);
  });

  it('is absent when one answer is all there is', async () => {
    expect((await judged([answer('supported', goodQuote)])).probability).toBeUndefined();
  });
});

describe('cancelling and failing', () => {
  it('lets an unreachable model through to the caller', async () => {
    const model = scriptedModel([new Error('gone')]);
    await expect(judgeStatement(model, statement, [evidenceOf(text)], unsure)).rejects.toThrow('gone');
  });
});
