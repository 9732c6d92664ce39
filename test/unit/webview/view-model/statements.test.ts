import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/core/verdicts/verdict';
import { findingsScreen } from '../../../../webview/view-model/findings';
import { panelWith } from './models';

const statement = (start: number, text: string, verdict: Verdict) => ({
  start,
  end: start + text.length,
  text,
  verdict,
  citations: [],
});

describe('the statements behind the counts', () => {
  it('are listed by verdict in the order of the score and of the note, each with the way to it', () => {
    const screen = findingsScreen(
      panelWith({
        statements: [
          statement(0, 'Cough.', 'supported'),
          statement(10, 'Wooden cane.', 'not-sure'),
          statement(30, 'Sample record.', 'not-scored'),
          statement(50, '<b>Fever</b>.', 'not-sure'),
        ],
      }),
    );
    if (screen.kind !== 'ready') throw new Error(`The screen is ${screen.kind}.`);
    expect(screen.statements.map(({ label }) => label)).toEqual(['Not sure (2)', 'Supported (1)']);
    expect(screen.statements[0]?.statements.map(({ text }) => text)).toEqual([
      'Wooden cane.',
      '<b>Fever</b>.',
    ]);
    expect(screen.statements[0]?.statements[1]?.show).toEqual({
      label: 'Show in note',
      message: { type: 'revealSpan', uri: screen.uri, start: 50, end: 63 },
    });
  });

  it('are none where nothing was compared', () => {
    const screen = findingsScreen(panelWith({ statements: [statement(0, 'Cough.', 'not-scored')] }));
    expect(screen).toMatchObject({ kind: 'ready', statements: [] });
  });
});
