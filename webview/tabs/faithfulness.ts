import { plural, t } from '../l10n';
import { faithfulnessScreen } from '../view-model/faithfulness';
import type { FaithfulnessView, SentenceRow } from '../view-model/faithfulness';
import { run } from '../view-model/screen';
import type { Screen } from '../view-model/screen';
import { actionButton } from '../components/button';
import { h, replaceContent } from '../components/dom';
import { evidenceQuotes } from '../components/evidence';
import type { PanelContext } from '../components/panel-context';
import { scoreSummary } from '../components/score-summary';
import { renderScreen } from '../components/screens';
import { sourceLinks } from '../components/source-links';
import { checkBox } from '../components/toolkit';
import { verdictBadge } from '../components/verdict-badge';
import { whenChanged } from './tab-view';
import type { TabView } from './tab-view';

/** Each sentence of a summary against its source, and the shares. */
export function faithfulnessTab(context: PanelContext): TabView {
  const scroller = h('div', { class: 'page', tabindex: -1 });
  const draw = whenChanged((screen: Screen<FaithfulnessView>) =>
    replaceContent(
      scroller,
      scroller,
      renderScreen(context, screen, (view) => report(context, view)),
    ),
  );
  return {
    id: 'faithfulness',
    element: scroller,
    scroller,
    update: (model) => draw(faithfulnessScreen(model)),
  };
}

function report(context: PanelContext, view: FaithfulnessView): HTMLElement {
  const link = actionButton(
    context,
    run('attest.linkSource', t('Link Source…'), 'link'),
    'secondary',
    'link-source',
  );
  return h(
    'div',
    { class: 'stack' },
    h(
      'div',
      { class: 'page-header' },
      h('h2', { title: view.name }, view.name),
      actionButton(
        context,
        run('attest.scoreFaithfulness', t('Score Again…'), 'refresh'),
        'quiet',
        'score-again',
      ),
    ),
    view.headline &&
      h(
        'p',
        { class: 'headline' },
        h('span', { class: 'headline-share' }, view.headline.share),
        h('span', { class: 'secondary' }, view.headline.text),
      ),
    scoreSummary(view.score, ...(view.sources.length === 0 ? [link] : [])),
    sourceLinks(context, view.sources, 'faithfulness'),
    view.sentences.length > 0 && sentenceList(context, view.sentences),
  );
}

function sentenceList(context: PanelContext, rows: readonly SentenceRow[]): HTMLElement {
  const list = h('ol', { class: 'sentences' }, ...rows.map((row, index) => sentence(context, row, index)));
  const supported = rows.filter((row) => row.verdict === 'supported').length;
  const filter = (hide: boolean): void => {
    list.classList.toggle('hide-supported', hide);
  };
  filter(context.ui.onlyUnsupported);
  return h(
    'section',
    { class: 'group', 'aria-label': t('Sentences') },
    h('h3', {}, t('Sentences'), h('span', { class: 'group-count' }, String(rows.length))),
    supported > 0 &&
      supported < rows.length &&
      checkBox(
        plural(supported, 'Hide the supported sentence', 'Hide {0} supported sentences'),
        context.ui.onlyUnsupported,
        { 'data-key': 'only-unsupported' },
        (hide) => {
          context.ui.onlyUnsupported = hide;
          context.save();
          filter(hide);
        },
      ),
    list,
  );
}

function sentence(context: PanelContext, row: SentenceRow, index: number): HTMLElement {
  const key = `sentence-${index}`;
  return h(
    'li',
    { class: `sentence sentence-${row.verdict}` },
    h(
      'div',
      { class: 'card-header' },
      verdictBadge(row.verdict, row.verdictLabel),
      row.show && actionButton(context, row.show, 'quiet', `${key}-show`, row.text),
    ),
    h('p', { class: 'claim-text' }, row.text),
    row.reason !== undefined && h('p', { class: 'secondary' }, row.reason),
    ...evidenceQuotes(
      context,
      row.evidence,
      key,
      plural(row.evidence.rest.length, 'Evidence', 'Evidence: {0} passages'),
    ),
  );
}
