import type { PanelModel } from '../protocol';
import { plural, t } from '../l10n';
import { findingsScreen } from '../view-model/findings';
import type { FindingsView } from '../view-model/findings';
import type { ShownAxis } from '../view-model/ui-state';
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
import { notice, renderScreen } from '../components/screens';
import { statementLists } from '../components/statement-lists';
import { sourceLinks } from '../components/source-links';
import { whenChanged } from './tab-view';
import type { TabView } from './tab-view';

/** The findings of the active note. `select` scrolls to a finding and gives it the focus. */
export function findingsTab(context: PanelContext): TabView & { select(fingerprint: string): boolean } {
  const scroller = h('div', { class: 'page', tabindex: -1 });
  let shown: PanelModel | undefined;
  const draw = whenChanged((screen: Screen<FindingsView>) => {
    const content = renderScreen(context, screen, (view) => note(context, view, choose));
    roving(content);
    replaceContent(scroller, scroller, content);
  });
  const update = (model: PanelModel): void => {
    shown = model;
    draw(findingsScreen(model, context.ui.axis));
  };
  const choose = (axis: ShownAxis): void => {
    context.ui.axis = axis;
    context.save();
    if (shown) update(shown);
  };
  const cardOf = (fingerprint: string): HTMLElement | null =>
    scroller.querySelector<HTMLElement>(`[data-fingerprint="${CSS.escape(fingerprint)}"]`);
  return {
    id: 'findings',
    element: scroller,
    scroller,
    update,
    badge: (model) => {
      const count = model.findings.state === 'done' ? model.findings.value.report.findings.length : 0;
      return count > 0
        ? { text: count > 99 ? '99+' : String(count), label: plural(count, '1 finding', '{0} findings') }
        : undefined;
    },
    select(fingerprint) {
      // A finding that is asked for is shown, whatever the filter hides.
      if (!cardOf(fingerprint) && context.ui.axis !== 'all' && holds(shown, fingerprint)) choose('all');
      const card = cardOf(fingerprint);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'nearest' });
      return card !== null;
    },
  };
}

function holds(model: PanelModel | undefined, fingerprint: string): boolean {
  if (model?.findings.state !== 'done') return false;
  return model.findings.value.report.findings.some((finding) => finding.fingerprint === fingerprint);
}

function note(context: PanelContext, view: FindingsView, choose: (axis: ShownAxis) => void): HTMLElement {
  return h(
    'div',
    { class: 'stack' },
    h(
      'div',
      { class: 'page-header' },
      h('h2', { title: view.name }, view.name),
      actionButton(context, run('attest.checkNote', t('Check Note'), 'refresh'), 'quiet', 'check'),
    ),
    h(
      'p',
      { class: 'secondary profile' },
      h('span', {}, view.profile.text),
      linkButton(view.profile.action.label, t('Change the kind of note in the settings'), 'profile', () =>
        perform(context, view.profile.action),
      ),
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
    ...view.problems.map((problem, index) => problemNote(context, problem, index)),
    scorePart(context, view),
    view.model !== undefined && h('p', { class: 'secondary' }, view.model),
    view.modelFailed !== undefined && notice(t('Decided without the language model'), view.modelFailed),
    view.filter.length > 0 && axisFilter(view.filter, choose),
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

/** One choice at a time; what is chosen stays chosen for the next note. */
function axisFilter(choices: FindingsView['filter'], choose: (axis: ShownAxis) => void): HTMLElement {
  return h(
    'div',
    { class: 'filter', role: 'group', 'aria-label': t('Show findings of') },
    ...choices.map(({ axis, label, count, chosen }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'chip',
          'aria-pressed': chosen ? 'true' : 'false',
          'data-key': `axis-${axis}`,
          onclick: () => choose(axis),
        },
        label,
        h('span', { class: 'chip-count' }, ` ${count}`),
      ),
    ),
  );
}

function problemNote(
  context: PanelContext,
  { message, advice, show }: FindingsView['problems'][number],
  index: number,
): HTMLElement {
  return h(
    'div',
    { class: 'callout' },
    icon('warning', 'tone-warning'),
    h(
      'div',
      { class: 'callout-body' },
      h('p', {}, message),
      h('p', { class: 'secondary' }, advice),
      show &&
        h('div', { class: 'actions' }, actionButton(context, show, 'quiet', `problem-${index}`, message)),
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
  if (view.score.kind === 'not-scored') {
    const title = view.notCompared ?? t('Not scored');
    return notice(title, view.score.reason, ...(view.sources.length === 0 ? [link] : []));
  }
  return disclosure(
    context,
    'findings-score',
    t('Faithful to the source'),
    true,
    scoreSummary(view.score),
    statementLists(context, view.statements),
    sourceLinks(context, view.sources, 'findings'),
  );
}
