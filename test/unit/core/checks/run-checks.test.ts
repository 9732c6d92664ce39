import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../../src/core/checks/check-statement';
import { checks, ruleCodes } from '../../../../src/core/checks/registry';
import { reported, runChecks } from '../../../../src/core/checks/run-checks';
import { sourceOf } from '../check-in';

const text = 'Blood pressure 150/80 mmHg.';
const statement = { start: 0, end: text.length, text, section: 0 };
const input = checkInput(text, statement, undefined, [sourceOf('Blood pressure 130/80 mmHg.')], []);

describe('the policy', () => {
  it('sets the severity of a rule', () => {
    expect(runChecks(input, { 'faithfulness/value': 'information' })[0]?.severity).toBe('information');
    expect(runChecks(input)[0]?.severity).toBe('error');
  });

  it('silences a rule, which is true all the same', () => {
    const findings = runChecks(input, { 'faithfulness/value': 'off' });
    expect(findings).toHaveLength(1);
    expect(reported(findings)).toEqual([]);
  });

  it('shows no hint where a contradiction stands', () => {
    const [contradiction] = runChecks(input);
    if (!contradiction) throw new Error('no finding');
    const hint = { ...contradiction, verdict: 'not-addressed', severity: 'hint' } as const;
    const elsewhere = { ...hint, start: 20, end: 26 };
    expect(reported([contradiction, hint, elsewhere])).toEqual([contradiction, elsewhere]);
  });
});

describe('the registry', () => {
  it('names each rule once, by its axis', () => {
    expect(new Set(ruleCodes).size).toBe(ruleCodes.length);
    for (const { rule, axis } of checks) expect(rule.startsWith(`${axis}/`)).toBe(true);
  });

  it('has a page for each rule', () => {
    const docs = join(import.meta.dirname, '../../../../docs/rules');
    for (const rule of ruleCodes)
      expect(existsSync(join(docs, `${rule.replace('/', '-')}.md`)), rule).toBe(true);
  });
});
