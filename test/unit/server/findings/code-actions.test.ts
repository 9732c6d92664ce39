import { describe, expect, it } from 'vitest';
import type { CodeActionParams } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../../../src/core/verdicts/finding';
import { codeActions, fixAllOfRuleKind } from '../../../../src/server/findings/code-actions';
import { toDiagnostics } from '../../../../src/server/findings/diagnostics';
import { checkedNote, edited, finding, noteText, sourceCitation } from '../fixtures';

const client = { commands: true, versionedEdits: true, relatedInformation: true, codeDescription: true };
const note = checkedNote([finding()]);
const diagnostics = toDiagnostics(note, { client, maxFindings: 9, rulePages: '' });

function params(line: number, context: Partial<CodeActionParams['context']> = {}): CodeActionParams {
  const position = { line, character: 13 };
  return {
    textDocument: { uri: note.uri },
    range: { start: position, end: position },
    context: { diagnostics, ...context },
  };
}
const actions = (text = noteText, line = 2, other = client) =>
  codeActions(note, edited(text), params(line), other);
const applied = (title: RegExp, text = noteText, line = 2): string | undefined => {
  const edit = actions(text, line, { ...client, versionedEdits: false }).find((one) =>
    title.test(one.title),
  )?.edit;
  const edits = edit?.changes?.[note.uri];
  return edits && TextDocument.applyEdits(edited(text), edits);
};

describe('code actions', () => {
  it('are the quick fixes of a finding, in order', () => {
    expect(actions().map(({ title, kind }) => [title, kind])).toEqual([
      ['Take the source’s value: 10 mg', 'quickfix'],
      ['Insert citation', 'quickfix'],
      ['Explain in panel', 'quickfix'],
      ['Ignore in this note…', 'quickfix'],
      ['Ignore in this workspace…', 'quickfix'],
    ]);
    expect(actions().every((action) => action.diagnostics?.[0] === diagnostics[0])).toBe(true);
  });

  it('take the source’s value', () => {
    expect(applied(/value/)).toBe(noteText.replace('20 mg', '10 mg'));
    expect(actions()[0]?.isPreferred).toBe(true);
    expect(actions()[0]?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 2 } }]);
  });

  it('insert a citation before the full stop of the statement', () => {
    expect(applied(/citation/)).toBe(noteText.replace('20 mg daily.', '20 mg daily [visit.transcript.txt].'));
  });

  it('prefer no fix where there are several', () => {
    const [fix] = finding().fixes;
    const two = checkedNote([finding('20 mg', { fixes: fix ? [fix, { ...fix, newText: '15 mg' }] : [] })]);
    const fixes = codeActions(two, edited(noteText), params(2), client).filter(({ edit }) => edit);
    expect(fixes.some(({ isPreferred }) => isPreferred)).toBe(false);
  });

  it('name the finding to the commands of the client', () => {
    const argument = { uri: note.uri, fingerprint: '3f2a91c0d1e2' };
    expect(
      actions().flatMap(({ command }) => (command ? [[command.command, command.arguments]] : [])),
    ).toEqual([
      ['attest.explainFinding', [argument]],
      ['attest.ignoreFinding', [{ ...argument, where: 'note' }]],
      ['attest.ignoreFinding', [{ ...argument, where: 'workspace' }]],
    ]);
    expect(actions(noteText, 2, { ...client, commands: false }).every(({ command }) => !command)).toBe(true);
  });

  it('follow the text when it moves, and do not touch text that was edited', () => {
    expect(applied(/value/, `New.\r\n${noteText}`, 3)).toBe(`New.\r\n${noteText.replace('20 mg', '10 mg')}`);
    expect(actions(noteText.replace('20 mg', '25 mg'))).toEqual([]);
  });

  it('are there only where the finding is, and only when quick fixes are asked for', () => {
    expect(actions(noteText, 0)).toEqual([]);
    for (const only of [['source.fixAll'], ['refactor'], ['quickfix.other']]) {
      expect(codeActions(note, edited(noteText), params(2, { only }), client)).toEqual([]);
    }
    expect(codeActions(note, edited(noteText), params(2, { only: ['quickfix'] }), client)).toHaveLength(5);
  });

  it('tell the findings of one place apart, and keep to the one that is asked about', () => {
    const other = finding('20 mg', { rule: 'guideline/dose', fingerprint: 'bbbbbbbbbbbb', fixes: [] });
    const two = checkedNote([finding(), other]);
    const both = toDiagnostics(two, { client, maxFindings: 9, rulePages: '' });
    const titles = (asked: typeof both): string[] =>
      codeActions(two, edited(noteText), params(2, { diagnostics: asked }), client).map(({ title }) => title);
    expect(new Set(titles(both)).size).toBe(9);
    expect(titles(both)).toContain('Ignore in this note… (guideline/dose)');
    expect(titles(both.slice(1))).toEqual([
      'Insert citation',
      'Explain in panel',
      'Ignore in this note…',
      'Ignore in this workspace…',
    ]);
  });

  it('are found by place when the client sends no data back', () => {
    const bare = diagnostics.map(({ range, message }) => ({ range, message }));
    expect(codeActions(note, edited(noteText), params(2, { diagnostics: bare }), client)).toHaveLength(5);
  });
});

describe('findings of one style rule', () => {
  const style = (words: string, newText: string, over: Partial<Finding> = {}): Finding =>
    finding(words, {
      rule: 'style/abbreviation',
      axis: 'style',
      verdict: 'not-scored',
      severity: 'information',
      citations: [],
      fixes: [{ ...spanOf(words), title: `Write ${newText}`, newText }],
      fingerprint: words,
      ...over,
    });
  const spanOf = (words: string): { start: number; end: number } => {
    const start = noteText.indexOf(words);
    return { start, end: start + words.length };
  };
  const two = checkedNote([style('20 mg', '20 milligrams'), style('daily', 'once daily')]);
  const titled = (checked: typeof two, only?: string[], text = noteText) =>
    codeActions(checked, edited(text), params(2, { diagnostics: [], ...(only && { only }) }), {
      ...client,
      versionedEdits: false,
    }).filter(({ title }) => title.startsWith('Fix all'));
  const result = (checked: typeof two, only?: string[], text = noteText): string | undefined => {
    const edits = titled(checked, only, text)[0]?.edit?.changes?.[note.uri];
    return edits && TextDocument.applyEdits(edited(text), edits);
  };
  const fixed = noteText.replace('20 mg', '20 milligrams').replace('daily', 'once daily');

  it('are fixed together, at the finding and as an action of the whole note', () => {
    expect(titled(two).map(({ title, kind }) => [title, kind])).toEqual([
      ['Fix all 2 of style/abbreviation in this note', 'quickfix'],
      ['Fix all 2 of style/abbreviation in this note', fixAllOfRuleKind],
    ]);
    expect(result(two)).toBe(fixed);
    expect(result(two, ['source'])).toBe(fixed);
  });

  it('are not changed by the fix-all that editors run on save', () => {
    expect(titled(two, ['source.fixAll'])).toEqual([]);
  });

  it('are offered together only when at least two can be fixed one way', () => {
    const [fix] = style('daily', 'once daily').fixes;
    const choice = style('daily', 'once daily', {
      fixes: fix ? [fix, { ...fix, newText: 'every day' }] : [],
    });
    expect(titled(checkedNote([style('20 mg', '20 milligrams'), choice]))).toEqual([]);
    expect(titled(checkedNote([style('20 mg', '20 milligrams')]))).toEqual([]);
  });

  it('of another axis are decided one by one', () => {
    const both = [finding('20 mg', { fingerprint: 'a' }), finding('Left', { fingerprint: 'b' })];
    expect(titled(checkedNote(both))).toEqual([]);
  });

  it('leave alone what was edited meanwhile', () => {
    expect(titled(two, undefined, noteText.replace('20 mg', '25 mg'))).toEqual([]);
  });
});

it('cites no other place of the same note as evidence', () => {
  const own = finding('20 mg', { citations: [{ ...sourceCitation, kind: 'note' }] });
  const titles = codeActions(checkedNote([own]), edited(noteText), params(2), client).map(
    ({ title }) => title,
  );
  expect(titles).not.toContain('Insert citation');
});
