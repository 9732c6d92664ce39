import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';
import { ending } from './medication-fact';
import type { Draft } from './orders';
import type { ActionPart } from './parts';

/** So many words before "hold it" tell that a breath is held. */
const breathReach = 14;
const breath = /^(?:breath|breaths|breathe|breathing|inhale|inhaling|exhale|puffing|sniff|lungs)$/;

/** "Breathe in slow and deep and hold it", "hold your breath": what is held is no medicine. */
export function isOfBreath(list: readonly Token[], { from, to, name }: ActionPart): boolean {
  if (name !== 'hold' || !/^(?:hold|holding|held)$/.test(wordAt(list, from))) return false;
  if (/^(?:breath|still)$/.test(wordAt(list, to)) || breath.test(wordAt(list, to + 1))) return true;
  return (
    /^(?:it|that|for|[.,])?$/.test(wordAt(list, to)) &&
    list.slice(Math.max(0, from - breathReach), from).some(({ text }) => breath.test(text))
  );
}

/** "A cough since starting lisinopril", "dizzy after beginning it": when something else began, and no order. */
export function isMomentOf(list: readonly Token[], { from, name }: ActionPart): boolean {
  return (
    name === 'start' &&
    /^(?:starting|beginning|commencing|initiating|taking|restarting|resuming)$/.test(wordAt(list, from)) &&
    /^(?:since|after|upon|following|before|ever)$/.test(wordAt(list, from - 1))
  );
}

/**
 * "Stop the naproxen tramadol fifty every six hours": where speech has no marks, the next name with a dose and a frequency of its own,
 * which what is stopped lacks, is what is given instead.
 * @param stopped what the action was read of before
 */
export function isGivenNext(
  list: readonly Token[],
  action: ActionPart,
  stopped: Draft | undefined,
  next: Draft,
): boolean {
  if (!ending.has(action.name) || !stopped || isDosed(stopped)) return false;
  if (list.slice(stopped.to, next.name.from).some(({ text }) => /^(?:and|or|plus|with|also)$/.test(text)))
    return false;
  const has = (kind: string): boolean => next.parts.some((part) => part.kind === kind);
  const isRegimen = (has('strength') || has('bare') || has('dose')) && has('frequency');
  return isRegimen && list.every(({ kind, text }) => kind !== 'mark' || /^['’-]$/.test(text));
}

/** An amount of its own: a frequency may be that of all in a list. */
function isDosed({ parts }: Draft): boolean {
  return parts.some(({ kind }) => kind === 'strength' || kind === 'bare' || kind === 'dose');
}
