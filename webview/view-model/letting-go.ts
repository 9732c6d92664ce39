import type { PanelModel } from '../protocol';
import { t } from '../l10n';
import type { ChatView } from './chat';

/** What goes next where no more conversations or questions are kept, in words. */
export function lettingGoTexts({ conversation, questions }: PanelModel['lettingGo'] = {}): Pick<
  ChatView,
  'historyFull' | 'turnsFull'
> {
  return {
    ...(conversation && {
      historyFull: t(
        '{0} conversations are kept. A new one takes the place of the oldest, “{1}”: export what you need.',
        conversation.of,
        conversation.title,
      ),
    }),
    ...(questions && {
      turnsFull: t(
        'A conversation keeps its last {0} questions. A further one takes the place of the oldest: export what you need, or begin a new chat.',
        questions.of,
      ),
    }),
  };
}
