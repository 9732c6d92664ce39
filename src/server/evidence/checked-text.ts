import { pathText } from '../../core/judge/path-words';
import { verdictConfidenceText } from '../../core/verdicts/confidence-words';
import type { CheckedStatement, JudgedByModel } from '../../engine/engine';
import { t } from '../client/translate';

/** How a decided statement came to its verdict, a line each: how a language model's probability is to be taken, and who said what. */
export function checkedText({ verdict, checkers, judged, confidence }: CheckedStatement): string[] {
  const byFacts = verdict === 'not-scored' ? [] : [{ by: 'typed-facts' as const, verdict }];
  const path = pathText({ checkers: checkers ?? (judged ? [] : byFacts), judged, verdict }, t);
  return [
    ...(judged ? [judgedText(judged, confidence)] : []),
    ...(path === undefined ? [] : [t('Checked by: {0}', path)]),
  ];
}

/** That a language model judged a statement, and how its probability is to be taken. */
function judgedText({ calibrated }: JudgedByModel, confidence: number | undefined): string {
  if (confidence === undefined) return t('A language model judged it.');
  return calibrated
    ? `${t('A language model judged it, calibrated.')} ${verdictConfidenceText(confidence, t)}`
    : t('A language model judged it and says {0} %, which is not calibrated.', Math.round(100 * confidence));
}
