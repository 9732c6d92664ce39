import { t } from '../l10n';
import type { IndexingView } from '../view-model/engine-state';
import { libraryScreen } from '../view-model/library';
import type { DocumentRow, LibraryView, SkippedRow } from '../view-model/library';
import type { Screen } from '../view-model/screen';
import { actionButton, linkButton, perform } from '../components/button';
import { disclosure } from '../components/disclosure';
import { h, replaceContent } from '../components/dom';
import { icon } from '../components/icons';
import type { PanelContext } from '../components/panel-context';
import { renderScreen } from '../components/screens';
import { divider } from '../components/toolkit';
import { whenChanged } from './tab-view';
import type { TabView } from './tab-view';

/** Rows that are drawn at once; the rest behind a line that opens, so that a library of thousands stays quick. */
const rowsAtOnce = 200;

/** The indexed guideline documents, and the files that could not be indexed. */
export function libraryTab(context: PanelContext): TabView {
  const scroller = h('div', { class: 'page', tabindex: -1 });
  const draw = whenChanged((screen: Screen<LibraryView>) =>
    replaceContent(
      scroller,
      scroller,
      renderScreen(context, screen, (view) => library(context, view)),
    ),
  );
  return {
    id: 'library',
    element: scroller,
    scroller,
    update: (model) => draw(libraryScreen(model)),
    badge: (model) => {
      const count = model.lastIndex?.skipped.length ?? 0;
      return count > 0 ? { text: '!', label: t('{0} skipped', count) } : undefined;
    },
  };
}

function library(context: PanelContext, view: LibraryView): HTMLElement {
  return h(
    'div',
    { class: 'stack' },
    h('div', { class: 'page-header' }, h('h2', {}, view.caption)),
    h(
      'div',
      { class: 'actions' },
      ...view.actions.map((action, index) =>
        actionButton(context, action, index === 0 ? 'primary' : 'secondary', `library-${index}`),
      ),
    ),
    view.indexing && progress(view.indexing),
    view.lastIndex !== undefined && h('p', { class: 'secondary' }, view.lastIndex),
    view.skipped.length > 0 &&
      disclosure(
        context,
        'library-skipped',
        h('span', { class: 'summary-text' }, icon('warning', 'tone-warning'), view.skippedHeading),
        true,
        h('ul', { class: 'skipped' }, ...view.skipped.map((row, index) => skippedFile(context, row, index))),
      ),
    view.documents.length > 0 && documentTable(context, view.documents.slice(0, rowsAtOnce), 0),
    view.documents.length > rowsAtOnce &&
      disclosure(
        context,
        'library-rest',
        t('{0} more documents', view.documents.length - rowsAtOnce),
        false,
        documentTable(context, view.documents.slice(rowsAtOnce), rowsAtOnce),
      ),
    view.folders.length > 0 && divider(),
    view.folders.length > 0 &&
      h(
        'section',
        { class: 'folders', 'aria-label': t('Guideline folders') },
        h('h3', {}, t('Guideline folders')),
        h('ul', {}, ...view.folders.map((folder) => h('li', { class: 'path' }, folder))),
      ),
  );
}

function progress(view: IndexingView): HTMLElement {
  const bar = h('progress', {
    'aria-label': view.text,
    ...(view.total > 0 && { max: view.total, value: view.done }),
  });
  return h('div', { class: 'progress' }, bar, h('span', { class: 'secondary' }, view.text));
}

function skippedFile(context: PanelContext, row: SkippedRow, index: number): HTMLElement {
  return h(
    'li',
    {},
    linkButton(row.name, row.open.label, `skipped-${index}`, () => perform(context, row.open)),
    h('p', {}, row.message),
    h('p', { class: 'secondary' }, row.advice),
    h('p', { class: 'path', title: row.path }, row.shortPath),
  );
}

function documentTable(context: PanelContext, rows: readonly DocumentRow[], from: number): HTMLElement {
  return h(
    'table',
    { class: 'documents' },
    h('caption', { class: 'visually-hidden' }, t('Documents of the library')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, t('Document')),
        h('th', { scope: 'col' }, t('Format')),
        h('th', { scope: 'col', class: 'number' }, t('Passages')),
      ),
    ),
    h(
      'tbody',
      {},
      ...rows.map((row, index) =>
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row' },
            linkButton(row.title, row.open.label, `document-${from + index}`, () =>
              perform(context, row.open),
            ),
            h('div', { class: 'path', title: row.path }, row.shortPath),
          ),
          h('td', {}, row.format),
          h('td', { class: 'number' }, row.passages),
        ),
      ),
    ),
  );
}
