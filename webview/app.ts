import type { HostMessage, PanelModel, Tab } from './protocol';
import { t } from './l10n';
import { announcement } from './view-model/announcement';
import type { UiState } from './view-model/ui-state';
import type { PanelMessage } from './protocol';
import { h } from './components/dom';
import { panelHeader } from './components/header';
import { icon } from './components/icons';
import type { PanelContext } from './components/panel-context';
import { tabStrip } from './components/toolkit';
import { chatTab } from './tabs/chat';
import { factCheckTab } from './tabs/fact-check';
import { faithfulnessTab } from './tabs/faithfulness';
import { findingsTab } from './tabs/findings';
import { libraryTab } from './tabs/library';
import { scrollMemory } from './scroll-memory';
import { tabIcons } from './tabs/tab-view';

/** What the panel needs from the page that holds it. */
export interface PanelHost {
  post(message: PanelMessage): void;
  /** Keeps the panel's own state while it is hidden. */
  save(state: UiState): void;
}

/** Builds the panel inside `root` and gives the function that takes the host's messages. */
export function createApp(root: HTMLElement, ui: UiState, host: PanelHost): (message: HostMessage) => void {
  const live = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  const context: PanelContext = {
    ui,
    post: (message) => host.post(message),
    save: () => host.save(ui),
    goTo: (tab) => show(tab),
    announce: (text) => {
      live.textContent = text;
    },
  };
  const header = panelHeader(context);
  const findings = findingsTab(context);
  const views = [
    findings,
    factCheckTab(context),
    faithfulnessTab(context),
    chatTab(context),
    libraryTab(context),
  ];
  const names: Record<Tab, string> = {
    findings: t('Findings'),
    factCheck: t('Fact-check'),
    faithfulness: t('Faithfulness'),
    chat: t('Chat'),
    library: t('Library'),
  };
  const badges = new Map(views.map(({ id }) => [id, h('span', { class: 'tab-badge' })]));
  const strip = tabStrip(
    t('Attest'),
    views.map(({ id }) => ({
      id,
      children: [icon(tabIcons[id]), h('span', { class: 'tab-name' }, names[id]), badges.get(id)],
    })),
    ui.tab,
    (id) => shown(id as Tab),
  );
  views.forEach((view, index) => strip.pages[index]?.view.append(view.element));
  const scroll = scrollMemory(context, views);
  root.append(header.element, h('main', {}, strip.element), live);

  let model: PanelModel | undefined;
  let wanted: string | undefined;

  function shown(tab: Tab): void {
    ui.tab = tab;
    context.save();
    scroll.restore(tab);
  }

  function show(tab: Tab): void {
    strip.show(tab);
    shown(tab);
  }

  function render(now: PanelModel): void {
    header.update(now);
    views.forEach((view, index) => {
      view.update(now);
      const mark = view.badge?.(now);
      badges
        .get(view.id)
        ?.replaceChildren(
          ...(mark
            ? [
                h('span', { 'aria-hidden': 'true' }, mark.text),
                h('span', { class: 'visually-hidden' }, ` ${mark.label}`),
              ]
            : []),
        );
      const tab = strip.pages[index]?.tab;
      tab?.setAttribute('title', mark ? `${names[view.id]}, ${mark.label}` : names[view.id]);
    });
    scroll.settle(ui.tab);
    const news = announcement(model, now);
    if (news !== undefined) context.announce(news);
    model = now;
    selectWanted();
  }

  // The finding may come with a later model than the message that asks for it.
  function selectWanted(): void {
    if (wanted !== undefined && findings.select(wanted)) wanted = undefined;
  }

  return (message) => {
    switch (message.type) {
      case 'model':
        render(message.model);
        break;
      case 'showTab':
        show(message.tab);
        wanted = message.finding;
        selectWanted();
        break;
    }
  };
}
