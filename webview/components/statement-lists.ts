import type { StatementGroup } from '../view-model/statements';
import { t } from '../l10n';
import { linkButton, perform } from './button';
import { disclosure } from './disclosure';
import { h } from './dom';
import type { PanelContext } from './panel-context';

/** The statements of a note by verdict, each list closed at first; a statement is a button that shows it in the note. */
export function statementLists(context: PanelContext, groups: readonly StatementGroup[]): HTMLElement {
  return h(
    'div',
    { class: 'statement-lists', role: 'group', 'aria-label': t('Statements') },
    ...groups.map((group) => {
      const key = `statements-${group.verdict}`;
      return disclosure(context, key, group.label, false, list(context, group, key));
    }),
  );
}

function list(context: PanelContext, { label, statements }: StatementGroup, key: string): HTMLElement {
  return h(
    'ol',
    { class: 'statement-list', 'aria-label': label },
    ...statements.map(({ text, show }, index) =>
      h(
        'li',
        {},
        linkButton(text, `${show.label}: ${text}`, `${key}-${index}`, () => perform(context, show)),
      ),
    ),
  );
}
