import type { SentCall } from '../../core/language-model/model-host';
import type { Translate } from '../status/status-text';
import { placeName } from './model-place';

/**
 * What was sent, for reading: newest first, each call with its time, place, model and whole text.
 * @param count calls in all, of which only the last may be kept
 */
export function sentText(calls: readonly SentCall[], count: number, t: Translate): string {
  const parts = [...calls].reverse().map(({ at, place, model, purpose, messages }) => {
    const heading = `${new Date(at).toISOString()} → ${placeName(place)} · ${model} · ${purpose}`;
    const text = messages.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n');
    return `${'='.repeat(80)}\n${heading}\n${'='.repeat(80)}\n\n${text}\n`;
  });
  const sent =
    count === 1 ? t('1 call was sent in this session.') : t('{0} calls were sent in this session.', count);
  const kept = count > calls.length ? ` ${t('The last {0} are kept.', calls.length)}` : '';
  return `${sent}${kept} ${t('This list is in memory only.')}\n\n${parts.join('\n')}`;
}
