import { t } from '../l10n';
import { maxQuestionLength } from '../view-model/chat';
import type { ChatView, TurnView } from '../view-model/chat';
import { h, replaceContent } from './dom';
import { icon } from './icons';
import type { PanelContext } from './panel-context';
import { buttonElement, textBox } from './toolkit';

/** Where questions are typed. */
export interface Composer {
  element: HTMLElement;
  update(view: ChatView): void;
  /** Puts a question into the box; sending it takes the place of its turn. */
  edit(turn: TurnView): void;
}

/** Builds the box for questions with what may go along. */
export function chatComposer(context: PanelContext): Composer {
  let editing: TurnView | undefined;
  let note: string | undefined;
  const send = (): void => {
    const question = box.value.trim();
    if (question === '') {
      box.element.focus();
      return;
    }
    const chosen = along.value;
    context.post({
      type: 'ask',
      question,
      ...(chosen === 'note' || chosen === 'selection' || chosen === 'same' ? { along: chosen } : {}),
      ...(editing && { instead: editing.id }),
    });
    editing = undefined;
    drawAlong(along.value);
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
  const along = h('select', { class: 'along-choice', 'aria-label': t('Goes along with the question') });
  const drawAlong = (chosen: string): void => {
    const choices = [
      ['', t('Question alone')],
      ...(editing?.along === undefined || editing.selectionGone !== undefined
        ? []
        : [['same', t('As before: {0}', editing.along)]]),
      ...(note === undefined
        ? []
        : [
            ['note', t('With {0} and its sources', note)],
            ['selection', t('With the selection in {0}', note)],
          ]),
    ];
    along.hidden = choices.length === 1;
    replaceContent(along, along, ...choices.map(([value, name]) => h('option', { value }, name)));
    along.value = choices.some(([value]) => value === chosen) ? chosen : '';
  };
  const clear = buttonElement(
    'quiet',
    {
      'aria-label': t('New chat'),
      title: t('New chat'),
      'data-key': 'new-chat',
      onclick: () => context.post({ type: 'newChat' }),
    },
    icon('chat'),
  );
  const provenance = h('p', { class: 'secondary provenance' });
  return {
    element: h(
      'div',
      { class: 'composer' },
      box.element,
      along,
      h(
        'div',
        { class: 'actions' },
        buttonElement('primary', { onclick: send, 'data-key': 'chat-send' }, t('Ask')),
        h('span', { class: 'secondary shortcut' }, t('Enter to ask, Shift+Enter for a new line')),
        clear,
      ),
      provenance,
    ),
    update(view) {
      // Another conversation was opened: what is typed is a question of its own there.
      if (!view.turns.some(({ id }) => id === editing?.id)) editing = undefined;
      clear.hidden = view.turns.length === 0;
      provenance.textContent = view.provenance;
      ({ note } = view);
      drawAlong(along.value);
    },
    edit(turn) {
      const { question, selectionGone } = turn;
      editing = turn;
      // What went along goes along again; selected text that is no longer there has to be selected again.
      drawAlong(selectionGone === undefined ? 'same' : selectionGone === note ? 'selection' : '');
      box.value = question;
      context.ui.drafts.chat = question;
      context.save();
      box.element.focus();
    },
  };
}
