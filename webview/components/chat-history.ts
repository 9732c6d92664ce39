import { t } from '../l10n';
import type { ChatEntry, ChatView } from '../view-model/chat';
import { linkButton } from './button';
import { disclosure } from './disclosure';
import { h, replaceContent } from './dom';
import type { PanelContext } from './panel-context';

/** The conversations of the workspace: searched, opened, renamed, exported, deleted. */
export interface ChatHistory {
  element: HTMLElement;
  update(view: Pick<ChatView, 'history' | 'hasHistory' | 'historyFull' | 'search'>): void;
}

/** Builds the list of conversations, closed at first. */
export function chatHistory(context: PanelContext): ChatHistory {
  let entries: readonly ChatEntry[] = [];
  let renaming: string | undefined;
  const search = h('input', {
    type: 'search',
    class: 'history-search',
    'aria-label': t('Search conversations'),
    placeholder: t('Search conversations'),
    maxlength: 200,
    oninput: () => context.post({ type: 'searchChats', words: search.value }),
  });
  const full = h('p', { class: 'secondary' });
  const list = h('ul', { class: 'history-list' });
  const element = disclosure(context, 'chat-history', t('Conversations'), false, search, full, list);

  const draw = (): void => {
    replaceContent(
      list,
      search,
      ...(entries.length > 0
        ? entries.map((entry) => (entry.id === renaming ? renameRow(entry) : row(entry)))
        : [h('li', { class: 'secondary' }, t('No conversation holds these words.'))]),
    );
  };

  const row = ({ id, title, when, open }: ChatEntry): HTMLElement => {
    const action = (label: string, name: string, act: () => void): HTMLElement =>
      linkButton(label, `${label}: ${title}`, `history-${id}-${name}`, act);
    return h(
      'li',
      { class: 'history-row', 'aria-current': open ? 'true' : undefined },
      linkButton(title, t('Open conversation: {0}', title), `history-${id}`, () =>
        context.post({ type: 'openChat', chat: id }),
      ),
      h('span', { class: 'secondary' }, when),
      h(
        'span',
        { class: 'turn-actions' },
        action(t('Rename'), 'rename', () => {
          renaming = id;
          draw();
          list.querySelector('input')?.focus();
        }),
        action(t('Export'), 'export', () => context.post({ type: 'exportChat', chat: id })),
        action(t('Delete'), 'delete', () => context.post({ type: 'deleteChat', chat: id })),
      ),
    );
  };

  const renameRow = ({ id, title }: ChatEntry): HTMLElement => {
    const name = h('input', { type: 'text', maxlength: 120, 'aria-label': t('New name of {0}', title) });
    name.value = title;
    name.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      renaming = undefined;
      const wanted = name.value.trim();
      if (event.key === 'Enter' && wanted !== '')
        context.post({ type: 'renameChat', chat: id, title: wanted });
      draw();
    });
    return h('li', { class: 'history-row' }, name);
  };

  return {
    element,
    update({ history, hasHistory, historyFull, search: wanted }) {
      entries = history;
      full.hidden = historyFull === undefined;
      full.textContent = historyFull ?? '';
      element.hidden = !hasHistory;
      // What is being typed is ahead of what the host has found so far.
      if (search.ownerDocument.activeElement !== search) search.value = wanted;
      // A name that is being typed is not taken away by an answer that comes.
      if (renaming === undefined) draw();
    },
  };
}
