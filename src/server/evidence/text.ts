import { headingPath } from '../../core/evidence/passages/heading-path';
import type { Citation } from '../../core/evidence/citations/citation';
import type { Verdict } from '../../core/verdicts/verdict';
import type { Axis } from '../../core/verdicts/finding';
import type { Place } from './places';
import { t } from '../client/translate';

/** A verdict in words, as the heading of a hover. */
export function verdictText(verdict: Verdict, axis: Axis): string {
  if (axis === 'consistency') return t('The note disagrees with itself');
  if (axis === 'style') return t('Wording that can harm');
  const guideline = axis === 'guideline';
  switch (verdict) {
    case 'contradicted':
      return guideline ? t('Contradicted by a guideline') : t('Contradicted by the source');
    case 'supported':
      return guideline ? t('Supported by a guideline') : t('Supported by the source');
    case 'not-addressed':
      return guideline ? t('Not mentioned in the guidelines') : t('Not mentioned in the source');
    case 'not-sure':
      return t('Not sure');
    case 'not-scored':
      return t('Not checked');
  }
}

/** Where a citation stands: document, section, page or line. Plain text. */
export function whereText({ title, section, page }: Citation, place: Place | undefined): string {
  const parts = [title];
  const path = headingPath({ title, section });
  if (path.length > 0) parts.push(path.join(' › '));
  if (page !== undefined) parts.push(t('page {0}', page));
  else if (place) parts.push(t('line {0}', place.range.start.line + 1));
  return parts.join(', ');
}
