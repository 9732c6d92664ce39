import { t } from '../l10n';
import { factCheckScreen, maxFactCheckLength } from '../view-model/fact-check';
import type { FactCheckView } from '../view-model/fact-check';
import { run } from '../view-model/screen';
import type { Screen } from '../view-model/screen';
import type { LookedAt, StatementCard } from '../view-model/statement-card';
import { h, replaceContent } from '../components/dom';
import { actionButton } from '../components/button';
import { disclosure } from '../components/disclosure';
import { evidenceQuote } from '../components/evidence';
import { icon } from '../components/icons';
import type { PanelContext } from '../components/panel-context';
import { safeMarkdown } from '../components/safe-html';
import { notice, renderScreen, stopKey } from '../components/screens';
import { buttonElement, textBox } from '../components/toolkit';
import { verdictBadge } from '../components/verdict-badge';
import { whenChanged } from './tab-view';
import type { TabView } from './tab-view';

/** Statements of one's own, or of the last selection, against the library. */
export function factCheckTab(context: PanelContext): TabView {
  const results = h('div', { class: 'results', tabindex: -1 });
  const scroller = h('div', { class: 'page', tabindex: -1 }, draft(context), results);
  const draw = whenChanged((screen: Screen<FactCheckView>) =>
    replaceContent(
      results,
      results,
      renderScreen(context, screen, (view) => report(context, view)),
    ),
  );
  return {
    id: 'factCheck',
    element: scroller,
    scroller,
    update: (model) => draw(factCheckScreen(model)),
  };
}

function draft(context: PanelContext): HTMLElement {
  const send = (): void => {
    const text = box.value.trim();
    if (text === '') {
      context.announce(t('Type a statement first.'));
      box.element.focus();
      return;
    }
    context.post({ type: 'factCheck', text });
  };
  const box = textBox(
    t('Statements to compare with the library'),
    {
      rows: 4,
      maxlength: maxFactCheckLength,
      resize: 'vertical',
      'data-key': 'fact-check-draft',
      class: 'draft',
    },
    context.ui.drafts.factCheck,
    (text) => {
      context.ui.drafts.factCheck = text;
      context.save();
    },
  );
  box.element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  return h(
    'div',
    { class: 'draft-form' },
    box.element,
    h(
      'div',
      { class: 'actions' },
      buttonElement('primary', { onclick: send, 'data-key': 'fact-check-send' }, t('Fact-Check')),
      h('span', { class: 'secondary shortcut' }, t('Ctrl+Enter')),
    ),
  );
}

function report(context: PanelContext, view: FactCheckView): HTMLElement {
  return h(
    'div',
    { class: 'stack' },
    h(
      'div',
      { class: 'results-header' },
      h(
        'div',
        { class: 'results-title' },
        h('h2', { 'aria-busy': view.stop !== undefined }, view.caption),
        view.stop !== undefined && actionButton(context, view.stop, 'secondary', stopKey),
        view.stop === undefined &&
          view.stopped === undefined &&
          view.cards.length > 0 &&
          actionButton(context, run('attest.exportFactCheck', t('Export…')), 'quiet', 'export-fact-check'),
      ),
      h(
        'ul',
        { class: 'counts', 'aria-label': t('Statements by verdict') },
        ...view.counts.map(({ verdict, text }) =>
          h('li', {}, icon(verdict, `tone-${verdict}`), h('span', {}, text)),
        ),
      ),
    ),
    view.plan !== undefined && h('p', {}, view.plan),
    view.model !== undefined && h('p', { class: 'secondary' }, view.model),
    view.modelFailed !== undefined && notice(t('Decided without the language model'), view.modelFailed),
    view.stopped !== undefined && notice(t('Stopped'), view.stopped),
    view.notScored !== undefined && notice(t('Not scored'), view.notScored),
    view.legend !== undefined && h('p', { class: 'secondary' }, view.legend),
    h('ol', { class: 'cards' }, ...view.cards.map((card, index) => statement(context, card, index))),
  );
}

/** A quote with what it says of the claim, and what its document says of itself. */
function passage(
  context: PanelContext,
  { view, icon: picture, verdictLabel, notes }: LookedAt,
  key: string,
): HTMLElement {
  const figure = evidenceQuote(context, view, key);
  figure
    .querySelector('figcaption')
    ?.append(
      h('span', { class: 'place says' }, icon(picture, `tone-${picture}`), h('span', {}, verdictLabel)),
      ...notes.map((note) => h('span', { class: 'place' }, note)),
    );
  return figure;
}

function statement(context: PanelContext, card: StatementCard, index: number): HTMLElement {
  const explanation = h('div', { class: 'markdown' });
  explanation.append(safeMarkdown(card.explanation));
  return h(
    'li',
    { class: 'card' },
    card.step !== undefined &&
      h(
        'p',
        { class: 'secondary' },
        card.isFirstFailing ? t('{0} – the first that fails', card.step) : card.step,
      ),
    h(
      'div',
      { class: 'card-header' },
      verdictBadge(card.verdict, card.verdictLabel),
      card.confidence !== undefined && h('span', { class: 'secondary' }, card.confidence),
    ),
    h('p', { class: 'claim' }, card.text),
    explanation,
    card.path !== undefined && h('p', { class: 'secondary' }, card.path),
    card.abstained !== undefined && h('p', { class: 'secondary' }, card.abstained),
    ...card.evidence.map((one, at) => passage(context, one, `statement-${index}-evidence-${at}`)),
    card.others.length > 0 &&
      disclosure(
        context,
        `statement-${index}-more`,
        card.othersLabel,
        false,
        ...card.others.map((one, at) => passage(context, one, `statement-${index}-other-${at}`)),
      ),
  );
}
