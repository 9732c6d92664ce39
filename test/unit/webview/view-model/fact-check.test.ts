import { describe, expect, it } from 'vitest';
import type { CheckerOpinion } from '../../../../src/core/verdicts/checker-opinion';
import type { PlanReport } from '../../../../src/engine/engine';
import { factCheckScreen } from '../../../../webview/view-model/fact-check';
import { emptyPanel } from './models';
import { checked, guideline, stocked } from './models';

describe('Fact-check', () => {
  it('asks for guidelines first when the library is empty', () => {
    expect(factCheckScreen(emptyPanel)).toMatchObject({
      kind: 'empty',
      title: 'The library is empty',
      actions: [{ label: 'Add Guideline Folder…' }, { label: 'Open Sample Clinic' }],
    });
    expect(factCheckScreen({ ...emptyPanel, library: stocked })).toMatchObject({
      title: 'Nothing checked yet',
    });
  });

  it('counts verdicts, worst first, and keeps the reason why nothing was scored', () => {
    const screen = factCheckScreen({
      ...emptyPanel,
      factCheck: {
        state: 'done',
        value: {
          verdict: 'contradicted',
          notScored: 'The library is empty.',
          statements: [
            { ...checked, verdict: 'supported' },
            { ...checked, verdict: 'contradicted' },
            { ...checked, verdict: 'not-scored' },
          ],
        },
      },
    });
    expect(screen).toMatchObject({
      kind: 'ready',
      caption: '3 statements',
      notScored: 'The library is empty.',
    });
    if (screen.kind !== 'ready') return;
    expect(screen.counts.map(({ text }) => text)).toEqual(['1 contradicted', '1 supported', '1 not scored']);
  });
});

describe('the passages of a claim', () => {
  const screen = factCheckScreen({
    ...emptyPanel,
    factCheck: {
      state: 'done',
      value: {
        verdict: 'not-sure',
        statements: [
          {
            ...checked,
            verdict: 'not-sure',
            abstained: 'It may be of other patients.',
            citations: [guideline],
            evidence: [
              {
                citation: guideline,
                verdict: 'not-sure',
                abstained: 'It may be of other patients.',
                also: [],
              },
              {
                citation: { ...guideline, quote: 'Double it.' },
                verdict: 'not-sure',
                abstained: 'It says so of some cases only.',
                date: '2021',
                also: [],
              },
              {
                citation: { ...guideline, quote: 'Halve it.' },
                verdict: 'not-read',
                abstained: 'Better passages were read.',
                also: [],
              },
            ],
          },
        ],
      },
    },
  });

  it('say why each is not sure, unless the claim has said it, and which were not read', () => {
    if (screen.kind !== 'ready') throw new Error('Nothing is shown.');
    const [card] = screen.cards;
    expect(card?.evidence).toMatchObject([{ verdictLabel: 'Not sure', notes: [] }]);
    expect(card?.othersLabel).toBe('2 other passages found');
    expect(card?.others).toMatchObject([
      { verdictLabel: 'Not sure', notes: ['It says so of some cases only.', 'dated 2021'] },
      { verdictLabel: 'Not read', icon: 'not-scored', notes: ['Better passages were read.'] },
    ]);
  });
});

describe('the words of a fact-check', () => {
  const shown = (checkers: CheckerOpinion[]) => {
    const screen = factCheckScreen({
      ...emptyPanel,
      factCheck: {
        state: 'done',
        value: {
          verdict: 'supported',
          statements: [{ ...checked, verdict: 'supported', confidence: 0.87, checkers }],
        },
      },
    });
    if (screen.kind !== 'ready') throw new Error('Nothing is shown.');
    return screen;
  };

  it('name one checker who says what the heading says, and tell the confidence as a finding’s is told', () => {
    const { cards, legend } = shown([{ by: 'typed-facts', verdict: 'supported' }]);
    expect(cards[0]).toMatchObject({
      path: 'Checked by: typed facts',
      confidence: 'About 9 in 10 such verdicts were right.',
    });
    expect(legend).toBeUndefined();
  });

  it('explain the verifier and what it is to lean, where they are named', () => {
    const { cards, legend } = shown([
      { by: 'typed-facts', verdict: 'supported' },
      { by: 'verifier', verdict: 'contradicted', leans: true },
    ]);
    expect(cards[0]?.path).toBe('Checked by: typed facts (supported) → verifier (leans to contradicted)');
    expect(legend).toMatch(/verifier is .*leans/);
  });
});

describe('a fact-check under way', () => {
  const shown = (stopped?: true) =>
    factCheckScreen({
      ...emptyPanel,
      factCheck: {
        state: 'done',
        value: {
          verdict: 'supported',
          statements: [{ ...checked, verdict: 'supported' }],
          pending: 2,
          ...(stopped && { stopped }),
        },
      },
    });

  it('can be stopped before and after its first result', () => {
    const stop = { label: 'Stop', message: { type: 'stopFactCheck' } };
    expect(factCheckScreen({ ...emptyPanel, factCheck: { state: 'loading' } })).toMatchObject({ stop });
    expect(shown()).toMatchObject({ caption: '1 of 3 statements', stop });
  });

  it('says when it was stopped what was not checked', () => {
    const screen = shown(true);
    expect(screen).toMatchObject({ caption: '1 of 3 statements', stopped: '2 statements were not checked.' });
    expect(screen).not.toHaveProperty('stop');
  });
});

describe('what a language model judged', () => {
  const path = [
    { by: 'judge' as const, verdict: 'supported' as const },
    { by: 'judge' as const, verdict: 'not-sure' as const },
    { by: 'critic' as const, verdict: 'supported' as const },
  ];
  const cost = { calls: 3, cachedCalls: 0, promptTokens: 1200, answerTokens: 34 };
  const cards = (calibrated: boolean, failed?: string) => {
    const screen = factCheckScreen({
      ...emptyPanel,
      factCheck: {
        state: 'done',
        value: {
          verdict: 'supported',
          model: { model: 'llama', cost, ...(failed !== undefined && { failed }) },
          statements: [
            { ...checked, verdict: 'supported', confidence: 0.9, judged: { path, cost, calibrated } },
          ],
        },
      },
    });
    if (screen.kind !== 'ready') throw new Error('Nothing is shown.');
    return screen;
  };

  it('is shown with path and cost, and a confidence that was not measured is said to be the model’s', () => {
    const screen = cards(false);
    expect(screen.cards[0]).toMatchObject({
      path: 'Checked by: judge (supported, not sure) → critic (supported) · 3 calls, 1,234 tokens',
      confidence: 'the model says 90%, not calibrated',
    });
    expect(screen.model).toBe('Judged by llama where it was not sure without: 3 calls, 1,234 tokens');
    expect(cards(true).cards[0]?.confidence).toBe(
      'About 9 in 10 such verdicts were right. Calibrated for this model.',
    );
  });

  it('is shown with the reason where the model failed on the way', () => {
    expect(cards(false, 'The key was refused.').modelFailed).toBe('The key was refused.');
    expect(cards(false).modelFailed).toBeUndefined();
  });
});

describe('a plan in the Fact-check tab', () => {
  const shown = (value: PlanReport) => {
    const screen = factCheckScreen({ ...emptyPanel, factCheck: { state: 'done', value } });
    if (screen.kind !== 'ready') throw new Error('Nothing is shown.');
    return screen;
  };

  it('has its score, the first step that fails, and each step with number, problem and score', () => {
    const screen = shown({
      verdict: 'contradicted',
      score: 0.3,
      scored: 1,
      firstFailing: 1,
      statements: [
        { ...checked, verdict: 'not-sure', confidence: 0, score: null },
        { ...checked, verdict: 'contradicted', confidence: 0.7, score: 0.3, problem: 'Gout' },
      ],
    });
    expect(screen).toMatchObject({
      caption: '2 steps of the plan',
      plan: 'Score 30%: that of the worst step, of 1 scored among 2. Step 2 is the first that fails.',
      cards: [
        { step: 'Step 1', isFirstFailing: false },
        { step: 'Step 2 · Gout', isFirstFailing: true, confidence: 'score 30%' },
      ],
    });
    expect(screen.cards[0]?.confidence).toBeUndefined();
  });

  it('shows no score where no step is decided, and the reason where nothing was scored', () => {
    const open = { ...checked, verdict: 'not-sure' as const, score: null };
    expect(shown({ verdict: 'not-sure', score: null, scored: 0, statements: [open] }).plan).toBe(
      'Not scored: no step is decided.',
    );
    const few = { verdict: 'not-sure' as const, score: null, scored: 1, statements: [open, open, open] };
    expect(shown(few).plan).toBe('Not scored: 1 of 3 steps have a score, and none fails.');
    const none = shown({
      verdict: 'not-scored',
      score: null,
      scored: 0,
      statements: [],
      notScored: 'No plan.',
    });
    expect([none.plan, none.notScored]).toEqual([undefined, 'No plan.']);
  });
});
