import { InvalidArgumentError, Option } from 'commander';
import { ruleCodes } from '../core/checks/registry';
import { editDistance } from '../core/terminology/edit-distance';
import type { RuleCode, Severity } from '../core/verdicts/finding';
import { severityRank } from '../core/verdicts/severity';

/** Severities by rule, as `--rule` sets them. */
export type RuleSeverities = Partial<Record<RuleCode, Severity>>;

/** A name that is further off is another one. */
const mostLettersOff = 3;

const severities = Object.keys(severityRank) as Severity[];

/** `--rule`, repeatable: how loudly the findings of a rule are shown, as `attest.rules.severity` does in an editor. */
export function ruleOption(): Option {
  const help = `show the findings of a rule as ${severities.join(', ')}; may be given several times`;
  return new Option('--rule <rule=severity>', help).argParser(addRuleSeverity);
}

/**
 * Adds what one `--rule` says ("faithfulness/dose=hint").
 * @param before what the earlier ones said
 * @throws InvalidArgumentError where there is no such rule or severity, or the rule was named before
 */
export function addRuleSeverity(value: string, before: RuleSeverities = {}): RuleSeverities {
  const [name = '', severityName, ...more] = value.split('=').map((part) => part.trim());
  if (severityName === undefined || more.length > 0) {
    throw new InvalidArgumentError('Write RULE=SEVERITY, for example faithfulness/dose=hint.');
  }
  const rule = ruleCodes.find((code) => code === name);
  if (rule === undefined) throw new InvalidArgumentError(unknownRule(name));
  const severity = severities.find((one) => one === severityName);
  if (severity === undefined) {
    throw new InvalidArgumentError(
      `There is no severity "${severityName}". There are: ${severities.join(', ')}.`,
    );
  }
  if (before[rule] !== undefined) throw new InvalidArgumentError(`The rule ${rule} is named twice.`);
  return { ...before, [rule]: severity };
}

function unknownRule(name: string): string {
  const [nearest] = ruleCodes
    .map((code) => ({ code, off: nameDistance(name, code) }))
    .filter(({ off }) => off <= mostLettersOff)
    .sort((a, b) => a.off - b.off);
  const hint = nearest ? `Is ${nearest.code} meant?` : 'docs/rules/README.md lists them.';
  return `There is no rule "${name}". ${hint}`;
}

/** "dose" is as near to "faithfulness/dose" as its last part is. */
function nameDistance(name: string, code: RuleCode): number {
  const own = name.includes('/') ? code : code.slice(code.indexOf('/') + 1);
  return editDistance(name, own, mostLettersOff);
}
