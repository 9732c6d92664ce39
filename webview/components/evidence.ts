import type { EvidenceView, evidenceList } from '../view-model/evidence';
import { linkButton } from './button';
import { h } from './dom';
import { disclosure } from './disclosure';
import type { PanelContext } from './panel-context';

/** A quote with where it stands; its document's name opens it. */
export function evidenceQuote(context: PanelContext, view: EvidenceView, key: string): HTMLElement {
  return h(
    'figure',
    { class: 'evidence' },
    h('blockquote', {}, view.quote),
    h(
      'figcaption',
      {},
      linkButton(view.title, view.openLabel, key, () =>
        context.post({ type: 'openCitation', citation: view.citation }),
      ),
      ...view.place.map((part) => h('span', { class: 'place' }, part)),
    ),
  );
}

/** The best quotes, and the rest behind a line that opens. */
export function evidenceQuotes(
  context: PanelContext,
  list: ReturnType<typeof evidenceList>,
  key: string,
  restLabel = list.restLabel,
): HTMLElement[] {
  return [
    ...list.first.map((view, index) => evidenceQuote(context, view, `${key}-evidence-${index}`)),
    ...(list.rest.length > 0
      ? [
          disclosure(
            context,
            `${key}-more`,
            restLabel,
            false,
            ...list.rest.map((view, index) =>
              evidenceQuote(context, view, `${key}-evidence-${list.first.length + index}`),
            ),
          ),
        ]
      : []),
  ];
}
