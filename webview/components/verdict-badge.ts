import type { Verdict } from '../../src/core/verdicts/verdict';
import { h } from './dom';
import type { IconName } from '../view-model/icon-name';
import { icon } from './icons';

/** The verdict as picture and word: the colour only repeats what they say. */
export function verdictBadge(verdict: Verdict, label: string, picture: IconName = verdict): HTMLElement {
  return h(
    'span',
    { class: `verdict verdict-${verdict}` },
    icon(picture, `tone-${verdict}`),
    h('span', {}, label),
  );
}
