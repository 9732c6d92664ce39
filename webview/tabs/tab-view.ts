import type { PanelModel, Tab } from '../protocol';
import type { IconName } from '../view-model/icon-name';

/** One tab of the panel. Its element is made once; `update` draws what the model says. */
export interface TabView {
  id: Tab;
  /** The whole page of the tab. */
  element: HTMLElement;
  /** The part that scrolls. */
  scroller: HTMLElement;
  update(model: PanelModel): void;
  /** A count beside the tab's name; undefined for none. */
  badge?(model: PanelModel): { text: string; label: string } | undefined;
}

/** Picture of each tab, in the order of the tabs. */
export const tabIcons: Record<Tab, IconName> = {
  findings: 'findings',
  factCheck: 'fact-check',
  faithfulness: 'faithfulness',
  chat: 'chat',
  library: 'library',
};

/** Calls `draw` only when the value differs from the last one, so that an open page is not drawn again for nothing. */
export function whenChanged<T>(draw: (value: T) => void): (value: T) => void {
  let shown: string | undefined;
  return (value) => {
    const next = JSON.stringify(value);
    if (next === shown) return;
    shown = next;
    draw(value);
  };
}
