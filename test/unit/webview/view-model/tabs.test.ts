import { describe, expect, it } from 'vitest';
import { summariseVerdicts } from '../../../../src/core/verdicts/score';
import type { PlanReport } from '../../../../src/engine/engine';
import type { PanelAnswer, PanelModel } from '../../../../webview/protocol';
import { chatView } from '../../../../webview/view-model/chat';
import { factCheckScreen } from '../../../../webview/view-model/fact-check';
import { faithfulnessScreen } from '../../../../webview/view-model/faithfulness';
import { libraryScreen } from '../../../../webview/view-model/library';
import { emptyPanel, guideline } from './models';

const stocked: PanelModel['library'] = {
  state: 'done',
  value: {
    documents: [
      { path: '/g/z.md', title: 'Zoster', format: 'markdown', passages: 1200 },
      { path: '/g/a.pdf', title: 'Asthma', format: 'pdf', passages: 3 },
    ],
    passages: 1203,
    folders: ['/g'],
  },
};

const checked = {
  start: 0,
  end: 1,
  text: 'x',
  spans: [{ start: 0, end: 1 }],
  own: { start: 0, end: 1 },
  explanation: 'why',
  evidence: [],
  citations: [guideline, guideline, guideline],
};

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
    expect(cards(true).cards[0]?.confidence).toBe('right in 90% of such cases, calibrated for this model');
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
    expect(shown({ verdict: 'not-sure', score: null, statements: [open] }).plan).toBe(
      'Not scored: no step is decided.',
    );
    const none = shown({ verdict: 'not-scored', score: null, statements: [], notScored: 'No plan.' });
    expect([none.plan, none.notScored]).toEqual([undefined, 'No plan.']);
  });
});

describe('Faithfulness', () => {
  const sentence = { start: 3, end: 9, text: 'A b c.', confidence: 1, citations: [guideline] };

  it('gives the share with its interval and a place in the document for each sentence', () => {
    const screen = faithfulnessScreen({
      ...emptyPanel,
      faithfulness: {
        state: 'done',
        value: {
          name: 's.md',
          uri: 'file:///s.md',
          offset: 100,
          sources: [],
          score: 0.5,
          summary: summariseVerdicts(['supported', 'contradicted']),
          sentences: [{ ...sentence, verdict: 'supported' }],
        },
      },
    });
    // Wilson score interval of 1 of 2: 9.5–90.5 %.
    expect(screen).toMatchObject({ headline: { share: '50%', text: 'contradicted, 95% interval 9–91%' } });
    if (screen.kind !== 'ready') throw new Error('not ready');
    expect(screen.sentences[0]?.show?.message).toEqual({
      type: 'revealSpan',
      uri: 'file:///s.md',
      start: 103,
      end: 109,
    });
  });

  it('has no headline when nothing was scored, and says why', () => {
    const screen = faithfulnessScreen({
      ...emptyPanel,
      faithfulness: {
        state: 'done',
        value: {
          name: 's.md',
          sources: [],
          score: null,
          notScored: 'No source was found.',
          summary: summariseVerdicts(['not-scored']),
          sentences: [{ ...sentence, verdict: 'not-scored', reason: 'No source.' }],
        },
      },
    });
    if (screen.kind !== 'ready') throw new Error('not ready');
    expect(screen.headline).toBeUndefined();
    expect(screen.score).toEqual({ kind: 'not-scored', reason: 'No source was found.' });
    expect(screen.sentences[0]).toMatchObject({ verdictLabel: 'Not scored', reason: 'No source.' });
    expect(screen.sentences[0]?.show).toBeUndefined();
  });
});

describe('Chat', () => {
  const answer = (value: Partial<PanelAnswer>): PanelModel => ({
    ...emptyPanel,
    chat: [
      {
        id: 7,
        question: 'q',
        answer: {
          state: 'done',
          value: { answer: 'a [1]', citations: [guideline], refused: false, ...value },
        },
      },
    ],
  });

  it('shows an answer with its sources in order', () =>
    expect(chatView(answer({})).turns).toMatchObject([
      { id: 7, answer: { kind: 'answered', markdown: 'a [1]', sources: [{ title: 'Hypertension' }] } },
    ]));

  it('shows a refusal as one, with the reason and what was looked at', () => {
    expect(chatView(answer({ refused: true, reason: 'Nothing on this.' })).turns[0]?.answer).toMatchObject({
      kind: 'refused',
      reason: 'Nothing on this.',
      sources: [{ title: 'Hypertension' }],
    });
    expect(chatView(answer({ refused: true })).turns[0]?.answer).toMatchObject({
      kind: 'refused',
      reason: 'The library holds nothing relevant to this question.',
    });
  });

  it('marks the sentences that a model wrote, and says what the answer took', () => {
    const cost = { calls: 3, cachedCalls: 0, promptTokens: 900, answerTokens: 100 };
    const sentence = {
      start: 0,
      end: 5,
      text: 'a',
      verdict: 'contradicted' as const,
      citations: [1],
      checkers: [{ by: 'typed-facts' as const, verdict: 'not-sure' as const }],
      judged: {
        path: [{ by: 'judge' as const, verdict: 'contradicted' as const }],
        cost: { ...cost, calls: 1 },
        calibrated: false,
      },
    };
    const written = answer({ sentences: [sentence], model: { name: 'llama', cost } });
    expect(chatView(written).turns[0]?.answer).toMatchObject({
      marks: [
        {
          end: 5,
          verdict: 'contradicted',
          label: 'Contradicted',
          path: 'typed facts (not sure) → judge (contradicted) · 1 call, 1,000 tokens',
        },
      ],
      origin: 'Written by llama in 3 calls, about 1,000 tokens.',
    });
    expect(chatView(answer({})).turns[0]?.answer).toMatchObject({
      marks: [],
      origin: 'Made offline; no language model was asked.',
    });
  });

  it('shows the searches, and the text of an answer that is still written', () => {
    const trail = [
      { round: 0, query: 'q', found: 2 },
      { round: 1, query: 'dose', found: 1 },
    ];
    const writing: PanelModel = {
      ...emptyPanel,
      chat: [
        {
          id: 1,
          question: 'q',
          answer: { state: 'loading' },
          along: { uri: 'file:///n.md', name: 'n.md', selection: 'x' },
          progress: { text: 'Two wo', trail, verifying: false },
        },
      ],
    };
    expect(chatView(writing).turns[0]).toMatchObject({
      along: 'with a selection of n.md',
      trail: ['Question: 2 passages', 'Round 1: “dose”, 1 new passage'],
      answer: { kind: 'loading', step: 'Writing…', markdown: 'Two wo' },
    });
  });

  it('says where a question goes', () => {
    expect(chatView(emptyPanel).provenance).toMatch(/offline/);
    const online = chatView({ ...emptyPanel, chatModel: { name: 'llama', place: 'localhost:11434' } });
    expect(online.provenance).toContain('localhost:11434');
  });

  it('offers guidelines when the library is empty', () => {
    expect(chatView(emptyPanel).empty.actions).toHaveLength(2);
    expect(chatView({ ...emptyPanel, library: stocked }).empty.title).toBe('Ask your guidelines');
  });
});

describe('Library', () => {
  it('lists documents by title with format and passages', () => {
    const screen = libraryScreen({ ...emptyPanel, library: stocked });
    if (screen.kind !== 'ready') throw new Error('not ready');
    expect(screen.caption).toBe('2 documents, 1,203 passages');
    expect(screen.documents.map(({ title, format, passages }) => [title, format, passages])).toEqual([
      ['Asthma', 'PDF', '3'],
      ['Zoster', 'MD', '1,200'],
    ]);
    expect(screen.actions.map(({ label }) => label)).toEqual(['Index', 'Add Folder…', 'Clear…']);
  });

  it('keeps the skipped files in view even when nothing could be indexed', () => {
    const screen = libraryScreen({
      ...emptyPanel,
      lastIndex: {
        documents: 0,
        passages: 0,
        unchanged: 0,
        indexed: 0,
        removed: 0,
        seconds: 1,
        skipped: [{ path: 'C:\\g\\scan.pdf', reason: 'no-text', message: 'No text.', advice: 'Use OCR.' }],
      },
    });
    expect(screen).toMatchObject({
      kind: 'ready',
      skippedHeading: '1 file was not indexed',
      skipped: [{ name: 'scan.pdf', message: 'No text.', advice: 'Use OCR.' }],
    });
  });

  it('shows how far the indexer is', () => {
    const screen = libraryScreen({
      ...emptyPanel,
      server: { kind: 'indexing', progress: { phase: 'reading', done: 3, total: 12, secondsLeft: 95 } },
    });
    expect(screen).toMatchObject({
      kind: 'ready',
      indexing: { text: 'Indexing 3 of 12, about 2 minutes left', done: 3, total: 12 },
    });
  });

  it('asks to index when a folder is set, to add one when none is', () => {
    const library: PanelModel['library'] = {
      state: 'done',
      value: { documents: [], passages: 0, folders: ['/g'] },
    };
    expect(libraryScreen({ ...emptyPanel, library })).toMatchObject({
      kind: 'empty',
      actions: [{ label: 'Index Guideline Library' }, {}, {}],
    });
    expect(libraryScreen(emptyPanel)).toMatchObject({
      kind: 'empty',
      actions: [{ label: 'Add Guideline Folder…' }, { label: 'Open Sample Clinic' }],
    });
  });
});
