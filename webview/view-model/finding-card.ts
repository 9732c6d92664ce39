import type { Finding, RuleCode } from '../../src/core/verdicts/finding';
import { fixesOfRule } from '../../src/core/verdicts/fix-all';
import { confidenceText } from '../../src/core/verdicts/confidence-words';
import type { Verdict } from '../../src/core/verdicts/verdict';
import { t } from '../l10n';
import { evidenceList } from './evidence';
import type { Action } from './screen';
import { shorten } from './shorten';
import { axisLabel, findingIcon, findingLabel } from './verdict';

/** A finding as a card. */
export interface FindingCard {
  fingerprint: string;
  verdict: Verdict;
  verdictLabel: string;
  icon: Verdict | 'fix';
  axis: string;
  rule: string;
  /** Other rules that report the same place, in one line. */
  also?: string;
  /** A matter of form, drawn without weight. */
  quiet: boolean;
  /** The note's words. */
  text: string;
  expected?: string;
  message: string;
  /** How often such a finding is right; absent for a matter of form. */
  confidence?: string;
  evidence: ReturnType<typeof evidenceList>;
  /** Fixes first, then show, open and ignore. */
  fixes: Action[];
  actions: Action[];
}

/**
 * What a finding's card shows.
 * @param all the findings of the note, of which the first of a rule offers to fix all
 */
export function findingCard(uri: string, finding: Finding, all: readonly Finding[]): FindingCard {
  const evidence = evidenceList(finding.citations, 1);
  const best = evidence.first[0];
  const { rule } = finding;
  const confidence = confidenceText(finding, t);
  const together = all.find((other) => other.rule === rule) === finding ? fixesOfRule(all, rule).length : 0;
  return {
    fingerprint: finding.fingerprint,
    verdict: finding.verdict,
    verdictLabel: findingLabel(finding),
    icon: findingIcon(finding),
    axis: finding.axis === 'style' ? '' : axisLabel(finding.axis),
    rule,
    ...(finding.also.length > 0 && { also: t('Also reported by {0}', finding.also.join(', ')) }),
    quiet: finding.axis === 'style',
    text: finding.text,
    ...(finding.expected !== undefined && { expected: finding.expected }),
    message: finding.message,
    ...(confidence !== undefined && { confidence }),
    evidence,
    fixes: [
      ...finding.fixes.map((fix, index): Action => ({
        label: fix.newText.trim() === '' ? fix.title : t('Change to “{0}”', shorten(fix.newText.trim(), 40)),
        icon: 'fix',
        message: { type: 'applyFix', uri, fingerprint: finding.fingerprint, fix: index },
      })),
      ...(together > 1 && isStyleRule(rule)
        ? [
            {
              label: t('Fix all {0} of this rule', together),
              message: { type: 'fixAll', uri, rule },
            } as const,
          ]
        : []),
    ],
    actions: [
      {
        label: t('Show in note'),
        message: { type: 'revealSpan', uri, start: finding.start, end: finding.end },
      },
      ...(best
        ? [
            {
              label: best.citation.kind === 'note' ? t('Show the other place') : t('Open evidence'),
              message: { type: 'openCitation', citation: best.citation },
            } as const,
          ]
        : []),
      {
        label: t('Ignore…'),
        message: { type: 'ignoreFinding', uri, fingerprint: finding.fingerprint },
      },
    ],
  };
}

function isStyleRule(rule: RuleCode): rule is `style/${string}` {
  return rule.startsWith('style/');
}
