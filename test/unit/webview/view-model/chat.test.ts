import { describe, expect, it } from 'vitest';
import type { PanelAnswer, PanelModel } from '../../../../webview/protocol';
import { chatView } from '../../../../webview/view-model/chat';
import { emptyPanel, guideline } from './models';
import { stocked } from './models';

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

  it('says what an answer lacks that did not come to its end', () => {
    const origin = (change: Partial<PanelAnswer>): unknown => {
      const shown = chatView(answer(change)).turns[0]?.answer;
      return shown?.kind === 'answered' && shown.origin;
    };
    const cost = { calls: 1, cachedCalls: 0, promptTokens: 1, answerTokens: 1 };
    const model = { name: 'llama', cost };
    expect(origin({ model, unfinished: 'length' })).toMatch(
      /^Not complete: .*limit of tokens.*Written by llama/,
    );
    expect(origin({ model, unfinished: 'filtered' })).toMatch(/^Not complete: a filter/);
    expect(origin({ model, notJudged: { sentences: 2, reason: 'limit' } })).toMatch(
      /^2 sentences .* not judged: of one answer .* no more\. Written by llama/,
    );
    expect(origin({ model, notJudged: { sentences: 1, reason: { failed: 'It is gone.' } } })).toMatch(
      /^1 sentence .* not judged: It is gone\. Written by llama/,
    );
    expect(origin({ withoutModel: { message: 'It is down.', advice: 'Start it.' } })).toBe(
      'Quoted without the model: It is down. Start it.',
    );
    expect(origin({ model, leftOut: { note: 0.996, sources: 1, passages: 3 } })).toMatch(
      /^There was no room for all of it: about 99 % of the note was read; 1 source .*; 3 passages .*\. Written by/,
    );
    const refused = chatView(answer({ refused: true, reason: 'Nothing.', leftOut: { selection: 0.5 } }));
    expect(refused.turns[0]?.answer).toMatchObject({
      reason: 'Nothing. There was no room for all of it: about 50 % of the selected text was read.',
    });
    expect(origin({ stopped: true, broken: { message: 'Gone.', advice: 'Start it.' } })).toMatch(
      /^Broken off .* nothing in it was verified\. Gone\. Start it\.$/,
    );
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
          along: { uri: 'file:///n.md', name: 'n.md', selection: { start: 0, text: 'x' } },
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

  it('says what is let go of next', () => {
    expect(chatView(answer({}))).not.toMatchObject({ historyFull: expect.anything() as unknown });
    const lettingGo = { conversation: { of: 50, title: 'Gout' }, questions: { of: 50 } };
    const view = chatView({ ...answer({}), lettingGo });
    expect(view.historyFull).toMatch(/^50 conversations .* the oldest, “Gout”/);
    expect(view.turnsFull).toContain('its last 50 questions');
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
