import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/core/verdicts/verdict';
import { answerForNote, answerWithSources, exportChat } from '../../../../src/extension/panel/chat-export';
import type { PanelAnswer } from '../../../../webview/protocol';

describe('an answer that leaves the panel', () => {
  const cited: PanelAnswer = {
    answer: '> Give 5 mg\\* once daily [1] [7]',
    refused: false,
    citations: [
      {
        kind: 'library',
        document: '/g/a.md',
        title: 'Guide',
        version: 'v',
        section: ['Dose'],
        page: 4,
        start: 0,
        end: 4,
        quote: 'Give 5 mg*\nonce daily',
      },
    ],
  };

  const words = {
    verdicts: {
      supported: 'supported',
      contradicted: 'contradicted',
      'not-addressed': 'not addressed',
      'not-sure': 'not sure',
      'not-scored': 'not scored',
    },
    unverified: 'not verified',
    unfinished: 'not complete',
    tableLeftOut: 'table left out',
  };
  const verified: PanelAnswer = {
    answer: 'Give 5 mg [1]. Give 50 mg. It is safe.',
    refused: false,
    citations: cited.citations,
    sentences: [
      { start: 0, end: 14, text: 'Give 5 mg.', verdict: 'supported', citations: [1] },
      { start: 15, end: 26, text: 'Give 50 mg.', verdict: 'contradicted', citations: [] },
      { start: 27, end: 38, text: 'It is safe.', verdict: 'not-addressed', citations: [] },
    ],
  };

  it('takes its citations into the note in words', () => {
    expect(answerForNote(cited, words)).toEqual({
      text: 'Give 5 mg* once daily [Guide, Dose, p. 4] [7]',
      leftOut: 0,
    });
  });

  it('brings nothing into a note that its evidence contradicts, and marks what it does not bear out', () => {
    const { text, leftOut } = answerForNote(verified, words);
    expect(text.replace(/ +/g, ' ')).toBe('Give 5 mg [Guide, Dose, p. 4]. It is safe. (not addressed)');
    expect(leftOut).toBe(1);
  });

  it('brings no table into a note of which its evidence contradicts a row or the header', () => {
    const rows = ['| Drug | Dose |', '|---|---|', '| Metformin | 500 mg |', '| Aspirin | 7500 mg |'];
    const table = rows.join('\n');
    const text = `Doses.\n\n${table}\n\nWith food.`;
    const at = (part: string, verdict: Verdict) => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
      text: part,
      verdict,
      citations: [],
    });
    for (const wrong of [0, 3]) {
      const sentences = [
        at('Doses.', 'not-sure'),
        ...[0, 2, 3].map((row) => at(rows[row]!, row === wrong ? 'contradicted' : 'supported')),
        at('With food.', 'supported'),
      ];
      const { text: inserted } = answerForNote(
        { answer: text, citations: [], refused: false, sentences },
        words,
      );
      expect(inserted).toBe('Doses. (not sure)\n\n(table left out)\n\nWith food.');
    }
    const alone = { answer: table, citations: [], refused: false };
    const row = { start: 0, end: rows[0]!.length, text: rows[0]!, citations: [] };
    const contradicted = { ...alone, sentences: [{ ...row, verdict: 'contradicted' as const }] };
    expect(answerForNote(contradicted, words).text).toBe('');
    expect(answerForNote({ ...alone, sentences: [] }, words).text).toBe(table);
  });

  it('says in the clipboard which sentence is contradicted, and that a stopped one was not verified', () => {
    expect(answerWithSources(verified, words)).toContain(
      'Give 50 mg. (contradicted) It is safe. (not addressed)',
    );
    const stopped: PanelAnswer = { answer: 'Give 5', citations: [], refused: false, stopped: true };
    expect(answerWithSources(stopped, words)).toBe('Give 5 (not verified)');
    expect(answerForNote(stopped, words).text).toBe('Give 5 (not verified)');
  });

  it('says everywhere of one that was cut off that it is not complete', () => {
    const cut: PanelAnswer = { answer: 'Give 5 mg.', citations: [], refused: false, unfinished: 'length' };
    expect(answerWithSources(cut, words)).toBe('Give 5 mg. (not complete)');
    expect(answerForNote(cut, words).text).toBe('Give 5 mg. (not complete)');
  });

  it('takes its quotes along to the clipboard and into an export', () => {
    expect(answerWithSources(cited, words)).toContain('1. [Guide, Dose, p. 4]: “Give 5 mg* once daily”');
    const exported = exportChat(
      {
        id: 'c',
        title: 'T',
        updated: 0,
        turns: [{ question: 'How\nmuch?', answer: { state: 'done', value: cited } }],
      },
      words,
    );
    expect(exported).toMatch(/^# T\n\n## How much\?\n\n> Give/);
  });
});
