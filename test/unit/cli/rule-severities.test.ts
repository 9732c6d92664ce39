import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { addRuleSeverity } from '../../../src/cli/rule-severities';

describe('--rule', () => {
  it('sets the severity of a rule, beside those before it', () => {
    const first = addRuleSeverity('faithfulness/dose=hint');
    expect(first).toEqual({ 'faithfulness/dose': 'hint' });
    expect(addRuleSeverity(' style/unitless = off ', first)).toEqual({
      'faithfulness/dose': 'hint',
      'style/unitless': 'off',
    });
  });

  it.each([
    ['faithfulness/doze=hint', 'There is no rule "faithfulness/doze". Is faithfulness/dose meant?'],
    ['laterality=off', 'Is faithfulness/laterality meant?'],
    ['faithfulness/weather=hint', 'docs/rules/README.md lists them.'],
    ['__proto__=hint', 'There is no rule "__proto__".'],
    ['=hint', 'There is no rule "".'],
    [
      'faithfulness/dose=loud',
      'There is no severity "loud". There are: error, warning, information, hint, off.',
    ],
    ['faithfulness/dose=', 'There is no severity "".'],
    ['faithfulness/dose=toString', 'There is no severity "toString".'],
    ['faithfulness/dose', 'Write RULE=SEVERITY'],
    ['faithfulness/dose=hint=off', 'Write RULE=SEVERITY'],
    ['', 'Write RULE=SEVERITY'],
  ])('refuses %s and says why', (value, message) => {
    expect(() => addRuleSeverity(value)).toThrow(InvalidArgumentError);
    expect(() => addRuleSeverity(value)).toThrow(message);
  });

  it('refuses two severities for one rule', () => {
    expect(() => addRuleSeverity('faithfulness/dose=off', { 'faithfulness/dose': 'hint' })).toThrow(
      'named twice',
    );
  });
});
