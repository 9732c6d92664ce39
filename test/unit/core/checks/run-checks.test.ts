import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../../src/core/checks/check-input';
import { allRules, ruleCodes } from '../../../../src/core/checks/registry';
import { reported, runChecks } from '../../../../src/core/checks/run-checks';
import type { Finding } from '../../../../src/core/verdicts/finding';
import { sourceOf } from '../check-in';

const text = 'Blood pressure 150/80 mmHg.';
const statement = { start: 0, end: text.length, text, section: 0 };
const input = checkInput(statement, undefined, [sourceOf('Blood pressure 130/80 mmHg.')]);

function contradiction(part: Partial<Finding> = {}): Finding {
  const [finding] = runChecks(input);
  if (!finding) throw new Error('no finding');
  return { ...finding, ...part };
}

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
});

describe('a statement far down in its note', () => {
  it('is checked as if it stood alone: every span points into the statement', () => {
    const moved = checkInput({ ...statement, start: 500, end: 500 + text.length }, undefined, [
      sourceOf('Blood pressure 130/80 mmHg.'),
    ]);
    expect(runChecks(moved)).toEqual(runChecks(input));
  });
});

describe('one finding per cause', () => {
  it('shows no hint where a contradiction stands, and names its rule', () => {
    const first = contradiction();
    const hint = contradiction({ verdict: 'not-addressed', severity: 'hint', rule: 'faithfulness/dose' });
    const elsewhere = { ...hint, start: 20, end: 26 };
    expect(reported([hint, first, elsewhere])).toEqual([
      { ...first, also: ['faithfulness/dose'] },
      { ...elsewhere, also: [] },
    ]);
  });

  it('silences a slip together with the rule that tells it most exactly', () => {
    const value = contradiction();
    const dose = contradiction({ rule: 'faithfulness/dose', severity: 'off' });
    expect(reported([value, dose])).toEqual([]);
    expect(reported([value, { ...dose, severity: 'hint' }])).toEqual([
      { ...dose, severity: 'hint', also: ['faithfulness/value'] },
    ]);
    const guideline = contradiction({ rule: 'guideline/dose', axis: 'guideline', severity: 'warning' });
    expect(reported([value, dose, guideline]).map(({ rule }) => rule)).toEqual(['guideline/dose']);
  });

  it('keeps the more harmful of two that are equally severe', () => {
    const slight = contradiction({ harm: 4, rule: 'style/trailing-zero' });
    const grave = contradiction({ harm: 1, rule: 'consistency/dose' });
    expect(reported([slight, grave]).map(({ rule }) => rule)).toEqual(['consistency/dose']);
  });

  it('keeps what is said of the statement as a whole beside what is said of a part', () => {
    const part = contradiction();
    const whole = contradiction({
      start: 0,
      end: text.length,
      severity: 'hint',
      rule: 'consistency/duplicate',
    });
    expect(reported([part, whole]).map(({ rule }) => rule)).toEqual([part.rule, 'consistency/duplicate']);
  });

  it('keeps each of several that one rule says of the statement as a whole', () => {
    const leftOut = (expected: string): Finding =>
      contradiction({ start: 0, end: text.length, rule: 'faithfulness/omission', expected });
    const findings = [leftOut('warfarin'), leftOut('ramipril'), leftOut('warfarin')];
    expect(reported(findings).map(({ expected }) => expected)).toEqual(['warfarin', 'ramipril']);
  });
});

describe('the registry', () => {
  it('names each rule once, by its axis, and says what it reports', () => {
    expect(new Set(ruleCodes).size).toBe(ruleCodes.length);
    for (const { rule, axis, reports } of allRules) {
      expect(rule.startsWith(`${axis}/`)).toBe(true);
      expect(reports).toMatch(/^\p{Lu}.{20,}\.$/u);
    }
  });

  it('has a page for each rule', () => {
    const docs = join(import.meta.dirname, '../../../../docs/rules');
    for (const rule of ruleCodes)
      expect(existsSync(join(docs, `${rule.replace('/', '-')}.md`)), rule).toBe(true);
  });
});
