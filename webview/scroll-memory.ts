import type { Tab } from './protocol';
import type { PanelContext } from './components/panel-context';
import type { TabView } from './tabs/tab-view';

/** What the memory can be asked for. */
export interface ScrollMemory {
  /** Gives a tab its position back after it was hidden. */
  restore(tab: Tab): void;
  /** Tries again after a tab was drawn, until its page is long enough for the position it had. */
  settle(tab: Tab): void;
}

/**
 * Keeps each tab's scroll position while it, or the whole panel, is hidden. A position is given back as soon as the
 * page is long enough again; from the first scroll by a person on, theirs counts.
 */
export function scrollMemory(context: PanelContext, views: readonly TabView[]): ScrollMemory {
  const pending = new Map(Object.entries(context.ui.scroll) as [Tab, number][]);
  for (const { id, scroller } of views) {
    for (const event of ['wheel', 'keydown', 'pointerdown', 'touchstart']) {
      scroller.addEventListener(event, () => pending.delete(id), { passive: true });
    }
    scroller.addEventListener(
      'scroll',
      () => {
        if (pending.has(id) || scroller.clientHeight === 0) return;
        context.ui.scroll[id] = Math.round(scroller.scrollTop);
        context.save();
      },
      { passive: true },
    );
  }
  const moveTo = (tab: Tab, top: number): void => {
    const scroller = views.find(({ id }) => id === tab)?.scroller;
    if (!scroller) return;
    scroller.scrollTop = top;
    if (scroller.scrollTop >= top - 1) pending.delete(tab);
  };
  return {
    restore: (tab) => moveTo(tab, pending.get(tab) ?? context.ui.scroll[tab] ?? 0),
    settle: (tab) => {
      const top = pending.get(tab);
      if (top !== undefined) moveTo(tab, top);
    },
  };
}
