import type { FindingCard } from '../view-model/finding-card';
import { t } from '../l10n';
import { actionButton, perform } from './button';
import { h } from './dom';
import { evidenceQuotes } from './evidence';
import type { PanelContext } from './panel-context';
import { verdictBadge } from './verdict-badge';

/** A finding. The card itself takes the focus (arrow keys move between cards, Enter shows it in the note). */
export function findingCard(context: PanelContext, card: FindingCard): HTMLElement {
  const key = `finding-${card.fingerprint}`;
  const heading = `${key}-title`;
  const show = card.actions[0];
  const element: HTMLElement = h(
    'article',
    {
      class: card.quiet ? 'card card-quiet' : 'card',
      'data-key': key,
      'data-fingerprint': card.fingerprint,
      'data-roving': true,
      tabindex: -1,
      'aria-labelledby': heading,
      onkeydown: (event) => {
        if (event.target !== element || !(event instanceof KeyboardEvent) || event.key !== 'Enter' || !show)
          return;
        event.preventDefault();
        perform(context, show);
      },
    },
    h(
      'header',
      { class: 'card-header', id: heading },
      verdictBadge(card.verdict, card.verdictLabel, card.icon),
      card.axis !== '' && h('span', { class: 'secondary' }, card.axis),
    ),
    h(
      'p',
      { class: 'claim' },
      h('q', {}, card.text),
      card.expected !== undefined &&
        h(
          'span',
          { class: 'expected' },
          ' → ',
          h('span', { class: 'visually-hidden' }, t('evidence says ')),
          h('q', {}, card.expected),
        ),
    ),
    h('p', {}, card.message),
    card.confidence !== undefined && h('p', { class: 'secondary' }, card.confidence),
    ...evidenceQuotes(context, card.evidence, key),
    card.fixes.length > 0 &&
      h(
        'div',
        { class: 'actions' },
        ...card.fixes.map((fix, index) => actionButton(context, fix, 'secondary', `${key}-fix-${index}`)),
      ),
    h(
      'div',
      { class: 'actions card-actions' },
      ...card.actions.map((action, index) =>
        actionButton(context, action, 'quiet', `${key}-action-${index}`, card.text),
      ),
    ),
    h('p', { class: 'rule' }, card.rule, card.also !== undefined && h('span', {}, ` · ${card.also}`)),
  );
  return element;
}
