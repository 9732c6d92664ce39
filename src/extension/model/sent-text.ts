import type { SentCall } from '../../core/language-model/model-host';
import type { Translate } from '../status/status-text';
import { placeName } from './model-place';

/** What was sent, for reading: newest first, each call with its time, place, model and whole text. */
export function sentText(calls: readonly SentCall[], t: Translate): string {
  const parts = [...calls].reverse().map(({ at, place, model, purpose, messages }) => {
    const heading = `${new Date(at).toISOString()} → ${placeName(place)} · ${model} · ${purpose}`;
    const text = messages.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n');
    return `${'='.repeat(80)}\n${heading}\n${'='.repeat(80)}\n\n${text}\n`;
  });
  const count =
    calls.length === 1
      ? t('1 call was sent in this session.')
      : t('{0} calls were sent in this session.', calls.length);
  return `${count} ${t('This list is in memory only.')}\n\n${parts.join('\n')}`;
}
