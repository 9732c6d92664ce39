import { describe, expect, it } from 'vitest';
import { summariseVerdicts } from '../../../../src/core/verdicts/score';
import type { PanelModel } from '../../../../webview/protocol';
import { findingsScreen, shorten } from '../../../../webview/view-model/findings';
import { emptyPanel, finding, panelWith } from './models';

function ready(model: PanelModel) {
  const screen = findingsScreen(model);
  if (screen.kind !== 'ready') throw new Error(`The screen is ${screen.kind}.`);
  return screen;
}

describe('an empty Findings tab', () => {
  it('offers the sample clinic when no note is open', () => {
    const screen = findingsScreen(emptyPanel);
    expect(screen).toMatchObject({ kind: 'empty', title: 'No note is open' });
    expect(screen.kind === 'empty' && screen.actions.map(({ label }) => label)).toEqual([
      'Open Sample Clinic',
    ]);
  });

  it('offers to check the note that is open', () => {
    const screen = findingsScreen({ ...emptyPanel, activeNote: { name: 'a.md', uri: 'file:///a.md' } });
    expect(screen).toMatchObject({ kind: 'empty', title: 'a.md is not checked yet' });
    expect(screen.kind === 'empty' && screen.actions[0]?.message).toEqual({
      type: 'command',
      command: 'attest.checkNote',
    });
  });

  it('says what failed, what to do, and how to try again', () => {
    const model: PanelModel = {
      ...emptyPanel,
      findings: { state: 'failed', message: 'The engine stopped.', advice: 'Restart it.' },
    };
    expect(findingsScreen(model)).toMatchObject({
      kind: 'failed',
      message: 'The engine stopped.',
      advice: 'Restart it.',
      actions: [{ label: 'Check Again' }, { label: 'Show Log' }],
    });
  });
});

describe('findings', () => {
  it('are grouped by severity, most severe first, and counted', () => {
    const view = ready(
      panelWith({
        findings: [
          finding({ fingerprint: 'h', severity: 'hint' }),
          finding({ fingerprint: 'e1' }),
          finding({ fingerprint: 'w', severity: 'warning' }),
          finding({ fingerprint: 'e2' }),
          finding({ fingerprint: 'off', severity: 'off' }),
        ],
      }),
    );
    expect(
      view.groups.map(({ severity, cards }) => [severity, cards.map((card) => card.fingerprint)]),
    ).toEqual([
      ['error', ['e1', 'e2']],
      ['warning', ['w']],
      ['hint', ['h']],
    ]);
    expect(view.counts.map(({ text }) => text)).toEqual(['2 errors', '1 warning', '1 hint']);
    expect(view.noFindings).toBeUndefined();
  });

  it('name the new value on the button of a fix, and send which fix it is', () => {
    const card = ready(panelWith({ findings: [finding()] })).groups[0]?.cards[0];
    expect(card?.fixes).toMatchObject([
      {
        label: 'Change to “10 mg”',
        message: { type: 'applyFix', uri: 'file:///n/visit.md', fingerprint: 'f1', fix: 0 },
      },
    ]);
    expect(card?.actions.map(({ label }) => label)).toEqual(['Show in note', 'Open evidence', 'Ignore…']);
  });

  it('use the title of a fix that only deletes', () => {
    const fixes = [{ title: 'Delete the statement', newText: ' ', start: 0, end: 30 }];
    const card = ready(panelWith({ findings: [finding({ fixes })] })).groups[0]?.cards[0];
    expect(card?.fixes[0]?.label).toBe('Delete the statement');
  });

  it('have no button for evidence that is not there', () => {
    const card = ready(panelWith({ findings: [finding({ citations: [], fixes: [] })] })).groups[0]?.cards[0];
    expect(card?.actions.map(({ label }) => label)).toEqual(['Show in note', 'Ignore…']);
    expect(card?.evidence.first).toEqual([]);
  });

  it('say where the evidence stands, without saying the title twice', () => {
    const evidence = ready(panelWith({ findings: [finding()] })).groups[0]?.cards[0]?.evidence.first[0];
    expect(evidence).toMatchObject({
      title: 'Hypertension',
      place: ['Drugs › Step 1', 'page 3'],
      openLabel: 'Open evidence in Hypertension, Drugs › Step 1, page 3',
    });
  });
});

describe('a note without findings', () => {
  it('is no proof', () => {
    const view = ready(panelWith({}));
    expect(view.noFindings).toBe('No findings in 1 statement. That is not proof that the note is right.');
  });

  it('is not scored when it was compared with nothing, and says why', () => {
    const view = ready(
      panelWith({
        sources: [],
        notScored: 'No source was found.',
        scores: { faithfulness: summariseVerdicts([]) },
      }),
    );
    expect(view.score).toEqual({ kind: 'not-scored', reason: 'No source was found.' });
    expect(view.noFindings).toBe('No findings, but nothing was compared with a source.');
  });
});

describe('the line above the findings', () => {
  it('says that the note was changed', () => {
    const model = panelWith({});
    if (model.findings.state === 'done') model.findings.value.edited = true;
    expect(ready(model).hint).toBe('Changed since it was checked.');
  });

  it('says that another note is open', () => {
    const view = ready(panelWith({}, { activeNote: { name: 'b.md', uri: 'file:///b.md' } }));
    expect(view.hint).toBe('b.md is open and not checked yet.');
  });

  it('is silent otherwise', () => {
    const view = ready(panelWith({}, { activeNote: { name: 'visit.md', uri: 'file:///n/visit.md' } }));
    expect(view.hint).toBeUndefined();
  });
});

it('counts what was ignored, and names the sources', () => {
  const view = ready(panelWith({ ignored: [finding(), finding()] }));
  expect(view.ignored?.text).toBe('2 findings ignored');
  expect(view.sources).toMatchObject([
    {
      label: 'visit.transcript.txt',
      action: { message: { type: 'openFile', path: '/n/visit.transcript.txt' } },
    },
  ]);
});

it('shortens by whole characters', () => {
  expect(shorten('short', 5)).toBe('short');
  expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
});
