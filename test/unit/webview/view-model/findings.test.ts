import { describe, expect, it } from 'vitest';
import { summariseVerdicts } from '../../../../src/core/verdicts/score';
import type { Finding } from '../../../../src/core/verdicts/finding';
import type { PanelModel } from '../../../../webview/protocol';
import { findingsScreen } from '../../../../webview/view-model/findings';
import { shorten } from '../../../../webview/view-model/shorten';
import type { ShownAxis } from '../../../../webview/view-model/ui-state';
import { emptyPanel, finding, guideline, panelWith } from './models';

function ready(model: PanelModel, axis?: ShownAxis) {
  const screen = findingsScreen(model, axis);
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

describe('a language model', () => {
  const cost = { calls: 2, cachedCalls: 0, promptTokens: 900, answerTokens: 100 };

  it('that judged statements is named, with what it took', () => {
    const view = ready(panelWith({ model: { model: 'llama', cost } }));
    expect(view.model).toBe('Judged by llama where it was not sure without: 2 calls, 1,000 tokens');
    expect(view.modelFailed).toBeUndefined();
  });

  it('that could not be asked is missed, with the reason', () => {
    const none = { ...cost, calls: 0 };
    expect(ready(panelWith({ model: { cost: none, failed: 'No agreement.' } })).modelFailed).toBe(
      'No agreement.',
    );
  });

  it('that had no part is not spoken of', () => {
    const view = ready(panelWith({}));
    expect([view.model, view.modelFailed]).toEqual([undefined, undefined]);
  });
});

describe('findings', () => {
  it('say how often they are right; a matter of form does not', () => {
    const style = finding({ fingerprint: 's', rule: 'style/unitless', axis: 'style', confidence: null });
    const open = finding({ fingerprint: 'o', rule: 'faithfulness/route', confidence: null });
    const view = ready(panelWith({ findings: [finding({ confidence: 0.59 }), open, style] }));
    const cards = view.groups.flatMap((group) => group.cards);
    expect(cards.map(({ confidence }) => confidence)).toEqual([
      expect.stringContaining('About 6 in 10 such findings were right'),
      'How often such findings are right was not measured.',
      undefined,
    ]);
  });

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

describe('findings of several kinds', () => {
  const style = (part: Partial<Finding>): Finding =>
    finding({
      rule: 'style/trailing-zero',
      axis: 'style',
      verdict: 'not-scored',
      severity: 'information',
      harm: 4,
      citations: [],
      ...part,
    });
  const mixed = [
    finding({ fingerprint: 'late', harm: 3, start: 5 }),
    finding({ fingerprint: 'deadly', harm: 1, start: 50, also: ['guideline/dose'] }),
    finding({ fingerprint: 'self', axis: 'consistency', rule: 'consistency/sex', severity: 'warning' }),
    style({ fingerprint: 'zero', start: 60 }),
  ];

  it('stand by harm within a severity', () => {
    const [errors] = ready(panelWith({ findings: mixed })).groups;
    expect(errors?.cards.map(({ fingerprint }) => fingerprint)).toEqual(['deadly', 'late']);
  });

  it('can be chosen by what they are measured against', () => {
    const view = ready(panelWith({ findings: mixed }), 'style');
    expect(view.filter.map(({ label, count, chosen }) => [label, count, chosen])).toEqual([
      ['All', 4, false],
      ['Source', 2, false],
      ['Note itself', 1, false],
      ['Style', 1, true],
    ]);
    expect(view.groups.flatMap(({ cards }) => cards.map(({ fingerprint }) => fingerprint))).toEqual(['zero']);
  });

  it('are all shown where none is of the chosen kind, and there is nothing to choose among one kind', () => {
    const view = ready(panelWith({ findings: [finding()] }), 'guideline');
    expect(view.groups).toHaveLength(1);
    expect(view.filter).toEqual([]);
  });

  it('name the other rules of the same place', () => {
    const card = ready(panelWith({ findings: mixed })).groups[0]?.cards[0];
    expect(card?.also).toBe('Also reported by guideline/dose');
  });

  it('are not called contradicted where there is nothing to contradict', () => {
    const groups = ready(panelWith({ findings: mixed })).groups;
    expect(groups[1]?.cards[0]).toMatchObject({ verdictLabel: 'Inconsistent', quiet: false });
    expect(groups[2]?.cards[0]).toMatchObject({ verdictLabel: 'Wording', icon: 'fix', quiet: true });
  });

  it('lead to the other place in the note', () => {
    const citations = [{ ...guideline, kind: 'note' as const, quote: 'He is 45.' }];
    const card = ready(panelWith({ findings: [finding({ citations })] })).groups[0]?.cards[0];
    expect(card?.evidence.first[0]).toMatchObject({
      title: 'This note',
      openLabel: 'Show in the note: He is 45.',
    });
    expect(card?.actions.map(({ label }) => label)).toContain('Show the other place');
  });

  it('of one style rule can be fixed together, from the first card', () => {
    const fix = (start: number) => [{ title: 'Write 1 mg', newText: '1 mg', start, end: start + 6 }];
    const two = [
      style({ fingerprint: 'a', start: 10, fixes: fix(10) }),
      style({ fingerprint: 'b', start: 30, fixes: fix(30) }),
    ];
    const cards = ready(panelWith({ findings: two })).groups[0]?.cards ?? [];
    expect(cards.map(({ fixes }) => fixes.map(({ label }) => label))).toEqual([
      ['Change to “1 mg”', 'Fix all 2 of this rule'],
      ['Change to “1 mg”'],
    ]);
    expect(cards[0]?.fixes[1]?.message).toEqual({
      type: 'fixAll',
      uri: 'file:///n/visit.md',
      rule: 'style/trailing-zero',
    });
  });
});

describe('what the note is read as', () => {
  it('is said, with a way to the setting', () => {
    const { profile } = ready(panelWith({ profile: 'discharge' }));
    expect(profile).toEqual({
      text: 'Read as: discharge summary',
      action: { label: 'Change', message: { type: 'openSetting', setting: 'attest.notes.profile' } },
    });
  });
});

describe('what kept a check from being complete', () => {
  it('is shown, with its place where it has one', () => {
    const at = { start: 3, end: 9 };
    const problem = { message: 'The source is missing.', advice: 'Correct its name.' };
    const view = ready(panelWith({ problems: [problem, { ...problem, at }] }));
    expect(view.problems.map(({ show }) => show?.message)).toEqual([
      undefined,
      { type: 'revealSpan', uri: 'file:///n/visit.md', ...at },
    ]);
  });
});

describe('a note without a source', () => {
  it('says beside its findings that it was not compared', () => {
    const part = {
      sources: [],
      notScored: 'No source was found.',
      scores: { faithfulness: summariseVerdicts([]) },
    };
    const two = [finding({ fingerprint: 'a' }), finding({ fingerprint: 'b' })];
    expect(ready(panelWith({ ...part, findings: two })).notCompared).toBe(
      'Not compared with a source · 2 findings',
    );
    expect(ready(panelWith(part)).notCompared).toBeUndefined();
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

  it('in another language is not scored, and says which', () => {
    const notScored = 'Language: the note seems to be in German, and Attest reads English only.';
    const part = { notScored, foreignLanguage: 'de', scores: { faithfulness: summariseVerdicts([]) } };
    const view = ready(panelWith(part));
    expect(view.score).toEqual({ kind: 'not-scored', reason: notScored });
    expect(view.noFindings).toBe(`Not scored. ${notScored}`);
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
