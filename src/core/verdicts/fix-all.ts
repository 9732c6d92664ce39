import { overlaps } from '../text/span';
import type { Finding, Fix, RuleCode } from './finding';

/**
 * The fixes that can be made together for all findings of a style rule: of those with exactly one fix, none that overlaps
 * one before it. Empty for a rule of another axis, where a person decides each.
 */
export function fixesOfRule(findings: readonly Finding[], rule: RuleCode): Fix[] {
  const fixes = findings
    .filter((finding) => finding.rule === rule && finding.axis === 'style' && finding.severity !== 'off')
    .flatMap(({ fixes: [fix, ...others] }) => (fix && others.length === 0 ? [fix] : []))
    .sort((a, b) => a.start - b.start);
  return fixes.filter((fix, index) => fixes.slice(0, index).every((earlier) => !overlaps(earlier, fix)));
}
