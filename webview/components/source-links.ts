import type { Action } from '../view-model/screen';
import { t } from '../l10n';
import { linkButton, perform } from './button';
import { h } from './dom';
import { icon } from './icons';
import type { PanelContext } from './panel-context';

/** The texts that something was compared with; each opens. */
export function sourceLinks(
  context: PanelContext,
  sources: readonly { label: string; action: Action }[],
  key: string,
): HTMLElement | undefined {
  if (sources.length === 0) return undefined;
  return h(
    'div',
    { class: 'sources' },
    h('span', { class: 'secondary' }, t('Compared with')),
    ...sources.map(({ label, action }, index) =>
      h(
        'span',
        { class: 'source' },
        icon('file'),
        linkButton(label, action.label, `${key}-source-${index}`, () => perform(context, action)),
      ),
    ),
  );
}
