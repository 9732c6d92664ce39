import type { Citation } from '../../src/core/evidence/citation';
import type { ChatTurn, PanelModel } from '../protocol';
import { t } from '../l10n';
import { evidenceView } from './evidence';
import { readableAnswer } from './readable-quote';
import type { EvidenceView } from './evidence';
import { run } from './screen';
import type { EmptyScreen } from './screen';

/** A question with what became of it. */
export interface TurnView {
  id: number;
  question: string;
  answer:
    | { kind: 'loading' }
    | { kind: 'failed'; message: string; advice: string }
    | { kind: 'refused'; reason: string }
    | { kind: 'answered'; markdown: string; citations: Citation[]; sources: EvidenceView[] };
}

/** The Chat tab. */
export interface ChatView {
  turns: TurnView[];
  /** Shown while there is no turn. */
  empty: EmptyScreen;
}

/** Longest question, in UTF-16 code units. */
export const maxQuestionLength = 4000;

/** What the Chat tab shows. */
export function chatView(model: PanelModel): ChatView {
  const holdsNothing = model.library.state === 'done' && model.library.value.passages === 0;
  return {
    turns: model.chat.map(turnView),
    empty: {
      kind: 'empty',
      icon: 'chat',
      title: holdsNothing ? t('The library is empty') : t('Ask your guidelines'),
      body: holdsNothing
        ? t('Answers are quoted from your indexed guidelines. Add a folder of guidelines first.')
        : t(
            'Ask a question, for example about a dose or a threshold. The answer quotes your guidelines word for word, with a numbered source for each quote.',
          ),
      actions: holdsNothing
        ? [
            run('attest.addGuidelineFolder', t('Add Guideline Folder…'), 'add-folder'),
            run('attest.openSampleClinic', t('Open Sample Clinic'), 'sample'),
          ]
        : [],
    },
  };
}

function turnView({ id, question, answer }: ChatTurn): TurnView {
  switch (answer.state) {
    case 'empty':
    case 'loading':
      return { id, question, answer: { kind: 'loading' } };
    case 'failed':
      return { id, question, answer: { kind: 'failed', message: answer.message, advice: answer.advice } };
    case 'done': {
      const { refused, reason, citations } = answer.value;
      if (refused) {
        return {
          id,
          question,
          answer: {
            kind: 'refused',
            reason: reason ?? t('The library holds nothing relevant to this question.'),
          },
        };
      }
      return {
        id,
        question,
        answer: {
          kind: 'answered',
          markdown: readableAnswer(answer.value.answer),
          citations,
          sources: citations.map(evidenceView),
        },
      };
    }
  }
}
