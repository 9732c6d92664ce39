import type { Action } from '../view-model/screen';
import { icon } from './icons';
import type { PanelContext } from './panel-context';
import { h } from './dom';
import { buttonElement } from './toolkit';
import type { ButtonLook } from './toolkit';

/**
 * A button for an action. Its own label is enough for a screen reader unless `description` adds what it acts on.
 * @param key keeps the keyboard on the button when its tab is drawn again
 */
export function actionButton(
  context: PanelContext,
  action: Action,
  look: ButtonLook,
  key: string,
  description?: string,
): HTMLElement {
  return buttonElement(
    look,
    {
      class: `action action-${look}`,
      'data-key': key,
      'aria-label': description ? `${action.label}: ${description}` : action.label,
      title: action.label,
      onclick: () => perform(context, action),
    },
    h('div', { class: 'action-content' }, action.icon && icon(action.icon), h('div', {}, action.label)),
  );
}

/** A button that reads as a link, for names of documents inside text. */
export function linkButton(
  label: string,
  accessibleName: string,
  key: string,
  onClick: () => void,
): HTMLButtonElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'link',
      'data-key': key,
      'aria-label': accessibleName,
      title: accessibleName,
      onclick: onClick,
    },
    label,
  );
}

/** Does what an action says. */
export function perform(context: PanelContext, action: Action): void {
  if (action.message) context.post(action.message);
  if (action.goTo) context.goTo(action.goTo);
}
