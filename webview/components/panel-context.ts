import type { PanelMessage, Tab } from '../protocol';
import type { UiState } from '../view-model/ui-state';

/** What every component may do: tell the host, move to another tab, and keep navigation state. */
export interface PanelContext {
  post(message: PanelMessage): void;
  goTo(tab: Tab): void;
  /** What the panel remembers while hidden; call `save` after changing it. */
  readonly ui: UiState;
  save(): void;
  /** Has a screen reader say a sentence. */
  announce(text: string): void;
}
