import type { Verdict } from '../../src/core/verdicts/verdict';
import type { Finding, Severity } from '../../src/core/verdicts/finding';
import type { NoteProfile } from '../../src/core/verdicts/note-profiles';
import { t } from '../l10n';
import type { ShownAxis } from './ui-state';

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

/** The verdict of a finding in words: only the source and the library can support or contradict. */
export function findingLabel({ axis, verdict }: Pick<Finding, 'axis' | 'verdict'>): string {
  if (axis === 'style') return t('Wording');
  if (axis !== 'consistency') return verdictLabel(verdict);
  return verdict === 'contradicted' ? t('Inconsistent') : t('Worth a look');
}

/** The picture that stands for a finding's verdict. */
export function findingIcon({ axis, verdict }: Pick<Finding, 'axis' | 'verdict'>): Verdict | 'fix' {
  return axis === 'style' ? 'fix' : verdict;
}

/** What findings are measured against, as a choice of the filter. */
export function axisName(axis: ShownAxis): string {
  switch (axis) {
    case 'all':
      return t('All');
    case 'faithfulness':
      return t('Source');
    case 'guideline':
      return t('Guidelines');
    case 'consistency':
      return t('Note itself');
    case 'style':
      return t('Style');
  }
}

/** A kind of note in words. */
export function profileName(profile: NoteProfile): string {
  switch (profile) {
    case 'general':
      return t('any note');
    case 'soap':
      return t('visit note');
    case 'discharge':
      return t('discharge summary');
    case 'radiology':
      return t('imaging report');
    case 'referral':
      return t('referral letter');
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
