import type { PanelMessage, Tab } from '../protocol';
import type { IconName } from './icon-name';
import type { Loadable } from '../protocol';
import { t } from '../l10n';

/** Something a person can do: a button's label and what the host is told. */
export interface Action {
  label: string;
  icon?: IconName;
  /** Sent to the host. */
  message?: PanelMessage;
  /** Opens another tab of the panel. */
  goTo?: Tab;
}

/** An empty tab: why nothing is there and what to do next; the first action is the main one. */
export interface EmptyScreen {
  kind: 'empty';
  icon: IconName;
  title: string;
  body: string;
  actions: Action[];
}

/** What a tab shows. */
export type Screen<T> =
  | EmptyScreen
  | { kind: 'loading'; label: string; stop?: Action }
  | { kind: 'failed'; message: string; advice: string; actions: Action[] }
  | ({ kind: 'ready' } & T);

/** The action that runs one of the extension's commands. */
export function run(
  command: Extract<PanelMessage, { type: 'command' }>['command'],
  label: string,
  icon?: IconName,
): Action {
  return { label, message: { type: 'command', command }, ...(icon && { icon }) };
}

/** Maps the states that every tab shares; `ready` is asked only for a value that is there. */
export function screenOf<V, T>(
  loadable: Loadable<V>,
  texts: { loading: string; stop?: Action; retry?: Action },
  empty: () => EmptyScreen,
  ready: (value: V) => Screen<T>,
): Screen<T> {
  switch (loadable.state) {
    case 'empty':
      return empty();
    case 'loading':
      return { kind: 'loading', label: texts.loading, ...(texts.stop && { stop: texts.stop }) };
    case 'failed':
      return {
        kind: 'failed',
        message: loadable.message,
        advice: loadable.advice,
        actions: [...(texts.retry ? [texts.retry] : []), run('attest.showLog', t('Show Log'))],
      };
    case 'done':
      return ready(loadable.value);
  }
}
