import type { PanelModel } from '../protocol';
import { plural, t } from '../l10n';

/**
 * What a screen reader should say after the model changed: one sentence about the newest result, or nothing.
 * Loading states and progress counts are not announced one by one.
 */
export function announcement(before: PanelModel | undefined, now: PanelModel): string | undefined {
  if (!before) return undefined;
  if (now.server.kind === 'error' && before.server.kind !== 'error')
    return t('Error: {0}', now.server.message);
  return (
    chatAnnouncement(before, now) ??
    whenNew(before.factCheck, now.factCheck, (report) => {
      if (report.pending !== undefined) return report.stopped ? t('Stopped') : undefined;
      const contradicted = report.statements.filter(({ verdict }) => verdict === 'contradicted').length;
      return `${plural(report.statements.length, '1 statement checked', '{0} statements checked')}, ${t('{0} contradicted', contradicted)}`;
    }) ??
    whenNew(before.faithfulness, now.faithfulness, (result) =>
      result.summary.scored === 0
        ? t('Not scored')
        : plural(result.summary.scored, '1 sentence scored', '{0} sentences scored'),
    ) ??
    whenNew(before.findings, now.findings, ({ name, report }) =>
      plural(report.findings.length, '1 finding in {1}', '{0} findings in {1}', name),
    ) ??
    whenNew(before.library, now.library, ({ documents }) =>
      plural(documents.length, 'The library holds 1 document', 'The library holds {0} documents'),
    )
  );
}

function chatAnnouncement(before: PanelModel, now: PanelModel): string | undefined {
  const last = now.chat.at(-1);
  const earlier = before.chat.find(({ id }) => id === last?.id);
  if (!last || earlier?.answer.state === last.answer.state) return undefined;
  switch (last.answer.state) {
    case 'done':
      return last.answer.value.refused
        ? t(
            'No answer: {0}',
            last.answer.value.reason ?? t('The library holds nothing relevant to this question.'),
          )
        : t('Answer: {0}', last.answer.value.answer);
    case 'failed':
      return t('Error: {0}', last.answer.message);
    default:
      return undefined;
  }
}

type AnyLoadable<T> =
  { state: 'empty' | 'loading' } | { state: 'done'; value: T } | { state: 'failed'; message: string };

function whenNew<T>(
  before: AnyLoadable<T>,
  now: AnyLoadable<T>,
  describe: (value: T) => string | undefined,
): string | undefined {
  if (JSON.stringify(before) === JSON.stringify(now)) return undefined;
  if (now.state === 'done') return describe(now.value);
  return now.state === 'failed' ? t('Error: {0}', now.message) : undefined;
}
