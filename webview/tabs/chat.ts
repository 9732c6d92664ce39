import { t } from '../l10n';
import { chatView, maxQuestionLength } from '../view-model/chat';
import type { ChatView, TurnView } from '../view-model/chat';
import { buttonElement, textBox } from '../components/toolkit';
import { linkButton } from '../components/button';
import { h, replaceContent } from '../components/dom';
import { icon } from '../components/icons';
import type { PanelContext } from '../components/panel-context';
import { linkCitations, safeMarkdown } from '../components/safe-html';
import { emptyState, failedState, loadingState } from '../components/screens';
import { whenChanged } from './tab-view';
import type { TabView } from './tab-view';

/** Questions to the library; answers are quotes with numbered sources. */
export function chatTab(context: PanelContext): TabView {
  const scroller = h('div', { class: 'page turns', tabindex: -1 });
  const clear = buttonElement(
    'quiet',
    {
      'aria-label': t('Clear chat'),
      title: t('Clear chat'),
      'data-key': 'clear-chat',
      onclick: () => context.post({ type: 'clearChat' }),
    },
    icon('trash'),
  );
  let turns = 0;
  let answered = true;
  const draw = whenChanged((view: ChatView) => {
    replaceContent(
      scroller,
      scroller,
      view.turns.length === 0
        ? emptyState(context, view.empty)
        : h('ol', { class: 'turn-list' }, ...view.turns.map((turn) => turnElement(context, turn))),
    );
    clear.hidden = view.turns.length === 0;
    // A new question and its answer are scrolled to; `nearest` never scrolls a long answer past its first line.
    const last = view.turns.at(-1);
    const loading = last?.answer.kind === 'loading';
    if (loading ? view.turns.length > turns : !answered) {
      scroller.querySelector('.turn:last-child')?.scrollIntoView({ block: 'nearest' });
    }
    turns = view.turns.length;
    answered = !loading;
  });
  return {
    id: 'chat',
    element: h('div', { class: 'chat' }, scroller, composer(context, clear)),
    scroller,
    update: (model) => draw(chatView(model)),
  };
}

function composer(context: PanelContext, clear: HTMLElement): HTMLElement {
  const send = (): void => {
    const question = box.value.trim();
    if (question === '') {
      box.element.focus();
      return;
    }
    context.post({ type: 'ask', question });
    box.value = '';
    context.ui.drafts.chat = '';
    context.save();
  };
  const box = textBox(
    t('Question'),
    {
      rows: 2,
      maxlength: maxQuestionLength,
      placeholder: t('Ask your guidelines…'),
      'data-key': 'chat-draft',
      class: 'draft',
    },
    context.ui.drafts.chat,
    (text) => {
      context.ui.drafts.chat = text;
      context.save();
    },
  );
  box.element.addEventListener('keydown', (event) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  return h(
    'div',
    { class: 'composer' },
    box.element,
    h(
      'div',
      { class: 'actions' },
      buttonElement('primary', { onclick: send, 'data-key': 'chat-send' }, t('Ask')),
      h('span', { class: 'secondary shortcut' }, t('Enter to ask, Shift+Enter for a new line')),
      clear,
    ),
    h(
      'p',
      { class: 'secondary provenance' },
      t('Answers are quoted word for word from your library, offline.'),
    ),
  );
}

function turnElement(context: PanelContext, turn: TurnView): HTMLElement {
  return h(
    'li',
    { class: 'turn' },
    h('p', { class: 'question' }, h('span', { class: 'visually-hidden' }, t('Question: ')), turn.question),
    answerElement(context, turn),
  );
}

function answerElement(context: PanelContext, { id, answer }: TurnView): HTMLElement {
  switch (answer.kind) {
    case 'loading':
      return loadingState(t('Searching the library…'));
    case 'failed':
      return failedState(answer.message, answer.advice);
    case 'refused':
      return h(
        'div',
        { class: 'callout refused' },
        icon('not-addressed', 'tone-not-addressed'),
        h(
          'div',
          { class: 'callout-body' },
          h('p', {}, h('strong', {}, t('No answer in the library'))),
          h('p', {}, answer.reason),
        ),
      );
    case 'answered': {
      const text = safeMarkdown(answer.markdown);
      const open = (number: number): void => {
        const citation = answer.citations[number - 1];
        if (citation) context.post({ type: 'openCitation', citation });
      };
      let used = 0;
      linkCitations(text, answer.citations.length, (number) => {
        used += 1;
        const name = `${t('Citation {0}', number)}: ${answer.sources[number - 1]?.openLabel ?? ''}`;
        const button = linkButton(String(number), name, `turn-${id}-citation-${used}`, () => open(number));
        button.classList.add('citation-number');
        return button;
      });
      const body = h('div', { class: 'markdown' });
      body.append(text);
      return h(
        'div',
        { class: 'answer' },
        body,
        h(
          'ol',
          { class: 'citations', 'aria-label': t('Sources of the answer') },
          ...answer.sources.map((source, index) =>
            h(
              'li',
              {},
              h('span', { class: 'citation-index', 'aria-hidden': 'true' }, `${index + 1}`),
              h(
                'span',
                { class: 'citation-text' },
                linkButton(
                  source.title,
                  `${t('Citation {0}', index + 1)}: ${source.openLabel}`,
                  `turn-${id}-source-${index}`,
                  () => open(index + 1),
                ),
                ...source.place.map((part) => h('span', { class: 'place' }, part)),
              ),
            ),
          ),
        ),
      );
    }
  }
}
