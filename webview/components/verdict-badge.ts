import type { Verdict } from '../../src/core/verdicts/verdict';
import { h } from './dom';
import { icon } from './icons';

/** The verdict as picture and word: the colour only repeats what they say. */
export function verdictBadge(verdict: Verdict, label: string): HTMLElement {
  return h(
    'span',
    { class: `verdict verdict-${verdict}` },
    icon(verdict, `tone-${verdict}`),
    h('span', {}, label),
  );
}
