import { plural, t } from '../l10n';
import { findingsScreen } from '../view-model/findings';
import type { FindingsView } from '../view-model/findings';
import type { Screen } from '../view-model/screen';
import { run } from '../view-model/screen';
import { actionButton, linkButton, perform } from '../components/button';
import { disclosure } from '../components/disclosure';
import { h, replaceContent } from '../components/dom';
import { findingCard } from '../components/finding-card';
import { icon } from '../components/icons';
import type { PanelContext } from '../components/panel-context';
import { roving } from '../components/roving';
import { scoreSummary } from '../components/score-summary';
import { renderScreen } from '../components/screens';
import { sourceLinks } from '../components/source-links';
import { whenChanged } from './tab-view';
import type { TabView } from './tab-view';

/** The findings of the active note. `select` scrolls to a finding and gives it the focus. */
export function findingsTab(context: PanelContext): TabView & { select(fingerprint: string): boolean } {
  const scroller = h('div', { class: 'page', tabindex: -1 });
  const draw = whenChanged((screen: Screen<FindingsView>) => {
    const content = renderScreen(context, screen, (view) => note(context, view));
    roving(content);
    replaceContent(scroller, scroller, content);
  });
  return {
    id: 'findings',
    element: scroller,
    scroller,
    update: (model) => draw(findingsScreen(model)),
    badge: (model) => {
      const count = model.findings.state === 'done' ? model.findings.value.report.findings.length : 0;
      return count > 0
        ? { text: count > 99 ? '99+' : String(count), label: plural(count, '1 finding', '{0} findings') }
        : undefined;
    },
    select(fingerprint) {
      const card = scroller.querySelector<HTMLElement>(`[data-fingerprint="${CSS.escape(fingerprint)}"]`);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'nearest' });
      return card !== null;
    },
  };
}

function note(context: PanelContext, view: FindingsView): HTMLElement {
  return h(
    'div',
    { class: 'stack' },
    h(
      'div',
      { class: 'page-header' },
      h('h2', { title: view.name }, view.name),
      actionButton(context, run('attest.checkNote', t('Check Note'), 'refresh'), 'quiet', 'check'),
    ),
    view.hint !== undefined && h('p', { class: 'hint-line' }, icon('information'), view.hint),
    view.counts.length > 0 &&
      h(
        'ul',
        { class: 'counts', 'aria-label': t('Findings by severity') },
        ...view.counts.map(({ severity, text }) =>
          h('li', {}, icon(severity, `tone-${severity}`), h('span', {}, text)),
        ),
      ),
    scorePart(context, view),
    ...view.groups.map((group) =>
      h(
        'section',
        { class: 'group', 'aria-label': group.heading },
        h('h3', {}, group.heading, h('span', { class: 'group-count' }, String(group.cards.length))),
        ...group.cards.map((card) => findingCard(context, card)),
      ),
    ),
    view.noFindings !== undefined && h('p', { class: 'all-clear' }, icon('information'), view.noFindings),
    view.ignored &&
      h(
        'p',
        { class: 'secondary ignored' },
        icon('ignore'),
        h('span', {}, view.ignored.text),
        linkButton(t('Show'), view.ignored.action.label, 'ignored', () => {
          if (view.ignored) perform(context, view.ignored.action);
        }),
      ),
  );
}

function scorePart(context: PanelContext, view: FindingsView): HTMLElement {
  const link = actionButton(
    context,
    run('attest.linkSource', t('Link Source…'), 'link'),
    'secondary',
    'link-source',
  );
  if (view.score.kind === 'not-scored')
    return scoreSummary(view.score, ...(view.sources.length === 0 ? [link] : []));
  return disclosure(
    context,
    'findings-score',
    t('Faithful to the source'),
    true,
    scoreSummary(view.score),
    sourceLinks(context, view.sources, 'findings'),
  );
}
