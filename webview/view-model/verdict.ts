import type { Verdict } from '../../src/core/verdicts/verdict';
import type { Finding, Severity } from '../../src/core/verdicts/finding';
import { t } from '../l10n';

/** The verdict in words. */
export function verdictLabel(verdict: Verdict): string {
  switch (verdict) {
    case 'supported':
      return t('Supported');
    case 'contradicted':
      return t('Contradicted');
    case 'not-addressed':
      return t('Not addressed');
    case 'not-sure':
      return t('Not sure');
    case 'not-scored':
      return t('Not scored');
  }
}

/** What a finding was measured against, in words that stand beside its verdict. */
export function axisLabel(axis: Finding['axis']): string {
  switch (axis) {
    case 'faithfulness':
      return t('against the source');
    case 'guideline':
      return t('against the library');
    case 'consistency':
      return t('within the note');
    case 'style':
      return t('style');
  }
}

/** The severities that are shown, most severe first. */
export const shownSeverities = ['error', 'warning', 'information', 'hint'] as const satisfies Severity[];

/** A severity under which findings are shown. */
export type ShownSeverity = (typeof shownSeverities)[number];

/** Heading of a group of findings. */
export function severityHeading(severity: ShownSeverity): string {
  switch (severity) {
    case 'error':
      return t('Errors');
    case 'warning':
      return t('Warnings');
    case 'information':
      return t('Information');
    case 'hint':
      return t('Hints');
  }
}

/** How many findings of a severity there are, in words. */
export function severityCount(severity: ShownSeverity, count: number): string {
  const one = count === 1;
  switch (severity) {
    case 'error':
      return one ? t('{0} error', count) : t('{0} errors', count);
    case 'warning':
      return one ? t('{0} warning', count) : t('{0} warnings', count);
    case 'information':
      return t('{0} information', count);
    case 'hint':
      return one ? t('{0} hint', count) : t('{0} hints', count);
  }
}
