import type { ScoreView } from '../view-model/score';
import { t } from '../l10n';
import { h } from './dom';
import { icon } from './icons';
import { notice } from './screens';

/** A score: bar and table, or the reason why there is none. */
export function scoreSummary(view: ScoreView, ...actions: HTMLElement[]): HTMLElement {
  if (view.kind === 'not-scored') return notice(t('Not scored'), view.reason, ...actions);
  return h('div', { class: 'score' }, scoreBar(view), scoreTable(view));
}

type Scored = Extract<ScoreView, { kind: 'scored' }>;

/** The shares as one bar; the table says the same in numbers. */
export function scoreBar(view: Scored): HTMLElement {
  const bar = h('div', { class: 'bar', role: 'img', 'aria-label': view.barLabel });
  for (const row of view.rows) {
    if (row.count === 0) continue;
    const segment = h(
      'div',
      { class: `segment segment-${row.verdict}`, title: `${row.label}: ${row.countText}` },
      icon(row.verdict),
    );
    segment.style.flexGrow = String(row.count);
    bar.append(segment);
  }
  return bar;
}

function scoreTable(view: Scored): HTMLElement {
  return h(
    'table',
    { class: 'score-table' },
    h('caption', { class: 'secondary' }, view.caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, t('Verdict')),
        h('th', { scope: 'col', class: 'number' }, t('Count')),
        h('th', { scope: 'col', class: 'number' }, t('Share')),
        h('th', { scope: 'col', class: 'number' }, t('95% CI')),
      ),
    ),
    h(
      'tbody',
      {},
      ...view.rows.map((row) =>
        h(
          'tr',
          { class: row.count === 0 ? 'none' : '' },
          h(
            'th',
            { scope: 'row' },

            icon(row.verdict, `tone-${row.verdict}`),
            row.label,
          ),
          h('td', { class: 'number' }, row.countText),
          h('td', { class: 'number' }, row.share),
          h('td', { class: 'number' }, row.interval),
        ),
      ),
    ),
  );
}
