import type { PanelModel } from '../protocol';
import { t } from '../l10n';
import { engineStateView } from '../view-model/engine-state';
import { actionButton } from './button';
import { h, replaceContent } from './dom';
import { icon } from './icons';
import type { PanelContext } from './panel-context';
import { progressRing } from './toolkit';

/** The line that is always there: what the engine is doing, and where text goes. */
export function panelHeader(context: PanelContext): {
  element: HTMLElement;
  update(model: PanelModel): void;
} {
  const state = h('div', { class: 'engine', tabindex: -1 });
  const element = h(
    'header',
    { class: 'panel-header' },
    h('h1', { class: 'visually-hidden' }, t('Attest')),
    state,
    h('div', { class: 'offline' }, icon('offline'), h('span', {}, t('Offline: no text leaves this machine'))),
  );
  let shown = '';
  return {
    element,
    update(model) {
      const view = engineStateView(model.server);
      const next = JSON.stringify(view);
      if (next === shown) return;
      shown = next;
      state.className = `engine engine-${view.tone}`;
      replaceContent(
        state,
        state,
        view.tone === 'busy'
          ? progressRing()
          : icon(
              view.tone === 'error' ? 'error' : 'supported',
              view.tone === 'error' ? 'tone-contradicted' : 'tone-supported',
            ),
        h(
          'div',
          { class: 'engine-text' },
          h('span', {}, view.text),
          view.advice !== undefined && h('span', { class: 'secondary' }, view.advice),
        ),
        view.action && actionButton(context, view.action, 'secondary', 'engine-action'),
      );
    },
  };
}
