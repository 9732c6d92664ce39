import { append, h } from './dom';
import type { Child } from './dom';
import { icon } from './icons';
import type { PanelContext } from './panel-context';

/** A part that opens and closes, and stays as a person left it. */
export function disclosure(
  context: PanelContext,
  key: string,
  label: string | Node,
  openAtFirst: boolean,
  ...children: Child[]
): HTMLDetailsElement {
  const details = h('details', {
    class: 'disclosure',
    open: context.ui.open[key] ?? openAtFirst,
    ontoggle: () => {
      if ((context.ui.open[key] ?? openAtFirst) === details.open) return;
      if (details.open === openAtFirst) delete context.ui.open[key];
      else context.ui.open[key] = details.open;
      context.save();
    },
  });
  append(details, [h('summary', { 'data-key': `${key}-summary` }, icon('chevron'), label), ...children]);
  return details;
}
