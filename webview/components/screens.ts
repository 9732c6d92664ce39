import type { EmptyScreen, Screen } from '../view-model/screen';
import { t } from '../l10n';
import { actionButton } from './button';
import { h } from './dom';
import { icon } from './icons';
import type { PanelContext } from './panel-context';
import { progressRing } from './toolkit';

/** Why a tab is empty and what to do next. */
export function emptyState(context: PanelContext, screen: EmptyScreen): HTMLElement {
  return h(
    'div',
    { class: 'empty' },
    icon(screen.icon, 'empty-icon'),
    h('h2', {}, screen.title),
    h('p', {}, screen.body),
    screen.actions.length > 0 &&
      h(
        'div',
        { class: 'empty-actions' },
        ...screen.actions.map((action, index) =>
          actionButton(context, action, index === 0 ? 'primary' : 'secondary', `empty-${index}`),
        ),
      ),
  );
}

/** The key of the button that ends what is under way, wherever it stands: the keyboard stays on it. */
export const stopKey = 'stop';

/** Work in progress, with what ends it where anything does. */
export function loadingState(label: string, stop?: HTMLElement): HTMLElement {
  return h('div', { class: 'loading' }, progressRing(), h('span', {}, label), stop);
}

/** Something failed: what, and what to do. */
export function failedState(message: string, advice: string, ...actions: HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'callout callout-error' },
    icon('error', 'tone-contradicted'),
    h(
      'div',
      { class: 'callout-body' },
      h('p', {}, h('span', { class: 'visually-hidden' }, t('Error: ')), message),
      advice !== '' && h('p', { class: 'secondary' }, advice),
      actions.length > 0 && h('div', { class: 'actions' }, ...actions),
    ),
  );
}

/** A remark that is no error, e.g. why nothing was scored. */
export function notice(title: string, text: string, ...actions: HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'callout' },
    icon('not-scored', 'tone-not-scored'),
    h(
      'div',
      { class: 'callout-body' },
      h('p', {}, h('strong', {}, title)),
      h('p', { class: 'secondary' }, text),
      actions.length > 0 && h('div', { class: 'actions' }, ...actions),
    ),
  );
}

/** Renders any screen; `ready` is asked only when there is something. */
export function renderScreen<T>(
  context: PanelContext,
  screen: Screen<T>,
  ready: (value: T) => HTMLElement,
): HTMLElement {
  switch (screen.kind) {
    case 'empty':
      return emptyState(context, screen);
    case 'loading':
      return loadingState(
        screen.label,
        screen.stop && actionButton(context, screen.stop, 'secondary', stopKey),
      );
    case 'failed':
      return failedState(
        screen.message,
        screen.advice,
        ...screen.actions.map((action, index) =>
          actionButton(context, action, 'secondary', `failed-${index}`),
        ),
      );
    case 'ready':
      return ready(screen);
  }
}
